"""Workbooks as another library writes them, read back cell by cell."""

import io
from collections.abc import Callable
from datetime import date, datetime, time

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from vendorcheck.readers.workbook.opened import Workbook
from vendorcheck.readers.workbook.rows import NO_VALUE

Value = str | int | float | bool | datetime | date | time | None

TEXTS = st.text(max_size=12).filter(lambda text: not ILLEGAL_CHARACTERS_RE.search(text) and not text.startswith("="))
WRITABLE = TEXTS.filter(lambda text: "\r" not in text and "_x" not in text and text.isprintable())
MOMENTS = st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 30)).map(lambda moment: moment.replace(microsecond=0))  # noqa: DTZ001 (a sheet knows no time zone)
VALUES = st.one_of(
    st.none(),
    WRITABLE,
    st.integers(-(10**14), 10**14),
    st.decimals(-(10**6), 10**6, places=3).map(float),
    st.booleans(),
    st.dates(date(1900, 3, 1)),
    MOMENTS,
    st.times().map(lambda clock: clock.replace(microsecond=0)),
)


def seen(value: Value) -> str:
    """What a person sees of a value."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int():
            return str(value)
        case float():
            return f"{value + 0.0:.3f}".rstrip("0").rstrip(".")  # of two zeros one has a sign
        case datetime():
            return value.isoformat(" ").removesuffix(" 00:00:00")
        case date() | time():
            return value.isoformat()
    return value


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(VALUES, max_size=6), max_size=6))
def test_what_was_written_is_what_is_read(table: list[list[Value]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row, values in enumerate(table, 1):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
    file = io.BytesIO()
    book.save(file)
    workbook = Workbook(file)
    read = {row.number: row.cells for row in workbook.rows(workbook.sheets[0], near=256)}
    for number, values in enumerate(table, 1):
        cells = read.get(number, [])
        expected = [seen(value) for value in values]
        assert cells + [""] * (len(expected) - len(cells)) == expected
    assert len(read) <= len(table)


def test_its_formulas_have_no_values(opened: Callable[[bytes], Workbook]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Acme", "=A1", 0])
    file = io.BytesIO()
    book.save(file)
    workbook = opened(file.getvalue())
    (row,) = workbook.rows(workbook.sheets[0], near=256)
    assert (row.cells, row.unread) == (["Acme", "", "0"], {2: NO_VALUE})
