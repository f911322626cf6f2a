"""The elements of a CycloneDX document in XML as the objects and lists that they are in JSON."""

from collections.abc import Iterator
from functools import lru_cache
from xml.parsers.expat import XMLParserType

from vendorcheck.readers.documents.json.document import MAX_ITEMS, TOO_MANY_ITEMS, Item
from vendorcheck.readers.documents.json.scanner import MAX_DEPTH, MAX_VALUES, TOO_DEEP, TOO_MANY
from vendorcheck.readers.documents.json.signs import MAX_TEXT, TOO_LONG
from vendorcheck.readers.documents.json.values import Json, JsonObject
from vendorcheck.readers.documents.xml.faults import NotCycloneDxError, XmlFault

#: How the namespaces of all versions begin; what follows is the version.
NAMESPACE = "http://cyclonedx.org/schema/bom/"

#: How many elements a document may have.
MAX_ELEMENTS = 2_000_000

TOO_MANY_ELEMENTS = f"it has more than {MAX_ELEMENTS:,} elements"

#: Elements that hold many of a kind, and are lists in JSON, with what each of these is called.
LISTS = {
    "components": "component",
    "services": "service",
    "authors": "author",
    "properties": "property",
    "ancestors": "component",
    "descendants": "component",
    "variants": "component",
    "formulation": "formula",
}

#: Lists at the top, whose items are taken as they come.
_TAKEN = ("components", "services", "formulation")

#: All that is read; what stands in other elements is passed over.
_KEPT = frozenset(LISTS) | frozenset(LISTS.values()) | {
    "metadata", "tools", "tool", "vendor", "pedigree", "manufacturer", "manufacture", "supplier", "provider",
    "publisher", "group", "name", "version", "description", "cpe", "purl", "swid", "copyright",
}  # fmt: skip
#: Elements that are objects even where nothing stands in them.
_OBJECTS = frozenset(("component", "service", "formula", "tool"))
_KEPT_ATTRIBUTES = frozenset(("type", "name"))


class _Node:
    """An element that is open: what it holds so far."""

    __slots__ = ("length", "name", "text", "thing", "things")

    def __init__(self, name: str, thing: JsonObject) -> None:
        self.name = name
        self.thing = thing
        self.things: list[Json] | None = [] if name in LISTS else None
        self.text: list[str] = []
        self.length = 0

    def add(self, name: str, value: Json) -> None:
        """Add what an element within it holds; what stands there twice is a list."""
        if self.things is not None:
            self.things.append(value)
            return
        known = self.thing.get(name)
        if isinstance(known, list):
            known.append(value)
        else:
            self.thing[name] = value if known is None else [known, value]

    def value(self) -> Json:
        """What it comes to: a list, an object, or its text."""
        if self.things is not None:
            return self.things
        text = "".join(self.text).strip()
        if not self.thing and self.name not in _OBJECTS:
            return text
        if text:
            self.thing.setdefault("value", text)
        return self.thing


class Tree:
    """Builds objects from the elements that a parser meets."""

    def __init__(self, parser: XMLParserType) -> None:
        """Listen to a parser."""
        self.frame = JsonObject()
        self.frame.put(1)
        self._parser = parser
        self._open: list[_Node] = []
        self._passing = 0
        self._elements = 0
        self._held = 0
        self._counts: dict[str, int] = {}
        self._taken: list[Item] = []
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    @property
    def place(self) -> tuple[int, int]:
        """The line that the parser stands on, and the column from 0."""
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber

    @property
    def passed(self) -> int:
        """How many bytes the parser has done with."""
        return self._parser.CurrentByteIndex

    def taken(self) -> Iterator[Item]:
        """Yield the items of the lists at the top that are complete, and forget them."""
        taken, self._taken = self._taken, []
        yield from taken

    def _start(self, tag: str, attributes: list[str]) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise XmlFault(TOO_MANY_ELEMENTS)
        if self._passing + len(self._open) >= 2 * MAX_DEPTH:
            raise XmlFault(TOO_DEEP)
        if self._passing:
            self._passing += 1
        elif self._elements == 1:
            self._begin(tag)
        elif name := _kept_name(tag):
            self._held += 1
            if self._held > MAX_VALUES:
                raise XmlFault(TOO_MANY)
            self._open.append(_Node(name, self._thing(attributes)))
        else:
            self._passing = 1
            self._parser.CharacterDataHandler = None

    def _begin(self, tag: str) -> None:
        namespace, _, name = tag.rpartition("}")
        if name != "bom" or not namespace.startswith(NAMESPACE):
            raise NotCycloneDxError(namespace, name)
        self.frame.put(self._parser.CurrentLineNumber)
        self.frame["bomFormat"] = "CycloneDX"
        self.frame["specVersion"] = namespace.removeprefix(NAMESPACE)
        self._open.append(_Node(name, self.frame))

    def _thing(self, attributes: list[str]) -> JsonObject:
        thing = JsonObject()
        thing.put(self._parser.CurrentLineNumber)
        for at in range(0, len(attributes), 2):
            if attributes[at] in _KEPT_ATTRIBUTES:
                thing[attributes[at]] = attributes[at + 1]
        return thing

    def _end(self, _tag: str) -> None:
        if self._passing:
            self._passing -= 1
            if not self._passing:
                self._parser.CharacterDataHandler = self._text
            return
        node = self._open.pop()
        if not self._open:
            return
        around = self._open[-1]
        if len(self._open) == 2 and around.name in _TAKEN:  # noqa: PLR2004 (the outermost element, and the list)
            self._take(around.name, node)
        elif len(self._open) > 1 or node.name not in _TAKEN:
            around.add(node.name, node.value())

    def _take(self, name: str, node: _Node) -> None:
        at = self._counts.get(name, 0)
        self._counts[name] = at + 1
        if at >= MAX_ITEMS:
            raise XmlFault(TOO_MANY_ITEMS)
        self._held = 0
        self._taken.append(Item((name,), at, node.thing.line, node.value()))

    def _text(self, text: str) -> None:
        node = self._open[-1]
        node.length += len(text)
        if node.length > MAX_TEXT:
            raise XmlFault(TOO_LONG)
        node.text.append(text)


@lru_cache(maxsize=1_024)
def _kept_name(tag: str) -> str | None:
    """The name of an element that is read; None for one that is passed over with all it holds."""
    namespace, _, name = tag.rpartition("}")
    return name if name in _KEPT and namespace.startswith(NAMESPACE) else None
