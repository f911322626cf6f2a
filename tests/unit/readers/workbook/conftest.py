"""Workbooks put together by hand, part by part, so that a test can bend any of them."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

import pytest

from vendorcheck.readers.workbook.cells import Shared
from vendorcheck.readers.workbook.opened import Workbook
from vendorcheck.readers.workbook.rows import Row, rows_of

Cell = str | int | float | bool | None

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


Book = Callable[..., bytes]
Cells = Callable[..., str]
Read = Callable[..., list[Row]]


def relations(kinds: Mapping[str, str], kind: str = OFFICE) -> str:
    """A list of relations: targets by what they are, in order rId1, rId2, ..."""
    lines = (
        f'<Relationship Id="rId{number}" Type="{kind}/{what.split(":")[0]}" Target={quoteattr(target)}/>'
        for number, (what, target) in enumerate(kinds.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(lines)}</Relationships>'


def whole_sheet(rows: str) -> str:
    return rows if "<worksheet" in rows else f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.fixture(scope="session")
def book() -> Book:
    """Make the bytes of a workbook.

    A sheet is the markup within `sheetData`, or all of it; `extra` parts replace others of their name.
    """

    def book(
        *sheets: str,
        strings: str | None = None,
        styles: str | None = None,
        workbook: str | None = None,
        names: Sequence[str] = (),
        states: Mapping[int, str] = {},
        extra: Mapping[str, str | bytes] = {},
    ) -> bytes:
        numbers = range(1, len(sheets) + 1)
        listed = "".join(
            f'<sheet name={quoteattr(names[number - 1] if names else f"Sheet{number}")} sheetId="{number}" '
            f'state="{states.get(number, "visible")}" r:id="rId{number}"/>'
            for number in numbers
        )
        targets = {f"worksheet:{number}": f"worksheets/sheet{number}.xml" for number in numbers}
        targets |= {"sharedStrings": "sharedStrings.xml"} if strings is not None else {}
        targets |= {"styles": "styles.xml"} if styles is not None else {}
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
            "xl/workbook.xml": workbook
            or f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(targets),
        }
        parts |= {f"xl/worksheets/sheet{number}.xml": whole_sheet(sheet) for number, sheet in enumerate(sheets, 1)}
        if strings is not None:
            parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
        if styles is not None:
            parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
        return packed({**parts, **extra})

    return book


def _cell(value: Cell) -> str:
    match value:
        case None:
            return "<c/>"
        case bool():
            return f'<c t="b"><v>{int(value)}</v></c>'
        case str():
            return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f"<c><v>{value!r}</v></c>"


@pytest.fixture(scope="session")
def cells() -> Cells:
    """Make the rows of a sheet from values: texts as texts, numbers as numbers, None as a cell with nothing in it."""

    def cells(*rows: Sequence[Cell], first: int = 1) -> str:
        return "".join(f'<row r="{at}">{"".join(map(_cell, row))}</row>' for at, row in enumerate(rows, first))

    return cells


@pytest.fixture(scope="session")
def read_rows() -> Read:
    """Read the rows of a sheet: the markup within `sheetData`, or all of it."""

    def read(sheet: str, shared: Shared = Shared((), {}), near: int = 256) -> list[Row]:  # noqa: B008 (it is a value)
        return list(rows_of("xl/worksheets/sheet1.xml", [whole_sheet(sheet).encode()], shared, near))

    return read


@pytest.fixture(scope="session")
def opened() -> Callable[[bytes], Workbook]:
    """Open the bytes of a workbook."""
    return lambda data: Workbook(io.BytesIO(data))


@pytest.fixture(scope="session")
def archive() -> Callable[[Mapping[str, str | bytes]], bytes]:
    """Make the bytes of a zip archive of these members."""
    return packed
