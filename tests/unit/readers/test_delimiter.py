"""Which character separates the cells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole
from vendorcheck.readers.delimiter import CANDIDATES, SELDOM, find_dialect


def _delimiter(sample: list[str], choices: Choices = ALL_FOUND) -> str:
    return find_dialect(sample, choices).delimiter


@pytest.mark.parametrize("delimiter", [*CANDIDATES, *SELDOM])
def test_each_delimiter_is_found(delimiter: str) -> None:
    assert _delimiter([f"maker{delimiter}part\n", f"A{delimiter}B\n"]) == delimiter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ","),
        ("maker\nA\nB\n", ","),
        ("\n\n \n", ","),
        ("maker;price\nA;1,50\nB;2\nC;1,2,3\n", ";"),
        ("maker;price\nA;1,50\nB;2,50\n", ";"),
        ("maker,note\nA,x;y;z\nB,x\n", ","),
        ('maker,note\n"A; B",x\n"C; D",y\n', ","),
        ('maker;note\n"A,B";"x,y"\n"C,D";"z,w"\n', ";"),
        ("maker\tnote\nA\tone, two\nB\tthree; four\n", "\t"),
        ("maker|note\nA|x\nB|y, z\n", "|"),
        ("Bill of materials, draft\n\nmaker;part;note\nA;1;x\nB;2;y\n", ";"),
        ("sep=;\nmaker;part\nA;1\nB;2\n", ";"),
        ('maker,part\n"A\nB;C;D",1\n"E\nF;G;H",2\n', ","),
        ("maker;part\r\nA;1\r\n\r\n\r\n", ";"),
        ("maker, who;part\nA, x;1\nB, y;2\n;;;\n", ";"),
        ("maker;part\n" * 6 + "A;b,c\n" * 3 + "A;b;c;d;e\n", ";"),
    ],
)
def test_the_delimiter_that_cuts_most_evenly_is_found(text: str, expected: str) -> None:
    assert _delimiter(text.splitlines(keepends=True)) == expected


def test_of_two_that_cut_alike_the_one_with_more_cells_is_taken() -> None:
    assert _delimiter(["a,b;c;d\n", "e,f;g;h\n"]) == ";"


def test_of_two_widths_as_frequent_the_wider_counts() -> None:
    assert _delimiter(["a;b\n", "a;b\n", "a;b;c,d\n", "e;f;g,h\n"]) == ";"


def test_a_few_uneven_lines_do_not_count_against_the_wider_table() -> None:
    assert _delimiter(["a title, or two\n", "maker;part;note\n", *["a;b;c,d\n"] * 40]) == ";"


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(CANDIDATES),
    st.lists(st.lists(st.text("ab1 ", min_size=1), min_size=3, max_size=3), min_size=1, max_size=9),
)
def test_a_plain_table_is_cut_by_its_own_delimiter(delimiter: str, rows: list[list[str]]) -> None:
    assert _delimiter([delimiter.join(row) + "\n" for row in rows]) == delimiter


def test_decimal_commas_do_not_cut_a_long_table() -> None:
    assert _delimiter(["maker;count;price\n", *["A;1,5;2,50\n"] * 20]) == ";"


@pytest.mark.usefixtures("python_cells")
def test_a_cell_of_more_than_131072_characters_in_the_sample_is_no_matter() -> None:
    assert _delimiter(["maker,note\n", '"A","' + "x" * 140_000 + '"\n']) == ","


def test_the_headings_count_for_more_than_even_cells() -> None:
    lines = ["maker,part,note\n", *["A,X1;Y,one\n", "B,X2;Y,two, three\n", "C,X3;Y,four, five, six\n"] * 9]
    assert _delimiter(lines) == ","


def test_a_mapped_heading_counts_as_one_that_is_known() -> None:
    lines = ["Lager|Ort, Land\n", *["A|B, C\n"] * 3]
    assert _delimiter(lines, Choices(mappings=(HeadingRole("maker", "Lager"),))) == "|"
