"""A snapshot to the disk: written under another name, and there as a whole once it is given its own."""

import hashlib
import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from vendorcheck.lists.store.entries_file import EntriesFile, write_entries
from vendorcheck.lists.store.entry_text import entry_text
from vendorcheck.lists.store.faults import unwritable
from vendorcheck.lists.store.kept_record import ENTRIES, FILES, FIRMS, PERSONS, SOURCES, KeptFile, KeptRecord
from vendorcheck.lists.store.new_snapshot import NewSnapshot, content_digest, sublists_of
from vendorcheck.lists.store.record_file import RECORD, record_text
from vendorcheck.lists.store.sources_file import write_sources

#: How folders begin that are being written, and those that are being deleted.
NEW, GONE = ".new-", ".gone-"

#: Where a file system knows no locks, what is older than this, in seconds, is nobody's.
_A_DAY = 86_400.0


@contextmanager
def writing(store: Path) -> Iterator[None]:
    """Turn what keeps a store from being written into an error that says so."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise unwritable(store, error) from error


@contextmanager
def staged(store: Path, new: NewSnapshot) -> Iterator[tuple[Path, KeptRecord]]:
    """Give a folder of the store that holds a snapshot, safely on the disk, and take it away unless it was renamed."""
    folder = own_folder(store, NEW)
    try:
        yield folder, _written(folder, new)
    finally:
        delete(folder)


def _written(folder: Path, new: NewSnapshot) -> KeptRecord:
    write_entries(folder / ENTRIES, ((entry.id, entry_text(entry)) for entry in new.entries), new.left_out)
    (folder / FIRMS).write_bytes(new.firms)
    (folder / PERSONS).write_bytes(new.persons)
    write_sources(folder / SOURCES, new.sources)
    record = KeptRecord(
        new.snapshot,
        sublists_of(new.entries),
        content_digest(text for _, text in EntriesFile(folder / ENTRIES).records()),
        {name: _kept_file(folder / name) for name in FILES},
    )
    (folder / RECORD).write_text(record_text(record), encoding="utf-8", newline="\n")
    for name in (*FILES, RECORD):
        _settle(folder / name)
    sync_folder(folder)
    return record


def _kept_file(path: Path) -> KeptFile:
    with path.open("rb") as file:
        return KeptFile(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _settle(path: Path) -> None:
    """Have a file on the disk, and nobody write to it."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
    path.chmod(stat.S_IMODE(path.stat().st_mode) & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def sync_folder(folder: Path) -> None:
    """Have the names of a folder's files on the disk, on systems that tell when they are."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def own_folder(store: Path, front: str) -> Path:
    """Return a new folder of the store that is no list; who may look into the store may look into it."""
    folder = store / f"{front}{token_hex(8)}"
    folder.mkdir()
    return folder


def delete(folder: Path) -> None:
    """Delete a folder of the store as far as it can be; what stays is taken away another time."""
    with suppress(OSError):
        if folder.is_symlink():
            folder.unlink()
            return
        for path in folder.iterdir():
            if not path.is_symlink() and path.is_file():
                path.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows deletes no file that is read-only
    shutil.rmtree(folder, ignore_errors=True)


def clean(store: Path, *, alone: bool) -> None:
    """Delete what imports and removals left that never ended; `alone`, nobody is at work on anything now."""
    for folder in leftovers(store):
        if alone or time.time() - folder.lstat().st_mtime > _A_DAY:
            delete(folder)


def leftovers(store: Path) -> Sequence[Path]:
    """Return the folders of a store that are no lists: being written or deleted, or left by what was killed."""
    return [path for path in store.iterdir() if path.name.startswith((NEW, GONE))]
