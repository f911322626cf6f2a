"""What rows look like whose headings nobody knows."""

import pytest

from vendorcheck.readers.structure import (
    Structure,
    is_list,
    is_number,
    is_short,
    is_wordy,
    mostly_as_wide,
    structure_of,
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Ding", "Anzahl"], ["Dose", "5"], ["Kabel", "7"]], Structure(0, headed=True)),
        ([["Liste"], ["Ding", "Anzahl"], ["Dose", "5"], ["Kabel", "7"]], Structure(1, headed=True)),
        ([["Dose", "5"], ["Kabel", "7"], ["Rohr", "9"]], Structure(0, headed=False)),
        ([["Ware", "2023", "2024"], ["Dose", "5", "6"], ["Kabel", "7", "8"]], Structure(0, headed=True)),
    ],
)
def test_a_table_begins_where_its_columns_are_filled(rows: list[list[str]], expected: Structure) -> None:
    assert structure_of(rows) == expected


@pytest.mark.parametrize("rows", [[], [["a"], ["b"]], [["a", "b"]], [["a", "b"], ["c"], ["d"], ["e"], ["f", "g", "h"]]])
def test_other_rows_make_none(rows: list[list[str]]) -> None:
    assert structure_of(rows) is None


@pytest.mark.parametrize(
    ("cell", "number"), [("5", True), ("1.50 €", True), ("12 mm", True), ("2024-03-01", True), ("X1 rack", False)]
)
def test_a_number_may_have_a_unit(cell: str, *, number: bool) -> None:
    assert is_number(cell) == number
    assert is_wordy(cell) != number


@pytest.mark.parametrize("cell", ["x" * 61, "a word " * 6, "5"])
def test_what_is_long_or_a_number_is_not_wordy(cell: str) -> None:
    assert not is_wordy(cell)


@pytest.mark.parametrize(
    ("widths", "as_wide"), [([], True), ([3, 3, 1], True), ([1, 1, 3], False), ([2, 2, 2], True), ([2, 3, 4, 5], False)]
)
def test_rows_of_one_width_are_mostly_as_wide(widths: list[int], *, as_wide: bool) -> None:
    assert mostly_as_wide([["x"] * width for width in widths], 4) == as_wide


def test_a_list_is_of_short_rows() -> None:
    assert is_list([["Acme"], ["Bolt", " Inc."]])
    assert not is_list([])
    assert not is_list([["a"] * 4])
    assert not is_list([["this is a sentence of rather more than eight words"]])
    assert is_short("Acme 19 inch rack")
