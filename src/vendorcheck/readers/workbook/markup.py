"""The XML of a workbook's parts, walked through in one pass and within bounds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.parsers import expat

from vendorcheck.readers.workbook.damage import DamagedError

#: How deep elements stand in each other, how long a tag or comment is, how many names a part has, how long a text is:
#: workbooks reach 20, a few thousand, a few hundred and 32,767.
MAX_DEPTH = 100
MAX_TAG = 1 << 20
MAX_NAMES = 5_000
MAX_TEXT = 4 << 20

#: The namespaces of the two editions of the format.
SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]

#: Of the encodings that a part may have, no program writes UTF-16.
_ENCODINGS = ("utf-8", "us-ascii")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


class Markup:
    """Calls a function where an element begins, and one where it ends.

    `heard` are the pieces of text since it was last cleared, which is for those functions to do.
    """

    def __init__(
        self,
        part: str,
        starts: Mapping[str, Callable[[Attributes], None]],
        ends: Mapping[str, Callable[[], None]],
        spaces: Sequence[str] = SPREADSHEET,
    ) -> None:
        """Walk through a part with functions by the names of the elements, in any of these namespaces."""
        self.heard: list[str] = []
        self._part = part
        self._spaces = spaces
        self._fed = 0
        known_starts = {f"{space} {name}": act for space in spaces for name, act in starts.items()}
        known_ends = {f"{space} {name}": act for space in spaces for name, act in ends.items()}
        self._start, end = _handlers(known_starts, known_ends, self._too_deep)
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = True
        self._parser.CharacterDataHandler = self.heard.append
        self._parser.StartElementHandler = self._root
        self._parser.EndElementHandler = end
        self._parser.XmlDeclHandler = self._declared
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartNamespaceDeclHandler = self._named
        self._names = 0

    @property
    def at(self) -> int:
        """At which byte of the part the tag begins whose function is called."""
        return self._parser.CurrentByteIndex

    def feed(self, chunk: bytes) -> None:
        """Walk on through a chunk, the last of which is empty; a DamagedError for XML not sound or out of bounds."""
        if not self._fed and chunk.startswith(_UTF_16):
            raise self._damaged("text in UTF-16, which spreadsheet programs do not write")
        try:
            self._parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            raise self._damaged(str(error)) from error
        self._fed += len(chunk)
        if self._fed - self._parser.CurrentByteIndex > MAX_TAG:
            raise self._damaged(f"a tag of more than {MAX_TAG} bytes")
        if len(self._parser.intern) + self._names > MAX_NAMES:
            raise self._damaged(f"more than {MAX_NAMES} names")
        if sum(map(len, self.heard)) > MAX_TEXT:
            raise self._damaged(f"a text of more than {MAX_TEXT} characters")

    def walk(self, chunks: Iterable[bytes]) -> None:
        """Walk through a whole part."""
        for chunk in chunks:
            self.feed(chunk)
        self.feed(b"")

    def _root(self, name: str, attributes: Attributes) -> None:
        """Look at the first element: in another namespace, nothing would be found and nothing said."""
        if not name.startswith(tuple(f"{space} " for space in self._spaces)):
            raise self._damaged(f"{name!r}, which is no part of a workbook")
        self._parser.StartElementHandler = self._start
        self._start(name, attributes)

    def _declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            raise self._damaged(f"text in {encoding}, which spreadsheet programs do not write")

    def _named(self, *_: object) -> None:
        self._names += 1

    def _doctype(self, *_: object) -> None:
        raise self._damaged("a document type, which spreadsheet programs do not write")

    def _too_deep(self) -> DamagedError:
        return self._damaged(f"elements more than {MAX_DEPTH} deep in each other")

    def _damaged(self, what: str) -> DamagedError:
        return DamagedError(f"is damaged in its part {self._part}: {what}")


def _handlers(
    starts: Mapping[str, Callable[[Attributes], None]],
    ends: Mapping[str, Callable[[], None]],
    too_deep: Callable[[], DamagedError],
) -> tuple[Start, End]:
    """The functions for all elements. They share variables, not attributes: they are called for every tag."""
    depth = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise too_deep()
        if name in starts:
            starts[name](attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if name in ends:
            ends[name]()

    return start, end
