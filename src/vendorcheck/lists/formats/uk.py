"""The UK Sanctions List, as CSV: a row for each name and each address of a designation."""

from collections.abc import Iterator, Mapping, Sequence

from vendorcheck.lists.fields import Row, cleaned, day_of, distinct, entry_id, further_names, only_one
from vendorcheck.lists.format import Format
from vendorcheck.lists.headed_table import HeadedRow, grouped, headed, is_headed
from vendorcheck.lists.one_file import list_of, only_file
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, AliasStrength, AliasType, EntryKind, ListEntry

INSTRUMENT = "uk-sanctions-list"

#: Name 6 is the family name of a person, and the whole name of any other.
_NAMES = (*(f"Name {n}" for n in range(1, 6)), "Name 6")
_TYPE = "Designation Type"
NEEDED = ("Unique ID", *_NAMES, "Name type", "Regime Name", _TYPE)
_TELLING = ("Unique ID", "Name 6")

#: One row stands above the headings: the day of the list.
_ABOVE = 1

_KINDS: Mapping[str, EntryKind] = {"individual": "person", "entity": "organisation", "ship": "vessel"}
_ADDRESS = (*(f"Address Line {n}" for n in range(1, 7)), "Address Postal Code", "Address Country")
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
_DAYS = ("%d/%m/%Y", "%d-%b-%Y", "%d-%b-%y", "%Y-%m-%d")


def _recognises(file: SourceFile) -> bool:
    return is_headed(file, ",", _TELLING, _ABOVE)


def _read(files: Sequence[SourceFile], list_name: str) -> ParsedList:
    file = only_file(files)
    table = headed(file, ",", NEEDED, _ABOVE)
    designations = grouped(file, table.rows, "Unique ID", _name)
    entries = (_entry(number, rows, list_name) for number, rows in designations.groups.items())
    return list_of(file, entries, designations.rows, designations.left_out, _reported(table.above))


def _reported(above: Sequence[Row]) -> Period | None:
    """The day in `Report Date: 13-Feb-2026`, in one cell or two."""
    said = " ".join(cleaned(cell) for row in above for cell in row.cells)
    return day_of(said.rpartition(":")[2], *_DAYS)


def _name(row: HeadedRow) -> str:
    return " ".join(row.texts(_NAMES))


def _entry(number: str, rows: Sequence[HeadedRow], list_name: str) -> ListEntry:
    names = [alias for row in rows for alias in _names(row)]
    primary = (_name(row) for row in rows if row.text("Name type").casefold() == "primary name" and _name(row))
    name = next(primary, names[0].text)
    kinds = {_KINDS.get(row.text(_TYPE).casefold(), "unknown") for row in rows}
    countries = [row.text("Address Country") for row in rows]
    flags = [row.text("Current believed flag of ship") for row in rows]
    return ListEntry(
        id=entry_id(list_name, number, name, None),
        list=list_name,
        name=name,
        aliases=further_names(name, names),
        country=only_one((*countries, *flags)),
        since=min(filter(None, (day_of(row.text("Date Designated"), *_DAYS) for row in rows)), default=None),
        standing="government_action",
        kind=kinds.pop() if len(kinds) == 1 else "unknown",
        instrument=INSTRUMENT,
        programmes=distinct(row.text("Regime Name") for row in rows),
        addresses=distinct(", ".join(row.texts(_ADDRESS)) for row in rows),
        identifiers=distinct(text for row in rows for text in _labelled(row, _IDENTIFIERS)),
        remarks=distinct(text for row in rows for text in _labelled(row, _REMARKS)),
    )


def _names(row: HeadedRow) -> Iterator[Alias]:
    """The name of a row, and how it is written in another script."""
    said = row.text("Name type").casefold()
    kind: AliasType = "former" if "former" in said or said in {"fka", "f.k.a", "f.k.a."} else "alias"
    strength: AliasStrength = "weak" if "low" in row.text("Alias strength").casefold() else "strong"
    for text in filter(None, (_name(row), row.text("Name non-latin script"))):
        yield Alias(text, kind, strength)


def _labelled(row: HeadedRow, headings: Sequence[str]) -> Iterator[str]:
    return (f"{heading}: {row.text(heading)}" for heading in headings if row.text(heading))


UK = Format("uk", "UK Sanctions List (CSV)", "uk", _recognises, _read)
