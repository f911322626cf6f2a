"""The EU's list of financial sanctions: an entity of many rows, its names and days, and what is refused."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.lists.formats.eu import COLUMNS, NEEDED
from vendorcheck.lists.grouped_rows import NO_NAME
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.reading import read_list
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

#: What each part of an entity has: a regulation, where it is written, and columns of its own.
_REGULATION = ("Type", "OrganisationType", "PublicationDate", "EntryIntoForceDate", "NumberTitle", "Programme")
HEADINGS = (
    *("fileGenerationDate", "Entity_LogicalId", "Entity_EU_ReferenceNumber", "Entity_UnitedNationId"),
    *("Entity_DesignationDate", "Entity_DesignationDetails", "Entity_Remark", "Entity_SubjectType"),
    *("Entity_SubjectType_ClassificationCode", *(f"Entity_Regulation_{part}" for part in _REGULATION)),
    *("Entity_Regulation_PublicationUrl", "NameAlias_LastName", "NameAlias_FirstName", "NameAlias_MiddleName"),
    *("NameAlias_WholeName", "NameAlias_NameLanguage", "NameAlias_Remark"),
    *(f"NameAlias_Regulation_{part}" for part in _REGULATION),
    *("Address_City", "Address_Street", "Address_PoBox", "Address_ZipCode", "Address_Region", "Address_Place"),
    *("Address_CountryIso2Code", "Address_CountryDescription", "BirthDate_BirthDate", "BirthDate_Year"),
    *("Identification_Number", "Identification_TypeDescription", "Identification_CountryDescription"),
    *("Citizenship_CountryIso2Code", "Citizenship_CountryDescription"),
)
FIRM = {
    "fileGenerationDate": "05/08/2026",
    "Entity_LogicalId": "13",
    "Entity_EU_ReferenceNumber": "EU.27.28",
    "Entity_SubjectType": "E",
    "Entity_SubjectType_ClassificationCode": "enterprise",
    "Entity_Regulation_PublicationDate": "2014-07-31",
    "Entity_Regulation_NumberTitle": "833/2014 (OJ L229)",
    "Entity_Regulation_Programme": "RUR",
    "Entity_Regulation_PublicationUrl": "https://example.org/oj",
}
NAME = {**FIRM, "NameAlias_WholeName": "Kestrel Trading"}
PERSON = {
    **FIRM,
    "Entity_LogicalId": "14",
    "Entity_SubjectType": "P",
    "Entity_SubjectType_ClassificationCode": "person",
}
ZENDA = {**PERSON, "NameAlias_WholeName": "Anton von Zenda"}

Cells = Mapping[str, str]


def _text(rows: Sequence[Cells], headings: Sequence[str] = HEADINGS) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, headings, delimiter=";", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


def _parsed(text: str) -> ParsedList:
    read = read_list([SourceFile("eu.csv", text.encode())])
    assert (read.format.name, read.list) == ("eu", "eu")
    return read.parsed


def _read(*rows: Cells) -> ParsedList:
    return _parsed(_text(rows))


def _entry(*rows: Cells) -> ListEntry:
    (entry,) = _read(*rows).entries
    return entry


def test_the_rows_of_an_entity_are_one_entry() -> None:
    rows = (
        {**NAME, "Entity_Remark": "(Date of listing:\n31.7.2014)"},
        {**FIRM, "NameAlias_WholeName": "Пустельга", "NameAlias_NameLanguage": "RU"},
        {**FIRM, "Address_Street": "1 Quay", "Address_City": "Strelsau", "Address_CountryDescription": "RURITANIA"},
        {**FIRM, "Address_CountryDescription": "UNKNOWN"},
        {**FIRM, "Identification_TypeDescription": "Tax number", "Identification_Number": "77"},
    )
    parsed = _read(*rows)
    assert parsed.entries == (
        ListEntry(
            id="eu:13",
            list="eu",
            name="Kestrel Trading",
            aliases=(Alias("Пустельга"),),
            country="RURITANIA",
            since=Period.parse("2014-07-31"),
            reference="833/2014 (OJ L229)",
            standing="government_action",
            kind="organisation",
            instrument="eu-consolidated-list",
            programmes=("RUR",),
            addresses=("1 Quay, Strelsau, RURITANIA",),
            identifiers=("EU reference EU.27.28", "Tax number, 77"),
            url="https://example.org/oj",
            remarks=("(Date of listing: 31.7.2014)",),
        ),
    )
    assert (parsed.rows, parsed.left_out) == (5, [])
    assert (parsed.dated, parsed.dated_by) == (date(2026, 8, 5), "file")


def test_a_person() -> None:
    entry = _entry(
        {**PERSON, "NameAlias_FirstName": "Anton", "NameAlias_MiddleName": "von", "NameAlias_LastName": "Zenda"},
        {**PERSON, "BirthDate_BirthDate": "1950-01-02", "Citizenship_CountryDescription": "RURITANIA"},
        {**PERSON, "BirthDate_Year": "1951"},
    )
    assert (entry.name, entry.kind, entry.country) == ("Anton von Zenda", "person", "RURITANIA")
    assert entry.remarks == ("Born 1950-01-02", "Born 1951")


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("P", "person", "person"),
        ("person", "P", "person"),
        ("E", "", "organisation"),
        ("enterprise", "E", "organisation"),
        ("V", "vessel", "unknown"),
        ("P", "enterprise", "unknown"),
    ],
)
def test_the_kind_in_either_column(first: str, second: str, kind: str) -> None:
    said = {"Entity_SubjectType": first, "Entity_SubjectType_ClassificationCode": second}
    assert _entry({**NAME, **said}).kind == kind


@pytest.mark.parametrize("column", [{"NameAlias_Remark": "Low quality alias"}, {"NameAlias_Strong": "false"}])
def test_a_weak_name_is_never_the_name(column: Cells) -> None:
    weak = {**FIRM, "NameAlias_WholeName": "Kestrel", **column}
    (entry,) = _parsed(_text((weak, {**NAME, "NameAlias_Strong": "true"}), (*HEADINGS, "NameAlias_Strong"))).entries
    assert entry.name == "Kestrel Trading"
    assert entry.aliases == (Alias("Kestrel", strength="weak"),)


def test_weak_names_alone_still_name() -> None:
    assert _entry({**NAME, "NameAlias_Remark": "weak alias"}).name == "Kestrel Trading"


def test_a_former_name() -> None:
    former = {**FIRM, "NameAlias_WholeName": "Falcon", "NameAlias_Remark": "Formerly listed as"}
    assert _entry(NAME, former).aliases == (Alias("Falcon", "former"),)


def test_listed_since_the_first_regulation_that_names_it() -> None:
    earlier = {**FIRM, "NameAlias_WholeName": "Kestrel", "NameAlias_Regulation_PublicationDate": "2012-01-24"}
    assert _entry(NAME, earlier).since == Period.parse("2012-01-24")


def test_a_day_of_designation_goes_before_any_regulation() -> None:
    assert _entry({**NAME, "Entity_DesignationDate": "2016-11-30"}).since == Period.parse("2016-11-30")


def test_addresses_in_two_countries_say_no_country() -> None:
    places = [{**PERSON, "Address_CountryDescription": country} for country in ("RURITANIA", "GRAUSTARK")]
    citizen = {**PERSON, "Citizenship_CountryDescription": "RURITANIA"}
    assert _entry(ZENDA, citizen).country == "RURITANIA"
    assert _entry(ZENDA, citizen, *places).country is None


def test_several_programmes_and_regulations() -> None:
    other = {**NAME, "Entity_Regulation_Programme": "GRA", "Entity_Regulation_NumberTitle": "1/2020 (OJ L1)"}
    entry = _entry(NAME, other)
    assert entry.programmes == ("RUR", "GRA")
    assert entry.reference == "833/2014 (OJ L229); 1/2020 (OJ L1)"


def test_the_order_of_columns_and_further_ones_do_not_matter() -> None:
    text = _text((NAME, ZENDA), (*reversed(HEADINGS), "New_Column"))
    assert _parsed(text).entries == _read(NAME, ZENDA).entries


def test_columns_that_are_not_needed_may_lack() -> None:
    assert _parsed(_text((NAME,), NEEDED)).entries[0].name == "Kestrel Trading"
    assert set(NEEDED) < set(COLUMNS)


@pytest.mark.parametrize("column", NEEDED)
def test_a_needed_column_that_lacks_is_named(column: str) -> None:
    with pytest.raises(VendorcheckError, match=column.lower()) as caught:
        _parsed(_text((NAME,), [heading for heading in HEADINGS if heading != column]))
    assert caught.value.help is not None


def test_without_its_date_the_list_is_of_the_newest_entry() -> None:
    parsed = _read({**NAME, "fileGenerationDate": ""})
    assert (parsed.dated, parsed.dated_by) == (date(2014, 7, 31), "newest_entry")


def test_rows_of_nobody_are_left_out() -> None:
    parsed = _read(NAME, {**FIRM, "Entity_LogicalId": ""}, PERSON)
    assert parsed.left_out == [LeftOut("eu.csv", 3, "has no Entity_LogicalId"), LeftOut("eu.csv", 4, NO_NAME)]


def test_a_file_that_ends_within_a_row_says_so() -> None:
    file = SourceFile("eu.csv", (_text((NAME, ZENDA)) + '05/08/2026;15;"EU.3').encode())
    parsed = read_list([file], accept_cut_off=True).parsed
    assert len(parsed.left_out) == 1
    assert any("not whole" in note for note in parsed.notes)


def _outcome(content: bytes) -> str:
    """The code of the refusal, or whether each row is part of an entry or left out."""
    try:
        parsed = read_list([SourceFile("list", content)], format="eu").parsed
    except VendorcheckError as error:
        return error.code
    return "accounted" if len(parsed.entries) + len(parsed.left_out) <= parsed.rows else "rows are lost"


DAMAGED = _text((NAME, ZENDA, {**FIRM, "NameAlias_WholeName": 'Kestrel; "Trade"'})).encode()


@settings(deadline=None)
@given(st.integers(0, len(DAMAGED)), st.binary(max_size=12), st.integers(0, 40))
def test_any_damage_gives_a_list_or_a_refusal(at: int, put: bytes, taken: int) -> None:
    assert _outcome(DAMAGED[:at] + put + DAMAGED[at + taken :]) in {"list_invalid", "accounted"}
