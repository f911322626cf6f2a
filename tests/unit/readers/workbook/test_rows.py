"""The rows of a sheet: what each kind of cell says, where it stands, and what cannot be read."""

from collections.abc import Callable

import pytest

from vendorcheck.readers.workbook.cells import Shared
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.numbers import Shown
from vendorcheck.readers.workbook.references import MAX_COLUMNS
from vendorcheck.readers.workbook.rows import ERROR, NO_TEXT, NO_VALUE, Row

Read = Callable[..., list[Row]]
Cells = Callable[..., str]

SHARED = Shared(("Acme", "", "Übel & Söhne"), {"1": Shown(day=True), "2": Shown(digits=5)})


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="s"><v>0</v></c>', "Acme"),
        ('<c t="s"><v>2</v></c>', "Übel & Söhne"),
        ("<c><v>5</v></c>", "5"),
        ('<c t="n"><v>5.0</v></c>', "5"),
        ("<c><v> 7 </v></c>", "7"),
        ("<c><v>885342207005</v></c>", "885342207005"),
        ("<c><v>8.85342207005E+11</v></c>", "885342207005"),
        ('<c s="1"><v>45413</v></c>', "2024-05-01"),
        ('<c s="2"><v>42</v></c>', "00042"),
        ('<c s="99"><v>42</v></c>', "42"),
        ('<c s="1" t="s"><v>0</v></c>', "Acme"),
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ('<c t="b"><v>0</v></c>', "FALSE"),
        ('<c t="d"><v>2024-05-01T00:00:00</v></c>', "2024-05-01"),
        ('<c t="d"><v>2024-05-01T12:30:00</v></c>', "2024-05-01 12:30:00"),
        ('<c t="str"><v>007</v></c>', "007"),
        ('<c t="str"><v>1E5</v></c>', "1E5"),
        ('<c t="str"><v> kept </v></c>', " kept "),
        ('<c t="str"><v>a_x000D_\nb</v></c>', "a\nb"),
        ('<c t="str"><v><![CDATA[<b> & co]]></v></c>', "<b> & co"),
        ('<c t="inlineStr"><is><t>0012</t></is></c>', "0012"),
        ('<c t="inlineStr"><is><t><![CDATA[A&B]]></t></is></c>', "A&B"),
        ('<c t="inlineStr"><is><r><t>Hik</t></r><r><rPr><b/></rPr><t>vision</t></r></is></c>', "Hikvision"),
        ('<c t="inlineStr"><is><t>海康威视</t><rPh sb="0" eb="2"><t>かいこう</t></rPh></is></c>', "海康威视"),
        ("<c><is><t>no kind said</t></is></c>", "no kind said"),
        ("<c><f>A1+1</f><v>3</v></c>", "3"),
        ('<c t="str"><f>A1</f><v>Acme</v></c>', "Acme"),
        ('<c t="str"><v>A&#10;B</v></c>', "A\nB"),
    ],
)
def test_a_cell_says_what_a_person_sees(read_rows: Read, cell: str, text: str) -> None:
    assert read_rows(f'<row r="1">{cell}</row>', SHARED) == [Row(1, [text])]


@pytest.mark.parametrize(
    "cell",
    [
        "<c/>",
        "<c><v/></c>",
        '<c s="1"/>',
        '<c t="s"><v/></c>',
        '<c t="s"><v>1</v></c>',
        '<c t="str"><v/></c>',
        '<c t="inlineStr"><is><t/></is></c>',
        '<c t="str"><f>IF(A1,1,"")</f><v></v></c>',
    ],
)
def test_a_cell_with_nothing_in_it_is_blank(read_rows: Read, cell: str) -> None:
    assert read_rows(f'<row r="1">{cell}</row>', SHARED) == []


@pytest.mark.parametrize(
    "cell",
    [
        "<c><f>A1+1</f></c>",
        "<c><f>A1+1</f><v></v></c>",
        '<c t="n"><f t="shared" si="0"/></c>',
        '<c t="e"><f>A1</f><v/></c>',
        '<c t="str"><f>A1</f></c>',
    ],
)
def test_a_formula_without_a_stored_value_is_not_taken_for_blank(read_rows: Read, cell: str) -> None:
    (row,) = read_rows(f'<row r="4"><c r="A4"><v>1</v></c>{cell}</row>', SHARED)
    assert row == Row(4, ["1"], unread={2: NO_VALUE})


def test_a_row_of_nothing_but_such_a_formula_is_a_row(read_rows: Read) -> None:
    assert read_rows('<row r="4"><c r="C4"><f>A1</f></c></row>') == [Row(4, [], unread={3: NO_VALUE})]


@pytest.mark.parametrize(("to_be_computed", "cells", "unread"), [(True, [], {1: NO_VALUE}), (False, ["0"], {})])
def test_a_zero_says_nothing_where_formulas_are_still_to_be_computed(
    read_rows: Read, cells: list[str], unread: dict[int, str], *, to_be_computed: bool
) -> None:
    shared = Shared((), {}, to_be_computed=to_be_computed)
    assert read_rows('<row r="1"><c><f>A2</f><v>0</v></c></row>', shared) == [Row(1, cells, unread=unread)]
    assert read_rows('<row r="1"><c><v>0</v></c></row>', shared) == [Row(1, ["0"])]
    assert read_rows('<row r="1"><c><f>A2</f><v>7</v></c></row>', shared) == [Row(1, ["7"])]


@pytest.mark.parametrize("written", ["3", "-1", "x", "1.0", "²", "9" * 5_000])
def test_a_text_that_the_workbook_does_not_hold_is_not_taken_for_blank(read_rows: Read, written: str) -> None:
    assert read_rows(f'<row r="1"><c t="s"><v>{written}</v></c></row>', SHARED) == [Row(1, [], unread={1: NO_TEXT})]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#BEZUG!", "Acme"])
def test_an_error_is_not_readable_and_its_text_is_kept(read_rows: Read, error: str) -> None:
    cells = f'<c r="A4" t="e"><v>{error}</v></c><c r="B4" t="e"><f>A1</f><v>{error}</v></c>'
    assert read_rows(f'<row r="4">{cells}</row>') == [Row(4, [error, error], unread={1: ERROR, 2: ERROR})]


def test_an_error_that_does_not_say_which_is_not_taken_for_blank(read_rows: Read) -> None:
    assert read_rows('<row r="4"><c r="A4" t="e"/></row>') == [Row(4, [], unread={1: ERROR})]


class TestWhereCellsStand:
    def test_cells_without_a_place_follow_each_other(self, read_rows: Read, cells: Cells) -> None:
        assert read_rows(cells(["a", None, "c"], ["d"])) == [Row(1, ["a", "", "c"]), Row(2, ["d"])]

    def test_rows_without_a_number_follow_each_other(self, read_rows: Read) -> None:
        rows = "<row><c><v>1</v></c></row><row/><row><c><v>3</v></c></row>"
        assert [row.number for row in read_rows(rows)] == [1, 3]

    def test_columns_are_those_their_letters_say(self, read_rows: Read) -> None:
        row = '<row r="7"><c r="B7"><v>2</v></c><c><v>3</v></c><c r="F7"><v>6</v></c></row>'
        assert read_rows(row) == [Row(7, ["", "2", "3", "", "", "6"])]

    def test_cells_out_of_order_stand_where_they_belong(self, read_rows: Read) -> None:
        row = '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>'
        assert read_rows(row) == [Row(1, ["1", "", "3"])]

    def test_of_a_cell_that_stands_twice_nothing_is_lost(self, read_rows: Read) -> None:
        row = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'
        assert read_rows(row, near=3) == [Row(1, ["1", "", "", "2"], far=(1,))]

    def test_a_cell_far_to_the_right_costs_nothing(self, read_rows: Read) -> None:
        row = '<row r="1"><c r="A1"><v>1</v></c><c r="XFC1"><v>8</v></c><c r="XFD1"><v>9</v></c></row>'
        assert read_rows(row, near=2) == [Row(1, ["1", "", "8", "9"], far=(16_383, MAX_COLUMNS))]

    def test_a_row_far_down_costs_nothing(self, read_rows: Read) -> None:
        assert read_rows('<row r="1048576"><c><v>1</v></c></row>') == [Row(1_048_576, ["1"])]

    def test_blank_cells_at_the_end_are_not_there(self, read_rows: Read) -> None:
        row = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row>'
        assert read_rows(row) == [Row(1, ["1"])]

    def test_hidden_rows_are_read_and_say_so(self, read_rows: Read) -> None:
        rows = '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="0"><c><v>2</v></c></row>'
        assert [row.hidden for row in read_rows(rows)] == [True, False]


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ('<row r="2"/><row r="2"/>', "a row 2 follows row 2"),
        ('<row r="2"/><row r="1"/>', "a row 1 follows row 2"),
        ('<row r="0"/>', "'0' is no row of a sheet"),
        ('<row r="1"><c r="XFE1"/></row>', "'XFE' is no column of a sheet"),
        (f'<row r="1">{"<c/>" * (MAX_COLUMNS + 1)}</row>', "is no column of a sheet"),
        ('<row r="1">' + '<c r="A1"><v>1</v></c>' * (MAX_COLUMNS + 2) + "</row>", "row 1 has a cell more than once"),
    ],
)
def test_rows_that_no_program_writes_are_refused(read_rows: Read, rows: str, what: str) -> None:
    with pytest.raises(DamagedError, match=what):
        read_rows(rows)


def test_both_editions_and_any_prefix_are_read(read_rows: Read) -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    sheet = f'<x:worksheet xmlns:x="{strict}"><x:sheetData><x:row r="1"><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>'
    assert read_rows(f"{sheet}</x:worksheet>") == [Row(1, ["1"])]
