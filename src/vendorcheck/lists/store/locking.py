"""One at a time: who changes a store holds the lock on a file in it, which ends with the process whatever happens."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)


LOCK = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Wait until nobody else changes a folder; false where its file system knows no locks, and nothing is held."""
    with (folder / LOCK).open("ab") as file:
        try:
            _lock(file)
        except OSError:
            yield False
            return
        yield True
