"""CycloneDX in JSON."""

from collections.abc import Iterator

from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.component import BESIDE, roles_of_component
from vendorcheck.readers.documents.cyclonedx import Walk, bill_of
from vendorcheck.readers.documents.json.document import Item, JsonDocument
from vendorcheck.readers.documents.json.text import Lost, check_size, document_of, encoding_of, items_of
from vendorcheck.readers.documents.json.values import JsonObject
from vendorcheck.readers.documents.layout import Kind
from vendorcheck.readers.documents.opened import Opened, roles_chosen
from vendorcheck.readers.documents.table import DocumentBill
from vendorcheck.readers.source import Source


def open_cyclonedx_json(source: Source, choices: Choices) -> DocumentBill:
    """Return the bill of a CycloneDX document in JSON; an error where it lists nothing, or is no such document."""
    check_size(source)
    kind = Kind("cyclonedx-json", roles_chosen(choices, roles_of_component), BESIDE)
    opened = Opened.of(source, kind, choices, encoding_of(source, choices))
    return bill_of(opened, choices, lambda lost: JsonWalk(source, opened.encoding, lost))


class JsonWalk(Walk):
    """A JSON document of which the lists at the top are read item by item, and nothing else is walked into."""

    def __init__(self, source: Source, encoding: str, lost: Lost) -> None:
        """Stand at its beginning; the lines of lost characters are told to `lost`."""
        self._source = source
        self._document: JsonDocument = document_of(source, encoding, lambda _: False, lost)

    @property
    def frame(self) -> JsonObject:
        """What stands around the lists, once they are exhausted."""
        return self._document.frame

    def items(self) -> Iterator[Item]:
        """Yield what the lists hold."""
        return items_of(self._source, self._document)
