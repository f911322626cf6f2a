"""Styles: which of them show numbers as dates or with leading zeros."""

import io
from collections.abc import Callable

import pytest

from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.numbers import Shown
from vendorcheck.readers.workbook.package import Package
from vendorcheck.readers.workbook.styles import MAX_STYLES, number_styles

Book = Callable[..., bytes]

PART = "xl/styles.xml"


def styles(book: Book, inside: str) -> dict[str, Shown]:
    return number_styles(Package(io.BytesIO(book(styles=inside))), PART)


def test_the_styles_of_cells_say_how_numbers_are_shown(book: Book) -> None:
    inside = """
      <numFmts count="2"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf/></cellXfs>
      <dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs>"""
    assert styles(book, inside) == {"1": Shown(day=True), "2": Shown(digits=5)}


@pytest.mark.parametrize("number", ["x", "-14", "", "14.0", "9" * 30])
def test_a_style_whose_format_is_no_number_shows_plainly(book: Book, number: str) -> None:
    assert styles(book, f'<cellXfs><xf numFmtId="{number}"/></cellXfs>') == {}


def test_a_workbook_without_styles_has_none(book: Book) -> None:
    opened = Package(io.BytesIO(book()))
    assert number_styles(opened, None) == number_styles(opened, PART) == {}


@pytest.mark.parametrize(
    "inside",
    [
        "<cellXfs>" + "<xf/>" * (MAX_STYLES + 1) + "</cellXfs>",
        "<numFmts>" + "".join(f"<numFmt numFmtId='{number}'/>" for number in range(MAX_STYLES + 1)) + "</numFmts>",
    ],
)
def test_more_styles_than_any_are_refused(book: Book, inside: str) -> None:
    with pytest.raises(DamagedError, match=f"it has more than {MAX_STYLES} styles"):
        styles(book, inside)


def test_a_part_larger_than_any_is_refused(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vendorcheck.readers.workbook.styles.MAX_BYTES", 100)
    with pytest.raises(DamagedError, match=r"styles of \d+ bytes"):
        styles(book, " " * 100)
