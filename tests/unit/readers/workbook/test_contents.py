"""What a workbook says it holds: sheets in order, where they stand, which are hidden."""

import io
from collections.abc import Callable

import pytest

from vendorcheck.readers.workbook.contents import Sheet, read_contents, relations_of
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.package import Package

Book = Callable[..., bytes]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def package(data: bytes) -> Package:
    return Package(io.BytesIO(data))


def workbook(inside: str) -> str:
    return f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{inside}</workbook>'


def relation(target: str, kind: str = f"{OFFICE}/worksheet", more: str = "") -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}" {more}/></Relationships>'
    )


def test_sheets_are_those_of_the_workbook_in_its_order(book: Book) -> None:
    data = book("", "", "", names=["Notes", "Bill & co", "Old"], states={1: "hidden", 3: "veryHidden"})
    assert read_contents(package(data)).sheets == (
        Sheet("Notes", "xl/worksheets/sheet1.xml", "worksheet", hidden=True),
        Sheet("Bill & co", "xl/worksheets/sheet2.xml", "worksheet", hidden=False),
        Sheet("Old", "xl/worksheets/sheet3.xml", "worksheet", hidden=True),
    )


def test_the_parts_that_sheets_share_are_found_by_what_they_are(book: Book) -> None:
    contents = read_contents(package(book("", strings="", styles="")))
    assert (contents.strings, contents.styles) == ("xl/sharedStrings.xml", "xl/styles.xml")
    bare = read_contents(package(book("")))
    assert (bare.strings, bare.styles) == (None, None)


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("worksheets/s.xml", "xl/worksheets/s.xml"),
        ("/xl/worksheets/s.xml", "xl/worksheets/s.xml"),
        ("./s.xml", "xl/s.xml"),
        ("../s.xml", "s.xml"),
        ("../../../s.xml", "s.xml"),
    ],
)
def test_a_part_is_found_from_the_part_that_points_to_it(book: Book, target: str, part: str) -> None:
    data = book("", extra={"xl/_rels/workbook.xml.rels": relation(target)})
    assert relations_of(package(data), "xl/workbook.xml")["rId1"].part == part


def test_what_lies_outside_the_file_is_no_part(book: Book) -> None:
    data = book(
        "", extra={"xl/_rels/workbook.xml.rels": relation("http://example.com/s", more='TargetMode="External"')}
    )
    with pytest.raises(DamagedError, match="does not say where its sheet 'Sheet1' is"):
        read_contents(package(data))


def test_a_workbook_of_the_strict_edition_is_read(book: Book) -> None:
    listing = (
        f'<x:workbook xmlns:x="{STRICT}" xmlns:rel="{STRICT_OFFICE}"><x:workbookPr date1904="1"/>'
        '<x:sheets><x:sheet name="S" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>'
    )
    target = relation("worksheets/sheet1.xml", f"{STRICT_OFFICE}/worksheet")
    data = book("", workbook=listing, extra={"xl/_rels/workbook.xml.rels": target})
    contents = read_contents(package(data))
    assert contents.sheets == (Sheet("S", "xl/worksheets/sheet1.xml"),)
    assert contents.from_1904


@pytest.mark.parametrize(
    ("inside", "from_1904", "to_be_computed"),
    [
        ("", False, False),
        ('<workbookPr date1904="true"/><calcPr fullCalcOnLoad="1"/>', True, True),
        ('<workbookPr date1904="0"/><calcPr calcId="191029"/>', False, False),
    ],
)
def test_what_it_says_of_its_numbers(book: Book, inside: str, *, from_1904: bool, to_be_computed: bool) -> None:
    contents = read_contents(package(book(workbook=workbook(inside))))
    assert (contents.from_1904, contents.to_be_computed) == (from_1904, to_be_computed)


def test_a_chart_is_a_sheet_of_another_kind(book: Book) -> None:
    target = relation("chartsheets/sheet1.xml", f"{OFFICE}/chartsheet")
    data = book("", extra={"xl/_rels/workbook.xml.rels": target})
    assert read_contents(package(data)).sheets[0].kind == "chartsheet"


def test_a_sheet_of_code_stands_nowhere(book: Book) -> None:
    data = book(workbook=workbook('<sheets><sheet name="Module1" sheetId="1" state="veryHidden" r:id=""/></sheets>'))
    assert read_contents(package(data)).sheets == (Sheet("Module1", "", "module", hidden=True),)


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (
            '<sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/></sheets>',
            "two of its sheets are the same",
        ),
        ('<sheets><sheet name="A" r:id="rId9"/></sheets>', "it does not say where its sheet 'A' is"),
        (f"<sheets>{'<sheet/>' * 1_001}</sheets>", "it has more than 1000 sheets"),
    ],
)
def test_sheets_that_cannot_be_told_are_refused(book: Book, inside: str, what: str) -> None:
    with pytest.raises(DamagedError, match=what):
        read_contents(package(book("", workbook=workbook(inside))))


def test_a_workbook_that_is_nowhere_is_refused(book: Book) -> None:
    data = book(extra={"_rels/.rels": relation("xl/other.xml", f"{OFFICE}/officeDocument")})
    with pytest.raises(DamagedError, match=r"its part xl/other\.xml is missing"):
        read_contents(package(data))


def test_a_listing_larger_than_any_is_refused(book: Book) -> None:
    with pytest.raises(DamagedError, match=r"has a part xl/workbook\.xml of \d+ bytes"):
        read_contents(package(book(workbook=workbook(" " * (5 << 20)))))
