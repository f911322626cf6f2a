"""A list that is to be kept against what the store has of it."""

from collections.abc import Iterator, Mapping, Sequence

from vendorcheck.importing.imported import Changes, Loss
from vendorcheck.lists.store import Kept, Store, entry_text, sublists_of
from vendorcheck.model.watchlist import ListEntry, Snapshot

#: A list, or a part of it, that loses more than this share of its entries is suspected not to be whole.
MOST_LOST = 1 / 3

#: Parts of a list with fewer entries may lose some without a question; none may lose all.
FEW = 10


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
        losses=tuple(_losses(before.kept.sublists, sublists_of(entries))),
    )


def _losses(before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[Loss]:
    whole = Loss(None, sum(before.values()), sum(after.values()))
    if _is_lost(whole.before, whole.after):
        yield whole
    if len(before) == 1 and before.keys() == after.keys():
        return
    for sublist, count in before.items():
        left = after.get(sublist, 0)
        if not left or (count >= FEW and _is_lost(count, left)):
            yield Loss(sublist, count, left)


def _is_lost(before: int, after: int) -> bool:
    return before - after > before * MOST_LOST
