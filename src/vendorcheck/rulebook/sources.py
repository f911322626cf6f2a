"""Source texts in a folder: every file below it, with its digest and its text where it is text."""

import codecs
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vendorcheck.model.errors import Spot, VendorcheckError

#: A larger file is not read: no source document is as long, and memory stays within bounds.
MAX_BYTES = 16 * 2**20

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class SourceFile(NamedTuple):
    """A file: its name below the folder, the SHA-256 of its bytes, and its text in its encoding.

    Where there is no text, `unread` says why.
    """

    name: str
    digest: str = ""
    encoding: str = ""
    text: str | None = None
    unread: str | None = None


def read_sources(folder: Path) -> Iterator[SourceFile]:
    """Yield each file below a folder, in the order of names; an error where the folder or a file cannot be read."""
    if not folder.is_dir():
        raise _no_folder(folder)
    for path in sorted(_paths(folder)):
        yield _read(path, path.relative_to(folder).as_posix())


def read_source(path: Path) -> tuple[SourceFile, str]:
    """Return a file and its text; an error where it cannot be read or is not text."""
    if path.is_dir():
        message, todo = f"{path.as_posix()} is a folder", "Name the file of one text."
        raise VendorcheckError("source_unreadable", message, spot=Spot(path.as_posix()), help=todo)
    if not path.exists():
        message, todo = f"{path.as_posix()} does not exist", "Check the path; it is taken from the working folder."
        raise VendorcheckError("source_missing", message, spot=Spot(path.as_posix()), help=todo)
    file = _read(path, path.as_posix())
    if file.text is None:
        message, todo = f"{file.name} is no source text: {file.unread}", "Save it as plain text, in UTF-8."
        raise VendorcheckError("source_unreadable", message, spot=Spot(file.name), help=todo)
    return file, file.text


def decoded(content: bytes) -> tuple[str, str] | None:
    """Return encoding and text of a file's bytes; None for what is no text."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "utf-16-le", "utf-16-be", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Unmarked UTF-16 shows as NULs when read as anything else, and anything else as a text without line ends.
        if "\0" not in text and (not encoding.startswith("utf-16-") or "\n" in text):
            return encoding, text
    return None


def _paths(folder: Path) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        raise _unreadable(Path(error.filename or folder), error) from error

    for place, folders, names in os.walk(folder, onerror=fail):
        yield from (Path(place, name) for name in names)
        yield from (path for name in folders if (path := Path(place, name)).is_symlink())  # named, not followed


def _read(path: Path, name: str) -> SourceFile:
    try:
        status = path.stat()
        if not path.is_file():
            return SourceFile(name, unread="not a regular file")
        if status.st_size > MAX_BYTES:
            return SourceFile(name, unread=f"larger than {MAX_BYTES // 2**20} MiB")
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    digest = hashlib.sha256(content).hexdigest()
    read = decoded(content)
    if read is None:
        return SourceFile(name, digest, unread="not text")
    encoding, text = read
    return SourceFile(name, digest, encoding, text)


def _no_folder(folder: Path) -> VendorcheckError:
    name = folder.as_posix()
    if folder.exists():
        message, todo = f"{name} is not a folder", "Name the folder that holds the source texts."
        return VendorcheckError("source_unreadable", message, spot=Spot(name), help=todo)
    message, todo = f"the folder {name} does not exist", "Check the path; it is taken from the working folder."
    return VendorcheckError("source_missing", message, spot=Spot(name), help=todo)


def _unreadable(path: Path, error: OSError) -> VendorcheckError:
    name = path.as_posix()
    reason = error.strerror or str(error)
    todo = "Make it readable, or take it out of the folder; nothing was verified."
    return VendorcheckError("source_unreadable", f"{name} cannot be read: {reason}", spot=Spot(name), help=todo)
