"""What rows look like whose headings nobody knows."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.tables.structure import (
    Structure,
    is_brief,
    is_list,
    is_number,
    is_short,
    is_wordy,
    mostly_as_wide,
    structure_of,
    surely_heads,
    widely_cut,
)

Rows = Sequence[Sequence[str]]

DATA = [["01A", "R1", "1104"], ["01A", "R2", "1124"], ["02A", "R1", "1164"], ["02A", "R2", "1184"]]


def _table(*rows: Sequence[str]) -> Structure | None:
    return structure_of([*rows, *DATA])


@pytest.mark.parametrize(
    "row",
    [
        ["Room", "Rack", "VLAN"],
        ["Room", "Rack", ""],
        ["id", "100022", "2024"],
        ["01A", "1", "2"],
        ["Room", "2023", "2024"],
        ["1", "2", "3"],
    ],
)
def test_words_and_what_counts_up_head_numbers(row: Sequence[str]) -> None:
    headed = row not in (["01A", "1", "2"], ["1", "2", "3"])
    assert _table(row) == Structure(0, headed=headed)


@pytest.mark.parametrize("row", [["1", "2", "3", "4"], ["x", "2022", "2023", "2024"]])
def test_numbers_that_count_up_head_a_table(row: Sequence[str]) -> None:
    data = [["7", "100", "200", "55"], ["8", "101", "20", "5"], ["9", "88", "2", "500"]]
    assert structure_of([row, *data]) == Structure(0, headed=True)


def test_a_value_that_stands_below_as_well_is_no_heading() -> None:
    rows = [["Acme", "red"], ["Bolt", "red"], ["Cord", "green"], ["Acme", "blue"]]
    assert structure_of(rows) == Structure(0, headed=False)


def test_words_above_words_are_taken_for_headings() -> None:
    assert structure_of([["colour", "maker"], ["red", "Acme"], ["blue", "Bolt"]]) == Structure(0, headed=True)


def test_a_text_too_long_for_a_heading_is_none() -> None:
    long = "this is what somebody wrote down at length about the first of the things that stand below"
    assert structure_of([[long, "red"], ["Bolt", "blue"], ["Cord", "green"]]) == Structure(0, headed=False)


@pytest.mark.parametrize("title", [["A plan of the house"], ["A plan", "", ""], ["", "Date:", ""]])
def test_titles_stand_above_the_table(title: Sequence[str]) -> None:
    assert _table(title, ["Room", "Rack", "VLAN"]) == Structure(1, headed=True)


def test_comments_are_no_rows_of_it_but_may_head_it() -> None:
    assert _table(["# draft", " 3 rooms"], ["Room", "Rack", "VLAN"], ["# x"]) == Structure(1, headed=True)
    assert _table(["# Room", "Rack", "VLAN"]) == Structure(0, headed=True)
    assert structure_of([["# one", " two"], ["# three", " four"], ["# five"]]) is None


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["a"], ["b"]],
        [["a", "b"]],
        [["a", "b"], ["c"]],
        [["a", "b"], ["c"], ["d", "e"], ["f"]],
        [["Dear Ms Harper", ""], ["thank you for your order", " which we received"], ["Yours sincerely", ""]],
        [["", "indented"], ["", "by a tab"], ["", "as code is"]],
    ],
)
def test_rows_of_uneven_width_or_of_one_cell_make_none(rows: Rows) -> None:
    assert structure_of(rows) is None


def test_a_wide_table_may_have_some_ragged_rows() -> None:
    ragged = [["1", "2", "3"], ["1", "2", "3", "4"]]
    assert structure_of([["id", "name", "age"], *[["1", "x", "30"]] * 3, *ragged[1:] * 2]) is not None
    assert structure_of([["id", "name"], *[["1", "x"]] * 3, *[["1", "x", "3"]] * 2]) is None


@pytest.mark.parametrize(
    "text", ["5", "1,50", "-3.5", "€ 12.00", "2024-01-31", "12:30", "10k", "5 mm", "12 Jan 2024", "100 %", "1e5", "(4)"]
)
def test_numbers_are_told_with_their_units(text: str) -> None:
    assert is_number(text)
    assert not is_wordy(text)


@pytest.mark.parametrize("text", ["", "Qty", "C1525", "4 pieces", "RJ45 cable", "1" * 41])
def test_other_texts_are_no_numbers(text: str) -> None:
    assert not is_number(text)


@settings(max_examples=200, deadline=None)
@given(st.text("1aA. -", max_size=2000))
def test_a_text_of_any_length_is_judged(text: str) -> None:
    assert is_number(text) in {True, False}


@pytest.mark.parametrize("text", ["Max Operating Temperature", "Qty.", "Hersteller"])
def test_a_heading_is_wordy(text: str) -> None:
    assert is_wordy(text)


@pytest.mark.parametrize("text", ["x" * 61, "a b c d e f g h i j k"])
def test_a_long_text_is_not(text: str) -> None:
    assert not is_wordy(text)


@pytest.mark.parametrize(
    ("rows", "width", "wide"),
    [
        ([], 9, True),
        ([["a", "b", "c"]] * 2, 3, True),
        ([["a", "b", "c"], ["d"]], 3, True),
        ([["a", "b", "c"], ["d"], ["e"]], 3, False),
        ([["a", "b"]] * 2, 5, False),
        ([["a", "b", "c"]] * 2, 5, True),
    ],
)
def test_most_rows_are_as_wide_as_the_headings(rows: Rows, width: int, wide: object) -> None:
    assert mostly_as_wide(rows, width) is wide


@pytest.mark.parametrize(
    ("rows", "listed"),
    [
        ([], False),
        ([["Acme"]], True),
        ([["Acme"], ["Bolt", " Inc."]], True),
        ([["Acme"], ["a", "b", "c", "d", "e"]], False),
        ([["Acme"], ["the vendor shall deliver the goods within thirty days"]], False),
        ([["Acme"]] * 9 + [["the vendor shall deliver the goods within thirty days"]], True),
    ],
)
def test_a_list_has_short_rows(rows: Rows, listed: object) -> None:
    assert is_list(rows) is listed


def test_names_are_short_and_headings_brief() -> None:
    assert is_short("Hangzhou Hikvision Digital Technology Co., Ltd.")
    assert not is_short("one two three four five six seven eight nine")
    assert is_brief("Manufacturer part number")
    assert not is_brief("must be stated.")
    assert not is_brief("one two three four five")


@pytest.mark.parametrize(
    ("widths", "width", "expected"),
    [([7, 8, 9, 7, 4], 7, True), ([3, 4, 2, 9], 7, True), ([3, 2, 3, 9], 7, False), ([4, 4], 4, False), ([], 7, True)],
)
def test_uneven_rows_under_many_headings_are_still_cut_into_many_cells(
    widths: list[int], width: int, *, expected: bool
) -> None:
    assert widely_cut([["x"] * each for each in widths], width) is expected


@pytest.mark.parametrize(
    ("row", "sure"),
    [
        (["Zebra", "Okapi", "Gnu"], True),
        (["Zebra", "Okapi", "7"], False),
        (["Zebra", "Okapi", "TBD"], False),
        (["Zebra", "Okapi", "-"], False),
        (["Zebra", "", "Gnu"], False),
        (["01A", "R3", "Gnu"], False),
    ],
)
def test_words_above_numbers_are_surely_headings(row: Sequence[str], sure: object) -> None:
    assert surely_heads(row, DATA) is sure


def test_words_above_words_or_above_nothing_may_be_a_line() -> None:
    assert not surely_heads(["admin", "hunter"], [["root", "pass"], ["bob", "word"]])
    assert not surely_heads(["admin", "hunter"], [])
