"""The FCC's consolidated list: an entry a source, categories that are no names, texts as they were before HTML."""

import csv
import io
from datetime import date

import pytest

from vendorcheck.lists.formats.fcc import FCC, read_fcc
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

COLUMNS = [
    "entity_name",
    "aka",
    "country",
    "source_list",
    "list_category",
    "date_added",
    "federal_register_cite",
    "notes",
    "compiled_date",
    "list_category_label",
]


def _file(*rows: dict[str, str], columns: list[str] = COLUMNS) -> SourceFile:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    given = {"source_list": "FCC Covered List", "list_category": "1", "compiled_date": "2026-05-06"}
    writer.writerows(given | row for row in rows)
    return SourceFile("fcc.csv", text.getvalue().encode())


def _read(*rows: dict[str, str]) -> ParsedList:
    return read_fcc([_file(*rows)], "fcc")


def _entry(**row: str) -> ListEntry:
    [entry] = _read({"entity_name": "Northlake"} | row).entries
    return entry


def test_a_row_with_everything() -> None:
    entry = _entry(
        entity_name="Northlake &amp; Sons",
        aka="Nola &amp; Sons; Nola&#x27;s",
        country="China",
        date_added="2021-03-12",
        federal_register_cite="86 FR 1111",
        notes="Cameras &quot;of any sort&quot;",
        list_category_label="FCC Covered List (§ 1.50002)",
    )
    assert entry == ListEntry(
        id=entry.id,
        list="fcc",
        name="Northlake & Sons",
        aliases=(Alias("Nola & Sons"), Alias("Nola's")),
        country="China",
        since=Period.parse("2021-03-12"),
        reference="86 FR 1111",
        standing="government_action",
        kind="unknown",
        instrument="us-fcc-covered-list",
        programmes=("FCC", "FCC Covered List (§ 1.50002)"),
        remarks=('Cameras "of any sort"',),
    )


@pytest.mark.parametrize(
    ("source", "instrument", "short"),
    [
        ("FCC Covered List", "us-fcc-covered-list", "FCC"),
        ("FCC Covered List (§ 2.902)", "us-fcc-covered-list", "FCC"),
        ("BIS Entity List", "us-bis-entity-list", "EL"),
        ("BIS Military End-User List", "us-bis-meu", "MEU"),
        ("DHS UFLPA Entity List", "us-uflpa", "UFLPA"),
        ("Treasury NS-CMIC List", "us-ns-cmic", "CMIC"),
        ("NDAA FY2021 § 1260H", "us-1260h", "1260H"),
        ("NDAA FY2023 § 5949", None, "NDAA FY2023 § 5949"),
    ],
)
def test_the_source_says_the_instrument(source: str, instrument: str | None, short: str) -> None:
    entry = _entry(source_list=source)
    assert (entry.instrument, entry.programmes) == (instrument, (short,))


def test_a_row_of_several_sources_is_an_entry_of_each_and_its_day_is_nobodys() -> None:
    found = _read(
        {
            "entity_name": "Northlake",
            "source_list": "BIS Entity List; Treasury NS-CMIC List",
            "date_added": "2021-01-01",
            "federal_register_cite": "86 FR 1111",
        }
    )
    assert [entry.instrument for entry in found.entries] == ["us-bis-entity-list", "us-ns-cmic"]
    assert len({entry.id for entry in found.entries}) == 2
    assert {(entry.since, entry.reference) for entry in found.entries} == {(None, None)}
    assert found.entries[0].remarks == (
        "Date added, to one of its lists: 2021-01-01",
        "Citation, for one of its lists: 86 FR 1111",
    )
    assert found.rows == 1


@pytest.mark.parametrize(
    "row",
    [
        {"entity_name": "Republic of Lakeland", "aka": "Lakeland", "list_category": "3"},
        {"entity_name": "Foreign-produced Routers"},
        {"entity_name": "Foreign produced drones (UAS)"},
        {"entity_name": "Inverters produced in a foreign country"},
    ],
)
def test_a_category_is_no_name(row: dict[str, str]) -> None:
    assert _entry(**row).kind == "category"


def test_the_list_is_of_the_day_it_was_compiled() -> None:
    found = _read({"entity_name": "Northlake"}, {"entity_name": "South", "compiled_date": "2026-05-07"})
    assert (found.dated, found.dated_by) == (date(2026, 5, 7), "file")
    assert _read({"entity_name": "Northlake", "compiled_date": ""}).dated is None


def test_a_row_that_names_nobody_is_left_out() -> None:
    found = _read({"entity_name": " "}, {"entity_name": "Northlake"})
    assert (found.rows, found.left_out) == (2, [LeftOut("fcc.csv", 2, "names nobody")])


def test_a_file_without_aliases_is_the_list_and_is_refused() -> None:
    file = _file({"entity_name": "Northlake"}, columns=[each for each in COLUMNS if each != "aka"])
    assert FCC.recognises(file)
    with pytest.raises(VendorcheckError, match="lacks the column aka"):
        read_fcc([file], "fcc")
