"""Which row holds the headings, which role each column has, and what the caller said of it."""

from collections.abc import Sequence

import pytest

from vendorcheck.model.bom import ROLES, Column
from vendorcheck.model.errors import EXIT_COULD_NOT_SCREEN, EXIT_NOTHING_SCREENED, Spot, VendorcheckError
from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole
from vendorcheck.readers.columns import seen
from vendorcheck.readers.header import HEADER_WITHIN, Header, find_header, roles_shown


def _header(rows: Sequence[Sequence[str]], *mappings: HeadingRole) -> Header:
    return find_header("bill.csv", list(enumerate(rows, 1)), Choices(mappings=mappings))


def _roles(row: Sequence[str], *mappings: HeadingRole) -> list[str]:
    return [column.role for column in _header([row], *mappings).columns]


def _error(rows: Sequence[Sequence[str]], *mappings: HeadingRole) -> VendorcheckError:
    with pytest.raises(VendorcheckError) as caught:
        _header(rows, *mappings)
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maker=Brand", ("maker", "Brand")),
        (" Maker = Marke ", ("maker", "Marke")),
        ("FCC_ID=FCC", ("fcc_id", "FCC")),
        ("part=P=N", ("part", "P=N")),
        ("ignored=Vendor", ("ignored", "Vendor")),
    ],
)
def test_a_mapping_is_read(text: str, expected: tuple[str, str]) -> None:
    assert HeadingRole.parse(text) == expected


@pytest.mark.parametrize("text", ["", "maker", "maker=", "maker=  ", "nobody="])
def test_a_mapping_without_a_heading_is_a_usage_error(text: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        HeadingRole.parse(text)
    assert caught.value.code == "usage"
    assert caught.value.message == f"--map {text!r} is not ROLE=HEADING"
    assert caught.value.help == 'For example --map "maker=Brand".'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("makr=Brand", "--map names no role 'makr'; did you mean 'maker'?"),
        ("xyz=Brand", "--map names no role 'xyz'"),
        ("=Brand", "--map names no role ''"),
    ],
)
def test_a_mapping_to_an_unknown_role_is_a_usage_error(text: str, message: str) -> None:
    with pytest.raises(VendorcheckError) as caught:
        HeadingRole.parse(text)
    assert caught.value.code == "usage"
    assert caught.value.message == message
    assert caught.value.help == "Roles: " + ", ".join(ROLES) + "."
    assert caught.value.exit_code == EXIT_COULD_NOT_SCREEN


def test_the_headings_are_kept_as_written_with_their_field_numbers() -> None:
    header = _header([[" Hersteller ", "", "Lager", "P/N"]])
    assert header.line == 1
    assert header.columns == (
        Column(1, "Hersteller", "maker"),
        Column(2, "", "ignored"),
        Column(3, "Lager", "ignored"),
        Column(4, "P/N", "part"),
    )


def test_title_rows_above_the_headings_are_passed_over() -> None:
    rows = [["Bill of materials"], ["Site", "North"], ["Manufacturer", "Part"], ["Acme", "X1"]]
    assert _header(rows).line == 3


def test_the_row_with_the_most_roles_holds_the_headings() -> None:
    rows = [["Vendor", "Acme"], ["Manufacturer", "Part", "Description"], ["Acme", "X1", "Switch"]]
    assert _header(rows).line == 2


def test_a_role_counts_once_however_many_columns_have_it() -> None:
    rows = [["Note", "Notes", "Remark"], ["Manufacturer", "Part", "X"]]
    assert _header(rows).line == 2


def test_a_heading_without_a_role_does_not_count() -> None:
    rows = [["Manufacturer", "Part"], ["Manufacturer", "Part", "Lager"]]
    assert _header(rows).line == 1


def test_of_two_rows_alike_the_first_holds_the_headings() -> None:
    rows = [["Manufacturer", "Part"], ["Acme", "X1"], ["Manufacturer", "Part"]]
    assert _header(rows).line == 1


@pytest.mark.parametrize("role", ["maker", "brand", "vendor", "part"])
def test_one_column_that_says_who_made_it_is_enough(role: str) -> None:
    assert [column.role for column in _header([[role], ["Acme"], ["Bolt"]]).columns] == [role]


def test_headings_stand_within_the_first_rows_or_not_at_all() -> None:
    title, headings = ["Title"], ["Manufacturer", "Part"]
    assert _header([title] * (HEADER_WITHIN - 1) + [headings]).line == HEADER_WITHIN
    assert _error([title] * HEADER_WITHIN + [headings]).code == "no_table"


def test_a_mapping_gives_a_column_its_role() -> None:
    assert _roles(["Lager", "Menge"], HeadingRole("maker", "lager")) == ["maker", "quantity"]


def test_a_mapping_goes_before_what_a_heading_means() -> None:
    assert _roles(["Manufacturer", "Vendor"], HeadingRole("ignored", "Vendor")) == ["maker", "ignored"]


def test_a_mapping_holds_for_every_column_of_that_heading() -> None:
    assert _roles(["Lager", "LAGER"], HeadingRole("part", "Lager")) == ["part", "part"]


def test_a_row_without_every_mapped_heading_does_not_hold_the_headings() -> None:
    rows = [["Manufacturer", "Part", "Description"], ["Lager", "Vendor", "Ort"]]
    mappings = (HeadingRole("maker", "Lager"), HeadingRole("purpose", "Ort"))
    assert _header(rows, *mappings).line == 2


def test_a_mapping_may_leave_nothing_that_says_who_made_it() -> None:
    assert _roles(["Vendor", "Qty"], HeadingRole("ignored", "Vendor")) == ["ignored", "quantity"]


def test_a_mapped_heading_that_is_nowhere_is_a_usage_error() -> None:
    error = _error([["Title"], ["Manufacturer", "Part"]], HeadingRole("maker", "Brand"), HeadingRole("part", "Type No"))
    assert error.code == "usage"
    assert error.message == "bill.csv has no row with the mapped headings 'Brand', 'Type No'"
    assert error.help == "Its first row holds 'Manufacturer', 'Part'."
    assert error.spot == Spot("bill.csv")
    assert error.exit_code == EXIT_COULD_NOT_SCREEN


@pytest.mark.parametrize("rows", [[], [[""]], [["Dear reader"], ["this is a letter"]]])
def test_rows_of_one_cell_are_no_table(rows: list[list[str]]) -> None:
    error = _error(rows)
    assert error.code == "no_table"
    assert error.message == "no table found in bill.csv"
    assert error.help == "A bill is a table with a heading row, such as Manufacturer, Part Number, Description."
    assert error.spot == Spot("bill.csv")
    assert error.exit_code == EXIT_NOTHING_SCREENED


def test_what_may_be_a_value_is_not_shown() -> None:
    assert seen(["Qty", " Lager ", "", "x" * 50, "K9"]) == "'Qty', 'Lager', …, …"


def test_a_mapped_heading_of_signs_is_not_found_in_an_empty_cell() -> None:
    assert _error([["Bill", ""], ["1", "2"]], HeadingRole("maker", "?")).code == "usage"


def test_one_heading_has_one_role() -> None:
    error = _error([["Brand"]], HeadingRole("maker", "Brand"), HeadingRole("vendor", "brand "))
    assert error.code == "usage"
    assert error.message == "--map gives the heading 'brand ' two roles, maker and vendor"


def test_a_mapping_said_twice_is_said_once() -> None:
    header = _header([["Lager"]], HeadingRole("maker", "Lager"), HeadingRole("maker", "lager"))
    assert [column.role for column in header.columns] == ["maker"]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [([], 0), ([["Qty", "Price"]], 0), ([["Title"], ["Maker", "Part", "Qty"]], 3), ([["Maker", "Brand", "Maker"]], 2)],
)
def test_how_many_roles_the_headings_show(rows: list[list[str]], shown: int) -> None:
    assert roles_shown(rows, ALL_FOUND) == shown
