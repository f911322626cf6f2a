"""Which row holds the headings where the caller says so, or nobody knows them."""

import pytest

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole
from vendorcheck.readers.header import MAX_COLUMNS, Header, best_header, find_header, header_above

_TABLE = [["Manufacturer", "Part"], ["Acme", "X1"], ["Bolt", "Y2"]]


def _best(rows: list[list[str]], choices: Choices = ALL_FOUND) -> Header | None:
    return best_header("bill.csv", list(enumerate(rows, 1)), choices)


def _line_known(rows: list[list[str]], choices: Choices = ALL_FOUND) -> tuple[int | None, bool]:
    header = find_header("bill.csv", list(enumerate(rows, 1)), choices)
    return header.line, header.known


def test_known_headings_are_told_from_unknown_ones() -> None:
    assert _line_known(_TABLE) == (1, True)
    assert _line_known([["Ding", "Anzahl"], ["Dose", "5"], ["Rohr", "7"]])[0] == 1
    assert _line_known([["Foo", "Bar"], ["Dose", "5"], ["Rohr", "7"]]) == (1, False)


def test_data_without_headings_goes_by_numbers() -> None:
    header = _best([["Dose", "5"], ["Rohr", "7"], ["Kabel", "9"]])
    assert header is not None
    assert (header.line, header.known, [column.heading for column in header.columns]) == (None, False, ["1", "2"])


def test_the_caller_names_the_line_of_the_headings() -> None:
    rows = [["Manufacturer", "Part"], ["Foo", "Bar"], ["Acme", "X1"]]
    assert _line_known(rows, Choices(header_line=2)) == (2, True)
    assert _line_known(rows, Choices(header_line=0)) == (None, True)


def test_a_line_on_which_no_row_begins_is_a_usage_error() -> None:
    with pytest.raises(VendorcheckError, match="begins on line 9") as caught:
        _best(_TABLE, Choices(header_line=9))
    assert caught.value.code == "usage"


def test_numbers_may_be_mapped_where_there_are_no_headings() -> None:
    choices = Choices(mappings=(HeadingRole("maker", "1"),))
    header = _best([["Dose", "5"], ["Rohr", "7"], ["Kabel", "9"]], choices)
    assert header is not None
    assert [column.role for column in header.columns] == ["maker", "ignored"]


def test_headings_in_a_comment_go_behind_those_in_none() -> None:
    assert _line_known([["# Manufacturer", "Part", "Qty"], *_TABLE])[0] == 2


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([["Manufacturer"], ["Acme"], ["Bolt"]], 1),
        ([["Manufacturer"], ["The makers of these cameras will be named in the offer to come."]], None),
        ([["Title"], ["x"], ["y"], ["z"], ["Manufacturer"], ["Acme"]], None),
    ],
)
def test_a_list_of_one_column_has_its_heading_near_the_start(rows: list[list[str]], line: int | None) -> None:
    header = _best(rows)
    assert (header and header.line) == line


def test_a_row_wider_than_any_sheet_heads_nothing() -> None:
    wide = ["Manufacturer", "Part", *[""] * (MAX_COLUMNS - 1)]
    assert _best([wide]) is None


@pytest.mark.parametrize(
    ("choices", "line"), [(ALL_FOUND, 1), (Choices(header_line=4), None), (Choices(delimiter=","), None)]
)
def test_a_table_above_the_headings_is_found(choices: Choices, line: int | None) -> None:
    rows = [["Maker", "Part"], ["Bolt", "Y"], [], ["Manufacturer", "Part", "Qty"], ["Acme", "X1", "5"]]
    numbered = list(enumerate(rows, 1))
    found = header_above(numbered, find_header("bill.csv", numbered, Choices(header_line=4)), choices)
    assert (found and found.line) == line
