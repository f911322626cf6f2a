"""Which roles columns have by their headings, and what a row of headings is known by."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from vendorcheck.model.bom import IDENTITY_ROLES, ROLES, Column, Layout, Role
from vendorcheck.model.errors import EXIT_NOTHING_SCREENED, NothingToScreenError, Spot
from vendorcheck.readers.tables.columns import (
    check_screenable,
    columns_of,
    distinct_roles,
    headings_of,
    heads_a_table,
    identifies,
    is_sure,
    mostly_known,
    numbered_columns,
    says_who,
    seen,
)


def _bill(*layouts: Layout) -> Any:
    return SimpleNamespace(name="bill.csv", tables=[SimpleNamespace(layout=layout) for layout in layouts])


def _layout(*headings: str, line: int | None = 1) -> Layout:
    return Layout("csv", "utf-8", ",", None, line, columns_of(headings, {}))


def test_headings_are_kept_as_written_with_their_field_numbers() -> None:
    assert columns_of([" Hersteller ", "", "Lager", "P/N"], {}) == (
        Column(1, "Hersteller", "maker"),
        Column(2, "", "ignored"),
        Column(3, "Lager", "ignored"),
        Column(4, "P/N", "part"),
    )


def test_a_heading_that_joins_two_roles_makes_two_columns_of_one_cell() -> None:
    assert [(column.cell, column.role) for column in columns_of(["Manufacturer/MPN", "Qty"], {})] == [
        (1, "maker"),
        (1, "part"),
        (2, "quantity"),
    ]


def test_the_name_of_a_seller_stands_for_it_and_its_cells_are_text() -> None:
    assert columns_of(["Mouser"], {}) == (
        Column(1, "Mouser", "vendor", stands_for="Mouser"),
        Column(1, "Mouser", "description"),
    )


def test_a_mapping_goes_before_what_a_heading_means() -> None:
    roles: dict[str, Role] = {"vendor": "ignored", "lager": "maker"}
    assert [column.role for column in columns_of(["Vendor", "LAGER", "Lager"], roles)] == ["ignored", "maker", "maker"]


def test_columns_without_headings_go_by_their_numbers() -> None:
    assert numbered_columns(3, {"2": "part"}) == (
        Column(1, "1", "ignored"),
        Column(2, "2", "part"),
        Column(3, "3", "ignored"),
    )


def test_headings_are_one_for_each_cell() -> None:
    assert headings_of(columns_of(["Manufacturer/MPN", "Mouser", "Qty"], {})) == ["Manufacturer/MPN", "Mouser", "Qty"]


@pytest.mark.parametrize(
    ("row", "count"),
    [
        (["Maker", "Part", "Qty"], 3),
        (["Maker", "Maker", "Maker"], 1),
        (["Foo", "", "Bar"], 0),
        (["Manufacturer/MPN", "Foo"], 1),
        (["Manufacturer/MPN", "Qty"], 2),
        (["Mouser", "Digikey", "Farnell"], 0),
    ],
)
def test_roles_count_once_and_sellers_not_at_all(row: Sequence[str], count: int) -> None:
    assert distinct_roles(columns_of(row, {})) == count


@pytest.mark.parametrize("role", IDENTITY_ROLES)
def test_one_column_may_say_who_made_it(role: Role) -> None:
    assert identifies([Column(1, "x", role)])
    assert says_who([Column(1, "x", role)])


def test_the_name_of_a_seller_identifies_but_is_no_heading_that_says_who() -> None:
    columns = columns_of(["Mouser", "Qty"], {})
    assert identifies(columns)
    assert not says_who(columns)


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        (["Manufacturer", "Part"], True),
        (["Qty", "Description"], True),
        (["Qty", "Price"], False),
        (["Manufacturer", "Acme"], False),
        (["Manufacturer 1", "Part 1"], False),
        (["Acme", "Mouser", "Farnell"], False),
        (["Brand", "Herstellernummer"], True),
        (["制造商", "制造商型号"], True),
        (["Brand", "and quantity"], False),
        (["Brand", "Manufactuer"], False),
        (["Part", "the manufacturer we asked"], False),
    ],
)
def test_what_heads_a_table(row: Sequence[str], heads: object) -> None:
    assert heads_a_table(row) is heads


@pytest.mark.parametrize(
    ("row", "sure"),
    [
        (["Manufacturer", "Part Number"], True),
        (["Hersteller", "Menge", "Lager"], True),
        (["Qty", "Price", "Description"], True),
        (["Name", "Number"], False),
        (["Manufacturer", "Acme"], False),
        (["Each manufacturer", " part number", " and quantity must be stated"], False),
        (['{"manufacturer"', ' "part"', ' "qty"}'], False),
        ([], False),
    ],
)
def test_headings_are_beyond_doubt_where_they_are_no_chance(row: Sequence[str], sure: object) -> None:
    assert is_sure(row) is sure


@pytest.mark.parametrize(
    ("row", "known"),
    [
        (["Manufacturer", "Part", "Foo"], True),
        (["Manufacturer", "", "Part", "", "Foo"], True),
        (["Manufacturer", "Foo"], False),
        (["Manufacturer/MPN", "Foo", "Bar"], False),
    ],
)
def test_two_thirds_of_the_filled_cells_are_most(row: Sequence[str], known: object) -> None:
    assert mostly_known(row) is known


def test_a_bill_with_one_table_that_says_who_is_screenable() -> None:
    check_screenable(_bill(_layout("Room", "Rack"), _layout("Room", "Vendor")))


def test_a_bill_without_a_column_that_says_who_made_it_is_refused() -> None:
    with pytest.raises(NothingToScreenError) as caught:
        check_screenable(_bill(_layout("Qty", "Lager", "x" * 50)))
    error = caught.value
    assert (error.code, error.exit_code, error.spot) == ("no_columns", EXIT_NOTHING_SCREENED, Spot("bill.csv"))
    assert error.message == "bill.csv has no column that says who made anything"
    said = f"Say which is which: --map maker=HEADING (roles: {', '.join(ROLES)})."
    assert error.help == f"Its headings are 'Qty', 'Lager', …. {said}"


@pytest.mark.parametrize("row", [["Acme", "P", "hunter"], ["admin", "hunter"], ["admin", "secret", "Camera"]])
def test_what_may_be_no_headings_is_not_repeated(row: Sequence[str]) -> None:
    with pytest.raises(NothingToScreenError) as caught:
        check_screenable(_bill(_layout(*row, line=2)))
    said = "Its headings are not known, so they are not repeated here; inspect shows them. Say which is which"
    assert (caught.value.help or "").startswith(said)


def test_a_bill_without_headings_is_told_how_to_say_it_by_number() -> None:
    with pytest.raises(NothingToScreenError) as caught:
        check_screenable(_bill(_layout("1", "2", line=None)))
    assert caught.value.help == (
        "It has no headings, and its columns go by their numbers. Say which is which: --map maker=1."
    )


def test_what_looks_like_a_value_is_not_shown() -> None:
    row = ["Maker", " ", "secret7", "x" * 41, *["Foo"] * 12]
    assert seen(row) == "'Maker', …, …" + ", 'Foo'" * 9 + " and 3 more"
