"""The EU's consolidated list of financial sanctions, as CSV: a row for each name, address, birth and document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vendorcheck.lists.fields import day_of, distinct, entry_id, further_names, only_one
from vendorcheck.lists.format import Format
from vendorcheck.lists.headed_table import HeadedRow, grouped, headed, is_headed
from vendorcheck.lists.one_file import list_of, only_file
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, EntryKind, ListEntry

INSTRUMENT = "eu-consolidated-list"

_NUMBER = "Entity_LogicalId"
_WHOLE = "NameAlias_WholeName"
_PARTS = ("NameAlias_FirstName", "NameAlias_MiddleName", "NameAlias_LastName")
_SUBJECT = ("Entity_SubjectType", "Entity_SubjectType_ClassificationCode")
_PROGRAMME = "Entity_Regulation_Programme"
NEEDED = (_NUMBER, _WHOLE, _SUBJECT[0], _PROGRAMME)
_TELLING = (_NUMBER, _WHOLE)

#: The two columns have been published with their contents the other way round.
_KINDS: Mapping[str, EntryKind] = {
    "p": "person",
    "person": "person",
    "e": "organisation",
    "enterprise": "organisation",
}

_ADDRESS = ("Street", "PoBox", "ZipCode", "City", "Place", "Region", "CountryDescription")
_DOCUMENT = ("TypeDescription", "Number", "CountryDescription")
_PUBLISHED = ("Entity_Regulation_PublicationDate", "NameAlias_Regulation_PublicationDate")
_DAYS = ("%Y-%m-%d", "%d/%m/%Y")

#: What stands for a country where none is known.
_NO_COUNTRY = "unknown"


def _recognises(file: SourceFile) -> bool:
    return is_headed(file, ";", _TELLING)


def _read(files: Sequence[SourceFile], list_name: str) -> ParsedList:
    file = only_file(files)
    entities = grouped(file, headed(file, ";", NEEDED).rows, _NUMBER, _name)
    entries = (_entry(number, rows, list_name) for number, rows in entities.groups.items())
    return list_of(file, entries, entities.rows, entities.left_out, _generated(entities.groups.values()))


def _generated(groups: Iterable[Sequence[HeadedRow]]) -> Period | None:
    """The day on which the file was made, which stands in each row."""
    days = (day_of(row.text("fileGenerationDate"), "%d/%m/%Y", "%Y-%m-%d") for rows in groups for row in rows)
    return next(filter(None, days), None)


def _name(row: HeadedRow) -> str:
    return row.text(_WHOLE) or " ".join(row.texts(_PARTS))


def _entry(number: str, rows: Sequence[HeadedRow], list_name: str) -> ListEntry:
    names = [_alias(row) for row in rows if _name(row)]
    name = next((alias.text for alias in names if alias.strength == "strong"), names[0].text)
    kinds = {_KINDS[said] for row in rows for said in map(str.casefold, row.texts(_SUBJECT)) if said in _KINDS}
    return ListEntry(
        id=entry_id(list_name, number, name, None),
        list=list_name,
        name=name,
        aliases=further_names(name, names),
        country=only_one(_countries(rows, "Address")) or only_one(_countries(rows, "Citizenship")),
        since=_since(rows),
        reference="; ".join(distinct(row.text("Entity_Regulation_NumberTitle") for row in rows)) or None,
        standing="government_action",
        kind=kinds.pop() if len(kinds) == 1 else "unknown",
        instrument=INSTRUMENT,
        programmes=distinct(row.text(_PROGRAMME) for row in rows),
        addresses=distinct(_joined(row, "Address", _ADDRESS) for row in rows),
        identifiers=distinct((*_numbers(rows), *(_joined(row, "Identification", _DOCUMENT) for row in rows))),
        url=next((url for row in rows if (url := row.text("Entity_Regulation_PublicationUrl"))), None),
        remarks=distinct((*_births(rows), *(row.text("Entity_Remark") for row in rows))),
    )


def _alias(row: HeadedRow) -> Alias:
    """A name, which a column calls weak in some issues and a remark about the name in others."""
    remark = row.text("NameAlias_Remark").casefold()
    weak = row.text("NameAlias_Strong").casefold() == "false" or "low quality" in remark or "weak" in remark
    former = "former" in remark or "f.k.a" in remark
    return Alias(_name(row), "former" if former else "alias", "weak" if weak else "strong")


def _since(rows: Sequence[HeadedRow]) -> Period | None:
    """The day of designation, else the first on which a regulation was published that names the entity."""
    for headings in (("Entity_DesignationDate",), _PUBLISHED):
        days = (day_of(text, *_DAYS) for row in rows for text in row.texts(headings))
        first = min(filter(None, days), default=None)
        if first:
            return first
    return None


def _countries(rows: Sequence[HeadedRow], about: str) -> Iterator[str]:
    countries = (row.text(f"{about}_CountryDescription") for row in rows)
    return (country for country in countries if country.casefold() != _NO_COUNTRY)


def _numbers(rows: Sequence[HeadedRow]) -> Iterator[str]:
    for heading, what in (("Entity_EU_ReferenceNumber", "EU reference"), ("Entity_UnitedNationId", "UN reference")):
        yield from (f"{what} {text}" for row in rows if (text := row.text(heading)))


def _births(rows: Sequence[HeadedRow]) -> Iterator[str]:
    for row in rows:
        when = row.text("BirthDate_BirthDate") or row.text("BirthDate_Year")
        if when:
            yield f"Born {when}"


def _joined(row: HeadedRow, about: str, parts: Sequence[str]) -> str:
    texts = row.texts(f"{about}_{part}" for part in parts)
    return ", ".join(text for text in texts if text.casefold() != _NO_COUNTRY)


EU = Format("eu", "EU consolidated list of financial sanctions (CSV 1.1)", "eu", _recognises, _read)
