"""The indexes of the names of a list's entries: to be built once, and kept beside them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vendorcheck.model.watchlist import FIRM_KINDS, EntryKind, ListEntry
from vendorcheck.resolve.index import IndexedName, build


class ListIndexes(NamedTuple):
    """The names of firms, and those of persons, which are asked otherwise; names of no other kind are in any."""

    firms: bytes
    persons: bytes


def list_indexes(entries: Sequence[ListEntry]) -> ListIndexes:
    """Return the indexes of the names of these entries."""
    return ListIndexes(build(_names(entries, FIRM_KINDS)), build(_names(entries, ("person",))))


def _names(entries: Iterable[ListEntry], kinds: Sequence[EntryKind]) -> Iterable[IndexedName]:
    """Each name of each entry once."""
    of_kind = (entry for entry in entries if entry.kind in kinds)
    return (IndexedName(text, entry.id) for entry in of_kind for text in dict.fromkeys(entry.names))
