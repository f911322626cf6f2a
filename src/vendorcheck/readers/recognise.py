"""What kind of file it is, by content; a kind that is not read is told by name."""

import re
from collections.abc import Callable

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cyclonedx_xml import xml_encoding
from vendorcheck.readers.documents.tell import (
    is_cyclonedx_protobuf,
    is_cyclonedx_text_proto,
    is_html,
    is_spdx_tag_value,
    is_spdx_yaml,
    json_kind,
)
from vendorcheck.readers.source import Source

_AS_CYCLONEDX = "Export it as CycloneDX in JSON or XML."
_AS_SPDX = "Convert it to SPDX 2.3 in JSON."
_SAVE_AS_CSV = "Save it as CSV (UTF-8) and scan that file."

#: First bytes, what they mean, and what to do about it.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a workbook or another zip archive (xlsx, ods)", _SAVE_AS_CSV),
    (b"PK\x05\x06", "an empty zip archive", _SAVE_AS_CSV),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook or Word document (xls, doc)", _SAVE_AS_CSV),
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
_JSON = re.compile(r'\{\s*(?:["}]|\Z)|\[\s*(?:["{}\[\]\d-]|true|false|null|\Z)')

#: How XML and HTML begin; a heading in such brackets is followed by the next.
_MARKUP = re.compile(r"<(?:[?!]|[a-z][^<>,;\t|]*>\s*(?:<|$))")


def recognise(source: Source, choices: Choices) -> str:
    """Return the name of the reader for a file that begins so, or refuse it by name."""
    name, surveyed = source.name, source.survey
    encoding = choices.encoding or surveyed.encoding or xml_encoding(source)
    for signature, what, todo in _SIGNATURES:
        if surveyed.head.startswith(signature):
            raise _unsupported(name, what, todo)
    if not encoding:
        raise _unsupported(
            name, "text in an encoding that is not known", "Name it with --encoding, or save it as UTF-8."
        )
    start = surveyed.head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    if is_cyclonedx_protobuf(surveyed.head):
        raise _unsupported(name, "CycloneDX in Protocol Buffers", _AS_CYCLONEDX)
    if _JSON.match(start):
        return json_kind(source, choices)
    for begins_so, what, todo in _TEXTS:
        if begins_so(start):
            raise _unsupported(name, what, todo)
    if _MARKUP.match(start.lower()):
        return "cyclonedx-xml"
    if "\x00" in start and not encoding.startswith("utf-16"):
        raise _unsupported(name, "a binary file", "A bill is a table in text.")
    return "csv"


def _unsupported(name: str, what: str, todo: str) -> VendorcheckError:
    return VendorcheckError("bill_unsupported", f"{name} is {what}, which is not read", spot=Spot(name), help=todo)
