"""A file of JSON opened for a walk through its document; what is wrong with it becomes an error with its place."""

from collections.abc import Callable, Iterator

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.json.document import Item, JsonDocument, JsonSequence, Path
from vendorcheck.readers.documents.json.pages import Pages, chunks_of, noting_losses
from vendorcheck.readers.documents.json.scanner import Scanner
from vendorcheck.readers.documents.json.values import JsonFault
from vendorcheck.readers.source import Source

#: How large a document may be, in bytes. JSON Lines are read a line at a time and have no bound.
MAX_BYTES = 64 * 2**20

#: What to do about a document that is too large.
SPLIT = "Split it into several and scan them in one run, or write it as JSON Lines, which may be of any size."

Lost = Callable[[int], None]


class NotJsonError(VendorcheckError):
    """A file that is no JSON that is read."""

    def __init__(self, name: str, fault: JsonFault) -> None:
        """Carry the reason and the place."""
        spot = Spot(name, fault.line, fault.column)
        super().__init__(
            "bill_unreadable",
            f"{spot} cannot be read as JSON: {fault.reason}",
            spot=spot,
            help="Nothing of it was screened. Export it again, or write it as JSON Lines.",
        )
        self.reason = fault.reason


def encoding_of(source: Source, choices: Choices) -> str:
    """Return the encoding to read a file in."""
    return choices.encoding or source.survey.encoding


def check_size(source: Source) -> None:
    """Refuse a document that is too large to be read as one."""
    if source.survey.state.size > MAX_BYTES:
        raise VendorcheckError(
            "bill_unsupported",
            f"{source.name} is one document of more than {MAX_BYTES // 2**20} MiB, which is not read",
            spot=Spot(source.name),
            help=SPLIT,
        )


def text_chunks(source: Source, encoding: str, lost: Lost) -> Iterator[str]:
    """Return the text of a file in chunks; the lines of characters that cannot be read are told to `lost`."""
    chunks = chunks_of(source, encoding)
    may_be_lossy = source.survey.lossy or encoding != source.survey.encoding
    return noting_losses(chunks, lost) if may_be_lossy else chunks


def document_of(source: Source, encoding: str, opens: Callable[[Path], bool], lost: Lost) -> JsonDocument:
    """Return a document at its beginning; objects whose path `opens` are walked into."""
    return JsonDocument(Scanner(Pages(text_chunks(source, encoding, lost)), lost), opens)


def sequence_of(source: Source, encoding: str, lost: Lost) -> JsonSequence:
    """Return the values of a file that holds several, one after another."""
    return JsonSequence(Scanner(Pages(text_chunks(source, encoding, lost)), lost))


def items_of(source: Source, document: JsonDocument | JsonSequence) -> Iterator[Item]:
    """Yield the items of a document's lists; a VendorcheckError with its place for what is no JSON."""
    try:
        yield from document.items()
    except JsonFault as fault:
        raise NotJsonError(source.name, fault) from None


def unheard(line: int) -> None:
    """Take the line of a lost character and leave it: it is counted when the lines are read."""
