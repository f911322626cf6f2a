"""The EU's consolidated list of financial sanctions, as CSV: a row for each name, address, birth and document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vendorcheck.lists.fields import day_of, distinct, entry_id, further_names, only_one
from vendorcheck.lists.format import Format
from vendorcheck.lists.grouped_rows import Cells, filled, grouped
from vendorcheck.lists.one_file import list_of, only_file
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.table import Table, headings_of, heads
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, EntryKind, ListEntry

INSTRUMENT = "eu-consolidated-list"

_NUMBER = "Entity_LogicalId"
_WHOLE = "NameAlias_WholeName"
_PARTS = ("NameAlias_FirstName", "NameAlias_MiddleName", "NameAlias_LastName")
_SUBJECT = ("Entity_SubjectType", "Entity_SubjectType_ClassificationCode")
_PROGRAMME = "Entity_Regulation_Programme"
NEEDED = (_NUMBER, _WHOLE, _SUBJECT[0], _PROGRAMME)

#: The two columns have been published with their contents the other way round.
_KINDS: Mapping[str, EntryKind] = {
    "p": "person",
    "person": "person",
    "e": "organisation",
    "enterprise": "organisation",
}

_ADDRESS = tuple(
    f"Address_{part}" for part in ("Street", "PoBox", "ZipCode", "City", "Place", "Region", "CountryDescription")
)
_DOCUMENT = tuple(f"Identification_{part}" for part in ("TypeDescription", "Number", "CountryDescription"))
_COUNTRIES = ("Address_CountryDescription", "Citizenship_CountryDescription")
_DESIGNATED = "Entity_DesignationDate"
_PUBLISHED = ("Entity_Regulation_PublicationDate", "NameAlias_Regulation_PublicationDate")
_NUMBERS = {"Entity_EU_ReferenceNumber": "EU reference", "Entity_UnitedNationId": "UN reference"}
_BIRTH = ("BirthDate_BirthDate", "BirthDate_Year")
_OTHERS = (
    "fileGenerationDate",
    "Entity_Remark",
    "Entity_Regulation_NumberTitle",
    "Entity_Regulation_PublicationUrl",
    "NameAlias_Remark",
    "NameAlias_Strong",
)
COLUMNS = distinct(
    (
        *(*NEEDED, *_PARTS, *_SUBJECT, *_ADDRESS, *_DOCUMENT, *_COUNTRIES),
        *(_DESIGNATED, *_PUBLISHED, *_NUMBERS, *_BIRTH, *_OTHERS),
    )
)

#: Headings that no other table has.
_SIGNS = headings_of((_NUMBER, _WHOLE, _SUBJECT[0], _PROGRAMME, "NameAlias_LastName", "Entity_EU_ReferenceNumber"))
_LEAST = 3

_DAYS = ("%Y-%m-%d", "%d/%m/%Y")

#: What stands for a country where none is known.
_NO_COUNTRY = "unknown"


def _recognises(file: SourceFile) -> bool:
    return heads(file, ";", _SIGNS, _LEAST)


def _read(files: Sequence[SourceFile], list_name: str) -> ParsedList:
    table = Table(only_file(files), ";", headings_of(COLUMNS), headings_of(NEEDED))
    entities = grouped(table, COLUMNS, _NUMBER, _name)
    entries = (_entry(number, rows, list_name) for number, rows in entities.groups.items())
    parsed = list_of(entries, table.rows, entities.left_out, _generated(entities.groups.values()))
    return parsed._replace(notes=table.damage)


def _generated(groups: Iterable[Sequence[Cells]]) -> Period | None:
    """The day on which the file was made, which stands in each row."""
    days = (day_of(row["fileGenerationDate"], "%d/%m/%Y", "%Y-%m-%d") for rows in groups for row in rows)
    return next(filter(None, days), None)


def _name(row: Cells) -> str:
    return row[_WHOLE] or " ".join(filled(row, _PARTS))


def _entry(number: str, rows: Sequence[Cells], list_name: str) -> ListEntry:
    names = [_alias(row) for row in rows if _name(row)]
    name = next((alias.text for alias in names if alias.strength == "strong"), names[0].text)
    kinds = {_KINDS[said] for row in rows for said in map(str.casefold, filled(row, _SUBJECT)) if said in _KINDS}
    return ListEntry(
        id=entry_id(list_name, number, name, None),
        list=list_name,
        name=name,
        aliases=further_names(name, names),
        country=_country(rows),
        since=_since(rows),
        reference="; ".join(distinct(row["Entity_Regulation_NumberTitle"] for row in rows)) or None,
        standing="government_action",
        kind=kinds.pop() if len(kinds) == 1 else "unknown",
        instrument=INSTRUMENT,
        programmes=distinct(row[_PROGRAMME] for row in rows),
        addresses=distinct(", ".join(_known(filled(row, _ADDRESS))) for row in rows),
        identifiers=distinct(number for row in rows for number in _numbers(row)),
        url=next((url for row in rows if (url := row["Entity_Regulation_PublicationUrl"])), None),
        remarks=distinct(remark for row in rows for remark in _remarks(row)),
    )


def _alias(row: Cells) -> Alias:
    """A name, which a column calls weak in some issues and a remark about the name in others."""
    remark = row["NameAlias_Remark"].casefold()
    weak = row["NameAlias_Strong"].casefold() == "false" or "low quality" in remark or "weak" in remark
    former = "former" in remark or "f.k.a" in remark
    return Alias(_name(row), "former" if former else "alias", "weak" if weak else "strong")


def _since(rows: Sequence[Cells]) -> Period | None:
    """The day of designation, else the first on which a regulation was published that names the entity."""
    for headings in ((_DESIGNATED,), _PUBLISHED):
        days = (day_of(text, *_DAYS) for row in rows for text in filled(row, headings))
        first = min(filter(None, days), default=None)
        if first:
            return first
    return None


def _country(rows: Sequence[Cells]) -> str | None:
    """The country of all addresses, or of all citizenships where there is no address."""
    addresses, citizenships = (distinct(_known(row[heading] for row in rows)) for heading in _COUNTRIES)
    return only_one(addresses or citizenships)


def _numbers(row: Cells) -> Iterator[str]:
    for heading, what in _NUMBERS.items():
        if row[heading]:
            yield f"{what} {row[heading]}"
    yield ", ".join(_known(filled(row, _DOCUMENT)))


def _remarks(row: Cells) -> Iterator[str]:
    if any(filled(row, _BIRTH)):
        yield f"Born {next(filled(row, _BIRTH))}"
    yield row["Entity_Remark"]


def _known(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text.casefold() != _NO_COUNTRY)


EU = Format("eu", "EU consolidated list of financial sanctions (CSV 1.1)", "eu", _recognises, _read)
