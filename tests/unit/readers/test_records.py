"""Rows with their physical lines, quotations that never end, and where each cell begins."""

import csv
import io
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.dialect import Dialect, cell_starts, row_of
from vendorcheck.readers.records import BATCH_LINES, Records

COMMAS = Dialect(",")


def _records(text: str) -> Records:
    return Records(io.StringIO(text, newline=""), COMMAS)


def _all(text: str, size: int = BATCH_LINES) -> list[tuple[int, int, list[str]]]:
    """Every row with its first and last physical line."""
    found: list[tuple[int, int, list[str]]] = []
    for rows in _records(text).batches(size):
        found += zip(rows.starts, rows.ends, rows.rows, strict=True)
    return found


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def test_nothing_gives_no_batch() -> None:
    assert list(_records("").batches()) == []


def test_rows_come_with_the_last_line_of_each() -> None:
    [rows] = _records('a,b\n\n"c\nd",e\nf,g').batches()
    assert rows.rows == [["a", "b"], [], ["c\nd", "e"], ["f", "g"]]
    assert (rows.starts, rows.ends, rows.unclosed) == ([1, 2, 3, 5], [1, 2, 4, 5], [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_to_end_a_line_is_one_line(end: str) -> None:
    assert _all(f"a,b{end}{end}c,d{end}") == [(1, 1, ["a", "b"]), (2, 2, []), (3, 3, ["c", "d"])]


def test_a_batch_holds_the_rows_asked_for_and_the_next_goes_on() -> None:
    batches = list(_records("a\n" * 5).batches(2))
    assert [(rows.starts[0], len(rows.rows), rows.ends[-1]) for rows in batches] == [(1, 2, 2), (3, 2, 4), (5, 1, 5)]


def test_lines_are_kept_raw_until_the_next_batch_is_asked_for() -> None:
    records = _records('a , b\r\n"c\nd",e\r\nf,g\n')
    batches = records.batches(2)
    next(batches)
    assert records.next_line == 4
    assert records.raw(1, 1) == ["a , b\r\n"]
    assert records.raw(2, 3) == ['"c\n', 'd",e\r\n']
    next(batches)
    assert records.raw(4, 4) == ["f,g\n"]
    assert records.next_line == 5


def test_no_line_was_held_before_the_first_batch() -> None:
    assert _records("a\n").next_line == 1


def test_raw_lines_are_right_in_every_batch_of_a_long_text() -> None:
    text = "".join(f'{number},"x\ny"\n' for number in range(2 * BATCH_LINES))
    records = _records(text)
    seen = []
    for rows in records.batches():
        seen += ["".join(records.raw(first, last)) for first, last in zip(rows.starts, rows.ends, strict=True)]
    assert "".join(seen) == text
    assert len(seen) == 2 * BATCH_LINES


def test_lines_are_taken_apart_each_with_its_own_quotations() -> None:
    records = _records('"a,b\n\n"c",d\n')
    next(records.batches())
    assert records.apart(1, 3) == [['"a', "b"], [], ["c", "d"]]


@pytest.mark.parametrize(
    ("line", "cells", "closed"),
    [
        ("", [], True),
        ("a,b\n", ["a", "b"], True),
        ('"a,b",c\r\n', ["a,b", "c"], True),
        ('"19" rack",c\n', ['19 rack"', "c"], True),
        ('a,"b,c\n', ["a", '"b', "c"], False),
        ('"a,b","c\n', ['"a', 'b"', '"c'], False),
        ('a,"\n', ["a", '"'], False),
        ('a,"', ["a", '"'], False),
    ],
)
def test_one_line_as_a_row(line: str, cells: list[str], closed: bool) -> None:  # noqa: FBT001
    assert row_of(line, COMMAS) == (cells, closed)


class TestQuotationsThatAreNotClosed:
    def test_one_in_the_last_cell_does_not_swallow_the_rest(self) -> None:
        text = 'a,b\nc,"5\nd,6\ne,7\n'
        [rows] = _records(text).batches()
        assert rows.rows == [["a", "b"], ["c", '"5'], ["d", "6"], ["e", "7"]]
        assert (rows.starts, rows.ends, rows.unclosed) == ([1, 2, 3, 4], [1, 2, 3, 4], [2])

    def test_the_line_below_keeps_its_own_quotations(self) -> None:
        [rows] = _records('c,"5\n"d, e",6\n').batches()
        assert rows.rows == [["c", '"5'], ["d, e", "6"]]
        assert rows.unclosed == [1]

    def test_a_quotation_over_lines_is_not_given_up_with_the_one_above_it(self) -> None:
        found = _all('c,"5\n"d\ne",6\nf,7\n')
        assert found == [(1, 1, ["c", '"5']), (2, 3, ["d\ne", "6"]), (4, 4, ["f", "7"])]

    def test_a_mark_within_a_cell_is_no_quotation_left_open(self) -> None:
        [rows] = _records('"19" rack",5\nb,6\n').batches()
        assert (rows.rows, rows.unclosed) == ([['19 rack"', "5"], ["b", "6"]], [])

    def test_every_line_may_have_one(self) -> None:
        lines = [f'{number},"x\n' for number in range(5000)]
        records = _records("".join(lines))
        rows = [row for batch in records.batches() for row in batch.rows]
        assert rows == [[str(number), '"x'] for number in range(5000)]


@pytest.mark.parametrize("good", [0, 1, 5, BATCH_LINES, BATCH_LINES + 7])
def test_what_was_read_before_reading_broke_off_is_not_lost(good: int) -> None:
    def text() -> Iterator[str]:
        yield from ["a,b\n"] * good
        raise OSError(5, "Input/output error")

    records = Records(text(), COMMAS)
    batches = records.batches()
    rows = 0
    while rows < good:
        rows += len(next(batches).rows)
    with pytest.raises(OSError, match="Input/output"):
        next(batches)
    assert (rows, records.next_line) == (good, good + 1)


@settings(max_examples=200, deadline=None)
@given(st.text('ab",\n\r', max_size=60), st.integers(1, 9))
def test_the_size_of_the_batches_changes_nothing(text: str, size: int) -> None:
    assert _all(text, size) == _all(text)


def _plainly_written(rows: list[list[str]]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.text('ab",;\n\r 华', max_size=6), min_size=1, max_size=4), max_size=6), st.integers(1, 4))
def test_what_was_written_is_read(rows: list[list[str]], size: int) -> None:
    found = _all(_plainly_written(rows), size)
    assert [row for _, _, row in found] == rows


@settings(max_examples=200, deadline=None)
@given(st.text('ab",\n\r', max_size=60))
def test_every_physical_line_belongs_to_one_row(text: str) -> None:
    found = _all(text)
    assert [line for first, last, _ in found for line in range(first, last + 1)] == list(
        range(1, len(_lines(text)) + 1)
    )


@pytest.mark.usefixtures("small_cells")
class TestCellsOfMoreThan64Characters:
    def test_a_quotation_that_grows_too_long_is_read_line_by_line(self) -> None:
        text = 'a,b\nc,"d\n' + "e,f\n" * 40
        found = _all(text)
        assert [row for _, _, row in found] == [["a", "b"], ["c", '"d'], *[["e", "f"]] * 40]
        assert [(first, last) for first, last, _ in found] == [(line, line) for line in range(1, 43)]

    def test_a_later_quotation_is_a_quotation_again(self) -> None:
        found = _all('c,"d\n' + "e,f\n" * 40 + 'g,"h\ni"\n')
        assert found[-1] == (42, 43, ["g", "h\ni"])

    def test_two_quotations_that_never_end_are_both_given_up(self) -> None:
        lines = ['a,"b\n', *["c,d\n"] * 30, 'e,"f\n', *["g,h\n"] * 30]
        assert [row for _, _, row in _all("".join(lines))] == [line.strip().split(",") for line in lines]

    def test_a_quotation_is_given_up_across_batches(self) -> None:
        text = "a,b\n" * 1000 + 'c,"d\n' + "e,f\n" * 1200
        found = _all(text)
        assert [first for first, _, _ in found] == list(range(1, 2202))
        assert {len(row) for _, _, row in found} == {2}

    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.text('ab",', max_size=30), max_size=30), st.integers(1, 9))
    def test_no_line_is_lost_or_read_twice(self, lines: list[str], size: int) -> None:
        found = _all("".join(line + "\n" for line in lines), size)
        numbers = [line for first, last, _ in found for line in range(first, last + 1)]
        assert numbers == list(range(1, len(lines) + 1))

    def test_a_long_cell_without_a_quotation_is_read(self) -> None:
        assert [row for _, _, row in _all("a,b\nc," + "d" * 100 + "\n")] == [["a", "b"], ["c", "d" * 100]]

    def test_a_long_cell_within_a_quotation_given_up_is_read(self) -> None:
        assert len(_all('a,"b\n' + "c" * 100 + "\nd,e\n")) == 3


@pytest.mark.parametrize(
    ("record", "starts"),
    [
        ("", [0]),
        ("\n", [0]),
        ("a", [0]),
        ("a,b\n", [0, 2]),
        (",,", [0, 1, 2]),
        ('"a,b",c', [0, 6]),
        ('"a""b,",c', [0, 8]),
        ('"",a', [0, 3]),
        ('"""",a', [0, 5]),
        ('a"b,c",d', [0, 4, 7]),
        (' "a,b"', [0, 4]),
        ('"a" x,b', [0, 6]),
        ('"a"b",c', [0, 6]),
        ('"a\nb,c",d\n', [0, 8]),
        ('a,"b,c', [0, 2, 5]),
        ("华,为", [0, 2]),
    ],
)
def test_cell_starts(record: str, starts: list[int]) -> None:
    assert cell_starts(record, COMMAS) == starts


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_only_the_delimiter_of_the_bill_separates_cells(delimiter: str) -> None:
    assert cell_starts(f"a,b{delimiter}c", Dialect(delimiter)) == [0, 4]


def _cut(record: str) -> list[str]:
    starts = cell_starts(record, COMMAS)
    return [record[start : end - 1] for start, end in pairwise([*starts, len(record) + 1])]


@settings(max_examples=200, deadline=None)
@given(st.text('ab", ', min_size=1, max_size=30))
def test_cells_begin_where_the_reader_cuts_them(record: str) -> None:
    row = row_of(record, COMMAS)
    cut = _cut(record)
    assert [next(csv.reader([cell]), [""])[0] if row.closed and cell else cell for cell in cut] == row.cells


def _written(cells: list[str]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="").writerow(cells)
    return file.getvalue()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text('ab",\n华', max_size=8), min_size=2, max_size=6))
def test_a_written_record_is_cut_where_each_cell_was_written(cells: list[str]) -> None:
    assert _cut(_written(cells)) == [_written([cell, ""])[:-1] for cell in cells]
