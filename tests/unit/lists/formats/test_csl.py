"""The Consolidated Screening List as CSV and TSV: each of its traps, and what is kept of a row."""

import csv
import io
import re
from datetime import date

import pytest

from vendorcheck.lists.formats.csl import CSL, NEEDED, read_csl
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, LeftOut, ListEntry

COLUMNS = [
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
]

EL = "Entity List (EL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
ISN = "Nonproliferation Sanctions (ISN) - State Department"


def _file(*rows: dict[str, str], columns: list[str] = COLUMNS, delimiter: str = ",") -> SourceFile:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", delimiter=delimiter)
    writer.writeheader()
    writer.writerows({"source": EL, **row} for row in rows)
    return SourceFile("csl.csv", text.getvalue().encode())


def _read(*rows: dict[str, str], columns: list[str] = COLUMNS, delimiter: str = ",") -> ParsedList:
    return read_csl([_file(*rows, columns=columns, delimiter=delimiter)], "csl")


def _entry(**row: str) -> ListEntry:
    [entry] = _read({"name": "Northlake", **row}).entries
    return entry


def test_a_row_with_everything() -> None:
    entry = _entry(
        source=EL,
        name="Northlake Optics Co., Ltd.",
        addresses="1 South Road, Harbour, CN; 2 North Road, Harbour, HK",
        federal_register_notice="80 FR 11111",
        start_date="2015-11-12",
        end_date="2020-01-31",
        license_requirement="For all items",
        license_policy="Presumption of denial",
        remarks="First; Second",
        source_list_url="https://example.org/list",
        source_information_url="https://example.org/about",
        alt_names="Nola; and Nola Optics",
        ids="CN, 123, Registration; Fleet, 7",
    )
    assert re.fullmatch("csl:[0-9a-f]{12}", entry.id)
    assert entry == ListEntry(
        id=entry.id,
        list="csl",
        name="Northlake Optics Co., Ltd.",
        aliases=(Alias("Nola"), Alias("Nola Optics")),
        country=None,
        since=Period.parse("2015-11-12"),
        reference="80 FR 11111",
        standing="government_action",
        kind="unknown",
        instrument="us-bis-entity-list",
        programmes=("EL",),
        until=Period.parse("2020-01-31"),
        addresses=("1 South Road, Harbour, CN", "2 North Road, Harbour, HK"),
        identifiers=("CN, 123, Registration", "Fleet, 7"),
        url="https://example.org/about",
        remarks=(
            "First",
            "Second",
            "Licence requirement: For all items",
            "Licence policy: Presumption of denial",
        ),
    )


@pytest.mark.parametrize(
    ("type", "kind"),
    [
        ("", "unknown"),
        ("Entity", "organisation"),
        ("Individual", "person"),
        ("Vessel", "vessel"),
        ("Aircraft", "aircraft"),
        ("Thing", "unknown"),
    ],
)
def test_a_row_that_does_not_say_what_it_is_of_is_of_unknown_kind(type: str, kind: str) -> None:
    assert _entry(type=type).kind == kind


@pytest.mark.parametrize(
    ("source", "instrument", "short"),
    [
        (EL, "us-bis-entity-list", "EL"),
        ("Entity List (EL) - Commerce Department", "us-bis-entity-list", "EL"),
        ("Entity List", "us-bis-entity-list", "EL"),
        ("Military End User (MEU) List - Bureau of Industry and Security", "us-bis-meu", "MEU"),
        ("Unverified List (UVL) - Bureau of Industry and Security", "bis-unverified-list", "UVL"),
        ("Denied Persons List (DPL) - Bureau of Industry and Security", "bis-denied-persons-list", "DPL"),
        (SDN, "ofac-sdn", "SDN"),
        ("Capta List (CAP) - Treasury Department", "ofac-capta", "CAP"),
        ("CAPTA List - Treasury Department", "ofac-capta", "CAP"),
        ("Foreign Sanctions Evaders (FSE) - Treasury Department", "ofac-fse", "FSE"),
        ("ITAR Debarred (DTC) - State Department", "state-aeca-debarred", "DTC"),
        (
            "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department",
            "us-ns-cmic",
            "CMIC",
        ),
        ("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department", "ofac-ns-mbs", "MBS"),
        (ISN, "state-nonproliferation", "ISN"),
        ("Palestinian Legislative Council List (PLC) - Treasury Department", "ofac-plc", "PLC"),
        ("Sectoral Sanctions Identifications List (SSI) - Treasury Department", "ofac-ssi", "SSI"),
    ],
)
def test_the_label_of_a_source_says_the_instrument_and_the_programme(source: str, instrument: str, short: str) -> None:
    entry = _entry(source=source, programs="IFSR; SDGT")
    assert (entry.instrument, entry.programmes) == (instrument, (short, "IFSR", "SDGT"))


def test_a_source_that_nobody_knows_is_kept_under_its_label_and_counted() -> None:
    found = _read(
        {"name": "Northlake", "source": "Far List (FL) - Department"},
        {"name": "South Shore", "source": "Far List (FL) - Department"},
        {"name": "East"},
    )
    assert [(entry.instrument, entry.programmes) for entry in found.entries] == [
        (None, ("Far List (FL) - Department",)),
        (None, ("Far List (FL) - Department",)),
        ("us-bis-entity-list", ("EL",)),
    ]
    assert found.notes == ("entries of a list that is unknown here, 'Far List (FL) - Department': 2",)


def test_a_row_without_a_source_is_kept() -> None:
    entry = _entry(source="")
    assert (entry.name, entry.instrument, entry.programmes) == ("Northlake", None, ())


def test_a_person_keeps_the_name_as_it_is_written() -> None:
    entry = _entry(
        source=SDN, type="Individual", entity_number="17", name="NORDSEE, Fern", alt_names="NORDSEE, F.; LAKE, N, O"
    )
    assert (entry.name, entry.kind) == ("NORDSEE, Fern", "person")
    assert [alias.text for alias in entry.aliases] == ["NORDSEE, F.", "LAKE, N, O"]


def test_names_of_the_state_department_may_be_joined_by_commas() -> None:
    entry = _entry(source=ISN, alt_names="NL, Nola Trading, F.K.A. Nola Office")
    assert entry.aliases == (Alias("NL"), Alias("Nola Trading"), Alias("Nola Office", "former"))


@pytest.mark.parametrize("empty", ["", " ", ";", "; ; ", "and ;"])
def test_empty_names_are_no_aliases(empty: str) -> None:
    assert _entry(alt_names=empty).aliases == ()


def test_an_alias_that_is_the_name_is_none() -> None:
    assert _entry(alt_names="Northlake; Nola; Nola").aliases == (Alias("Nola"),)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (" Northlake ", "Northlake"),
        ("Xi\x92an Northlake", "Xi’an Northlake"),
        ("CafÃ© Northlake", "Café Northlake"),
        ("Northlake; and any successor, sub-unit, or subsidiary thereof", "Northlake"),
        ("South Shore (Sosho).  Affiliated Entity: Northlake Ltd.", "Northlake Ltd."),
        ("Northlake, Inc. (a.k.a. FARCO, Inc.)", "Northlake, Inc."),
    ],
)
def test_what_else_stands_in_the_cell_is_no_part_of_the_name(written: str, name: str) -> None:
    assert _entry(name=written).name == name


def test_a_former_name_within_the_name_comes_before_the_aliases() -> None:
    entry = _entry(name="Northlake, OOO (f.k.a., Nola OOO)", alt_names="Lake")
    assert entry.aliases == (Alias("Nola OOO", "former"), Alias("Lake"))


def test_a_row_that_repeats_the_headings_is_left_out() -> None:
    found = _read(dict(zip(COLUMNS, COLUMNS, strict=True)), {"name": "Northlake"})
    assert [entry.name for entry in found.entries] == ["Northlake"]
    assert (found.rows, found.left_out) == (2, [LeftOut("csl.csv", 2, "repeats the headings")])


def test_a_row_that_names_nobody_is_left_out() -> None:
    found = _read({"name": " ", "remarks": "x"}, {"name": "Northlake"})
    assert (found.rows, found.left_out) == (2, [LeftOut("csl.csv", 2, "names nobody")])


def test_a_row_with_more_cells_than_headings_is_left_out() -> None:
    content = _file({"name": "Northlake"}).content + b"," * 40 + b"x\r\n"
    found = read_csl([SourceFile("csl.csv", content)], "csl")
    assert (found.rows, found.left_out) == (2, [LeftOut("csl.csv", 3, "has more cells than there are headings")])


def test_a_file_that_ends_within_a_row_says_so_and_keeps_the_rows_before() -> None:
    content = _file({"name": "Northlake"}).content + b'"1","Entity List (EL)","","","","South'
    found = read_csl([SourceFile("csl.csv", content)], "csl")
    assert [entry.name for entry in found.entries] == ["Northlake"]
    assert (found.rows, found.left_out) == (2, [LeftOut("csl.csv", 3, "is cut off: the file ends within it")])
    assert found.notes == ("csl.csv: the file is not whole: it ends within a row",)


def test_a_quotation_that_swallows_rows_refuses_the_file() -> None:
    content = _file({"name": "Northlake"}).content + b'"1,Entity List (EL),,,,South\n2,Entity List (EL),,,,East\n'
    with pytest.raises(VendorcheckError) as caught:
        read_csl([SourceFile("csl.csv", content)], "csl")
    assert caught.value.spot == Spot("csl.csv", 3)


def test_a_row_that_is_short_is_kept_and_counted() -> None:
    content = _file({"name": "Northlake"}).content + b"1,Entity List (EL),,,,South Shore\n"
    found = read_csl([SourceFile("csl.csv", content)], "csl")
    assert [entry.name for entry in found.entries] == ["Northlake", "South Shore"]
    assert found.notes == ("csl.csv: 1 rows have fewer cells than there are headings",)


def test_an_older_file_has_no_id() -> None:
    columns = COLUMNS[1:]
    found = _read({"name": "Northlake", "entity_number": "17"}, columns=columns)
    assert [entry.id for entry in found.entries] == ["csl:17"]


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_columns_may_be_separated_by_commas_or_tabs(delimiter: str) -> None:
    row = {"name": "Northlake Co., Ltd.", "alt_names": "Nola, Inc."}
    assert CSL.recognises(_file(row, delimiter=delimiter))
    [entry] = _read(row, delimiter=delimiter).entries
    assert entry.names == ("Northlake Co., Ltd.", "Nola, Inc.")


def test_columns_that_are_new_are_named_and_do_no_harm() -> None:
    found = _read({"name": "Northlake", "mood": "x"}, columns=["mood", *COLUMNS, "Second Mood"])
    assert [entry.name for entry in found.entries] == ["Northlake"]
    assert found.notes == ("csl.csv: columns that are not read: mood, second_mood",)


@pytest.mark.parametrize("column", NEEDED)
def test_a_file_that_lacks_a_column_is_the_list_and_is_refused_by_its_name(column: str) -> None:
    file = _file({"name": "Northlake"}, columns=[each for each in COLUMNS if each != column])
    assert CSL.recognises(file)
    with pytest.raises(VendorcheckError) as caught:
        read_csl([file], "csl")
    assert caught.value.message == f"csl.csv: lacks the column {column}"
    assert (caught.value.spot, bool(caught.value.help)) == (Spot("csl.csv", 1), True)


def test_a_row_that_has_run_out_keeps_its_last_day_and_one_without_a_last_day_has_none() -> None:
    first, second = _read(
        {"name": "Northlake", "start_date": "2001-01-01", "end_date": "2002-01-01", "remarks": "EXPIRED"},
        {"name": "South", "start_date": "2001-01-01", "remarks": "EXPIRED"},
    ).entries
    assert (first.until, second.until) == (Period.parse("2002-01-01"), None)


def test_days_may_be_written_with_the_month_first_and_what_is_none_is_left() -> None:
    entry = _entry(start_date="10/16/2017", end_date="soon")
    assert (entry.since, entry.until) == (Period.parse("2017-10-16"), None)


def test_a_day_with_a_time_is_read_and_one_that_cannot_be_is_remarked() -> None:
    entry = _entry(start_date="2019-12-31T00:00:00", end_date="31/12/2020")
    assert (entry.since, entry.until) == (Period.parse("2019-12-31"), None)
    assert entry.remarks == ("End date, which cannot be read: 31/12/2020",)


def test_the_list_is_of_the_newest_day_on_which_somebody_was_listed() -> None:
    found = _read(
        {"name": "Northlake", "start_date": "2021-03-04", "end_date": "2056-01-01"},
        {"name": "South", "start_date": "2022-04-21"},
        {"name": "East", "start_date": "2919-01-01", "end_date": "2022-01-01"},
    )
    assert (found.dated, found.dated_by) == (date(2022, 4, 21), "newest_entry")
    assert (_read({"name": "Northlake"}).dated, _read({"name": "Northlake"}).dated_by) == (None, None)


def test_an_empty_number_gives_an_id_from_list_name_and_country() -> None:
    listed = {"source": SDN, "name": "Northlake"}
    found = _read({"name": "Northlake"}, listed, {"name": "Northlake", "addresses": "Road, CN"})
    ids = [entry.id for entry in found.entries]
    assert len(set(ids)) == 3
    assert [entry.id for entry in _read(listed).entries] == ids[1:2]


def test_two_rows_of_one_number_are_two_entries_and_one_row_said_twice_is_one() -> None:
    rows = ({"entity_number": "17", "name": "Northlake"}, {"entity_number": "17", "name": "South"})
    found = _read(*rows, *rows)
    first, second = found.entries
    assert (first.name, second.name, found.rows) == ("Northlake", "South", 4)
    assert all(re.fullmatch("csl:17/[0-9a-f]{12}", entry.id) for entry in found.entries)
    assert set(_read(*reversed(rows)).entries) == {first, second}


@pytest.mark.parametrize(
    ("row", "country"),
    [
        ({"addresses": "Harbour"}, None),
        ({"addresses": "CN"}, "CN"),
        ({"addresses": "1 Road, Harbour; 2 Road, Harbour, HK"}, "HK"),
        ({"addresses": "1 Road, CHULA, CA, 91913"}, None),
        ({"addresses": "1 Road, Harbour, HK; 2 Road, Harbour, CN"}, None),
        ({"addresses": "1 Road, Harbour, CN; 2 Road, Harbour, CN"}, "CN"),
        ({"nationalities": "SY; IQ"}, None),
        ({"nationalities": "SY"}, "SY"),
        ({"citizenships": "CO"}, "CO"),
        ({"addresses": "Harbour, MX", "nationalities": "SY"}, "MX"),
        ({}, None),
    ],
)
def test_the_country_is_that_of_all_addresses_that_say_one_or_of_the_person(
    row: dict[str, str], country: str | None
) -> None:
    assert _entry(**row).country == country


def test_of_a_vessel_it_is_remarked_what_it_is() -> None:
    entry = _entry(type="Vessel", call_sign="T2", vessel_type="Tanker", vessel_flag="Iran", vessel_owner="Nola")
    assert entry.remarks == ("Call sign: T2", "Vessel type: Tanker", "Flag: Iran", "Owner: Nola")


def test_the_order_of_the_columns_does_not_matter() -> None:
    row = {"name": "Northlake", "alt_names": "Nola", "entity_number": "17"}
    assert _read(row, columns=COLUMNS[::-1]).entries == _read(row).entries


def test_several_parts_are_one_list() -> None:
    parts = [_file({"name": "Northlake"}), _file({"name": "South"})]
    found = read_csl(parts, "csl")
    assert ([entry.name for entry in found.entries], found.rows) == (["Northlake", "South"], 2)
