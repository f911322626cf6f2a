"""Entries of a list in full, to a reader."""

from collections.abc import Iterator

from vendorcheck.cli.lists_found import Found
from vendorcheck.lists.store import Kept
from vendorcheck.model.watchlist import Alias, ListEntry
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, paragraph, row

_FIELDS = Indent(2, 14)


def found_rows(found: Found, kept: Kept, width: int) -> Iterator[Row]:
    """Yield each entry, and how many there are."""
    for entry in found.entries:
        yield row((entry.id, "strong"))
        yield from _entry(entry, width)
        yield EMPTY
    of = f"{kept.record.list} of {kept.id.day.isoformat()}"
    shown = "" if len(found.entries) == found.total else f", the first {len(found.entries)} shown"
    yield row(f"{found.total:,} {'entry' if found.total == 1 else 'entries'} of {of}{shown}")


def _entry(entry: ListEntry, width: int) -> Iterator[Row]:
    fields = (
        ("name", (entry.name,)),
        ("also", tuple(map(_alias, entry.aliases))),
        ("kind", (entry.kind,)),
        ("country", (entry.country,)),
        ("listed", (_listed(entry),)),
        ("instrument", (entry.instrument,)),
        ("programmes", (", ".join(entry.programmes),)),
        ("reference", (entry.reference,)),
        ("standing", (entry.standing.replace("_", " "),)),
        ("addresses", entry.addresses),
        ("identifiers", entry.identifiers),
        ("url", (entry.url,)),
        ("remarks", entry.remarks),
    )
    for label, texts in fields:
        for at, text in enumerate(filter(None, texts)):
            yield from paragraph("" if at else label, text, width, _FIELDS)


def _alias(alias: Alias) -> str:
    said = [word for word in (alias.type, alias.strength) if word not in ("alias", "strong")]
    return f"{alias.text} ({', '.join(said)})" if said else alias.text


def _listed(entry: ListEntry) -> str:
    since = f"since {entry.since.text}" if entry.since else ""
    until = f"until {entry.until.text}" if entry.until else ""
    return " ".join(filter(None, (since, until)))
