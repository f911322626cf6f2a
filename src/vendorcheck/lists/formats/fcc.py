"""The consolidated list of prohibited entities of the Federal Communications Commission, as CSV."""

import html
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.lists import fields
from vendorcheck.lists.fields import cleaned
from vendorcheck.lists.format import Format
from vendorcheck.lists.listed_name import listed_aliases, listed_name
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import Table, heads
from vendorcheck.model.watchlist import Alias, EntryKind, LeftOut, ListEntry

_SIGNS = ("entity_name", "aka", "source_list", "list_category", "federal_register_cite", "compiled_date")
_LEAST = 4

_NEEDED = ("entity_name", "aka", "source_list", "list_category", "date_added", "compiled_date")

#: The words by which a source list is known in its label, with its short name and its instrument.
_SOURCES = (
    (re.compile("covered list", re.IGNORECASE), "FCC", "us-fcc-covered-list"),
    (re.compile("military end.?user", re.IGNORECASE), "MEU", "us-bis-meu"),
    (re.compile("uflpa", re.IGNORECASE), "UFLPA", "us-uflpa"),
    (re.compile("bis entity list", re.IGNORECASE), "EL", "us-bis-entity-list"),
    (re.compile("cmic", re.IGNORECASE), "CMIC", "us-ns-cmic"),
    (re.compile("1260h", re.IGNORECASE), "1260H", "us-1260h"),
)

#: Foreign adversaries, which are states: whom they control is no question of names.
_STATES = "3"

#: What a thing is called that is listed whoever makes it.
_CATEGORY = re.compile(r"\b(?:foreign[- ]produced|foreign[- ]made|produced in (?:a|any) foreign)\b", re.IGNORECASE)

_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%m/%d/%Y", "%B %d, %Y")


class _Record(NamedTuple):
    entity_name: str
    aka: str
    country: str
    source_list: str
    list_category: str
    date_added: str
    federal_register_cite: str
    notes: str
    compiled_date: str
    list_category_label: str


def read_fcc(files: Sequence[SourceFile], name: str) -> ParsedList:
    """Return the list, with an entry for each list that a row was compiled from."""
    entries: list[ListEntry] = []
    left_out: list[LeftOut] = []
    notes: list[str] = []
    rows = 0
    compiled: set[date] = set()
    for file in files:
        table = Table(file, ",", _Record._fields, _NEEDED)
        for line, cells in table:
            record = _Record._make(map(html.unescape, cells))
            if not cleaned(record.entity_name):
                left_out.append(LeftOut(file.name, line, "names nobody"))
                continue
            entries += _entries(record, name)
            if day := fields.day_of(record.compiled_date, *_DAYS):
                compiled.add(day.first)
        rows += table.rows
        left_out += table.left_out
        notes += table.notes
    kept = fields.told_apart(entries)
    dated = max(compiled, default=None)
    return ParsedList(kept, rows, left_out, dated, "file" if dated else None, notes)


def _entries(record: _Record, list_name: str) -> Iterator[ListEntry]:
    """An entry a source: where there are several, nobody says of which of them the day and the citation are."""
    labels = [cleaned(label) for label in record.source_list.split(";") if label.strip()] or [""]
    shared = len(labels) > 1
    said = listed_name(record.entity_name)
    country = cleaned(record.country) or None
    cite = cleaned(record.federal_register_cite)
    for label in labels:
        short, instrument = _source(label)
        yield ListEntry(
            id=f"{list_name}:{fields.digest_of(list_name, label, said.name, country or '')}",
            list=list_name,
            name=said.name,
            aliases=_aliases(said.name, said.aliases, record.aka),
            country=country,
            since=None if shared else fields.day_of(record.date_added, *_DAYS),
            reference=None if shared else cite or None,
            standing="government_action",
            kind=_kind(record),
            instrument=instrument,
            programmes=tuple(filter(None, (short, cleaned(record.list_category_label)))),
            remarks=(*said.remarks, *_remarks(record, cite if shared else "", shared=shared)),
        )


def _source(label: str) -> tuple[str, str | None]:
    return next(((short, instrument) for words, short, instrument in _SOURCES if words.search(label)), (label, None))


def _kind(record: _Record) -> EntryKind:
    if record.list_category.strip() == _STATES or _CATEGORY.search(record.entity_name):
        return "category"
    return "unknown"


def _aliases(name: str, within: Sequence[Alias], aka: str) -> tuple[Alias, ...]:
    further = (*within, *listed_aliases(filter(str.strip, aka.split(";"))))
    return tuple({alias.text: alias for alias in further if alias.text != name}.values())


def _remarks(record: _Record, cite: str, *, shared: bool) -> Iterator[str]:
    if record.notes.strip():
        yield cleaned(record.notes)
    if shared and record.date_added.strip():
        yield f"Date added, to one of its lists: {cleaned(record.date_added)}"
    if cite:
        yield f"Citation, for one of its lists: {cite}"


def _recognises(file: SourceFile) -> bool:
    return heads(file, ",", _SIGNS, _LEAST)


FCC = Format("fcc", "FCC consolidated prohibited entity list (US), CSV", "fcc", _recognises, read_fcc)
