"""What a zip archive or an OLE file is, by what stands in it."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from vendorcheck.readers.workbook.contents import workbook_part
from vendorcheck.readers.workbook.package import Package

RESAVE = "Save it as XLSX or CSV and scan that file."
EXPORT = "Export the table it holds as CSV."


class Kind(NamedTuple):
    """What a file is that is not read, and what to do about it."""

    what: str
    todo: str


#: By the folder in which the document stands, or by its whole path.
_DOCUMENTS = (
    ("xl/workbook.bin", Kind("a binary Excel workbook (xlsb)", RESAVE)),
    ("word/", Kind("a Word document (docx)", EXPORT)),
    ("ppt/", Kind("a PowerPoint presentation (pptx)", EXPORT)),
    ("visio/", Kind("a Visio drawing (vsdx)", EXPORT)),
)

#: By the type that the archive says it has.
_TYPES = (
    (b"application/vnd.oasis.opendocument.spreadsheet", Kind("an OpenDocument spreadsheet (ods)", RESAVE)),
    (b"application/vnd.oasis.opendocument.text", Kind("an OpenDocument text (odt)", EXPORT)),
    (b"application/vnd.oasis.opendocument", Kind("an OpenDocument file", EXPORT)),
)
_TYPE, _MAX_TYPE = "mimetype", 1_000

_APPLE = Kind("a document of Apple Numbers, Pages or Keynote", "Export it as XLSX or CSV and scan that file.")
_APPLE_PARTS = ("index/document.iwa", "index.zip")

_ARCHIVE = Kind("a zip archive", "Unpack it, and scan the files in it.")

#: By the name of a stream, the tellingmost first.
_STREAMS = (
    (
        "encryptedpackage",
        Kind("a document locked with a password", "Save a copy without the password and scan that file."),
    ),
    ("workbook", Kind("an old Excel workbook (xls)", RESAVE)),
    ("book", Kind("an old Excel workbook (xls)", RESAVE)),
    ("worddocument", Kind("an old Word document (doc)", EXPORT)),
    ("powerpoint document", Kind("an old PowerPoint presentation (ppt)", EXPORT)),
)
_OLE = Kind("an old Office document (such as xls or doc)", RESAVE)

#: In an OLE file: where its header says how large a sector is and where the directory begins, and how its entries are.
_SECTOR_SHIFT, _DIRECTORY = 30, 48
_ENTRY, _NAME = 128, 64
_LOOKED_AT = 4096


def archive_kind(file: BinaryIO) -> Kind | None:
    """Return what a zip archive is; None for a workbook that is read, and a DamagedError for what is no archive."""
    package = Package(file)
    document = workbook_part(package)
    if document is not None:
        return next((kind for place, kind in _DOCUMENTS if document.lower().startswith(place)), None)
    if any(part in package for part in _APPLE_PARTS):
        return _APPLE
    type_said = package.read(_TYPE, _MAX_TYPE) if _TYPE in package else b""
    return next((kind for start, kind in _TYPES if type_said.startswith(start)), _ARCHIVE)


def compound_kind(file: BinaryIO) -> Kind:
    """Return what an OLE file is, by the streams at the beginning of its directory."""
    names = set(_streams(file))
    return next((kind for name, kind in _STREAMS if name in names), _OLE)


def _streams(file: BinaryIO) -> Iterator[str]:
    file.seek(0)
    header = file.read(512)
    shift = int.from_bytes(header[_SECTOR_SHIFT : _SECTOR_SHIFT + 2], "little")
    sector = int.from_bytes(header[_DIRECTORY : _DIRECTORY + 4], "little")
    file.seek((sector + 1) << min(shift, 12))
    directory = file.read(_LOOKED_AT)
    for at in range(0, len(directory), _ENTRY):
        yield directory[at : at + _NAME].decode("utf-16-le", "replace").partition("\0")[0].lower()
