"""The Consolidated Screening List of the United States as CSV and as TSV, in all forms that it has had."""

from collections.abc import Sequence

from vendorcheck.lists import fields
from vendorcheck.lists.format import Format
from vendorcheck.lists.formats.csl_record import Record, entry_of, notes_on
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import NAMELESS, Table, heads
from vendorcheck.model.watchlist import LeftOut, ListEntry

#: Headings that no other table has: so many of them are the list, though it lacks a column.
SIGNS = (
    "entity_number",
    "programs",
    "federal_register_notice",
    "standard_order",
    "license_requirement",
    "license_policy",
    "gross_registered_tonnage",
    "source_list_url",
    "source_information_url",
    "alt_names",
)
_LEAST = 5

#: Columns without which nobody could be found, or could be told why.
NEEDED = (
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "alt_names",
)

#: Columns that stand in every form of the list and are of no use here.
_UNREAD = ("_id", "standard_order", "gross_tonnage", "gross_registered_tonnage", "places_of_birth")


def read_csl(files: Sequence[SourceFile], name: str) -> ParsedList:
    """Return the list in one file or several parts."""
    found: list[tuple[str, ListEntry]] = []
    left_out: list[LeftOut] = []
    notes: list[str] = []
    rows = 0
    for file in files:
        table = Table(file, _delimiter(file), (*Record._fields, *_UNREAD), NEEDED)
        width = len(Record._fields)
        for line, cells in table:
            record = Record._make(cells[:width])
            if fields.cleaned(record.name):
                found.append((record.source, entry_of(record, name)))
            else:
                left_out.append(LeftOut(file.name, line, NAMELESS))
        rows += table.rows
        left_out += table.left_out
        notes += table.notes
    entries = fields.told_apart(entry for _, entry in found)
    newest = fields.newest_day(entries)
    return ParsedList(entries, rows, left_out, newest, "newest_entry" if newest else None, (*notes, *notes_on(found)))


def _delimiter(file: SourceFile) -> str:
    return next((sign for sign in ",\t;" if heads(file, sign, SIGNS, _LEAST)), ",")


def _recognises(file: SourceFile) -> bool:
    return any(heads(file, sign, SIGNS, _LEAST) for sign in ",\t;")


CSL = Format("csl", "Consolidated Screening List (US), CSV or TSV", "csl", _recognises, read_csl)
