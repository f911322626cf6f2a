"""A list that is given to a run as a file: its entries in memory, and the indexes of their names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from vendorcheck.model.watchlist import ListEntry, Snapshot
from vendorcheck.resolve import ListIndexes, list_indexes


class GivenList:
    """An open list over entries that were read already."""

    def __init__(self, record: Snapshot, entries: Sequence[ListEntry]) -> None:
        """Hold these entries; their names are indexed when they are first asked for."""
        self.record = record
        self._entries = {entry.id: entry for entry in entries}

    @property
    def firms(self) -> memoryview:
        """The index of the names of firms."""
        return memoryview(self._indexes.firms)

    @property
    def persons(self) -> memoryview:
        """The index of the names of persons."""
        return memoryview(self._indexes.persons)

    def entry(self, name: str) -> ListEntry | None:
        """Return the entry with this id; None where there is none."""
        return self._entries.get(name)

    def ids(self) -> Iterable[str]:
        """Return the ids of all entries."""
        return self._entries

    @cached_property
    def _indexes(self) -> ListIndexes:
        return list_indexes(tuple(self._entries.values()))


def record_of(name: str, digest: str, entries: Sequence[ListEntry], imported: date) -> Snapshot:
    """Return what is known of a list of one's own."""
    return Snapshot(
        list=name,
        title=name,
        format="own",
        files=(),
        digest=digest,
        dated=None,
        dated_by=None,
        imported=imported,
        importer="own",
        rows=len(entries),
        left_out={},
        entries=len(entries),
        names=sum(len(entry.names) for entry in entries),
        kinds=Counter(entry.kind for entry in entries),
    )
