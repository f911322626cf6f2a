"""The UK Sanctions List: one designation of several rows, its names and their quality, and what is refused."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.lists.formats.uk import NEEDED
from vendorcheck.lists.grouped_rows import NO_NAME
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.reading import read_list
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

#: The headings in the order in which they are published.
_HEADINGS = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,"
    "Name type,Alias strength,Title,Name non-latin script,Non-latin script type,"
    "Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,"
    "Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,"
    "Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,"
    "Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,"
    "National Identifier additional information,Passport number,Passport additional information,"
    "Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,"
    "Business registration number (s),IMO number,Current owner/operator (s),"
    "Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,"
    "Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)"
)
HEADINGS = tuple(next(csv.reader([_HEADINGS])))

REGIME = "The Ruritania (Sanctions) (EU Exit) Regulations 2020"
FIRM = {
    "Unique ID": "RUR0001",
    "Name 6": "KESTREL TRADING LLC",
    "Name type": "Primary Name",
    "Regime Name": REGIME,
    "Designation Type": "Entity",
    "Date Designated": "29/06/2012",
}
PERSON = {
    "Unique ID": "RUR0002",
    "Name 6": "ZENDA",
    "Name 1": "ANTON",
    "Name 2": "VON",
    "Name type": "Primary name",
    "Regime Name": REGIME,
    "Designation Type": "Individual",
}

Cells = Mapping[str, str]


def _text(rows: Sequence[Cells], headings: Sequence[str] = HEADINGS, above: str = "Report Date: 13-Feb-2026\n") -> str:
    out = io.StringIO(above, newline="")
    out.seek(0, io.SEEK_END)
    writer = csv.DictWriter(out, headings, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _parsed(text: str) -> ParsedList:
    read = read_list([SourceFile("uk.csv", text.encode())])
    assert (read.format.name, read.list) == ("uk", "uk")
    return read.parsed


def _read(*rows: Cells) -> ParsedList:
    return _parsed(_text(rows))


def _entry(*rows: Cells) -> ListEntry:
    (entry,) = _read(*rows).entries
    return entry


def test_the_rows_of_a_designation_are_one_entry() -> None:
    rows = (
        {
            **FIRM,
            "OFSI Group ID": "12703",
            "UN Reference Number": "RUe.1",
            "Name non-latin script": "Пустельга",
            "Sanctions Imposed": "Asset freeze|Trust services",
            "Address Line 1": "1 Quay",
            "Address Line 6": "Strelsau",
            "Address Country": "Ruritania",
            "UK Statement of Reasons": "What the list says of it is not repeated.",
        },
        {**FIRM, "Name type": "Alias", "Name 6": "KESTREL TRADE", "Address Country": "Ruritania"},
        {**FIRM, "Name type": "Alias", "Alias strength": "Low quality a.k.a", "Name 6": "KESTREL"},
    )
    parsed = _read(*rows)
    assert parsed.entries == (
        ListEntry(
            id="uk:RUR0001",
            list="uk",
            name="KESTREL TRADING LLC",
            aliases=(Alias("Пустельга"), Alias("KESTREL TRADE"), Alias("KESTREL", strength="weak")),
            country="Ruritania",
            since=Period.parse("2012-06-29"),
            standing="government_action",
            kind="organisation",
            instrument="uk-sanctions-list",
            programmes=(REGIME,),
            addresses=("1 Quay, Strelsau, Ruritania", "Ruritania"),
            identifiers=("OFSI Group ID: 12703", "UN Reference Number: RUe.1"),
            remarks=("Sanctions Imposed: Asset freeze|Trust services",),
        ),
    )
    assert (parsed.rows, parsed.left_out) == (3, [])
    assert (parsed.dated, parsed.dated_by) == (date(2026, 2, 13), "file")


def test_the_rows_of_a_designation_need_not_stand_together() -> None:
    entries = _read(FIRM, PERSON, {**FIRM, "Name 6": "KESTREL TRADE", "Name type": "Alias"}).entries
    assert [entry.names for entry in entries] == [("KESTREL TRADING LLC", "KESTREL TRADE"), ("ANTON VON ZENDA",)]


def test_a_person_has_the_family_name_last() -> None:
    entry = _entry(PERSON)
    assert (entry.name, entry.kind) == ("ANTON VON ZENDA", "person")


def test_a_ship_has_its_flag_and_number() -> None:
    ship = {**FIRM, "Designation Type": "Ship", "IMO number": "1234567", "Current believed flag of ship": "Ruritania"}
    entry = _entry(ship)
    assert (entry.kind, entry.country, entry.identifiers) == ("vessel", "Ruritania", ("IMO number: 1234567",))


def test_an_unknown_kind_is_searched_as_a_firm_is() -> None:
    assert _entry({**FIRM, "Designation Type": "Platform"}).kind == "unknown"


@pytest.mark.parametrize("said", ["Primary Name", "Primary name", "primary name"])
def test_the_primary_name_need_not_come_first(said: str) -> None:
    variation = {**FIRM, "Name 6": "KESTREL TRADE", "Name type": "Primary Name Variation"}
    entry = _entry(variation, {**FIRM, "Name type": said})
    assert entry.names == ("KESTREL TRADING LLC", "KESTREL TRADE")


def test_without_a_primary_name_the_first_is_the_name() -> None:
    assert _entry({**FIRM, "Name type": "Alias"}).name == "KESTREL TRADING LLC"


@pytest.mark.parametrize("said", ["FKA", "f.k.a", "Formerly known as"])
def test_former_names(said: str) -> None:
    entry = _entry(FIRM, {**FIRM, "Name 6": "FALCON", "Name type": said})
    assert entry.aliases == (Alias("FALCON", "former"),)


def test_a_name_in_another_script_is_as_good_as_the_row_it_stands_in() -> None:
    weak = {**FIRM, "Name type": "Alias", "Alias strength": "Low quality a.k.a", "Name non-latin script": "Сокол"}
    assert _entry(FIRM, weak).aliases == (Alias("Сокол", strength="weak"),)


def test_the_order_of_columns_and_further_ones_do_not_matter() -> None:
    text = _text((FIRM, PERSON), (*sorted(HEADINGS, reverse=True), "New column"))
    assert _parsed(text).entries == _read(FIRM, PERSON).entries


def test_columns_that_are_not_needed_may_lack() -> None:
    assert _parsed(_text((FIRM,), NEEDED)).entries[0].name == "KESTREL TRADING LLC"


@pytest.mark.parametrize("column", NEEDED)
def test_a_needed_column_that_lacks_is_named(column: str) -> None:
    headings = [heading for heading in HEADINGS if heading != column]
    with pytest.raises(VendorcheckError, match=column.lower().replace(" ", "_")) as caught:
        _parsed(_text((FIRM,), headings))
    assert caught.value.help is not None


@pytest.mark.parametrize(
    "above", ["Report Date: 13-Feb-2026\r\n", "Report Date:,13-Feb-2026\n", "Report Date: 13/02/2026\n"]
)
def test_the_day_of_the_list(above: str) -> None:
    assert _parsed(_text((FIRM,), above=above)).dated == date(2026, 2, 13)


def test_a_list_whose_day_cannot_be_read_is_of_its_newest_entry() -> None:
    parsed = _parsed(_text((FIRM,), above="Report Date: soon\n"))
    assert (parsed.dated, parsed.dated_by) == (date(2012, 6, 29), "newest_entry")


def test_rows_of_nobody_are_left_out() -> None:
    parsed = _read(FIRM, {**FIRM, "Unique ID": ""}, {**PERSON, "Name 6": "", "Name 1": "", "Name 2": " "})
    assert parsed.rows == 3
    assert parsed.left_out == [LeftOut("uk.csv", 4, "has no Unique ID"), LeftOut("uk.csv", 5, NO_NAME)]


def test_a_list_that_names_nobody_is_refused() -> None:
    with pytest.raises(VendorcheckError, match=r"names nobody"):
        _read()


def _outcome(content: bytes) -> str:
    """The code of the refusal, or whether each row is part of an entry or left out."""
    try:
        parsed = read_list([SourceFile("list", content)], format="uk").parsed
    except VendorcheckError as error:
        return error.code
    return "accounted" if len(parsed.entries) + len(parsed.left_out) <= parsed.rows else "rows are lost"


DAMAGED = _text((FIRM, PERSON, {**FIRM, "Name 6": 'KESTREL, "TRADE"'})).encode()


@settings(deadline=None)
@given(st.integers(0, len(DAMAGED)), st.binary(max_size=12), st.integers(0, 40))
def test_any_damage_gives_a_list_or_a_refusal(at: int, put: bytes, taken: int) -> None:
    assert _outcome(DAMAGED[:at] + put + DAMAGED[at + taken :]) in {"list_invalid", "accounted"}
