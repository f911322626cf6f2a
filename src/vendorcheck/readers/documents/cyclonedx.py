"""Bills as CycloneDX: the thing that the bill is about, its components and its services, as records."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from vendorcheck.model.bom import Reading
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cells import Cell, Record
from vendorcheck.readers.documents.component import (
    BOM_AUTHOR,
    BOM_MAKER,
    BOM_SUPPLIER,
    KEYS,
    SUPPLIER,
    Components,
    Inside,
)
from vendorcheck.readers.documents.gather import Gathered, members
from vendorcheck.readers.documents.json.document import Item, Path
from vendorcheck.readers.documents.json.reader import pointer_to
from vendorcheck.readers.documents.json.text import Lost, unheard
from vendorcheck.readers.documents.json.values import Json, JsonObject, step, text_of
from vendorcheck.readers.documents.opened import Opened, Seen
from vendorcheck.readers.documents.table import DocumentBill, Looking, bill_with, table_of, within_bounds

#: The versions whose members are known. A later one may say who made a thing where nobody looks.
VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7")

TOOL = "a tool that the bill was made with"
FORMULATION = "what the thing was made with"

_LISTS: tuple[Path, ...] = (("components",), ("services",))
_FORMULATION: Path = ("formulation",)

#: How much of what a file calls itself a message repeats.
_SHOWN = 40


class Walk(Protocol):
    """A document walked once: what its outermost lists hold, and, when they are exhausted, what stands around them."""

    @property
    def frame(self) -> JsonObject:
        """What stands around the lists."""

    def items(self) -> Iterator[Item]:
        """Yield what the lists hold; an error for what cannot be read."""


class CycloneDx:
    """Reads a CycloneDX document, as often as it is asked to."""

    def __init__(self, opened: Opened, walk: Callable[[Lost], Walk]) -> None:
        """Walk the document with `walk`."""
        self._name = opened.source.name
        self._walk = walk
        self._components = Components(opened.kind.roles)
        self._metadata = JsonObject()

    def look(self) -> Seen:
        """Return what the records have; an error for a document that is not what it should be."""
        looking = Looking(self._name)
        walk = self._walk(unheard)
        for record in within_bounds(self._name, self._listed(walk, 0, Reading())):
            looking.add(record)
        _check(self._name, walk.frame)
        metadata = walk.frame.get("metadata")
        self._metadata = metadata if isinstance(metadata, JsonObject) else JsonObject()
        for record in self._around(Reading()):
            looking.add(record)
        seen = looking.seen
        return seen._replace(times=_in_order(seen.times), nested=seen.nested or (self._is_about() and seen.lines > 1))

    def records(self, reading: Reading) -> Iterator[Record]:
        """Yield the tools, the thing that the bill is about, and then its components and services."""
        yield from self._around(reading)
        yield from self._listed(self._walk(reading.broken_characters.add), int(self._is_about()), reading)

    def _is_about(self) -> bool:
        """Whether the bill says what it is about, or who made or sold that."""
        return any(self._metadata.get(key) for key in ("component", "manufacture", "supplier"))

    def _around(self, reading: Reading) -> Iterator[Record]:
        for tool, pointer in members(self._metadata.get("tools"), "/metadata/tools"):
            if isinstance(tool, JsonObject):
                yield from self._tools(tool, pointer, reading)
        if self._is_about():
            thing = self._metadata.get("component")
            yield Record(self._line(thing), "/metadata", self._subject(thing))
            if isinstance(thing, JsonObject):
                yield from self._components.inside(thing, "/metadata/component", 1, reading)

    def _tools(self, tools: JsonObject, pointer: str, reading: Reading) -> Iterator[Record]:
        """A tool as it was written up to version 1.4, or the components and services that are tools from 1.5 on."""
        values = dict(self._components.values(tools))
        vendor = Gathered()
        vendor.add_called(SUPPLIER, tools.get("vendor"), "/vendor")
        if values | vendor.values:
            yield Record(tools.line, pointer, values | vendor.values, aside=TOOL)
        for tool, where in members(tools.get("tool"), pointer + "/tool"):
            if isinstance(tool, JsonObject):
                yield from self._tools(tool, where, reading)
        for key in ("components", "services"):
            inside = Inside(tools.get(key), f"{pointer}/{key}", TOOL)
            yield from self._components.records(inside, 0, tools.line, reading)

    def _subject(self, thing: Json) -> Mapping[str, tuple[Cell, ...]]:
        """What the bill is about, with what its metadata say of who made and sold it."""
        cells = Gathered()
        cells.add_called(BOM_MAKER, self._metadata.get("manufacture"), "/manufacture")
        cells.add_called(BOM_SUPPLIER, self._metadata.get("supplier"), "/supplier")
        cells.add_called(BOM_AUTHOR, self._metadata.get("manufacturer"), "/manufacturer")
        own = self._components.values(thing) if isinstance(thing, JsonObject) else {}
        within = {
            key: tuple(Cell(cell.text, "/component" + cell.pointer) for cell in each) for key, each in own.items()
        }
        return cells.values | within

    def _line(self, thing: Json) -> int:
        return thing.line if isinstance(thing, JsonObject) else self._metadata.line

    def _listed(self, walk: Walk, depth: int, reading: Reading) -> Iterator[Record]:
        for item in walk.items():
            pointer = pointer_to(item.path) + step(item.at)
            if item.path in _LISTS:
                yield from self._components.records(Inside(item.value, pointer), depth, item.line, reading)
            elif item.path == _FORMULATION and isinstance(item.value, JsonObject):
                for key in ("components", "services"):
                    inside = Inside(item.value.get(key), f"{pointer}/{key}", FORMULATION)
                    yield from self._components.records(inside, depth, item.line, reading)


def bill_of(opened: Opened, choices: Choices, walk: Callable[[Lost], Walk]) -> DocumentBill:
    """Return the bill of a CycloneDX document that can be walked; an error where it lists nothing."""
    source = opened.source
    reader = CycloneDx(opened, walk)
    seen = reader.look()
    if not seen.lines:
        raise NothingToScreenError(
            "no_table",
            f"{source.name} is a CycloneDX document that lists no component and no service",
            spot=Spot(source.name),
            help="A document of vulnerabilities alone names nothing to screen; scan the bill that it belongs to.",
        )
    return bill_with(source, choices, [table_of(opened, seen, reader.records)])


def _check(name: str, frame: JsonObject) -> None:
    """Refuse what calls itself something else, a version that is not known, and lists that are none."""
    calls_itself, version = _text(frame, "bomFormat"), _text(frame, "specVersion")
    if calls_itself != "CycloneDX":
        raise _refused(name, f"calls its format {calls_itself[:_SHOWN]!r} and not CycloneDX")
    if version not in VERSIONS:
        what = f"is CycloneDX {version[:_SHOWN]!r}" if version else "is CycloneDX of no stated version"
        raise _refused(name, f"{what}, which is not read")
    for path in _LISTS:
        if not isinstance(frame.get(path[0], []), list):
            raise _refused(name, f"has {path[0]} that are no list")


def _refused(name: str, what: str) -> VendorcheckError:
    return VendorcheckError(
        "bill_unsupported",
        f"{name} {what}",
        spot=Spot(name),
        help=f"CycloneDX is read in the versions {VERSIONS[0]} to {VERSIONS[-1]}: export it again in one of them.",
    )


def _text(frame: JsonObject, key: str) -> str:
    value = frame.get(key)
    return "" if isinstance(value, list | JsonObject) else text_of(value)


def _in_order(times: Mapping[str, int]) -> dict[str, int]:
    """The keys in the order in which the format is described, properties last."""
    places = {key: at for at, key in enumerate(KEYS)}
    return {key: times[key] for key in sorted(times, key=lambda key: places.get(key, len(places)))}
