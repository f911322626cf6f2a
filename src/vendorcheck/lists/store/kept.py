"""A list of the store, read where it lies: nothing of it is read before it is asked for."""

import hashlib
import mmap
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store.faults import damaged
from vendorcheck.lists.store.kept_record import ENTRIES, FIRMS, PERSONS, SOURCES, KeptRecord
from vendorcheck.lists.store.new_snapshot import key_of
from vendorcheck.lists.store.record_file import read_record
from vendorcheck.lists.store.snapshot_id import SnapshotId
from vendorcheck.model.watchlist import LeftOut, ListEntry, Snapshot

if TYPE_CHECKING:
    from vendorcheck.lists.store.entries_file import EntriesFile


class Kept:
    """A snapshot of the store, as screening sees a list."""

    def __init__(self, folder: Path, name: SnapshotId) -> None:
        """Read what the snapshot says of itself; an error where it is not whole, or is another one."""
        self.folder, self.id = folder, name
        self.kept: KeptRecord = read_record(folder)
        self._check_sizes()
        of_folder = (folder.parent.name, name.day, name.key)
        if (self.record.list, self.kept.day, key_of(self.record, self.kept.content)) != of_folder:
            raise damaged(folder, "it was renamed, or its record changed")

    @property
    def record(self) -> Snapshot:
        """What is known of the list."""
        return self.kept.snapshot

    @cached_property
    def firms(self) -> memoryview:
        """The index of the names of entries that are firms, or of which nobody says what they are."""
        return self._mapped(FIRMS)

    @cached_property
    def persons(self) -> memoryview:
        """The index of the names of persons."""
        return self._mapped(PERSONS)

    def entry(self, name: str) -> ListEntry | None:
        """Return the entry with this id; None where there is none."""
        return self._entries.entry(name)

    def ids(self) -> Iterable[str]:
        """Return the ids of all entries."""
        return self._entries.ids()

    def entries(self) -> Iterator[ListEntry]:
        """Yield all entries in the order of the list."""
        return self._entries.entries()

    def records(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of all entries, each with its entry as `entry_text` has it."""
        return self._entries.records()

    def left_out(self) -> Iterator[LeftOut]:
        """Yield the rows of the files that are no part of an entry."""
        return self._entries.left_out()

    def sources(self) -> tuple[SourceFile, ...]:
        """Return the files of the list as they were imported; an error where they are not those any more."""
        from vendorcheck.lists.store.sources_file import read_sources  # noqa: PLC0415 (few runs ask for them)

        return read_sources(self.folder / SOURCES, self.record.files)

    def check(self) -> None:
        """Read every file of the snapshot; an error where one is not what was written."""
        for name, kept in self.kept.files.items():
            try:
                with (self.folder / name).open("rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                raise damaged(self.folder, f"its {name} cannot be read ({error.strerror or error})") from error
            if digest != kept.digest:
                raise damaged(self.folder, f"its {name} was changed after it was written")

    @cached_property
    def _entries(self) -> "EntriesFile":
        from vendorcheck.lists.store.entries_file import EntriesFile  # noqa: PLC0415 (a run without hits asks for none)

        return EntriesFile(self.folder / ENTRIES)

    def _mapped(self, name: str) -> memoryview:
        try:
            with (self.folder / name).open("rb") as file:
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError) as error:
            raise damaged(self.folder, f"its {name} cannot be read ({error})") from error

    def _check_sizes(self) -> None:
        for name, kept in self.kept.files.items():
            try:
                size = (self.folder / name).stat().st_size
            except OSError as error:
                raise damaged(self.folder, f"its {name} cannot be read ({error.strerror or error})") from error
            if size != kept.size:
                raise damaged(self.folder, f"its {name} has {size} bytes and not {kept.size}")


class At(NamedTuple):
    """The snapshot that holds on a day; `later` says that the list is not kept as it was then."""

    kept: Kept
    later: bool


class Added(NamedTuple):
    """A snapshot of the store; `is_new` says that it was not there before."""

    kept: Kept
    is_new: bool
