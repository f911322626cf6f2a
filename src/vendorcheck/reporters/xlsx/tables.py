"""Sheets that hold a table: headings that stay in sight and are printed again, a filter, further sheets when full."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vendorcheck.reporters.xlsx.book import Book, Room, Sheet, Value
from vendorcheck.reporters.xlsx.text import MAX_HEIGHT, ROW_HEIGHT, rows_of

#: Margins in inches that fit A4 as well as Letter; the size of the paper is the printer's.
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}


class Table(NamedTuple):
    """What a sheet with a table is called, its headings with their widths, and what it says without rows.

    `frozen` columns stay in sight, the first `printed` are printed, or all.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    empty: str
    frozen: int = 1
    printed: int | None = None


def write_table(book: Book, table: Table, rows: Iterable[Sequence[Value]]) -> None:
    """Write a table; where a sheet is full it goes on in the next."""
    sheet, at = _open(book, table, 0), 0
    for index, row in enumerate(rows):
        number, at = _place(book.room, index)
        if at == 1 and number:
            _close(sheet, table, book.room.rows - 1)
            sheet = _open(book, table, number)
        _write_row(sheet, table, at, row)
    if at == 0:
        sheet.put(1, 0, Value(table.empty, "note"))
    _close(sheet, table, max(at, 1))


def link_to(room: Room, table: str, index: int) -> str:
    """Return the link to a row of a table, which may stand on a further sheet."""
    number, at = _place(room, index)
    return f"internal:'{_name(table, number)}'!A{at + 1}"


def sheets_of(room: Room, table: str, rows: int) -> list[str]:
    """Return the names of the sheets that so many rows of a table take."""
    return [_name(table, number) for number in range(_place(room, max(rows - 1, 0))[0] + 1)]


def _place(room: Room, index: int) -> tuple[int, int]:
    """The number of the sheet and the row on it, both from 0; the headings are row 0."""
    number, at = divmod(index, room.rows - 1)
    return number, at + 1


def _name(table: str, number: int) -> str:
    return f"{table} {number + 1}" if number else table


def _write_row(sheet: Sheet, table: Table, at: int, row: Sequence[Value]) -> None:
    shown = [sheet.put(at, column, value) for column, value in enumerate(row)]
    sheet.row(at, _height(table, shown), "text")


def _height(table: Table, shown: Sequence[str]) -> float:
    """How high a row has to be for the texts of its printed columns; not every program works that out by itself."""
    cells = zip(shown[: table.printed], table.columns, strict=False)
    rows = max((rows_of(text, width) for text, (_, width) in cells), default=1)
    return min(rows * ROW_HEIGHT, MAX_HEIGHT)


def _open(book: Book, table: Table, number: int) -> Sheet:
    sheet = book.sheet(_name(table.name, number))
    for column, (heading, width) in enumerate(table.columns):
        sheet.page.set_column(column, column, width)
        sheet.put(0, column, Value(heading, "head"))
    sheet.page.freeze_panes(1, table.frozen)
    sheet.page.repeat_rows(0)
    sheet.page.set_landscape()
    sheet.page.fit_to_pages(1, 0)
    sheet.page.set_margins(**MARGINS)
    return sheet


def _close(sheet: Sheet, table: Table, last: int) -> None:
    sheet.page.autofilter(0, 0, last, len(table.columns) - 1)
    if table.printed:
        sheet.page.print_area(0, 0, last, table.printed - 1)
