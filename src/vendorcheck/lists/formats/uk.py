"""The UK Sanctions List, as CSV: a row for each name and each address of a designation."""

from collections.abc import Iterator, Mapping, Sequence

from vendorcheck.lists.fields import Row, cleaned, day_of, distinct, entry_id, further_names, only_one
from vendorcheck.lists.format import Format
from vendorcheck.lists.grouped_rows import Cells, filled, grouped
from vendorcheck.lists.one_file import list_of, only_file
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import Table, headings_of, heads
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, AliasStrength, AliasType, EntryKind, ListEntry

INSTRUMENT = "uk-sanctions-list"

#: Name 6 is the family name of a person, and the whole name of any other.
_NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_NUMBER = "Unique ID"
_TYPE = "Designation Type"
NEEDED = (_NUMBER, *_NAMES, "Name type", "Regime Name", _TYPE)

_ADDRESS = (*(f"Address Line {n}" for n in range(1, 7)), "Address Postal Code", "Address Country")
_FLAG = "Current believed flag of ship"
_IDENTIFIERS = (
    "OFSI Group ID",
    "UN Reference Number",
    "National Identifier number",
    "Passport number",
    "Business registration number (s)",
    "IMO number",
    "Hull identification number (HIN)",
)
_REMARKS = ("Sanctions Imposed", "D.O.B", "Position", "Type of entity", "Parent company", "Other Information")
_OTHERS = ("Alias strength", "Name non-latin script", "Date Designated", _FLAG)
COLUMNS = (*NEEDED, *_OTHERS, *_ADDRESS, *_IDENTIFIERS, *_REMARKS)

#: Headings that no other table has, and how many rows stand above them: one, with the day of the list.
_SIGNS = headings_of((_NUMBER, "OFSI Group ID", "Name 6", "Name type", "Regime Name", _TYPE))
_LEAST = 3
_ABOVE = 1

_KINDS: Mapping[str, EntryKind] = {"individual": "person", "entity": "organisation", "ship": "vessel"}
_DAYS = ("%d/%m/%Y", "%d-%b-%Y", "%d-%b-%y", "%Y-%m-%d")


def _recognises(file: SourceFile) -> bool:
    return heads(file, ",", _SIGNS, _LEAST, above=_ABOVE)


def _read(files: Sequence[SourceFile], list_name: str) -> ParsedList:
    file = only_file(files)
    table = Table(file, ",", headings_of(COLUMNS), headings_of(NEEDED), above=_ABOVE)
    designations = grouped(table, COLUMNS, _NUMBER, _name)
    entries = (_entry(number, rows, list_name) for number, rows in designations.groups.items())
    parsed = list_of(entries, table.rows, designations.left_out, _reported(table.above))
    return parsed._replace(notes=table.damage)


def _reported(above: Sequence[Row]) -> Period | None:
    """The day in `Report Date: 13-Feb-2026`, in one cell or two."""
    said = " ".join(cleaned(cell) for row in above for cell in row.cells)
    return day_of(said.rpartition(":")[2], *_DAYS)


def _name(row: Cells) -> str:
    return " ".join(filled(row, _NAMES))


def _entry(number: str, rows: Sequence[Cells], list_name: str) -> ListEntry:
    names = [alias for row in rows for alias in _aliases(row)]
    primary = (_name(row) for row in rows if row["Name type"].casefold() == "primary name" and _name(row))
    name = next(primary, names[0].text)
    return ListEntry(
        id=entry_id(list_name, number, name, None),
        list=list_name,
        name=name,
        aliases=further_names(name, names),
        country=only_one(country for row in rows for country in filled(row, ("Address Country", _FLAG))),
        since=min(filter(None, (day_of(row["Date Designated"], *_DAYS) for row in rows)), default=None),
        standing="government_action",
        kind=_KINDS.get(only_one(row[_TYPE].casefold() for row in rows) or "", "unknown"),
        instrument=INSTRUMENT,
        programmes=distinct(row["Regime Name"] for row in rows),
        addresses=distinct(", ".join(filled(row, _ADDRESS)) for row in rows),
        identifiers=distinct(text for row in rows for text in _labelled(row, _IDENTIFIERS)),
        remarks=distinct(text for row in rows for text in _labelled(row, _REMARKS)),
    )


def _aliases(row: Cells) -> Iterator[Alias]:
    """The name of a row, and how it is written in another script."""
    said = row["Name type"].casefold()
    kind: AliasType = "former" if "former" in said or said in {"fka", "f.k.a", "f.k.a."} else "alias"
    strength: AliasStrength = "weak" if "low" in row["Alias strength"].casefold() else "strong"
    for text in filter(None, (_name(row), row["Name non-latin script"])):
        yield Alias(text, kind, strength)


def _labelled(row: Cells, headings: Sequence[str]) -> Iterator[str]:
    return (f"{heading}: {row[heading]}" for heading in headings if row[heading])


UK = Format("uk", "UK Sanctions List (CSV)", "uk", _recognises, _read)
