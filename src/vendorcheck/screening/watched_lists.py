"""The lists that a run screens against: from the store by name, or from a file; and whether its rules have theirs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import vendorcheck
from vendorcheck.evaluate import World
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.report import ListRecord
from vendorcheck.model.watchlist import NEVER_COMPARED, ListEntry, OpenList, is_list_file
from vendorcheck.screening.given_list import GivenList
from vendorcheck.screening.request import AskedList

if TYPE_CHECKING:
    from vendorcheck.lists.store import Kept, Store


class WatchedList(NamedTuple):
    """A list that a run screens against; `later` says that none is kept from before the day of the run."""

    open: OpenList
    later: bool = False
    is_file: bool = False

    @property
    def name(self) -> str:
        """What the list is called, which begins the ids of its entries."""
        return self.open.record.list

    @property
    def record(self) -> ListRecord:
        """The list as a report speaks of it."""
        record = self.open.record
        return ListRecord(
            name=record.list,
            digest=record.digest,
            dated=record.dated,
            entries=record.entries,
            title=record.title,
            dated_by=record.dated_by,
            imported=None if self.is_file else record.imported,
            names=record.names,
            not_compared={kind: record.kinds[kind] for kind in NEVER_COMPARED if record.kinds.get(kind)},
            left_out=dict(record.left_out),
            later=self.later,
        )


class Entries(Mapping[str, ListEntry]):
    """The entries of some lists by their ids, each fetched when it is first asked for."""

    def __init__(self, lists: Sequence[OpenList]) -> None:
        """Look entries up in these lists."""
        self._lists = lists
        self._known: dict[str, ListEntry | None] = {}

    def __getitem__(self, name: str) -> ListEntry:
        """Return the entry with this id; a KeyError where no list has it."""
        if name not in self._known:
            of_its_list = (each for each in self._lists if name.startswith(f"{each.record.list}:"))
            self._known[name] = next(filter(None, (each.entry(name) for each in of_its_list)), None)
        entry = self._known[name]
        if entry is None:
            raise KeyError(name)
        return entry

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of all entries."""
        return (name for each in self._lists for name in each.ids())

    def __len__(self) -> int:
        """Return how many entries there are."""
        return sum(each.record.entries for each in self._lists)


class Ids(Collection[str]):
    """The ids of the entries of one list; whether it has one is asked without reading them all."""

    def __init__(self, of: OpenList) -> None:
        """Ask this list."""
        self._of = of

    def __contains__(self, name: object) -> bool:
        """Return whether the list has an entry with this id."""
        return isinstance(name, str) and self._of.entry(name) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield all ids."""
        return iter(self._of.ids())

    def __len__(self) -> int:
        """Return how many entries there are."""
        return self._of.record.entries


def watched_lists(asked: Sequence[AskedList], store: Path | None, as_of: date, today: date) -> tuple[WatchedList, ...]:
    """Return the lists to screen against as they stood on a day; each needs a name of its own, which findings bear."""
    _refuse_twice([each.text for each in asked], "the list {} is given twice", "Give it once.")
    lists = tuple(_given(each, today) if is_list_file(each.text) else _kept(each, store, as_of) for each in asked)
    _refuse_twice([each.name for each in lists], "two lists are called {!r}", "Give one of them, or rename a file.")
    return lists


def check_lists(world: World, lists: Sequence[WatchedList]) -> None:
    """Refuse a run in which a rule asks for a list that was not given: it could never be reached."""
    given = {each.name for each in lists}
    for rule in world.rules:
        missing = next((name for name in rule.lists if name not in given), None)
        if missing is not None:
            raise VendorcheckError(
                "usage",
                f"the rule {rule.id!r} asks for the list {missing!r}, which is not given",
                help=f"Give it with --list {missing}, or from a file: --list {missing}.csv.",
            )


def _given(asked: AskedList, today: date) -> WatchedList:
    # The formats are many, and a run that names kept lists reads none of them.
    from vendorcheck.lists.reading import read_list  # noqa: PLC0415
    from vendorcheck.lists.snapshots import snapshot_of  # noqa: PLC0415
    from vendorcheck.lists.source_file import SourceFile  # noqa: PLC0415

    file = SourceFile.read(Path(asked.text))
    read = read_list([file])
    record = snapshot_of(read, [file], today, vendorcheck.__version__)
    return WatchedList(GivenList(record, read.parsed.entries), is_file=True)


def _kept(asked: AskedList, store: Path | None, as_of: date) -> WatchedList:
    if asked.meant is None:
        at = store_of(asked.store or store).at(asked.text, as_of)
        return WatchedList(at.kept, at.later)
    meant = snapshot_meant(asked.meant, store_of(asked.store or store))
    return WatchedList(meant, meant.kept.day > as_of)


def snapshot_meant(meant: ListRecord, store: "Store") -> "Kept":
    """Return the snapshot of a list that a report was made with; an error where the store has none with its digest.

    The same files may have been imported on several days or for several dates: the one that is the same in all is
    meant. A damaged one beside it is no matter.
    """
    damage, same = None, list["Kept"]()
    for each in store.ids(meant.name):
        try:
            kept = store.open(meant.name, each)
        except VendorcheckError as error:
            damage = error
        else:
            same += [kept] if kept.record.digest == meant.digest else []
    if same:
        return max(same, key=lambda kept: WatchedList(kept).record == meant._replace(later=False))
    if damage is not None:
        raise damage
    raise VendorcheckError(
        "list_invalid",
        f"the store {store.folder.as_posix()} does not keep the list {meant.name} as the report was made with it",
        help="Import the same files again with `vendorcheck lists import`, or verify a bundle, which holds them.",
    )


def store_of(folder: Path | None) -> "Store":
    """Return the store in a folder, or that of the user where none is named."""
    from vendorcheck.lists.store import Store, default_folder  # noqa: PLC0415 (most runs have no kept list)

    return Store(folder or default_folder())


def _refuse_twice(names: Sequence[str], message: str, todo: str) -> None:
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        raise VendorcheckError("usage", message.format(twice), help=todo)
