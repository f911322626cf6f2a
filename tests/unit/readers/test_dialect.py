"""The signs of a table in text, and how they cut a line."""

import pytest

from vendorcheck.readers.dialect import Dialect, cell_starts, place_in_wrapping, row_of, unwrapped


@pytest.mark.parametrize(
    ("dialect", "line", "cells", "starts"),
    [
        (Dialect(","), 'a,"b,c"\n', ["a", "b,c"], [0, 2]),
        (Dialect(";", quote="'"), "a;'b;c';\"d\n", ["a", "b;c", '"d'], [0, 2, 8]),
        (Dialect(",", escape="\\"), 'a,"b\\",c",d\n', ["a", 'b",c', "d"], [0, 2, 10]),
        (Dialect(",", spaced=True), 'a,  "b,c",d\n', ["a", "b,c", "d"], [0, 2, 10]),
        (Dialect(","), 'a, "b,c"\n', ["a", ' "b', 'c"'], [0, 2, 6]),
    ],
)
def test_a_line_is_cut_by_its_dialect(dialect: Dialect, line: str, cells: list[str], starts: list[int]) -> None:
    assert row_of(line, dialect) == (cells, True)
    assert cell_starts(line, dialect) == starts


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('"a,""b"",c"\r\n', 'a,"b",c\r\n'),
        ('"a,b"', "a,b"),
        ('"a","b"\n', '"a","b"\n'),
        ("a,b\n", "a,b\n"),
        ('"', '"'),
        ("", ""),
    ],
)
def test_only_a_line_quoted_as_a_whole_is_unwrapped(line: str, expected: str) -> None:
    assert unwrapped(line) == expected


def test_a_place_in_an_unwrapped_line_is_found_in_the_wrapped_one() -> None:
    wrapped = '"a,""b"",c"'
    plain = unwrapped(wrapped)
    assert wrapped[place_in_wrapping(plain, plain.index("c"))] == "c"
    assert place_in_wrapping(plain, 0) == 1


@pytest.mark.parametrize(
    ("dialect", "word"),
    [
        (Dialect(",", quote="'"), "quoted with '"),
        (Dialect(",", escape="\\"), "escapes"),
        (Dialect(",", spaced=True), "blanks after"),
        (Dialect(",", wrapped=True), "as a whole"),
    ],
)
def test_what_is_unusual_is_remarked(dialect: Dialect, word: str) -> None:
    [remark] = dialect.remarks()
    assert word in remark
    assert Dialect(";").remarks() == ()
