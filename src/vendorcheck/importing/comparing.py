"""A list that is to be kept against what the store has of it."""

from collections.abc import Iterator, Mapping, Sequence

from vendorcheck.importing.imported import Changes, Loss
from vendorcheck.lists.store import Kept, Store, entry_text, sublists_of
from vendorcheck.model.watchlist import FIRM_KINDS, EntryKind, ListEntry, Snapshot

#: A list, or a part of it, that loses more than this share of its entries is suspected not to be whole.
MOST_LOST = 1 / 3

#: Parts of a list with fewer entries may lose some without a question; none may lose all.
FEW = 10

#: The kinds that are searched for: lists that are all of one instrument have no other parts.
_COUNTED: Mapping[str, tuple[EntryKind, ...]] = {"entries of firms": FIRM_KINDS, "entries of persons": ("person",)}


def compared_with(store: Store, snapshot: Snapshot) -> Kept | None:
    """Return the snapshot before this one in time; None where the store has no older one.

    A list that lost its newest entries seems older where its date is that of its newest one: such a list is held
    against the newest snapshot, whatever its date.
    """
    ids = store.ids(snapshot.list)
    if snapshot.dated and snapshot.dated_by != "newest_entry":
        ids = tuple(each for each in ids if each.day <= snapshot.dated)
    return store.open(snapshot.list, ids[-1]) if ids else None


def changes_of(before: Kept, entries: Sequence[ListEntry]) -> Changes:
    """Return what differs from an older snapshot."""
    old, new = dict(before.records()), {entry.id: entry for entry in entries}
    both = [name for name in new if name in old]
    return Changes(
        before.id,
        added=len(new) - len(both),
        removed=len(old) - len(both),
        changed=sum(entry_text(new[name]) != old[name] for name in both),
        losses=tuple(_losses(before, entries)),
    )


def _losses(before: Kept, entries: Sequence[ListEntry]) -> Iterator[Loss]:
    old, new = before.kept.sublists, sublists_of(entries)
    whole = Loss(None, before.record.entries, len(entries))
    if _is_lost(whole.before, whole.after):
        yield whole
    else:
        yield from _losses_within(before.record, entries)
    if len(old) == 1 and old.keys() == new.keys():
        return
    for sublist, count in old.items():
        if _is_part_lost(count, new.get(sublist, 0)):
            yield Loss(sublist, count, new.get(sublist, 0))


def _losses_within(before: Snapshot, entries: Sequence[ListEntry]) -> Iterator[Loss]:
    """What a list lost that has most of its entries still: all its firms, its persons, or their further names."""
    for counted, kinds in _COUNTED.items():
        old, new = sum(before.kinds.get(kind, 0) for kind in kinds), sum(entry.kind in kinds for entry in entries)
        if old and _is_part_lost(old, new):
            yield Loss(None, old, new, counted)
    names = sum(len(dict.fromkeys(entry.names)) for entry in entries)
    if _is_lost(before.names, names):
        yield Loss(None, before.names, names, "names")


def _is_part_lost(before: int, after: int) -> bool:
    return not after or (before >= FEW and _is_lost(before, after))


def _is_lost(before: int, after: int) -> bool:
    return before - after > before * MOST_LOST
