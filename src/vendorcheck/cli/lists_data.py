"""What `lists` says as JSON: schemas of their own, written field by field."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from vendorcheck.cli.lists_age import age_in_days, age_of
from vendorcheck.cli.lists_found import Found
from vendorcheck.cli.lists_listed import Listed
from vendorcheck.importing import Changes, Imported
from vendorcheck.lists.store import Kept, SnapshotId, Store
from vendorcheck.model.watchlist import ListEntry

IMPORT_SCHEMA = "vendorcheck.lists-import/v0"
LIST_SCHEMA = "vendorcheck.lists/v0"
SHOW_SCHEMA = "vendorcheck.lists-show/v0"
ENTRIES_SCHEMA = "vendorcheck.lists-entries/v0"
REMOVE_SCHEMA = "vendorcheck.lists-remove/v0"

Data = dict[str, Any]


def import_data(imported: Imported, store: Store) -> Data:
    """Return what an import came to."""
    return {
        "schema": IMPORT_SCHEMA,
        "store": store.folder.as_posix(),
        "imported": imported.is_new,
        "snapshot": snapshot_data(imported.kept),
        "left_out_rows": [each._asdict() for each in imported.kept.left_out()],
        "notes": list(imported.notes),
        "changes": _changes(imported.changes),
    }


def list_data(lists: Sequence[Listed], store: Store, today: date) -> Data:
    """Return the lists of a store, each with its newest snapshot."""
    return {"schema": LIST_SCHEMA, "store": store.folder.as_posix(), "lists": [_listed(each, today) for each in lists]}


def show_data(kept: Kept, store: Store, today: date, *, checked: bool) -> Data:
    """Return a snapshot with all that is known of it, and the names of all snapshots of its list."""
    return {
        "schema": SHOW_SCHEMA,
        "store": store.folder.as_posix(),
        **_aged(kept, today),
        "snapshot": snapshot_data(kept),
        "checked": checked,
        "left_out_rows": [each._asdict() for each in kept.left_out()],
        "snapshots": [str(each) for each in store.ids(kept.record.list)],
    }


def found_data(found: Found, kept: Kept) -> Data:
    """Return entries of a list in full."""
    return {
        "schema": ENTRIES_SCHEMA,
        "list": kept.record.list,
        "snapshot": str(kept.id),
        "found": found.total,
        "entries": [_entry(entry) for entry in found.entries],
    }


def remove_data(store: Store, name: str, gone: Sequence[SnapshotId]) -> Data:
    """Return what was removed, and what is left of the list."""
    return {
        "schema": REMOVE_SCHEMA,
        "store": store.folder.as_posix(),
        "list": name,
        "removed": [str(each) for each in gone],
        "left": [str(each) for each in store.ids(name)],
    }


def snapshot_data(kept: Kept) -> Data:
    """Return what is known of a snapshot."""
    record = kept.record
    return {
        "id": str(kept.id),
        "list": record.list,
        "title": record.title,
        "format": record.format,
        "dated": record.dated.isoformat() if record.dated else None,
        "dated_by": record.dated_by,
        "imported": record.imported.isoformat(),
        "importer": record.importer,
        "files": [{"name": each.name, "sha256": each.digest} for each in record.files],
        "sha256": record.digest,
        "rows": record.rows,
        "left_out": dict(record.left_out),
        "entries": record.entries,
        "names": record.names,
        "kinds": dict(record.kinds),
        "sublists": dict(kept.kept.sublists),
    }


def _listed(listed: Listed, today: date) -> Data:
    newest = listed.newest
    if newest is None:
        return {"list": listed.name, "snapshots": listed.snapshots, "error": str(listed.error), "snapshot": None}
    return {
        "list": listed.name,
        "snapshots": listed.snapshots,
        "error": None,
        **_aged(newest, today),
        "snapshot": snapshot_data(newest),
    }


def _aged(kept: Kept, today: date) -> Data:
    days = age_in_days(kept.record, today)
    return {"age_days": days, "age": age_of(days)}


def _changes(changes: Changes | None) -> Data | None:
    if changes is None:
        return None
    return {**changes._asdict(), "since": str(changes.since), "losses": [each._asdict() for each in changes.losses]}


def _entry(entry: ListEntry) -> Data:
    data: Data = entry._asdict()
    for name in ("since", "until"):
        data[name] = data[name].text if data[name] else None
    data["aliases"] = [alias._asdict() for alias in entry.aliases]
    return data
