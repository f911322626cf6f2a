"""Targets of OpenSanctions: a row an entry, kinds by schema, and what is said of the licence."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.lists.formats.opensanctions import LICENCE, NEEDED
from vendorcheck.lists.grouped_rows import NO_NAME
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.reading import read_list
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

HEADINGS = (
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,"
    "first_seen,last_seen,last_change\n"
)
FIRM = (
    '"NK-1","Company","Kestrel Trading","Kestrel Trade;Пустельга;Kestrel Trading",,"ru","1 Quay, Strelsau","77;78",'
    '"EU - 2014-07-31",,,"EU-RUR;GB-RUR","EU Financial Sanctions Files (FSF)",2020-01-01T01:02:03,2026-05-01T01:02:03,'
    "2021-01-01\n"
)


def _parsed(text: str) -> ParsedList:
    read = read_list([SourceFile("targets.simple.csv", text.encode())])
    assert (read.format.name, read.list) == ("opensanctions", "opensanctions")
    return read.parsed


def _read(*rows: str) -> ParsedList:
    return _parsed(HEADINGS + "".join(rows))


def _row(id: str = "X-1", schema: str = "Company", name: str = "Grey Heron", countries: str = "") -> str:
    return f"{id},{schema},{name},,,{countries},,,,,,,,,,\n"


def test_a_row_is_an_entry() -> None:
    parsed = _read(FIRM)
    assert parsed.entries == (
        ListEntry(
            id="opensanctions:NK-1",
            list="opensanctions",
            name="Kestrel Trading",
            aliases=(Alias("Kestrel Trade"), Alias("Пустельга")),
            country="ru",
            standing="procedural",
            kind="organisation",
            programmes=("EU Financial Sanctions Files (FSF)", "EU-RUR", "GB-RUR"),
            addresses=("1 Quay, Strelsau",),
            identifiers=("77", "78"),
            remarks=("EU - 2014-07-31",),
        ),
    )
    assert (parsed.rows, parsed.left_out) == (1, [])
    assert (parsed.dated, parsed.dated_by) == (date(2026, 5, 1), "newest_entry")


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("Company", "organisation"),
        ("Organization", "organisation"),
        ("PublicBody", "organisation"),
        ("LegalEntity", "unknown"),
        ("Person", "person"),
        ("Vessel", "vessel"),
        ("Airplane", "aircraft"),
        ("CryptoWallet", "unknown"),
    ],
)
def test_kinds(schema: str, kind: str) -> None:
    assert _read(_row(schema=schema)).entries[0].kind == kind


def test_the_licence_is_said() -> None:
    assert LICENCE in _read(FIRM).notes


def test_several_countries_say_none() -> None:
    assert _read(_row(countries="ru;by")).entries[0].country is None


def test_without_days_the_list_has_no_date() -> None:
    parsed = _read(_row())
    assert (parsed.dated, parsed.dated_by) == (None, None)


def test_a_row_without_a_name_is_left_out() -> None:
    parsed = _read(FIRM, _row(name=" "))
    assert parsed.rows == 2
    assert parsed.left_out == [LeftOut("targets.simple.csv", 3, NO_NAME)]


def test_one_number_for_two_entries() -> None:
    first, second = _read(_row(), _row(name="Kestrel")).entries
    assert first.id.partition("/")[0] == second.id.partition("/")[0]
    assert first.id != second.id


def test_an_older_file_without_programmes_is_read() -> None:
    assert _parsed(HEADINGS.replace("program_ids,", "") + _row().replace(",\n", "\n")).entries[0].name == "Grey Heron"


@pytest.mark.parametrize("column", NEEDED)
def test_a_needed_column_that_lacks_is_named(column: str) -> None:
    file = SourceFile("targets.csv", (HEADINGS.replace(f"{column},", "x,", 1) + FIRM).encode())
    with pytest.raises(VendorcheckError, match=column) as caught:
        read_list([file], format="opensanctions")
    assert caught.value.help is not None


def _outcome(content: bytes) -> str:
    """The code of the refusal, or whether each row is part of an entry or left out."""
    try:
        parsed = read_list([SourceFile("list", content)], format="opensanctions").parsed
    except VendorcheckError as error:
        return error.code
    return "accounted" if len(parsed.entries) + len(parsed.left_out) == parsed.rows else "rows are lost"


DAMAGED = (HEADINGS + FIRM + _row() + _row("X-2", "Person")).encode()


@settings(deadline=None)
@given(st.integers(0, len(DAMAGED)), st.binary(max_size=12), st.integers(0, 40))
def test_any_damage_gives_a_list_or_a_refusal(at: int, put: bytes, taken: int) -> None:
    assert _outcome(DAMAGED[:at] + put + DAMAGED[at + taken :]) in {"list_invalid", "accounted"}
