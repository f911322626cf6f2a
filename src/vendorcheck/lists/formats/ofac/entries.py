"""Entries from the rows that belong together."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.lists.fields import Row, cleaned, distinct, entry_id, further_names, only_one
from vendorcheck.lists.formats.ofac.remarks import Remarks, read_remarks
from vendorcheck.lists.formats.ofac.sublists import SDN, listed_since, sublists
from vendorcheck.model.watchlist import Alias, EntryKind, ListEntry

#: OFAC has no word for what is neither a person nor a means of transport.
_KINDS: Mapping[str, EntryKind] = {
    "": "organisation",
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
}

_BETWEEN = re.compile(r"\]\s*\[")


class Joined(NamedTuple):
    """The row of an entry, with the rows of the other tables that have its number."""

    row: Row
    aliases: Sequence[Row]
    addresses: Sequence[Row]
    comments: Sequence[Row]


def programmes_of(text: str) -> tuple[str, ...]:
    """Return the programmes in a cell, which are written `SYRIA] [IRAN`."""
    return distinct(map(cleaned, _BETWEEN.split(text.strip("[] "))))


def sdn_entries(joined: Joined, list_name: str) -> Iterator[ListEntry]:
    """Yield the entry of a row of blocked persons."""
    remarks = _remarks(joined)
    entry = _entry(joined, list_name, remarks)
    yield entry._replace(instrument=SDN.instrument, programmes=(SDN.short, *entry.programmes))


def cons_entries(joined: Joined, list_name: str) -> Iterator[ListEntry]:
    """Yield an entry for each list that a row stands on, and one without an instrument where nothing says on which."""
    remarks = _remarks(joined)
    entry = _entry(joined, list_name, remarks)
    found = sublists(entry.programmes, remarks)
    for at, sublist in enumerate(found):
        yield entry._replace(
            id=f"{entry.id}/{sublist.short}" if at else entry.id,
            instrument=sublist.instrument,
            programmes=(sublist.short, *entry.programmes),
            since=listed_since(sublist, remarks),
        )
    if not found:
        yield entry


def _remarks(joined: Joined) -> Remarks:
    """The remarks, put together without a blank: they are cut wherever the column is full."""
    return read_remarks("".join((joined.row.cells[11], *(row.cells[1] for row in joined.comments))))


def _entry(joined: Joined, list_name: str, remarks: Remarks) -> ListEntry:
    number, name, kind, programmes, title, call_sign, model, _, _, flag, owner = joined.row.cells[:11]
    said = (
        ("Title", title),
        ("Vessel type", model),
        ("Vessel owner", owner),
    )
    countries = (flag, *(row.cells[4] for row in joined.addresses))
    return ListEntry(
        id=entry_id(list_name, number, cleaned(name), None),
        list=list_name,
        name=cleaned(name),
        aliases=further_names(cleaned(name), (*map(_alias, joined.aliases), *remarks.aliases)),
        country=only_one(map(cleaned, countries)),
        standing="government_action",
        kind=_KINDS[kind],
        programmes=programmes_of(programmes),
        addresses=distinct(", ".join(filter(None, map(cleaned, row.cells[2:5]))) for row in joined.addresses),
        identifiers=(*([f"Call sign {call_sign}"] if call_sign else ()), *remarks.numbers),
        remarks=(*(f"{what}: {cleaned(text)}" for what, text in said if text), *remarks.others),
    )


def _alias(row: Row) -> Alias:
    return Alias(cleaned(row.cells[3]), "former" if row.cells[2] == "fka" else "alias")
