"""What kind of file it is, by content; a kind that is not read is told by name."""

import re
from collections.abc import Callable

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.source import Source
from vendorcheck.readers.text_kinds import (
    declared_encoding,
    is_binary,
    is_cyclonedx_protobuf,
    is_cyclonedx_text_proto,
    is_html,
    is_spdx_tag_value,
    is_spdx_yaml,
)

_AS_CYCLONEDX = "Export it as CycloneDX in JSON or XML."
_AS_SPDX = "Convert it to SPDX 2.3 in JSON."
_SAVE_AS_CSV = "Save it as CSV (UTF-8) and scan that file."

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

#: First bytes, what they mean, and what to do about it.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x05\x06", "an empty zip archive", _SAVE_AS_CSV),
    (b"%PDF", "a PDF document", "Export the table it holds as CSV."),
    (b"PAR1", "a Parquet file", _SAVE_AS_CSV),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"BZh", "a bzip2 archive", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it first."),
    (b"Rar!", "a rar archive", "Unpack it first."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it first."),
    (b"{\\rtf", "a rich-text document", "Export the table it holds as CSV."),
)

#: How texts of other kinds begin, what they are, and what to do about it.
_TEXTS: tuple[tuple[Callable[[str], bool], str, str], ...] = (
    (is_html, "an HTML page", "Export the table it holds as CSV."),
    (is_cyclonedx_text_proto, "CycloneDX in the text form of Protocol Buffers", _AS_CYCLONEDX),
    (is_spdx_tag_value, "SPDX as tags and values", _AS_SPDX),
    (is_spdx_yaml, "SPDX as YAML", _AS_SPDX),
)

#: How a JSON document begins; a title in brackets does not.
_JSON = re.compile(r'\{\s*(["}]|$)|\[\s*(["{}\[\]]|$|(-?\d[\d.eE+-]*|true|false|null)\s*(,|\]\s*$))')

#: How XML and HTML begin; a heading in such brackets is followed by the next.
_MARKUP = re.compile(r"<(?:[?!]|[a-z][^<>,;\t|]*>\s*(?:<|$))")


def recognise(source: Source, choices: Choices) -> str:
    """Return the name of the reader for a file that begins so, or refuse it by name."""
    name, head = source.name, source.survey.head
    if head.startswith((_ZIP, _OLE)):
        return _office(source)
    for signature, what, todo in _SIGNATURES:
        if head.startswith(signature):
            raise _unsupported(name, what, todo)
    if is_cyclonedx_protobuf(head):
        raise _unsupported(name, "CycloneDX in Protocol Buffers", _AS_CYCLONEDX)
    encoding = choices.encoding or source.survey.encoding or declared_encoding(head) or "latin-1"
    start = head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    if is_binary(start):
        raise _unsupported(name, "a binary file", "A bill is a table in text.")
    return _text(source, choices, start)


def _text(source: Source, choices: Choices, start: str) -> str:
    """The name of the reader for a text that begins so."""
    if _JSON.match(start):
        from vendorcheck.readers.documents.tell import json_kind  # noqa: PLC0415 (a table needs none of it)

        return json_kind(source, choices)
    for begins_so, what, todo in _TEXTS:
        if begins_so(start):
            raise _unsupported(source.name, what, todo)
    return "cyclonedx-xml" if _MARKUP.match(start.lower()) else "csv"


def _office(source: Source) -> str:
    """The name of the reader for a workbook; what else is packed so is refused by name."""
    from vendorcheck.readers.workbook.damage import DamagedError  # noqa: PLC0415 (text needs none of it)
    from vendorcheck.readers.workbook.kinds import archive_kind, compound_kind  # noqa: PLC0415 (the same)

    zipped = source.survey.head.startswith(_ZIP)
    try:
        kind = archive_kind(source.file) if zipped else compound_kind(source.file)
    except DamagedError as error:
        raise error.refusal(source.name) from error
    if kind:
        raise _unsupported(source.name, kind.what, kind.todo)
    return "xlsx"


def _unsupported(name: str, what: str, todo: str) -> VendorcheckError:
    return VendorcheckError("bill_unsupported", f"{name} is {what}, which is not read", spot=Spot(name), help=todo)
