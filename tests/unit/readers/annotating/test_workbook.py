"""Workbooks get cells in the markup of their sheets, and keep everything else."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from vendorcheck.model.annotation import Cells, Seen
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import Choices

Annotate = Callable[..., bytes]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADINGS = ["Determination", "Why", "What to do", "Evidence"]

HEAD = '<row r="1"><c t="inlineStr"><is><t>Maker</t></is></c><c t="inlineStr"><is><t>Part Number</t></is></c></row>'
LINE = '<row r="2"><c t="inlineStr"><is><t>Acme</t></is></c><c t="inlineStr"><is><t>A-1</t></is></c></row>'
SHEET = "xl/worksheets/sheet1.xml"


def raw(sheet: str, main: str = MAIN) -> bytes:
    """A workbook of one sheet, given as the markup of its rows, or as the whole of it."""
    whole = (
        sheet if "<worksheet" in sheet or ":worksheet" in sheet else f'<worksheet xmlns="{main}">{sheet}</worksheet>'
    )
    listed = '<sheets><sheet name="Parts" sheetId="1" r:id="rId1"/></sheets>'
    relation = f'<Relationship Id="rId1" Type="{OFFICE}/%s" Target="%s"/>'
    relations = f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations % ("officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{OFFICE}">{listed}</workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", relations % ("worksheet", "worksheets/sheet1.xml"))
        archive.writestr(SHEET, whole)
        archive.writestr("xl/vbaProject.bin", bytes(range(256)) * 9)
    return file.getvalue()


def markup(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(SHEET).decode()


def cell(reference: str, text: str, prefix: str = "") -> str:
    p = prefix
    return f'<{p}c r="{reference}" t="inlineStr"><{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is></{p}c>'


def new(row: int, *texts: str, first: str = "C", prefix: str = "") -> str:
    letters = map(chr, range(ord(first), ord(first) + 4))
    return "".join(cell(f"{letter}{row}", text, prefix) for letter, text in zip(letters, texts, strict=False) if text)


def widths(first: int) -> str:
    sizes = zip(range(first, first + 4), (17, 60, 60, 60), strict=True)
    return "".join(f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in sizes)


def looks(sheet: Any, rows: int, columns: int) -> list[Any]:
    cells = (sheet.cell(row, column) for row in range(1, rows + 1) for column in range(1, columns + 1))
    return [(each.value, each.font.b, each.fill.fgColor.rgb, each.number_format, each.comment) for each in cells]


@pytest.fixture
def rich() -> bytes:
    """A workbook with styles, widths, a merge, a formula, a comment, a validation and a second sheet of notes."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Parts"
    for row in (["List of parts", None, None], ["Maker", "Part Number", "Qty"], ["Acme", "A-1", 2], ["Bolt", "B-1", 3]):
        sheet.append(row)
    sheet["D3"] = "=C3*2"
    sheet.merge_cells("A1:C1")
    for each in sheet[2]:
        each.font, each.fill = Font(bold=True), PatternFill("solid", fgColor="00DDDDDD")
    sheet["A3"].comment = Comment("checked", "officer")
    sheet.column_dimensions["B"].width = 33
    sheet.auto_filter.ref = "A2:C4"
    book.create_sheet("Notes").append(["see the tender"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_every_cell_stays_and_the_new_ones_are_texts(annotated: Annotate, rich: bytes) -> None:
    before = openpyxl.load_workbook(io.BytesIO(rich))["Parts"]
    after = openpyxl.load_workbook(io.BytesIO(annotated(rich, "bom.xlsx")))["Parts"]
    assert str(looks(after, 4, 4)) == str(looks(before, 4, 4))
    assert after.merged_cells.ranges == before.merged_cells.ranges
    assert after.auto_filter.ref == before.auto_filter.ref
    assert after.column_dimensions["B"].width == 33
    assert [after.cell(2, column).value for column in range(5, 9)] == HEADINGS
    assert after.cell(2, 5).font.b
    assert [after.cell(3, column).value for column in (5, 6)] == ["LINE", "line 3"]
    assert {after.cell(row, column).data_type for row in (2, 3, 4) for column in (5, 6)} == {"s"}
    assert after.dimensions == "A1:H4"


def test_every_other_part_is_the_same_to_the_byte(annotated: Annotate, rich: bytes) -> None:
    after = annotated(rich, "bom.xlsx")
    with zipfile.ZipFile(io.BytesIO(rich)) as old, zipfile.ZipFile(io.BytesIO(after)) as out:
        assert out.testzip() is None
        assert out.namelist() == old.namelist()
        assert [each.date_time for each in out.infolist()] == [each.date_time for each in old.infolist()]
        changed = [name for name in old.namelist() if old.read(name) != out.read(name)]
    assert changed == [SHEET]


def test_packed_bytes_are_copied_as_they_are(annotated: Annotate) -> None:
    data = raw(f"<sheetData>{HEAD}{LINE}</sheetData>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        member = archive.getinfo("xl/vbaProject.bin")
    at = member.header_offset + 30 + len(member.filename)
    assert data[at : at + member.compress_size] in annotated(data, "bom.xlsm")


HEADED = f"{HEAD[:-6]}{new(1, *HEADINGS)}</row>"
LINED = f"{LINE[:-6]}{new(2, 'LINE', 'line 2')}</row>"
WIDE = f"<cols>{widths(3)}</cols>"
LISTED = '<cols><col min="2" max="16384" width="11" style="3"/></cols>'
UNNUMBERED = ('<row r="2"', '<row ht="9"')
STYLED = ('<c r="C2"', '<c r="C2" s="5"')
SPANS = ('<row r="1"', '<row spans="1:2" r="1"')

SHAPES = {
    "rows of cells without references": (
        f"<sheetData>{HEAD}{LINE}</sheetData>",
        f"{WIDE}<sheetData>{HEADED}{LINED}</sheetData>",
    ),
    "a row without a number, and blank rows": (
        f'<sheetData>{HEAD}{LINE.replace(*UNNUMBERED)}<row r="7"/><row r="9" spans="1:2"/></sheetData>',
        f'{WIDE}<sheetData>{HEADED}{LINED.replace(*UNNUMBERED)}<row r="7"/><row r="9" spans="1:2"/></sheetData>',
    ),
    "a blank cell where a new one stands, and one beyond": (
        f'<sheetData>{HEAD}{LINE[:-6]}<c r="C2" s="5"/><c r="D2"></c><c r="H2" s="1"/></row></sheetData>',
        f'{WIDE}<sheetData>{HEADED}{LINED.replace(*STYLED)[:-6]}<c r="H2" s="1"/></row></sheetData>',
    ),
    "columns that are listed as one": (
        f'<dimension ref="A1"/>{LISTED}<sheetData>{HEAD}{LINE}</sheetData>',
        '<dimension ref="A1:F1"/><cols><col min="2" max="2" width="11" style="3"/>'
        + widths(3).replace(" customWidth", ' style="3" customWidth')
        + f'<col min="7" max="16384" width="11" style="3"/></cols><sheetData>{HEADED}{LINED}</sheetData>',
    ),
    "spans": (
        f"<cols/><sheetData>{HEAD.replace(*SPANS)}{LINE}</sheetData>",
        f"{WIDE}<sheetData>{HEADED.replace(*SPANS).replace('1:2', '1:6')}{LINED}</sheetData>",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_sheets_of_any_shape(annotated: Annotate, shape: str) -> None:
    before, after = SHAPES[shape]
    assert markup(annotated(raw(before), "bom.xlsx")) == f'<worksheet xmlns="{MAIN}">{after}</worksheet>'


@pytest.mark.parametrize("main", [MAIN, STRICT])
def test_a_prefix_of_the_sheet_is_that_of_the_new_cells(annotated: Annotate, main: str) -> None:
    rows = (HEAD + LINE).replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    sheet = f'\ufeff<?xml version="1.0"?><x:worksheet xmlns:x="{main}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    after = markup(annotated(raw(sheet, main), "bom.xlsx"))
    assert f"{new(2, 'LINE', 'line 2', prefix='x:')}</x:row>" in after
    assert "<x:cols><x:col " in after


def test_hostile_words_stay_text(annotated: Annotate) -> None:
    def words(seen: Seen) -> Cells | None:
        return None if seen.kind == "aside" else ("x", "<a> & \x01 _x000D_ 海\ufffe", "", "")

    after = annotated(raw(f"<sheetData>{HEAD}{LINE}</sheetData>"), "bom.xlsx", words=words)
    assert "&lt;a&gt; &amp; \\x01 _x005F_x000D_ &#28023;\\ufffe" in markup(after)


def test_a_sheet_that_is_full_is_refused(annotated: Annotate) -> None:
    far = LINE[:-6] + '<c r="XFD2"><v>1</v></c></row>'
    with pytest.raises(VendorcheckError, match="no room for columns on its sheet 'Parts'"):
        annotated(raw(f"<sheetData>{HEAD}{far}</sheetData>"), "bom.xlsx")


def test_a_sheet_that_was_not_screened_stays_as_it_is(annotated: Annotate) -> None:
    book = openpyxl.Workbook()
    one: Any = book.active
    one.title = "One"
    for sheet in (one, book.create_sheet("Two")):
        sheet.append(["Maker", "Part Number"])
        sheet.append(["Acme", "A-1"])
    file = io.BytesIO()
    book.save(file)
    both = openpyxl.load_workbook(io.BytesIO(annotated(file.getvalue(), "bom.xlsx")))
    second = openpyxl.load_workbook(io.BytesIO(annotated(file.getvalue(), "bom.xlsx", Choices(sheet="Two"))))
    assert [sheet["C2"].value for sheet in both] == ["LINE", "LINE"]
    assert [sheet["C2"].value for sheet in second] == [None, "LINE"]


def test_a_line_with_a_formula_without_value_says_so(annotated: Annotate) -> None:
    line = LINE.replace('<c t="inlineStr"><is><t>A-1</t></is></c>', "<c><f>B9</f></c>")
    assert "a formula without a stored value" in markup(
        annotated(raw(f"<sheetData>{HEAD}{line}</sheetData>"), "bom.xlsx")
    )
