"""What kind of file it is, by content; a kind that is not read is told by name."""

import codecs

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.encoding import unmarked_utf16

_SAVE_AS_CSV = "Save it as CSV (UTF-8) and scan that file."

#: First bytes, what they mean, and what to do about it.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a workbook or another zip archive (xlsx, ods)", _SAVE_AS_CSV),
    (b"PK\x05\x06", "an empty zip archive", _SAVE_AS_CSV),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook or Word document (xls, doc)", _SAVE_AS_CSV),
    (b"%PDF", "a PDF document", "Export the table it holds as CSV."),
    (b"PAR1", "a Parquet file", _SAVE_AS_CSV),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"{\\rtf", "a rich-text document", "Export the table it holds as CSV."),
)


def recognise(name: str, head: bytes) -> str:
    """Return the name of the reader for a file that begins so, or refuse it by name."""
    for signature, what, todo in _SIGNATURES:
        if head.startswith(signature):
            raise _unsupported(name, what, todo)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"{", b"["):
        raise _unsupported(name, "JSON", "Export the bill as CSV.")
    if start.startswith((b"<?xml", b"<!DOCTYPE", b"<!doctype", b"<html", b"<bom")):
        raise _unsupported(name, "XML or HTML", "Export the bill as CSV.")
    if b"\x00" in head and not unmarked_utf16(head) and head[:2] not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise _unsupported(name, "a binary file", "A bill is a table in text.")
    return "csv"


def _unsupported(name: str, what: str, todo: str) -> VendorcheckError:
    return VendorcheckError("bill_unsupported", f"{name} is {what}, which is not read", spot=Spot(name), help=todo)
