"""Which signs a table is written with: what parts the cells, what quotes them, what escapes a mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole
from vendorcheck.readers.delimited.delimiter import CANDIDATES, SELDOM, find_dialect, stated_delimiter
from vendorcheck.readers.delimited.dialect import Dialect


def _found(text: str, choices: Choices = ALL_FOUND) -> Dialect:
    return find_dialect(text.splitlines(keepends=True), choices)


@pytest.mark.parametrize("sign", [*CANDIDATES, *SELDOM])
def test_each_sign_is_found(sign: str) -> None:
    assert _found(f"maker{sign}part\nA{sign}B\n") == Dialect(sign)


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
        ('maker,part\n"A\nB;C;D",1\n"E\nF;G;H",2\n', ","),
        ("maker;part\r\nA;1\r\n\r\n\r\n", ";"),
        ("maker, who;part\nA, x;1\nB, y;2\n;;;\n", ";"),
        ("maker;part\n" * 6 + "A;b,c\n" * 3 + "A;b;c;d;e\n", ";"),
        ("maker;count;price\n" + "A;1,5;2,50\n" * 20, ";"),
        ("1;1,5;2,5\n" * 20, ";"),
        ("room;x;y\n" + "R1;1,5;2,5\n" * 20, ";"),
        ("room~rack\n01A~R1,2\n02A~R2,1\n", ","),
    ],
)
def test_the_sign_that_cuts_most_evenly_is_found(text: str, expected: str) -> None:
    assert _found(text).delimiter == expected


def test_of_two_that_cut_alike_the_one_that_texts_hold_less_often_is_taken() -> None:
    assert _found("a,b;c;d\ne,f;g;h\n").delimiter == ";"
    assert _found("a,b|c\ne,f|g\n").delimiter == "|"


def test_a_few_uneven_lines_do_not_count_against_the_wider_table() -> None:
    assert _found("a title, or two\nmaker;part;note\n" + "a;b;c,d\n" * 40).delimiter == ";"


def test_the_headings_count_for_more_than_even_cells() -> None:
    lines = "A,X1;Y,one\n" + "B,X2;Y,two, three\nC,X3;Y,four, five, six\n" * 9
    assert _found("maker,part,note\n" + lines).delimiter == ","


def test_a_mapped_heading_counts_as_one_that_is_known() -> None:
    choices = Choices(mappings=(HeadingRole("maker", "Lager"),))
    assert _found("Lager|Ort, Land\n" + "A|B, C\n" * 3, choices).delimiter == "|"


@pytest.mark.parametrize("sign", [":", " "])
def test_a_sign_that_every_text_holds_parts_cells_below_known_headings_alone(sign: str) -> None:
    assert _found(f"maker{sign}part{sign}qty\nAcme{sign}X1{sign}5\n").delimiter == sign
    assert _found(f"room{sign}rack{sign}unit\n01A{sign}R1{sign}5\n").delimiter == ","
    uneven = f"maker{sign * 3}part\nAcme{sign}Inc{sign * 2}X1\nBo{sign}Y\nCord{sign * 4}Z\n"
    assert _found(uneven).delimiter == ","


@pytest.mark.parametrize("text", ["sep=;\nmaker,a;part\n", '"sep=;"\r\nmaker,a;part,b\n', "SEP=;\nmaker;part\n"])
def test_a_sign_that_the_first_line_names_is_believed(text: str) -> None:
    assert stated_delimiter(text.splitlines(keepends=True)) == ";"
    assert _found(text).delimiter == ";"


@pytest.mark.parametrize("text", ["", "sep=;;\n", "sep;=\n", "a\nsep=;\n"])
def test_other_first_lines_name_none(text: str) -> None:
    assert stated_delimiter(text.splitlines(keepends=True)) is None


def test_a_sign_that_the_caller_names_goes_before() -> None:
    assert _found("sep=;\nmaker;part,qty\n", Choices(delimiter=",")).delimiter == ","


class TestQuotations:
    def test_apostrophes_quote_where_they_hold_cells_together(self) -> None:
        text = "maker,part,note\n'Acme','X1','a, b'\n'Bolt','Y2','c'\n"
        assert _found(text) == Dialect(",", quote="'")

    def test_one_cell_is_enough_where_it_holds_the_sign(self) -> None:
        assert _found("1\tA\tx\n2\tB\t'y\tz'\n3\tC\tx\n") == Dialect("\t", quote="'")

    @pytest.mark.parametrize("text", ["maker,note\nWomen's,it's\nO'Neil,'n\n", 'maker,note\n"A",\'x\'\n"B, C",y\n'])
    def test_apostrophes_within_words_do_not(self, text: str) -> None:
        assert _found(text).quote == '"'

    def test_a_backslash_escapes_where_the_table_is_more_even_for_it(self) -> None:
        text = 'maker,part,note\n"A \\"a\\", Ltd",X1,x\n"B \\"b\\", Ltd",Y2,y\nC,Z3,z\n'
        assert _found(text).escape == "\\"
        assert _found('maker,part\nC:\\x,X1\n"D:\\",Y2\n').escape is None

    def test_blanks_before_quotations_are_passed_over(self) -> None:
        assert _found('maker, part\n"Acme, Inc.", "X, 1"\n"Bolt", "Y"\n').spaced
        assert not _found('maker, part\n"Acme, Inc.", X1\n"Bolt", Y\n').spaced

    def test_lines_may_be_quoted_as_a_whole(self) -> None:
        text = '"maker;part;note"\n"Acme;X1;""a"" b"\n"Bolt;Y2;"\n'
        assert _found(text) == Dialect(";", wrapped=True)
        assert not _found('"maker;x";part\n"Acme;x";X1\n').wrapped

    @pytest.mark.parametrize("sign", ["'", "\\"])
    def test_a_sign_of_quotations_may_part_cells_if_the_caller_says_so(self, sign: str) -> None:
        assert _found(f"maker{sign}part\n'A'{sign}\\\"B\n", Choices(delimiter=sign)).delimiter == sign


@pytest.mark.usefixtures("python_cells")
def test_a_cell_of_more_than_131072_characters_in_the_sample_is_no_matter() -> None:
    assert _found('maker,note\n"A","' + "x" * 140_000 + '"\n') == Dialect(",")


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(CANDIDATES),
    st.lists(st.lists(st.text("ab1 ").map("x{}".format), min_size=3, max_size=3), min_size=1, max_size=9),
)
def test_a_plain_table_is_cut_by_its_own_sign(sign: str, rows: list[list[str]]) -> None:
    assert _found("".join(sign.join(row) + "\n" for row in rows)) == Dialect(sign)


@settings(max_examples=200, deadline=None)
@given(st.text("ab,;\t|'\"\\ :\n", max_size=80))
def test_any_text_has_a_dialect(text: str) -> None:
    assert len(_found(text).delimiter) == 1
