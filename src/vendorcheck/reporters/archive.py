"""A zip archive read within bounds: nothing of it is unpacked to disk, and nothing swells beyond what it declares."""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from vendorcheck.model.errors import Spot, VendorcheckError

#: Bounds that no honest archive reaches: how many members, and how large all are together, unpacked.
MAX_MEMBERS, MAX_TOTAL = 20_000, 2 * 2**30

_CHUNK = 2**20

#: What reading a damaged archive may raise.
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)


class Archive:
    """An open archive: its members by name, each once."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        """Look into an archive; an error where it is damaged, or holds more than it may."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(file)
        except DAMAGE as error:
            raise self._damaged(str(error)) from error
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        self.members: Mapping[str, zipfile.ZipInfo] = {info.filename: info for info in infos}
        if len(self.members) < len(infos):
            raise self._damaged("two members have one name")
        if len(infos) > MAX_MEMBERS:
            raise self._damaged(f"it has more than {MAX_MEMBERS} members")
        if sum(info.file_size for info in infos) > MAX_TOTAL:
            raise self._damaged(f"unpacked it is larger than {MAX_TOTAL // 2**30} GiB")

    @contextmanager
    def open(self, member: str) -> Iterator[BinaryIO]:
        """Give a member to read; what is wrong with it is an error."""
        if member not in self.members:
            raise self._damaged(f"it has no {member}")
        try:
            with self._zip.open(self.members[member]) as file:
                yield file  # type: ignore[misc]  # it reads bytes, as one does
        except DAMAGE as error:
            raise self._damaged(f"{member} cannot be read: {error}") from error

    def read(self, member: str) -> bytes:
        """Return the bytes of a member."""
        with self.open(member) as file:
            return file.read(self.members[member].file_size + 1)

    def digest(self, member: str) -> str:
        """Return the SHA-256 of a member, read piece by piece."""
        digest = hashlib.sha256()
        with self.open(member) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def _damaged(self, why: str) -> VendorcheckError:
        return VendorcheckError(
            "report_invalid",
            f"{self.name} is no bundle that can be read: {why}",
            spot=Spot(self.name),
            help="Take the file that `-o bundle=PATH` wrote, as it was written.",
        )
