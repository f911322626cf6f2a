"""How a table is written: lines cut into cells, where each cell begins, lines quoted as a whole."""

import csv
import io
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.delimited.dialect import Dialect, cell_starts, place_in_wrapping, row_of, unwrapped

COMMA = Dialect(",")


@pytest.mark.parametrize(
    ("dialect", "said"),
    [
        (COMMA, ()),
        (Dialect(";", quote="'"), ("cells are quoted with '",)),
        (
            Dialect(",", escape="\\", spaced=True),
            ("\\ escapes the sign after it", "blanks after a delimiter are not part of the cell"),
        ),
        (Dialect(";", wrapped=True), ("each line is quoted as a whole",)),
    ],
)
def test_what_is_unusual_is_said(dialect: Dialect, said: tuple[str, ...]) -> None:
    assert dialect.remarks() == said


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
    assert row_of(line, COMMA) == (cells, closed)


@pytest.mark.parametrize(
    ("dialect", "line", "cells"),
    [
        (Dialect(",", quote="'"), "'a,b','c\"',d''e", ["a,b", 'c"', "d''e"]),
        (Dialect(",", escape="\\"), '"a \\"b\\", c",d\\,e', ['a "b", c', "d,e"]),
        (Dialect(",", spaced=True), 'a, "b, c",  d', ["a", "b, c", "d"]),
        (Dialect("^"), "a^b,c^", ["a", "b,c", ""]),
    ],
)
def test_other_signs_cut_a_line(dialect: Dialect, line: str, cells: list[str]) -> None:
    assert row_of(line, dialect).cells == cells


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
def test_where_cells_begin(record: str, starts: list[int]) -> None:
    assert cell_starts(record, COMMA) == starts


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_only_the_delimiter_of_the_bill_separates_cells(delimiter: str) -> None:
    assert cell_starts(f"a,b{delimiter}c", Dialect(delimiter)) == [0, 4]


@pytest.mark.parametrize(
    ("dialect", "record", "starts"),
    [
        (Dialect(",", quote="'"), "'a,b',c", [0, 6]),
        (Dialect(",", quote="'"), '"a,b",c', [0, 3, 6]),
        (Dialect(",", escape="\\"), '"a\\",b",c', [0, 8]),
        (Dialect(",", escape="\\"), "a\\,b,c", [0, 5]),
        (Dialect(",", spaced=True), 'a,  "b,c",d', [0, 2, 10]),
    ],
)
def test_where_cells_begin_in_other_dialects(dialect: Dialect, record: str, starts: list[int]) -> None:
    assert cell_starts(record, dialect) == starts


def _cut(record: str) -> list[str]:
    starts = cell_starts(record, COMMA)
    return [record[start : end - 1] for start, end in pairwise([*starts, len(record) + 1])]


@settings(max_examples=200, deadline=None)
@given(st.text('ab", ', min_size=1, max_size=30))
def test_cells_begin_where_the_reader_cuts_them(record: str) -> None:
    row = row_of(record, COMMA)
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


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ('"a;b"\r\n', "a;b\r\n"),
        ('"a;""b"" c;d"', 'a;"b" c;d'),
        ('"a"', "a"),
        ('""', ""),
        ('"', '"'),
        ("a;b\n", "a;b\n"),
        ('"a";"b"\n', '"a";"b"\n'),
        ('"a";b\n', '"a";b\n'),
    ],
)
def test_a_line_quoted_as_a_whole_loses_its_quotation(line: str, bare: str) -> None:
    assert unwrapped(line) == bare


@settings(max_examples=200, deadline=None)
@given(st.text('ab;"', max_size=12))
def test_a_line_that_was_wrapped_is_unwrapped(line: str) -> None:
    wrapped = '"' + line.replace('"', '""') + '"\n'
    assert unwrapped(wrapped) == line + "\n"
    for at, sign in enumerate(line):
        place = place_in_wrapping(line, at)
        assert wrapped[place : place + 1 + (sign == '"')] in (sign, '""')
