"""Which files are read as tables, and which are refused by name."""

import io
import tempfile
import zipfile

import pytest

from vendorcheck.model.errors import EXIT_COULD_NOT_SCREEN, Spot, VendorcheckError
from vendorcheck.readers.choices import ALL_FOUND
from vendorcheck.readers.encoding.survey import survey
from vendorcheck.readers.recognise import recognise
from vendorcheck.readers.source import Source


def _empty_archive() -> bytes:
    file = io.BytesIO()
    zipfile.ZipFile(file, "w").close()
    return file.getvalue()


def _source(content: bytes) -> Source:
    file = io.BytesIO(content)
    with tempfile.TemporaryFile() as written:
        written.write(content)
        return Source(file, "bill.csv", survey(written))


@pytest.mark.parametrize(
    ("head", "what", "todo"),
    [
        (_empty_archive(), "an empty zip archive", "Save it as CSV (UTF-8) and scan that file."),
        (b"%PDF-1.7\n", "a PDF document", "Export the table it holds as CSV."),
        (b"PAR1\x15\x04", "a Parquet file", "Save it as CSV (UTF-8) and scan that file."),
        (b"\x1f\x8b\x08\x00", "a gzip archive", "Unpack it first."),
        (b"{\\rtf1\\ansi", "a rich-text document", "Export the table it holds as CSV."),
        (b"BZh91AY", "a bzip2 archive", "Unpack it first."),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it first."),
        (b"Rar!\x1a", "a rar archive", "Unpack it first."),
        (b"\xfd7zXZ\x00", "an xz archive", "Unpack it first."),
        (b"<table><tr>", "an HTML page", "Export the table it holds as CSV."),
        ("<HTML>".encode("utf-16"), "an HTML page", "Export the table it holds as CSV."),
        (b"<!DOCTYPE html>", "an HTML page", "Export the table it holds as CSV."),
        (b"<!doctype html>", "an HTML page", "Export the table it holds as CSV."),
        (b"<html><table>", "an HTML page", "Export the table it holds as CSV."),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "a binary file", "A bill is a table in text."),
        (b"ma\x00\x01\x02\n", "a binary file", "A bill is a table in text."),
    ],
)
def test_what_is_not_read_is_refused_by_name(head: bytes, what: str, todo: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        recognise(_source(head), ALL_FOUND)
    error = caught.value
    assert error.code == "bill_unsupported"
    assert error.message == f"bill.csv is {what}, which is not read"
    assert error.spot == Spot("bill.csv")
    assert error.help == todo
    assert error.exit_code == EXIT_COULD_NOT_SCREEN


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"maker,part\n",
        b"Title of the bill\n",
        b"[Draft] bill of materials\n",
        b"{maker},part\n",
        b"PK,part\n",
        b"<maker>,part\n",
        "maker,part\n".encode("utf-8-sig"),
        "maker,part\n".encode("utf-16"),
        "maker,part\n".encode("utf-16-le"),
        "maker,part\n".encode("utf-16-be"),
        b"\xff\xfe" + "\u4e00\u5e00,\n".encode("utf-16-le"),
        b"M\xfcller\n",
    ],
)
def test_text_is_read_as_a_table(head: bytes) -> None:
    assert recognise(_source(head), ALL_FOUND) == "csv"


@pytest.mark.parametrize(
    ("content", "reader"),
    [
        (b'{"maker": "A"}', "json"),
        (b' \r\n\t[{"maker": "A"}]', "json"),
        (b'\xef\xbb\xbf{"maker": "A"}', "json"),
        (b'{"bomFormat": "CycloneDX"}', "cyclonedx-json"),
        (b'{"spdxVersion": "SPDX-2.3"}', "spdx-json"),
        (b'{"maker": "A"}\n{"maker": "B"}\n', "jsonl"),
        (b'<?xml version="1.0"?><bom/>', "cyclonedx-xml"),
        (b"<components>\n  <component>", "cyclonedx-xml"),
        ("制造商,华为技术有限公司".encode("gb18030"), "csv"),
    ],
)
def test_documents_and_other_encodings_have_their_readers(content: bytes, reader: str) -> None:
    assert recognise(_source(content), ALL_FOUND) == reader
