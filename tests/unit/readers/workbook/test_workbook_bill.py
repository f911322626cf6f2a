"""A workbook as a bill: a table for every sheet, its lines, and everything else said."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from vendorcheck.model.bom import Batch, Bill, Table
from vendorcheck.model.errors import (
    EXIT_COULD_NOT_SCREEN,
    EXIT_NOTHING_SCREENED,
    NothingToScreenError,
    Spot,
    VendorcheckError,
)
from vendorcheck.readers import ALL_FOUND, Choices, HeadingRole, open_bom
from vendorcheck.readers.workbook.batches import BESIDE
from vendorcheck.readers.workbook.rows import ERROR, NO_TEXT, NO_VALUE
from vendorcheck.readers.workbook.table import BATCH_CELLS

Book = Callable[..., bytes]
Cells = Callable[..., str]
Save = Callable[[bytes], str]

HEADINGS = ["Item", "Manufacturer", "Part Number", "Price"]


class Line(NamedTuple):
    """A row of a batch: its number, its screened cells, its overflow, and what it was called."""

    number: int
    cells: tuple[str, ...]
    overflow: tuple[tuple[int, str], ...] = ()
    aside: str | None = None
    note: str | None = None


@pytest.fixture
def bills() -> list[Bill]:
    """Bills to be closed when the test is over."""
    return []


@pytest.fixture
def load(save: Save, bills: list[Bill]) -> Callable[..., Bill]:
    """Open a workbook's bytes as a bill."""

    def load(data: bytes, choices: Choices = ALL_FOUND) -> Bill:
        bill = open_bom(save(data), choices)
        bills.append(bill)
        return bill

    return load


@pytest.fixture(autouse=True)
def _close(bills: list[Bill]) -> object:
    yield
    for bill in bills:
        bill.close()


def lines(table: Table) -> list[Line]:
    return [line for batch in table.batches() for line in _lines(batch)]


def _lines(batch: Batch) -> list[Line]:
    return [
        Line(
            number,
            tuple(values[at] for values in batch.values),
            batch.overflow.get(at, ()),
            batch.asides.get(at),
            batch.notes.get(at),
        )
        for at, number in enumerate(batch.lines)
    ]


Load = Callable[..., Bill]


class TestTables:
    def test_its_lines_have_the_numbers_of_their_rows(self, book: Book, cells: Cells, load: Load) -> None:
        data = book(cells(HEADINGS, [1, "Acme", "X1", 9.5], [2, "Übel", 885342207005, None]), names=["Bill"])
        bill = load(data)
        (table,) = bill.tables
        assert bill.digest == hashlib.sha256(data).hexdigest()
        assert (table.layout.format, table.layout.sheet, table.layout.header_line) == ("xlsx", "Bill", 1)
        assert (table.layout.encoding, table.layout.delimiter) == (None, None)
        assert lines(table) == [Line(2, ("Acme", "X1")), Line(3, ("Übel", "885342207005"))]
        assert table.reading.lines == 2

    def test_a_finding_is_told_by_the_letters_of_its_column(self, book: Book, cells: Cells, load: Load) -> None:
        (batch,) = load(book(cells(HEADINGS, [1, "Acme", "X1"]))).tables[0].batches()
        assert [batch.origin.column_of(0, cell) for cell in (1, 3, 28)] == ["A", "C", "AB"]
        assert batch.origin.pointer_of(0, 1) is None

    def test_every_sheet_is_a_table_in_its_order(self, book: Book, cells: Cells, load: Load) -> None:
        first = cells(HEADINGS, [1, "Acme", "X1"])
        second = cells(["Vendor", "Model"], ["Bolts", "B1"], first=5)
        bill = load(book(first, second, names=["A", "B"]))
        assert [table.layout.sheet for table in bill.tables] == ["A", "B"]
        assert [lines(table) for table in bill.tables] == [[Line(2, ("Acme", "X1"))], [Line(6, ("Bolts", "B1"))]]

    def test_rows_that_are_not_there_are_blank(self, book: Book, cells: Cells, load: Load) -> None:
        rows = (
            cells(HEADINGS, first=3) + cells([1, "Acme", "X1"], first=6) + cells([None, " "], [2, "B", "X2"], first=7)
        )
        (table,) = load(book(rows)).tables
        assert [line.number for line in lines(table)] == [6, 8]
        assert table.reading.blank.count == 5
        assert sorted(table.reading.blank.stretches) == [(1, 2), (4, 5), (7, 7)]

    def test_a_row_longer_than_the_headings_is_ragged_and_looked_at(self, book: Book, cells: Cells, load: Load) -> None:
        far = '<row r="3"><c r="B3" t="str"><v>Acme</v></c><c r="XFD3" t="str"><v>Hikvision</v></c></row>'
        (table,) = load(book(cells(HEADINGS, [1, "Acme", "X1", 2, None, "more"]) + far)).tables
        found = lines(table)
        assert found[0].overflow == ((1, "1"), (4, "2"), (6, "more"))
        assert found[1].cells == ("Acme", "")
        assert found[1].overflow == ((16_384, "Hikvision"),)
        assert table.reading.ragged.stretches == [(2, 3)]

    def test_a_row_shorter_than_the_headings_is_not_ragged(self, book: Book, cells: Cells, load: Load) -> None:
        (table,) = load(book(cells(HEADINGS, [1, "Acme"]))).tables
        assert lines(table) == [Line(2, ("Acme", ""))]
        assert table.reading.ragged.count == 0

    def test_wide_rows_come_in_small_batches(self, book: Book, cells: Cells, load: Load) -> None:
        wide = [[number, "Acme", "X1", 1, *["x"] * 9_000] for number in range(3)]
        (table,) = load(book(cells(HEADINGS, *wide))).tables
        assert 9_000 < BATCH_CELLS < 2 * 9_000
        assert [len(batch.lines) for batch in table.batches()] == [2, 1]


class TestCellsThatCannotBeRead:
    def test_a_line_is_read_as_far_as_it_goes_and_counted(self, book: Book, cells: Cells, load: Load) -> None:
        rows = (
            '<row r="2"><c r="B2"><f>X!A1</f></c><c r="C2" t="str"><v>X1</v></c></row>'
            '<row r="3"><c r="B3" t="str"><v>Acme</v></c><c r="C3" t="s"><v>9</v></c></row>'
            '<row r="4"><c r="B4"><f>X!A1</f></c></row>'
        )
        (table,) = load(book(cells(HEADINGS) + rows)).tables
        assert lines(table) == [Line(2, ("", "X1")), Line(3, ("Acme", ""))]
        unreadable = {reason: numbers.stretches for reason, numbers in table.reading.unreadable.items()}
        assert unreadable == {NO_VALUE: [(2, 2), (4, 4)], NO_TEXT: [(3, 3)]}
        assert table.reading.blank.count == 0

    def test_an_error_in_a_screened_column_is_counted_and_its_line_read(
        self, book: Book, cells: Cells, load: Load
    ) -> None:
        rows = (
            '<row r="2"><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="str"><v>X1</v></c></row>'
            '<row r="3"><c r="B3" t="str"><v>Acme</v></c><c r="C3" t="e"><f>A9</f><v>#N/A</v></c></row>'
            '<row r="4"><c r="B4" t="str"><v>Acme</v></c><c r="D4" t="e"><v>#VALUE!</v></c></row>'
        )
        (table,) = load(book(cells(HEADINGS) + rows)).tables
        assert lines(table) == [Line(2, ("#REF!", "X1")), Line(3, ("Acme", "#N/A")), Line(4, ("Acme", ""))]
        assert {reason: found.stretches for reason, found in table.reading.unreadable.items()} == {ERROR: [(2, 3)]}

    def test_one_in_a_column_that_is_not_screened_counts_for_nothing(
        self, book: Book, cells: Cells, load: Load
    ) -> None:
        rows = '<row r="2"><c r="B2" t="str"><v>Acme</v></c><c r="D2"><f>A2*2</f></c></row>'
        (table,) = load(book(cells(HEADINGS) + rows)).tables
        assert lines(table) == [Line(2, ("Acme", ""))]
        assert table.reading.unreadable_count == 0

    @pytest.mark.parametrize(
        "rows",
        [
            '<row r="2"><c r="A2"><v>1</v></c><c r="ZZ2"><f>A2*2</f></c></row>',
            '<row r="2"><c r="D2"><f>A2*2</f></c></row>',
        ],
    )
    def test_one_beyond_the_headings_or_alone_in_its_row_counts(
        self, book: Book, cells: Cells, load: Load, rows: str
    ) -> None:
        (table,) = load(book(cells(HEADINGS) + rows)).tables
        lines(table)
        assert table.reading.unreadable[NO_VALUE].stretches == [(2, 2)]

    def test_one_among_the_headings_counts(self, book: Book, load: Load) -> None:
        headings = '<row r="1"><c t="str"><v>Manufacturer</v></c><c t="str"><v>Part</v></c><c><f>A9</f></c></row>'
        (table,) = load(book(headings + '<row r="2"><c t="str"><v>Acme</v></c></row>')).tables
        lines(table)
        assert table.reading.unreadable[NO_VALUE].stretches == [(1, 1)]


class TestMergedCells:
    def merged(self, rows: str, *ranges: str) -> str:
        cells = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData><mergeCells>{cells}</mergeCells></worksheet>'

    def test_a_maker_merged_over_rows_is_the_maker_of_each(self, book: Book, cells: Cells, load: Load) -> None:
        rows = cells(HEADINGS, [1, "Acme", "X1"], [2, None, "X2"], [3, None, "X3"], [4, "Bolts", "B1"])
        (table,) = load(book(self.merged(rows, "B2:B4"))).tables
        found = lines(table)
        assert [line.cells[0] for line in found] == ["Acme", "Acme", "Acme", "Bolts"]
        note = "Its maker is that of line 2, whose cell is merged with its own."
        assert [line.note for line in found] == [None, note, note, None]
        assert table.reading.continued.count == 0

    def test_a_cell_under_an_unknown_heading_is_that_of_each_line_it_is_merged_over(
        self, book: Book, cells: Cells, load: Load
    ) -> None:
        rows = cells(["Manufacturer", "Or equal"], ["Acme", "Bolts"], ["Cord", None])
        (table,) = load(book(self.merged(rows, "B2:B3"))).tables
        found = lines(table)
        assert [line.cells for line in found] == [("Acme", "Bolts"), ("Cord", "Bolts")]
        assert (
            found[1].note == "Its cell under an unknown heading is that of line 2, whose cell is merged with its own."
        )

    def test_a_row_that_is_blank_but_for_a_merge_is_no_line(self, book: Book, cells: Cells, load: Load) -> None:
        rows = cells(HEADINGS, [1, "Acme", "X1"], [None], [3, "Bolts", "B1"])
        (table,) = load(book(self.merged(rows, "A2:A3", "B2:B3", "C2:C3"))).tables
        assert [line.number for line in lines(table)] == [2, 4]
        assert table.reading.blank.stretches == [(3, 3)]

    def test_a_title_merged_over_all_columns_is_said_once(self, book: Book, cells: Cells, load: Load) -> None:
        rows = cells(["Manufacturer part list"], HEADINGS, [1, "Acme", "X1"])
        (table,) = load(book(self.merged(rows, "A1:D1"))).tables
        assert table.layout.header_line == 2
        assert [line.cells for line in lines(table) if line.aside is None] == [("Acme", "X1")]

    def test_a_heading_merged_over_two_columns_heads_both(self, book: Book, cells: Cells, load: Load) -> None:
        rows = cells(["Item", "Manufacturer", None, "Part Number"], [1, "A-17", "Hikvision", "X1"])
        (table,) = load(book(self.merged(rows, "B1:C1"))).tables
        assert [(column.cell, column.role) for column in table.layout.screened] == [
            (2, "maker"),
            (3, "maker"),
            (4, "part"),
        ]
        assert lines(table) == [Line(2, ("A-17", "Hikvision", "X1"))]

    def test_headings_over_two_rows_are_those_of_the_lower(self, book: Book, cells: Cells, load: Load) -> None:
        rows = cells(
            ["Item", "Manufacturer", "Part Number", "Price", None],
            [None, None, None, "1 piece", "100 pieces"],
            [1, "Acme", "X1", 2, 1],
        )
        (table,) = load(book(self.merged(rows, "A1:A2", "B1:B2", "C1:C2", "D1:E1"))).tables
        assert table.layout.header_line == 2
        assert [line.number for line in lines(table) if line.aside is None] == [3]


class TestHidden:
    def test_hidden_rows_are_read_counted_and_noted(self, book: Book, cells: Cells, load: Load) -> None:
        rows = cells(HEADINGS, [1, "Acme", "X1"], [2, "Bolts", "B1"]).replace('<row r="3">', '<row r="3" hidden="1">')
        (table,) = load(book(rows)).tables
        assert lines(table) == [
            Line(2, ("Acme", "X1")),
            Line(3, ("Bolts", "B1"), note="Its row is hidden in the workbook."),
        ]
        assert table.reading.hidden.stretches == [(3, 3)]

    @pytest.mark.parametrize("state", ["hidden", "veryHidden"])
    def test_hidden_sheets_are_read_counted_and_noted(self, book: Book, cells: Cells, load: Load, state: str) -> None:
        (table,) = load(book(cells(HEADINGS, [1, "Acme", "X1"]), states={1: state})).tables
        assert [line.note for line in lines(table)] == ["Its sheet is hidden in the workbook."]
        assert table.reading.hidden.stretches == [(1, 2)]


class TestSheetsWithoutATable:
    NOTES = ("Acme delivers", "what we ordered")

    def test_their_rows_are_asides(self, book: Book, cells: Cells, load: Load) -> None:
        bill = load(book(cells(self.NOTES, [" "], ["more", 7]), cells(HEADINGS, [1, "Acme", "X1"])))
        notes = bill.tables[0]
        assert (notes.layout.columns, notes.layout.header_line) == ((), None)
        assert lines(notes) == [
            Line(1, (), ((1, "Acme delivers"), (2, "what we ordered")), BESIDE),
            Line(3, (), ((1, "more"), (2, "7")), BESIDE),
        ]
        assert notes.reading.lines == 0
        assert notes.reading.beside.count == 2
        assert notes.reading.blank.stretches == [(2, 2)]

    def test_what_of_them_cannot_be_read_is_counted(self, book: Book, cells: Cells, load: Load) -> None:
        bill = load(book('<row r="4"><c><f>A9</f></c></row>' + cells(self.NOTES, first=5), cells(HEADINGS)))
        lines(bill.tables[0])
        assert bill.tables[0].reading.unreadable[NO_VALUE].stretches == [(4, 4)]

    def test_hidden_ones_say_so(self, book: Book, cells: Cells, load: Load) -> None:
        bill = load(book(cells(self.NOTES), cells(HEADINGS), states={1: "hidden"}))
        assert [line.note for line in lines(bill.tables[0])] == ["Its sheet is hidden in the workbook."]

    def test_their_far_cells_are_looked_at_in_their_columns(self, book: Book, cells: Cells, load: Load) -> None:
        far = '<row r="1"><c r="XFD1" t="str"><v>Acme</v></c></row>'
        bill = load(book(far, cells(HEADINGS)))
        assert lines(bill.tables[0])[0].overflow == ((16_384, "Acme"),)

    def test_an_empty_sheet_is_a_table_of_nothing(self, book: Book, cells: Cells, load: Load) -> None:
        bill = load(book("", cells(HEADINGS, [1, "Acme", "X1"])))
        assert [table.layout.columns != () for table in bill.tables] == [False, True]
        assert lines(bill.tables[0]) == []

    @pytest.mark.parametrize(
        ("sheets", "code"),
        [
            ([[["Dear reader"]], [["Nothing", "here"]]], "no_table"),
            ([[["Dear reader"]], []], "no_table"),
            ([[], [[None, " "]]], "bill_empty"),
            ([], "bill_empty"),
        ],
    )
    def test_a_workbook_of_them_alone_has_nothing_to_screen(
        self, book: Book, cells: Cells, load: Load, sheets: Sequence[Sequence[Sequence[str]]], code: str
    ) -> None:
        with pytest.raises(NothingToScreenError) as caught:
            load(book(*(cells(*rows) for rows in sheets)))
        assert (caught.value.code, caught.value.exit_code) == (code, EXIT_NOTHING_SCREENED)


class TestChoices:
    def refusal(self, load: Load, data: bytes, **choices: object) -> VendorcheckError:
        with pytest.raises(VendorcheckError) as caught:
            load(data, Choices(**choices))  # type: ignore[arg-type]
        assert caught.value.code == "usage"
        return caught.value

    def test_a_sheet_can_be_chosen(self, book: Book, cells: Cells, load: Load) -> None:
        rows = cells(HEADINGS, [1, "Acme", "X1"])
        bill = load(book(rows, rows, names=["Old", "New"]), Choices(sheet="New"))
        assert [table.layout.sheet for table in bill.tables] == ["New"]

    @pytest.mark.parametrize(
        ("said", "message"),
        [("BOMs", "did you mean 'BOM'?"), ("bom", "did you mean 'BOM'?"), ("Xylophone", "has no sheet 'Xylophone'")],
    )
    def test_a_sheet_that_is_not_there_is_a_usage_error(
        self, book: Book, cells: Cells, load: Load, said: str, message: str
    ) -> None:
        error = self.refusal(load, book(cells(HEADINGS), "", names=["BOM", "Notes"]), sheet=said)
        assert error.message.endswith(message)
        assert error.help == "Its sheets are 'BOM', 'Notes'."

    def test_of_many_sheets_some_are_named(self, book: Book, load: Load) -> None:
        error = self.refusal(load, book(*[""] * 15), sheet="Bill")
        assert error.help is not None
        assert error.help.endswith("'Sheet12' and 3 more.")

    @pytest.mark.parametrize(("option", "said"), [("delimiter", ";"), ("encoding", "utf-8")])
    def test_what_only_text_has_is_a_usage_error(self, book: Book, load: Load, option: str, said: str) -> None:
        error = self.refusal(load, book(""), **{option: said})
        assert error.message.endswith(f"is a workbook, for which --{option} means nothing")
        assert error.help == f"Leave out --{option}."

    def test_headings_can_be_mapped_on_the_sheet_that_has_them(self, book: Book, cells: Cells, load: Load) -> None:
        data = book(cells(HEADINGS, [1, "Acme", "X1"]), cells(["Who", "What"], ["Bolts", "B1"]))
        first, second = load(data, Choices(mappings=(HeadingRole("maker", "Who"),))).tables
        assert lines(second) == [Line(2, ("Bolts", "B1"))]
        assert second.layout.remarks == ()
        assert lines(first) == [Line(2, ("Acme", "X1"))]
        assert first.layout.remarks == ("not all of the mapped headings stand here; those that were found are used",)

    def test_a_sheet_that_stands_sideways_is_no_table(self, book: Book, cells: Cells, load: Load) -> None:
        sideways = cells(["Manufacturer", "Acme"], ["Model", "X1"], ["Qty", "2"])
        with pytest.raises(NothingToScreenError) as caught:
            load(book(sideways))
        assert caught.value.code == "no_table"
        first, second = load(book(sideways, cells(HEADINGS, [1, "Bolts", "B1"]))).tables
        assert [bool(table.layout.columns) for table in (first, second)] == [False, True]
        assert {line.aside for line in lines(first)} == {BESIDE}

    def test_a_mapped_heading_applies_wherever_it_stands(self, book: Book, cells: Cells, load: Load) -> None:
        data = book(
            cells(["Who", "What", "Qty"], ["Bolts", "B1", 1]),
            cells(["Offer 7"], ["Maker", "Hue", "Part Number"], ["Acme", "red", "X1"], ["Cord", "blue", "X2"]),
            cells(["Read me"], ["Thanks"]),
        )
        choices = Choices(mappings=(HeadingRole("brand", "Who"), HeadingRole("ignored", "Part Number")))
        first, second, notes = load(data, choices).tables
        assert [column.role for column in first.layout.screened] == ["brand"]
        assert [column.role for column in second.layout.screened] == ["maker"]
        assert [line.cells for line in lines(second) if line.aside is None] == [("Acme", "red"), ("Cord", "blue")]
        assert notes.layout.columns == ()

    def test_a_row_of_headings_and_a_mapping_may_hold_of_different_sheets(
        self, book: Book, cells: Cells, load: Load
    ) -> None:
        data = book(cells(["Offer 7"], ["Who", "Qty"], ["Bolts", 1]), cells(HEADINGS, [1, "Acme", "X1"]))
        first, second = load(data, Choices(mappings=(HeadingRole("maker", "Who"),), header_line=2)).tables
        assert [first.layout.header_line, second.layout.header_line] == [2, 1]
        assert lines(second) == [Line(2, ("Acme", "X1"))]

    @pytest.mark.parametrize("sheet", [None, "Sheet1"])
    def test_a_mapped_heading_that_no_sheet_has_is_a_usage_error(
        self, book: Book, cells: Cells, load: Load, sheet: str | None
    ) -> None:
        data = book(cells(HEADINGS, [1, "Acme", "X1"]), cells(["Who", "What"], ["Bolts", "B1"]))
        choices = Choices(mappings=(HeadingRole("maker", "Who"), HeadingRole("part", "Waht")), sheet=sheet)
        with pytest.raises(VendorcheckError) as caught:
            load(data, choices)
        assert caught.value.code == "usage"
        assert "has no row with the mapped headings" in caught.value.message
        assert "'Waht'" in caught.value.message

    def test_on_a_chosen_sheet_every_mapped_heading_must_stand(self, book: Book, cells: Cells, load: Load) -> None:
        data = book(cells(HEADINGS, [1, "Acme", "X1"]), cells(["Who", "What"], ["Bolts", "B1"]), names=["One", "Two"])
        with pytest.raises(VendorcheckError) as caught:
            load(data, Choices(mappings=(HeadingRole("maker", "Who"),), sheet="One"))
        assert caught.value.code == "usage"

    def test_the_row_of_headings_can_be_said(self, book: Book, cells: Cells, load: Load) -> None:
        data = book(cells(HEADINGS, ["Item", "Brand", "Model", "Price"], [1, "Acme", "X1"]))
        (table,) = load(data, Choices(header_line=2)).tables
        assert (table.layout.header_line, [column.role for column in table.layout.screened]) == (2, ["brand", "part"])

    def test_a_row_said_for_all_sheets_leaves_none_without_its_headings(
        self, book: Book, cells: Cells, load: Load
    ) -> None:
        title = ["Offer 7"]
        data = book(cells(title, HEADINGS, [1, "Acme", "X1"]), cells(HEADINGS, [1, "Bolts", "B1"]))
        first, second = load(data, Choices(header_line=2)).tables
        assert [first.layout.header_line, second.layout.header_line] == [2, 1]
        assert second.layout.remarks == ("row 2 has no headings here; they were looked for",)
        assert lines(second) == [Line(2, ("Bolts", "B1"))]

    def test_a_row_that_heads_no_sheet_is_a_usage_error(self, book: Book, cells: Cells, load: Load) -> None:
        with pytest.raises(VendorcheckError) as caught:
            load(book(cells(HEADINGS, [1, "Acme", "X1"])), Choices(header_line=2))
        assert (caught.value.code, caught.value.exit_code) == ("usage", EXIT_COULD_NOT_SCREEN)
        assert "has headings on row 2, which --header-line names" in caught.value.message


class TestFilesThatAreNotSound:
    def refusal(self, load: Load, data: bytes) -> VendorcheckError:
        with pytest.raises(VendorcheckError) as caught:
            load(data)
        assert caught.value.exit_code == EXIT_COULD_NOT_SCREEN
        return caught.value

    def test_damage_is_told_with_the_name_of_the_bill(self, book: Book, load: Load) -> None:
        error = self.refusal(load, book("<row>"))
        assert error.code == "bill_unreadable"
        assert error.spot is not None
        assert error.message.startswith(f"{error.spot.file} is damaged in its part xl/worksheets/sheet1.xml: ")
        assert error.help == "Open it in a spreadsheet program, save it as XLSX or CSV, and scan that file."

    def test_a_limit_is_told_with_what_to_do(self, book: Book, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("VENDORCHECK_MAX_WORKBOOK_MIB", "1")
        error = self.refusal(load, book("", strings="<si><t>ab</t></si>" * 20_000))
        assert error.code == "bill_unreadable"
        assert error.help is not None
        assert "VENDORCHECK_MAX_WORKBOOK_MIB" in error.help

    def test_where_a_sheet_breaks_off_its_lines_until_then_are_read(self, book: Book, cells: Cells, load: Load) -> None:
        rows = cells(HEADINGS, *([number, "Acme", f"X{number}"] for number in range(1_500)))
        (table,) = load(book(rows + '<row r="1"/>')).tables
        found = lines(table)
        assert found[-1].number == 1_501
        (reason,) = table.reading.unreadable
        assert reason == "reading broke off: the workbook is damaged: a row 1 follows row 1501"
        assert table.reading.unreadable[reason].stretches == [(1_502, 1_502)]

    def test_a_file_that_changes_while_it_is_read_is_said(
        self, book: Book, cells: Cells, save: Save, bills: list[Bill]
    ) -> None:
        path = save(book(cells(HEADINGS, [1, "Acme", "X1"])))
        bill = open_bom(path)
        bills.append(bill)
        with Path(path).open("ab") as file:
            file.write(b"more")
        lines(bill.tables[0])
        assert list(bill.tables[0].reading.unreadable) == ["the file changed while it was read"]

    def test_a_file_that_fails_while_it_is_read_is_said(
        self, book: Book, cells: Cells, load: Load, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bill = load(book(cells(HEADINGS, [1, "Acme", "X1"])))

        def fail(*_: object) -> object:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr("vendorcheck.readers.workbook.opened.rows_of", fail)
        assert lines(bill.tables[0]) == []
        assert list(bill.tables[0].reading.unreadable) == ["reading broke off: Input/output error"]

    @pytest.mark.parametrize(
        ("parts", "what", "todo"),
        [
            (
                {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"},
                "an OpenDocument spreadsheet (ods)",
                "Save it as XLSX or CSV and scan that file.",
            ),
            ({"a.csv": ""}, "a zip archive", "Unpack it, and scan the files in it."),
        ],
    )
    def test_other_archives_are_refused_by_name(
        self, load: Load, archive: Callable[[Mapping[str, str]], bytes], parts: Mapping[str, str], what: str, todo: str
    ) -> None:
        error = self.refusal(load, archive(parts))
        assert error.spot == Spot(error.spot.file if error.spot else "")
        assert (error.code, error.help) == ("bill_unsupported", todo)
        assert error.message.endswith(f" is {what}, which is not read")
