"""An XML file as a tree whose elements know their lines: without a DTD, without entities, and never deep."""

from collections.abc import Callable, Iterator

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from vendorcheck.lists.fields import cleaned, refused
from vendorcheck.lists.source_file import SourceFile

#: No list nests its elements deeper.
MAX_DEPTH = 32

HAS_DTD = "declares a document type or an entity, by which a file can grow without bound or reach for others"

_CHUNK = 2**16
_AGAIN = "Fetch the file again from the one who publishes the list."


class Element:
    """An element with the line on which it begins."""

    __slots__ = ("attributes", "children", "line", "tag", "texts")

    def __init__(self, tag: str, line: int, attributes: dict[str, str]) -> None:
        """Begin an element without text and children."""
        self.tag, self.line, self.attributes = tag, line, attributes
        self.texts: list[str] = []
        self.children: list[Element] = []

    @property
    def text(self) -> str:
        """The text that stands in it directly, its blanks made single."""
        return cleaned("".join(self.texts))

    def all(self, tag: str) -> Iterator["Element"]:
        """Yield the children with this tag."""
        return (child for child in self.children if child.tag == tag)

    def value(self, tag: str) -> str:
        """Return the text of the first child with this tag; empty where there is none."""
        return next((child.text for child in self.all(tag)), "")

    def values(self, *path: str) -> Iterator[str]:
        """Yield the texts of all elements below that are reached by these tags."""
        if not path:
            yield self.text
            return
        for child in self.all(path[0]):
            yield from child.values(*path[1:])


class _TooDeepError(Exception):
    """Elements within elements beyond any list."""


class _Builder:
    """What the parser tells of elements."""

    def __init__(self) -> None:
        self.top = Element("", 0, {})
        self.line: Callable[[], int] = lambda: 0
        self._open = [self.top]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > MAX_DEPTH:
            raise _TooDeepError
        element = Element(tag, self.line(), attributes)
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, _tag: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        self._open[-1].texts.append(text)


def tree_of(file: SourceFile) -> Element:
    """Return the root of an XML file; an error with its line where it cannot be read or is built to do harm."""
    builder = _Builder()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.line = lambda: parser.parser.CurrentLineNumber
    try:
        for at in range(0, len(file.content), _CHUNK):
            parser.feed(file.content[at : at + _CHUNK])
        parser.close()
    except ParseError as error:
        reason = str(error).partition(":")[0]
        raise refused(file, error.position[0], f"cannot be read as XML ({reason})", _AGAIN) from None
    except DefusedXmlException:
        raise refused(file, builder.line(), HAS_DTD, _AGAIN) from None
    except _TooDeepError:
        raise refused(file, builder.line(), f"nests elements deeper than {MAX_DEPTH}", _AGAIN) from None
    except (ValueError, LookupError) as error:
        raise refused(file, 1, f"is in an encoding that XML cannot be read in ({error})", _AGAIN) from None
    return builder.top.children[0]
