"""Snapshots out of the store."""

from collections.abc import Collection
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from vendorcheck.lists.store.locking import locked
from vendorcheck.lists.store.snapshot_id import SnapshotId
from vendorcheck.lists.store.writing import GONE, clean, delete, own_folder, sync_folder, writing

if TYPE_CHECKING:
    from vendorcheck.lists.store import Store


def remove(store: "Store", name: str, snapshots: Collection[SnapshotId]) -> None:
    """Take snapshots away; see `Store.remove`. Each is renamed before it is deleted: none is ever half there."""
    of_list = store.folder / name
    with writing(store.folder), ExitStack() as open_:
        clean(store.folder, alone=open_.enter_context(locked(store.folder)))
        gone = own_folder(store.folder, GONE)
        for each in snapshots:
            with suppress(FileNotFoundError):  # somebody else was quicker
                (of_list / str(each)).rename(gone / str(each))
        sync_folder(of_list)
        for folder in gone.iterdir():
            delete(folder)
        delete(gone)
        if not store.ids(name):
            with suppress(OSError):  # something that is not ours lies in it
                of_list.rmdir()
