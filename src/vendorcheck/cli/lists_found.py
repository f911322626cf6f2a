"""Entries of a list that somebody asks to see."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.lists.store import Kept
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import ListEntry


class Found(NamedTuple):
    """The entries to show, and how many there are in all."""

    entries: Sequence[ListEntry]
    total: int


def found_in(kept: Kept, entry: str | None, find: str | None, most: int) -> Found:
    """Return the entry with an id, or up to `most` entries that have a text in a name; an error for an unknown id."""
    if entry is not None:
        return Found((_entry(kept, entry),), 1)
    wanted = (find or "").casefold()
    found = [each for each in kept.entries() if any(wanted in name.casefold() for name in each.names)]
    return Found(found[:most], len(found))


def _entry(kept: Kept, name: str) -> ListEntry:
    entry = kept.entry(name)
    if entry is None:
        raise VendorcheckError(
            "unknown_name",
            f"the list {kept.record.list!r} of {kept.id.day.isoformat()} has no entry {name!r}",
            help=f"`vendorcheck lists show {kept.record.list} --find TEXT` finds entries by their names.",
        )
    return entry
