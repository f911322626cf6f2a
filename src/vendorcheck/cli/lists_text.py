"""What `lists` says to a reader."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vendorcheck.cli.evidence_text import counted
from vendorcheck.cli.lists_age import age_in_days, age_of
from vendorcheck.cli.lists_listed import Listed
from vendorcheck.importing import Changes, Imported
from vendorcheck.lists.store import Kept, SnapshotId, Store
from vendorcheck.model.policy import Policy
from vendorcheck.model.watchlist import DateBasis, LeftOut, Snapshot
from vendorcheck.reporters.text.rows import Indent, Row, Span, paragraph, row

_FIELDS = Indent(2, 14)

#: How many rows that were left out are told with their reason; all are counted.
_MAX_ROWS = 5

#: How many parts of a list are told on one line.
_MAX_PARTS = 40

_BASES: Mapping[DateBasis | None, str] = {
    "said": "as you said",
    "file": "as its files say",
    "server": "as its server said",
    "newest_entry": "that of its newest entry: it may be younger",
    None: "bears no date: counted from its import",
}


def import_rows(imported: Imported, store: Store, width: int) -> Iterator[Row]:
    """Yield what an import came to."""
    kept = imported.kept
    yield row((kept.record.list, "strong"), " · " + ("imported" if imported.is_new else "kept already, nothing to do"))
    yield from _snapshot(kept, width)
    yield from _left_out(kept, width)
    for note in imported.notes:
        yield from paragraph(Span("note", "warn"), note, width, _FIELDS)
    if imported.is_new:
        yield from _changes(imported.changes, width)
    yield from paragraph("kept in", f"{store.folder.as_posix()} as {kept.id}", width, _FIELDS)


def list_rows(lists: Sequence[Listed], store: Store, today: date, width: int) -> Iterator[Row]:
    """Yield each list with what to know before relying on it, and how many there are."""
    for each in lists:
        if each.newest is None:
            yield row((each.name, "strong"))
            yield from paragraph(Span("error", "bad"), str(each.error), width, _FIELDS, style="bad")
            if each.error and each.error.help:
                yield from paragraph("help", each.error.help, width, _FIELDS)
            continue
        record = each.newest.record
        yield row((each.name, "strong"), f" · {record.title}")
        yield from _dated(record, width)
        yield from _age(record, today, width)
        yield from paragraph("holds", _holds(record), width, _FIELDS)
        yield from paragraph("snapshots", str(each.snapshots), width, _FIELDS)
    yield row(f"{counted(len(lists), 'list')} in {store.folder.as_posix()}")
    if not lists:
        yield row("`vendorcheck lists import FILE` keeps one.")


def show_rows(kept: Kept, store: Store, today: date, width: int, *, checked: bool) -> Iterator[Row]:
    """Yield a snapshot with all that is known of it, and the snapshots of its list."""
    yield row((kept.record.list, "strong"), f" · {kept.id}")
    yield from _snapshot(kept, width)
    yield from _age(kept.record, today, width)
    yield from _left_out(kept, width)
    if checked:
        yield from paragraph("checked", "every file is as it was written", width, _FIELDS, style="good")
    for at, each in enumerate(reversed(store.ids(kept.record.list))):
        yield from paragraph("" if at else "snapshots", str(each), width, _FIELDS)


def remove_rows(store: Store, name: str, gone: Sequence[SnapshotId]) -> Iterator[Row]:
    """Yield what was removed, and what is left."""
    yield from (row(f"removed {name} · {each}") for each in gone)
    left = store.ids(name)
    yield row(f"{name}: {counted(len(gone), 'snapshot')} removed, {len(left)} left")


def _snapshot(kept: Kept, width: int) -> Iterator[Row]:
    record = kept.record
    yield from paragraph("title", record.title, width, _FIELDS)
    yield from paragraph("format", record.format, width, _FIELDS)
    yield from _dated(record, width)
    yield from paragraph("rows", f"{record.rows:,}", width, _FIELDS)
    yield from paragraph("holds", _holds(record), width, _FIELDS)
    parts = [f"{name} {count:,}" for name, count in kept.kept.sublists.items()]
    if len(parts) > 1:
        more = [f"{len(parts) - _MAX_PARTS} more"] if len(parts) > _MAX_PARTS else []
        yield from paragraph("parts", ", ".join([*parts[:_MAX_PARTS], *more]), width, _FIELDS)
    for at, file in enumerate(record.files):
        yield from paragraph("" if at else "files", f"{file.name} · sha256 {file.digest}", width, _FIELDS)
    yield from paragraph("read by", f"vendorcheck {record.importer}", width, _FIELDS)


def _dated(record: Snapshot, width: int) -> Iterator[Row]:
    told = f"of {record.dated.isoformat()}, " if record.dated else ""
    told += f"{_BASES[record.dated_by]} · imported {record.imported.isoformat()}"
    yield from paragraph("date", told, width, _FIELDS)


def _age(record: Snapshot, today: date, width: int) -> Iterator[Row]:
    days, policy = age_in_days(record, today), Policy()
    told = counted(days, "day")
    match age_of(days):
        case "fresh":
            yield from paragraph("age", told, width, _FIELDS)
        case "old":
            yield from paragraph(
                "age", f"{told}: more than {policy.list_warn_age_days}, import it anew", width, _FIELDS, style="warn"
            )
        case "too_old":
            todo = f"{told}: more than {policy.list_hard_age_days}, no run is to be relied on that screens against it"
            yield from paragraph("age", todo, width, _FIELDS, style="bad")


def _holds(record: Snapshot) -> str:
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in record.kinds.items() if count)
    return f"{_many(record.entries, 'entry', 'entries')} ({kinds}), {_many(record.names, 'name', 'names')}"


def _left_out(kept: Kept, width: int) -> Iterator[Row]:
    """The rows that are no part of an entry, by reason, with the first lines of each."""
    by_reason: dict[str, list[LeftOut]] = {}
    for each in kept.left_out():
        by_reason.setdefault(each.reason, []).append(each)
    for at, (reason, rows) in enumerate(by_reason.items()):
        lines = ", ".join(f"{each.file}:{each.line}" for each in rows[:_MAX_ROWS])
        more = " …" if len(rows) > _MAX_ROWS else ""
        label = Span("" if at else "left out", "warn")
        yield from paragraph(label, f"{_many(len(rows), 'row', 'rows')}: {reason} ({lines}{more})", width, _FIELDS)


def _changes(changes: Changes | None, width: int) -> Iterator[Row]:
    if changes is None:
        yield from paragraph("changes", "the first of its list", width, _FIELDS)
        return
    told = f"{changes.added:,} added, {changes.removed:,} removed, {changes.changed:,} changed since {changes.since}"
    yield from paragraph("changes", told, width, _FIELDS)
    for loss in changes.losses:
        yield from paragraph(Span("accepted", "warn"), str(loss), width, _FIELDS)


def _many(count: int, one: str, several: str) -> str:
    return f"{count:,} {one if count == 1 else several}"
