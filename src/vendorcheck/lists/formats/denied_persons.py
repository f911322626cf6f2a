"""The Denied Persons List of the Bureau of Industry and Security, as tab-separated text: a row an address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vendorcheck.lists import fields
from vendorcheck.lists.fields import cleaned
from vendorcheck.lists.format import Format
from vendorcheck.lists.listed_name import ListedName, listed_name
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import NAMELESS, Table, heads
from vendorcheck.model.watchlist import LeftOut, ListEntry

_SIGNS = ("street_address", "effective_date", "expiration_date", "standard_order", "last_update", "fr_citation")
_LEAST = 4

_NEEDED = ("name", "effective_date", "expiration_date", "fr_citation")

_DAYS = ("%m/%d/%Y", "%Y-%m-%d")


class _Record(NamedTuple):
    name: str
    street_address: str
    city: str
    state: str
    country: str
    postal_code: str
    effective_date: str
    expiration_date: str
    standard_order: str
    last_update: str
    action: str
    fr_citation: str


#: Rows of one order against one bearer of a name.
_Order = tuple[str, str, str]


def read_denied_persons(files: Sequence[SourceFile], name: str) -> ParsedList:
    """Return the list: rows with one name and the days of one order are one entry with their addresses.

    They are sorted, so that an entry and its id are the same in whatever order the rows stand.
    """
    orders: dict[_Order, list[_Record]] = {}
    left_out: list[LeftOut] = []
    notes: list[str] = []
    rows = 0
    for file in files:
        table = Table(file, "\t", _Record._fields, _NEEDED)
        for line, cells in table:
            record = _Record._make(map(cleaned, cells))
            if record.name:
                order = (record.name, record.effective_date, record.expiration_date)
                orders.setdefault(order, []).append(record)
            else:
                left_out.append(LeftOut(file.name, line, NAMELESS))
        rows += table.rows
        left_out += table.left_out
        notes += table.notes
    entries = fields.told_apart(_entry(sorted(records), name) for records in orders.values())
    newest = fields.newest_day(entries)
    return ParsedList(entries, rows, left_out, newest, "newest_entry" if newest else None, notes)


def _entry(records: Sequence[_Record], list_name: str) -> ListEntry:
    first = records[0]
    said: ListedName = listed_name(first.name)
    country = fields.only_one(record.country for record in records if re.fullmatch("[A-Z]{2}", record.country))
    return ListEntry(
        id=fields.entry_id(list_name, "", said.name, country),
        list=list_name,
        name=said.name,
        aliases=said.aliases,
        country=country,
        since=fields.day_of(first.effective_date, *_DAYS),
        reference=_each(record.fr_citation for record in records),
        standing="government_action",
        kind="unknown",
        instrument="bis-denied-persons-list",
        programmes=("DPL",),
        until=fields.day_of(first.expiration_date, *_DAYS),
        addresses=tuple(dict.fromkeys(filter(None, map(_address, records)))),
        remarks=(
            *said.remarks,
            *_unread_days(first),
            *dict.fromkeys(record.action for record in records if record.action),
        ),
    )


def _unread_days(record: _Record) -> Iterator[str]:
    for word, text in (("Effective", record.effective_date), ("Expiration", record.expiration_date)):
        if text and fields.day_of(text, *_DAYS) is None:
            yield f"{word} date, which cannot be read: {text}"


def _each(texts: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, texts))) or None


def _address(record: _Record) -> str:
    parts = (record.street_address, record.city, record.state, record.postal_code, record.country)
    return ", ".join(filter(None, (part.strip(" ,") for part in parts)))


def _recognises(file: SourceFile) -> bool:
    return heads(file, "\t", _SIGNS, _LEAST)


DENIED_PERSONS = Format(
    "denied-persons", "Denied Persons List of BIS (US), TSV", "dpl", _recognises, read_denied_persons
)
