"""The parts of a workbook: members of a zip archive, unpacked within bounds."""

import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from vendorcheck.readers.workbook.damage import DamagedError

#: The largest directory of an archive in bytes, and the most members: workbooks have dozens, with pictures hundreds.
MAX_DIRECTORY = 2 << 20
MAX_MEMBERS = 10_000

#: How many bytes may come of each byte of the file, but for small parts: texts said again and again reach 60.
MAX_RATIO = 100
SMALL = 2 << 20

CHUNK = 1 << 16

_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 1

#: What Python's zip reader raises for an archive that is not sound.
_UNSOUND = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OverflowError)


class Package:
    """A zip archive whose members are parts, found by name whatever their case."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the directory of the archive; a DamagedError if it is not sound, or not that of a document."""
        self.packed = file.seek(0, 2)
        bounded = _Bounded(file)
        with _sound("is damaged: it begins like a zip archive and cannot be opened as one"):
            self._zip = zipfile.ZipFile(bounded)
        bounded.left = sys.maxsize
        self._members = self._checked()
        self._unpacked: dict[str, int] = {}

    def __contains__(self, part: str) -> bool:
        """Whether there is such a part."""
        return _key(part) in self._members

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the parts, in lower case."""
        return iter(self._members)

    def name(self, part: str) -> str:
        """Return the name of a part as the archive writes it."""
        return self._members[_key(part)].filename

    def size(self, part: str) -> int:
        """Return how many bytes a part has by the directory, beyond which it is never read; 0 if it is not there."""
        return self._members[_key(part)].file_size if part in self else 0

    def chunks(self, part: str) -> Iterator[bytes]:
        """Yield the bytes of a part in chunks; a DamagedError if it is not there, not sound, or out of bounds."""
        member = self._members.get(_key(part))
        if member is None:
            raise DamagedError(f"is damaged: its part {part} is missing")
        self._check_bounds(member)
        trouble = f"is damaged: its part {part} cannot be unpacked"
        with _sound(trouble):
            stream = self._zip.open(member)
        with stream:
            while True:
                with _sound(trouble):
                    chunk = stream.read(CHUNK)
                if not chunk:
                    return
                yield chunk

    def read(self, part: str, most: int) -> bytes:
        """Return the bytes of a part that may have so many at most."""
        if self.size(part) > most:
            raise DamagedError(f"has a part {part} of {self.size(part)} bytes, where at most {most} make sense")
        return b"".join(self.chunks(part))

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        members: dict[str, zipfile.ZipInfo] = {}
        if len(self._zip.infolist()) > MAX_MEMBERS:
            raise DamagedError(f"is a zip archive of more than {MAX_MEMBERS} members")
        for member in self._zip.infolist():
            if members.setdefault(_key(member.filename), member) is not member:
                raise DamagedError(f"is a zip archive that holds {member.filename} twice")
        return members

    def _check_bounds(self, member: zipfile.ZipInfo) -> None:
        """Refuse what unpacks to far more than the file, by itself or with what was unpacked before."""
        name = member.filename
        if member.flag_bits & _ENCRYPTED:
            raise DamagedError(f"is locked with a password: its part {name} cannot be read")
        if member.compress_type not in _STORED_OR_DEFLATED:
            raise DamagedError(f"is packed in a way that no spreadsheet program uses (method {member.compress_type})")
        self._unpacked[name] = member.file_size
        total = sum(self._unpacked.values())
        for unpacked, packed in ((member.file_size, member.compress_size), (total, self.packed)):
            if unpacked > max(SMALL, MAX_RATIO * packed):
                raise DamagedError(
                    f"unpacks to {unpacked} bytes from {packed} with its part {name}, "
                    f"more than {MAX_RATIO} times as many, as files do that are made to fill a computer's memory"
                )


class _Bounded:
    """A file of which only so many bytes are read."""

    def __init__(self, file: BinaryIO) -> None:
        self.left = MAX_DIRECTORY
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable
        self._read = file.read

    def read(self, size: int = -1) -> bytes:
        if size > self.left:
            raise DamagedError(f"is a zip archive with a directory of more than {MAX_DIRECTORY} bytes")
        data = self._read(self.left if size < 0 else size)
        self.left -= len(data)
        return data


@contextmanager
def _sound(trouble: str) -> Iterator[None]:
    """Turn what the zip reader raises into a DamagedError."""
    try:
        yield
    except _UNSOUND as error:
        raise DamagedError(f"{trouble}: {error}") from error


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
