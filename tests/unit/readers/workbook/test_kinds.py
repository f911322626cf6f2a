"""What zip archives and OLE files are, by what stands in them."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.kinds import archive_kind, compound_kind

Book = Callable[..., bytes]

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)


def archive(**parts: str) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return file


def compound(*streams: str, sector: int = 0, shift: int = 9) -> io.BytesIO:
    """An OLE file of its header and its directory alone."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[30:32] = struct.pack("<H", shift)
    header[48:52] = struct.pack("<I", sector)
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return io.BytesIO(bytes(header).ljust((sector + 1) << shift, b"\0") + entries)


def test_a_workbook_is_read(book: Book) -> None:
    assert archive_kind(io.BytesIO(book(""))) is None


def test_a_workbook_is_read_where_only_its_usual_place_tells_it() -> None:
    assert archive_kind(archive(**{"xl/workbook.xml": ""})) is None


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"_rels/.rels": RELATIONS.format("xl/workbook.bin")}, "a binary Excel workbook (xlsb)"),
        ({"_rels/.rels": RELATIONS.format("word/document.xml")}, "a Word document (docx)"),
        ({"_rels/.rels": RELATIONS.format("/ppt/presentation.xml")}, "a PowerPoint presentation (pptx)"),
        ({"_rels/.rels": RELATIONS.format("visio/document.xml")}, "a Visio drawing (vsdx)"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "an OpenDocument spreadsheet (ods)"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet-template"}, "an OpenDocument spreadsheet (ods)"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "an OpenDocument text (odt)"),
        ({"mimetype": "application/vnd.oasis.opendocument.graphics"}, "an OpenDocument file"),
        ({"Index/Document.iwa": ""}, "a document of Apple Numbers, Pages or Keynote"),
        ({"bill.csv": "Manufacturer"}, "a zip archive"),
        ({"mimetype": "application/epub+zip"}, "a zip archive"),
    ],
)
def test_other_archives_have_a_name_and_something_to_do(parts: dict[str, str], what: str) -> None:
    kind = archive_kind(archive(**parts))
    assert kind
    assert kind.what == what
    assert kind.todo.endswith(".")


def test_an_archive_that_is_not_sound_is_damaged() -> None:
    with pytest.raises(DamagedError):
        archive_kind(io.BytesIO(b"PK\x03\x04 and no more"))


@pytest.mark.parametrize(
    ("streams", "what"),
    [
        (("Workbook",), "an old Excel workbook (xls)"),
        (("WORKBOOK", "SummaryInformation"), "an old Excel workbook (xls)"),
        (("\x05SummaryInformation", "Book"), "an old Excel workbook (xls)"),
        (("EncryptionInfo", "EncryptedPackage"), "a document locked with a password"),
        (("1Table", "WordDocument"), "an old Word document (doc)"),
        (("PowerPoint Document",), "an old PowerPoint presentation (ppt)"),
        (("Other",), "an old Office document (such as xls or doc)"),
        ((), "an old Office document (such as xls or doc)"),
    ],
)
@pytest.mark.parametrize(("sector", "shift"), [(0, 9), (7, 9), (1, 12)])
def test_ole_files_are_told_by_their_streams(streams: tuple[str, ...], what: str, sector: int, shift: int) -> None:
    assert compound_kind(compound(*streams, sector=sector, shift=shift)).what == what


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0", b"\xd0\xcf\x11\xe0" + b"\xff" * 600])
def test_an_ole_file_that_is_not_sound_still_has_a_name(data: bytes) -> None:
    assert compound_kind(io.BytesIO(data)).what == "an old Office document (such as xls or doc)"
