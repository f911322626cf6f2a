"""The indexes of the names of a list's entries: to be built once, and kept beside them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from vendorcheck.model.watchlist import FIRM_KINDS, ListEntry
from vendorcheck.resolve.index import IndexedName, build

#: Takes how many entries are done.
Watch = Callable[[int], None]

#: After how many entries it is told.
_TOLD_EVERY = 500


class ListIndexes(NamedTuple):
    """The names of firms, and those of persons, which are asked otherwise; names of no other kind are in any."""

    firms: bytes
    persons: bytes


def list_indexes(entries: Sequence[ListEntry], watch: Watch | None = None) -> ListIndexes:
    """Return the indexes of the names of these entries; `watch` is told of how many entries it is done."""
    persons = [entry for entry in entries if entry.kind == "person"]
    firms = [entry for entry in entries if entry.kind in FIRM_KINDS]
    return ListIndexes(build(_names(firms, 0, watch)), build(_names(persons, len(firms), watch)))


def _names(entries: Iterable[ListEntry], done: int, watch: Watch | None) -> Iterator[IndexedName]:
    """Each name of each entry once."""
    for at, entry in enumerate(entries, done):
        if watch and not at % _TOLD_EVERY:
            watch(at)
        yield from (IndexedName(text, entry.id) for text in dict.fromkeys(entry.names))
