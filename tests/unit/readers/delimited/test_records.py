"""Rows with their physical lines, quotations that never end, and where each cell begins."""

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.delimited import records
from vendorcheck.readers.delimited.dialect import Dialect
from vendorcheck.readers.delimited.records import Records
from vendorcheck.readers.tables.rows import BATCH_LINES

COMMA = Dialect(",")


def _records(text: str, dialect: Dialect = COMMA) -> Records:
    return Records(io.StringIO(text, newline=""), dialect)


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
    reader = _records('a , b\r\n"c\nd",e\r\nf,g\n')
    batches = reader.batches(2)
    next(batches)
    assert reader.next_line == 4
    assert reader.raw(1, 1) == ["a , b\r\n"]
    assert reader.raw(2, 3) == ['"c\n', 'd",e\r\n']
    next(batches)
    assert reader.raw(4, 4) == ["f,g\n"]
    assert reader.next_line == 5


def test_no_line_was_held_before_the_first_batch() -> None:
    assert _records("a\n").next_line == 1


def test_raw_lines_are_right_in_every_batch_of_a_long_text() -> None:
    text = "".join(f'{number},"x\ny"\n' for number in range(2 * BATCH_LINES))
    reader = _records(text)
    seen = []
    for rows in reader.batches():
        seen += ["".join(reader.raw(first, last)) for first, last in zip(rows.starts, rows.ends, strict=True)]
    assert "".join(seen) == text
    assert len(seen) == 2 * BATCH_LINES


def test_lines_are_taken_apart_each_with_its_own_quotations() -> None:
    reader = _records('"a,b\n\n"c",d\n')
    next(reader.batches())
    assert reader.apart(1, 3) == [['"a', "b"], [], ["c", "d"]]


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
        reader = _records("".join(lines))
        rows = [row for batch in reader.batches() for row in batch.rows]
        assert rows == [[str(number), '"x'] for number in range(5000)]


@pytest.mark.parametrize("good", [0, 1, 5, BATCH_LINES, BATCH_LINES + 7])
def test_what_was_read_before_reading_broke_off_is_not_lost(good: int) -> None:
    def text() -> Iterator[str]:
        yield from ["a,b\n"] * good
        raise OSError(5, "Input/output error")

    reader = Records(text(), COMMA)
    batches = reader.batches()
    rows = 0
    while rows < good:
        rows += len(next(batches).rows)
    with pytest.raises(OSError, match="Input/output"):
        next(batches)
    assert (rows, reader.next_line) == (good, good + 1)


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
    ("text", "dialect", "rows"),
    [
        ("'a,b',c\n'd\ne',f\n", Dialect(",", quote="'"), [["a,b", "c"], ["d\ne", "f"]]),
        ('"a \\"b\\"",c\n', Dialect(",", escape="\\"), [['a "b"', "c"]]),
        ('a, "b, c"\n', Dialect(",", spaced=True), [["a", "b, c"]]),
        ('"a;b"\n"c;""d;e"""\nf;g\n', Dialect(";", wrapped=True), [["a", "b"], ["c", "d;e"], ["f", "g"]]),
    ],
)
def test_rows_are_read_in_any_dialect(text: str, dialect: Dialect, rows: list[list[str]]) -> None:
    found = [row for batch in _records(text, dialect).batches() for row in batch.rows]
    assert found == rows


ESCAPED = Dialect(",", escape="\\")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a\\\r\nb\r\nc\r\n", [(1, 1), (2, 2), (3, 3)]),  # what is escaped is the half of a line end
        ("a\\\nb\nc\n", [(1, 2), (3, 3)]),
        ("a\\\rb\rc\r", [(1, 2), (3, 3)]),
        ('"a\\\r\nb"\r\nc\r\n', [(1, 2), (3, 3)]),
        ("a\nb\\", [(1, 1), (2, 2)]),
        ('x\\\r\n"never\r\nb\\\r\nc', [(1, 1), (2, 2), (3, 3), (4, 4)]),
    ],
)
def test_a_line_end_that_is_escaped_counts_as_it_stands(text: str, places: list[tuple[int, int]]) -> None:
    [rows] = _records(text, ESCAPED).batches()
    assert list(zip(rows.starts, rows.ends, strict=True)) == places


@given(st.text('ab",\\\n\r', max_size=60), st.integers(1, 9))
def test_rows_with_escapes_stand_on_the_physical_lines(text: str, size: int) -> None:
    """Each row is what its own lines give alone, and no line is left out or stands in two rows."""
    lines, done = _lines(text), 0
    reader = _records(text, ESCAPED)
    for batch in reader.batches(size):
        for row, start, end in zip(batch.rows, batch.starts, batch.ends, strict=True):
            assert start == done + 1
            assert reader.raw(start, end) == lines[start - 1 : end]
            if start not in batch.unclosed:
                assert [row] == list(ESCAPED.reader(lines[start - 1 : end]))
            done = end
    assert done == len(lines)


def test_lines_quoted_as_a_whole_are_kept_as_they_stand() -> None:
    reader = _records('"a;b"\n"c;d"\n', Dialect(";", wrapped=True))
    next(reader.batches())
    assert reader.raw(1, 2) == ['"a;b"\n', '"c;d"\n']
    assert reader.apart(1, 2) == [["a", "b"], ["c", "d"]]


def test_the_rows_behind_one_keep_their_places() -> None:
    [rows] = _records('a\n"b\nc"\nd,"5\ne\n').batches()
    rest = rows.behind(1)
    assert (rest.rows, rest.starts, rest.ends) == ([["b\nc"], ["d", '"5'], ["e"]], [2, 4, 5], [3, 4, 5])
    assert rows.unclosed == rest.unclosed == [4]
    assert rows.behind(3).unclosed == []


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a batch hold no more than 200 characters, and so a record."""
    monkeypatch.setattr(records, "BATCH_CHARACTERS", 200)


@pytest.mark.usefixtures("small_batches")
class TestLongRecords:
    TEXT = "".join(f'{number},"x\ny"\n' for number in range(400))

    @pytest.mark.parametrize("long", [True, False])
    def test_a_batch_ends_where_enough_characters_are_in_hand(self, long: object) -> None:
        reader = Records(io.StringIO(self.TEXT, newline=""), COMMA, long=bool(long))
        batches = [(rows.rows[0], rows.starts[0], len(rows.rows)) for rows in reader.batches()]
        assert sum(count for _, _, count in batches) == 400
        assert [first for first, _, _ in batches] == [[str(start // 2), "x\ny"] for _, start, _ in batches]
        assert max(count for _, _, count in batches) <= (30 if long else BATCH_LINES + 30)

    def test_a_record_that_goes_on_for_longer_is_none(self) -> None:
        text = 'a,"b\n' + "c,d\n" * 300 + 'e,"f\ng"\n'
        found = [row for batch in _records(text).batches() for row in batch.rows]
        assert found == [["a", '"b'], *[["c", "d"]] * 300, ["e", "f\ng"]]

    def test_after_many_of_them_every_line_is_a_row(self) -> None:
        torn = 'a,"b\n' + "c,d\n" * 200
        text = torn * (records.MAX_ENDLESS + 2) + 'e,"f\ng"\n'
        found = _all(text)
        assert [row for _, _, row in found][-2:] == [["e", '"f'], ['g"']]
        assert [(first, last) for first, last, _ in found] == [(line, line) for line in range(1, len(found) + 1)]
        unclosed = [line for batch in _records(text).batches() for line in batch.unclosed]
        assert len(unclosed) >= records.MAX_ENDLESS + 2

    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.text('ab",', max_size=40), max_size=40), st.integers(1, 9), st.booleans())
    def test_no_line_is_lost_or_read_twice(self, lines: list[str], size: int, long: bool) -> None:  # noqa: FBT001
        text = io.StringIO("".join(line + "\n" for line in lines), newline="")
        batches = Records(text, COMMA, long=long).batches(size)
        ends = [(first, last) for rows in batches for first, last in zip(rows.starts, rows.ends, strict=True)]
        assert [line for first, last in ends for line in range(first, last + 1)] == list(range(1, len(lines) + 1))
