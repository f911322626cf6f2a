"""A CycloneDX document in XML walked once, in the shape that it has in JSON; without DTD, entities, other files."""

from collections.abc import Iterator

from defusedxml import DefusedXmlException, DTDForbidden
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.documents.json.document import Item
from vendorcheck.readers.documents.json.text import Lost, text_chunks
from vendorcheck.readers.documents.json.values import JsonObject
from vendorcheck.readers.documents.opened import Opened
from vendorcheck.readers.documents.xml.faults import XmlFault
from vendorcheck.readers.documents.xml.tree import Tree

#: How long a tag, comment or other sign may be, in bytes.
MAX_TAG = 1 << 22

TAG_TOO_LONG = f"a tag or comment is longer than {MAX_TAG:,} bytes"
HAS_DTD = "it has a document type definition (DTD), by which a file can reach for others or grow without bound"

#: How much is given to the parser at a time, in characters.
_CHUNK = 1 << 16


class XmlWalk:
    """An XML document of which the lists at the top are read item by item."""

    def __init__(self, opened: Opened, lost: Lost) -> None:
        """Stand at its beginning; the lines of lost characters are told to `lost`."""
        self._name = opened.source.name
        self._chunks = text_chunks(opened.source, opened.encoding, lost)
        self._parser = DefusedXMLParser(target=_NoTarget(), encoding="utf-8", forbid_dtd=True)
        self._tree = Tree(self._parser.parser)
        self._fed = 0

    @property
    def frame(self) -> JsonObject:
        """What stands around the lists, once they are exhausted."""
        return self._tree.frame

    def items(self) -> Iterator[Item]:
        """Yield what the lists hold; an error with its place for what cannot be read."""
        try:
            for chunk in self._chunks:
                for at in range(0, len(chunk), _CHUNK):
                    self._feed(chunk[at : at + _CHUNK].encode())
                    yield from self._tree.taken()
            self._parser.close()
        except ParseError as error:
            raise self._unreadable(str(error).partition(":")[0], *error.position) from None
        except DTDForbidden:
            raise self._unreadable(HAS_DTD, *self._tree.place) from None
        except DefusedXmlException:
            raise self._unreadable("it declares an entity", *self._tree.place) from None
        except XmlFault as fault:
            raise self._unreadable(fault.reason, *self._tree.place) from None

    def _feed(self, data: bytes) -> None:
        self._parser.feed(data)
        self._fed += len(data)
        if self._fed - self._tree.passed > MAX_TAG:
            raise XmlFault(TAG_TOO_LONG)

    def _unreadable(self, reason: str, line: int, column: int) -> VendorcheckError:
        spot = Spot(self._name, line, column + 1)
        return VendorcheckError(
            "bill_unreadable",
            f"{spot} cannot be read as XML: {reason}",
            spot=spot,
            help="Nothing of it was screened. Export it again, as CycloneDX in JSON where that is possible.",
        )


class _NoTarget:
    """Takes the place of the tree that the parser would build otherwise."""
