"""The Denied Persons List: rows of one order are one entry, with or without a last day."""

import csv
import io
from datetime import date

import pytest

from vendorcheck.lists.formats.denied_persons import DENIED_PERSONS, read_denied_persons
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

COLUMNS = [
    "Name",
    "Street_Address",
    "City",
    "State",
    "Country",
    "Postal_Code",
    "Effective_Date",
    "Expiration_Date",
    "Standard_Order",
    "Last_Update",
    "Action",
    "FR_Citation",
]
ROW = {"Name": "NORTHLAKE TRADING", "Effective_Date": "10/16/2017", "Expiration_Date": "10/13/2027"}


def _file(*rows: dict[str, str], columns: list[str] = COLUMNS) -> SourceFile:
    text = io.StringIO()
    writer = csv.DictWriter(
        text, columns, restval="", extrasaction="ignore", delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(ROW | row for row in rows)
    return SourceFile("dpl.txt", text.getvalue().encode())


def _read(*rows: dict[str, str]) -> ParsedList:
    return read_denied_persons([_file(*rows)], "dpl")


def test_rows_of_one_order_are_one_entry_with_their_addresses() -> None:
    first = {"Street_Address": "1 ROAD", "City": "HARBOUR", "State": "TX", "Postal_Code": "78602", "Country": ""}
    second = {"Name": " NORTHLAKE  TRADING", "Street_Address": "2 ROAD ", "City": "SHORE", "Country": "AE"}
    found = _read(first | {"FR_Citation": "82 F.R. 1", "Action": "NEW"}, second | {"FR_Citation": "82 F.R. 1 "})
    [entry] = found.entries
    assert entry == ListEntry(
        id=entry.id,
        list="dpl",
        name="NORTHLAKE TRADING",
        country="AE",
        since=Period.parse("2017-10-16"),
        reference="82 F.R. 1",
        standing="government_action",
        kind="unknown",
        instrument="bis-denied-persons-list",
        programmes=("DPL",),
        until=Period.parse("2027-10-13"),
        addresses=("1 ROAD, HARBOUR, TX, 78602", "2 ROAD, SHORE, AE"),
        remarks=("NEW",),
    )
    assert found.rows == 2


@pytest.mark.parametrize("other", [{"Effective_Date": "10/17/2017"}, {"Expiration_Date": ""}, {"Name": "SOUTH"}])
def test_another_order_is_another_entry(other: dict[str, str]) -> None:
    entries = _read({}, other).entries
    assert len({entry.id for entry in entries}) == 2


def test_rows_in_another_order_are_the_same_entries_under_the_same_ids() -> None:
    rows = [{"Street_Address": f"{at} ROAD", "Country": land} for at, land in enumerate(("AE", "TR", "AE"))]
    rows += [{"Street_Address": "9 ROAD", "Country": "AE", "Effective_Date": "01/02/2018"}]
    found = _read(*rows).entries
    assert {entry.country for entry in found} == {None, "AE"}
    assert set(_read(*reversed(rows)).entries) == set(found)


def test_an_order_without_a_last_day_has_none() -> None:
    [entry] = _read({"Expiration_Date": ""}).entries
    assert (entry.since, entry.until) == (Period.parse("2017-10-16"), None)


def test_a_further_name_within_a_name_is_an_alias() -> None:
    [entry] = _read({"Name": "NORTH (A.K.A. NOLA) LAKE"}).entries
    assert (entry.name, entry.aliases) == ("NORTH LAKE", (Alias("NOLA"),))


def test_what_names_nobody_and_what_repeats_the_headings_is_left_out() -> None:
    found = _read({}, {"Name": ""}, dict(zip(COLUMNS, COLUMNS, strict=True)))
    assert (len(found.entries), found.rows) == (1, 3)
    assert sorted(found.left_out) == [
        LeftOut("dpl.txt", 3, "names nobody"),
        LeftOut("dpl.txt", 4, "repeats the headings"),
    ]


def test_the_list_is_of_its_newest_order() -> None:
    found = _read({}, {"Effective_Date": "06/05/2019", "Last_Update": "3017-08-22"})
    assert (found.dated, found.dated_by) == (date(2019, 6, 5), "newest_entry")


def test_a_file_without_citations_is_the_list_and_is_refused() -> None:
    file = _file({}, columns=[each for each in COLUMNS if each != "FR_Citation"])
    assert DENIED_PERSONS.recognises(file)
    with pytest.raises(VendorcheckError, match="lacks the column fr_citation"):
        read_denied_persons([file], "dpl")


def test_a_day_that_cannot_be_is_remarked() -> None:
    [entry] = _read({"Effective_Date": "31/12/2017"}).entries
    assert entry.since is None
    assert "Effective date, which cannot be read: 31/12/2017" in entry.remarks
