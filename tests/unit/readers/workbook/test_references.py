"""Columns by letters, rows by numbers, ranges by two cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.references import (
    MAX_COLUMNS,
    MAX_ROWS,
    Columns,
    Range,
    letters_of,
    range_of,
    row_number,
)


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")]
)
def test_a_column_has_letters_and_letters_a_column(column: int, letters: str) -> None:
    assert letters_of(column) == letters
    assert Columns().of(f"{letters}7", 1) == column


@given(st.integers(1, MAX_COLUMNS))
def test_every_column_comes_back_from_its_letters(column: int) -> None:
    assert Columns()[letters_of(column)] == column


@pytest.mark.parametrize("reference", ["", "7", "a1", "XFE1", "AAAA1", "Ä1", "$A$1", "A1B", " A1"])
def test_what_is_no_column_is_refused(reference: str) -> None:
    with pytest.raises(DamagedError, match="is no column of a sheet"):
        Columns().of(reference, 1)


def test_a_cell_that_does_not_say_where_it_stands_follows_the_one_before() -> None:
    assert Columns().of(None, 5) == 5
    with pytest.raises(DamagedError):
        Columns().of(None, MAX_COLUMNS + 1)


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("1048576", MAX_ROWS), (None, 9)])
def test_a_row_says_its_number_or_follows(text: str | None, number: int) -> None:
    assert row_number(text, 9) == number


@pytest.mark.parametrize("text", ["", "0", "-1", "1048577", "99999999999999999999", "1e3", "²", "x"])
def test_what_is_no_row_is_refused(text: str) -> None:
    with pytest.raises(DamagedError, match="is no row of a sheet"):
        row_number(text, 1)


def test_no_row_follows_the_last() -> None:
    with pytest.raises(DamagedError):
        row_number(None, MAX_ROWS + 1)


@pytest.mark.parametrize(("first", "last"), [("B2", "D9"), ("D9", "B2"), ("B9", "D2"), ("D2", "B9")])
def test_a_range_is_the_same_from_every_corner(first: str, last: str) -> None:
    assert range_of(first, last) == Range(top=2, left=2, bottom=9, right=4)
