"""A snapshot into the store."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

from vendorcheck.lists.store.kept import Added
from vendorcheck.lists.store.kept_record import KeptRecord
from vendorcheck.lists.store.locking import locked
from vendorcheck.lists.store.new_snapshot import NewSnapshot, key_of
from vendorcheck.lists.store.snapshot_id import SnapshotId
from vendorcheck.lists.store.writing import clean, staged, sync_folder, writing

if TYPE_CHECKING:
    from vendorcheck.lists.store import Store


def add(store: "Store", new: NewSnapshot) -> Added:
    """Keep a snapshot; see `Store.add`. The lock is held while anything is written, never while names are compared."""
    name = new.snapshot.list
    with writing(store.folder), ExitStack() as open_:
        store.folder.mkdir(parents=True, exist_ok=True)
        clean(store.folder, alone=open_.enter_context(locked(store.folder)))
        store.check_name(name)
        there = store.same(new.snapshot, new.entries)
        if there:
            return Added(there, is_new=False)
        temporary, record = open_.enter_context(staged(store.folder, new))
        snapshot = _free(store, name, record)
        folder = store.folder / name
        folder.mkdir(exist_ok=True)
        temporary.rename(folder / str(snapshot))
        sync_folder(folder)
        sync_folder(store.folder)
    return Added(store.open(name, snapshot), is_new=True)


def _free(store: "Store", name: str, record: KeptRecord) -> SnapshotId:
    numbers = [each.number for each in store.ids(name) if each.day == record.day]
    return SnapshotId(record.day, max(numbers, default=0) + 1, key_of(record.snapshot, record.content))
