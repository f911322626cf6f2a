"""The files of a list as they are given: bytes with a name, decoded where a reader asks for text."""

import hashlib
from functools import cached_property
from pathlib import Path

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.watchlist import ListedFile

#: No file of a list is larger, in bytes; the largest official ones are a tenth of it.
MAX_FILE = 2**30


class SourceFile:
    """A file of a list."""

    def __init__(self, name: str, content: bytes) -> None:
        """Take the bytes of a file under the name that errors and reports have for it."""
        self.name, self.content = name, content

    @classmethod
    def read(cls, path: Path) -> "SourceFile":
        """Return the file at a path; an error where it cannot be read or is larger than any list."""
        name = path.as_posix()
        try:
            with path.open("rb") as file:
                content = file.read(MAX_FILE + 1)
        except OSError as error:
            reason = error.strerror or str(error)
            raise VendorcheckError(
                "list_invalid", f"{name} cannot be read: {reason}", spot=Spot(name), help="Name the file of a list."
            ) from error
        if len(content) > MAX_FILE:
            raise VendorcheckError("list_invalid", f"{name} is larger than {MAX_FILE // 2**20} MiB", spot=Spot(name))
        return cls(name, content)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def record(self) -> ListedFile:
        """The file as a snapshot records it."""
        return ListedFile(self.name, self.digest)
