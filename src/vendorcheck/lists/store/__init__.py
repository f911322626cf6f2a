"""The store: lists as they were imported, each with its history, in a folder that says all by what is in it."""

from collections.abc import Collection, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from vendorcheck.lists.store.entry_text import entry_text
from vendorcheck.lists.store.faults import unreadable
from vendorcheck.lists.store.kept import Added, At, Kept
from vendorcheck.lists.store.names import check_list_name, is_list_name
from vendorcheck.lists.store.new_snapshot import NewSnapshot, content_digest, key_of, sublist_of, sublists_of
from vendorcheck.lists.store.place import default_folder
from vendorcheck.lists.store.snapshot_id import SnapshotId
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import ListEntry, Snapshot


class Store:
    """Lists and their snapshots in a folder, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        """Look at a folder; nothing is read yet."""
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """Return the names of all lists that have a snapshot, in alphabetical order."""
        return tuple(name for name in sorted(self._inside(self.folder)) if is_list_name(name) and self.ids(name))

    def ids(self, name: str) -> tuple[SnapshotId, ...]:
        """Return the names of a list's snapshots, oldest first; none where there is no such list."""
        found = map(SnapshotId.parse, self._inside(self.folder / name) if is_list_name(name) else ())
        return tuple(sorted(each for each in found if each))

    def snapshots(self, name: str) -> tuple[Kept, ...]:
        """Return the snapshots of a list, oldest first by their list date, else the day of their import."""
        return tuple(self.open(name, each) for each in self.ids(self.known(name)))

    def open(self, name: str, snapshot: SnapshotId) -> Kept:
        """Return a snapshot; an error where it is not whole."""
        return Kept(self.folder / name / str(snapshot), snapshot)

    def newest(self, name: str) -> Kept:
        """Return the newest snapshot of a list; an error where there is no such list."""
        return self.open(name, self.ids(self.known(name))[-1])

    def at(self, name: str, day: date) -> At:
        """Return the newest snapshot that is not after a day; where there is none, the oldest after it."""
        ids = self.ids(self.known(name))
        until = [each for each in ids if each.day <= day]
        return At(self.open(name, until[-1] if until else ids[0]), later=not until)

    def chosen(self, name: str, snapshot: str) -> SnapshotId:
        """Return the one snapshot of a list whose name begins so; an error where none does, or several do."""
        ids = self.ids(self.known(name))
        found = [each for each in ids if str(each).startswith(snapshot)]
        if len(found) != 1:
            many = "several snapshots" if found else "no snapshot"
            raise VendorcheckError(
                "unknown_name",
                f"the list {name!r} has {many} {snapshot!r}",
                help=f"`vendorcheck lists show {name}` names them: {', '.join(map(str, (found or ids)[-5:]))}.",
            )
        return found[0]

    def known(self, name: str) -> str:
        """Return the name of a list that is there; an error with what was meant where it is not."""
        if self.ids(name):
            return name
        names = self.names()
        close = get_close_matches(name, names, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        todo = f"There are: {', '.join(names)}." if names else "It has none: `vendorcheck lists import FILE`."
        message = f"the store {self.folder.as_posix()} has no list {name!r}{hint}"
        raise VendorcheckError("unknown_name", message, help=todo)

    def check_name(self, name: str) -> None:
        """Refuse a name that no list may have, or that another list has but for capitals."""
        check_list_name(name)
        twin = next((each for each in self.names() if each != name and each.lower() == name.lower()), None)
        if twin:
            raise VendorcheckError(
                "usage", f"the list {name!r} differs from {twin!r} only in capitals", help=f"Call it {twin}."
            )

    def same(self, snapshot: Snapshot, entries: Sequence[ListEntry]) -> Kept | None:
        """Return the last snapshot of the day that this one counts from, where it is the same; None otherwise."""
        day = snapshot.dated or snapshot.imported
        of_day = [each for each in self.ids(snapshot.list) if each.day == day]
        if not of_day or of_day[-1].key != key_of(snapshot, content_digest(map(entry_text, entries))):
            return None
        return self.open(snapshot.list, of_day[-1])

    def add(self, new: NewSnapshot) -> Added:
        """Keep a snapshot, whole or not at all; the same as the last of its day is not kept twice."""
        from vendorcheck.lists.store.adding import add  # noqa: PLC0415 (screening only reads)

        return add(self, new)

    def remove(self, name: str, snapshots: Collection[SnapshotId]) -> None:
        """Take snapshots of a list away; each is gone at once, and the list with the last."""
        from vendorcheck.lists.store.removing import remove  # noqa: PLC0415 (the same)

        remove(self, name, snapshots)

    def _inside(self, folder: Path) -> Sequence[str]:
        try:
            return [path.name for path in folder.iterdir() if path.is_dir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise unreadable(self.folder, error) from error


__all__ = [
    "Added",
    "At",
    "Kept",
    "NewSnapshot",
    "SnapshotId",
    "Store",
    "default_folder",
    "entry_text",
    "sublist_of",
    "sublists_of",
]
