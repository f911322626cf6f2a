"""The workbook: its formats, its properties, its sheets, and what did not fit into them."""

import re
from datetime import datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]  # the same

from vendorcheck.model.report import Report
from vendorcheck.reporters.table import Cell
from vendorcheck.reporters.xlsx.styles import STYLES, Style
from vendorcheck.reporters.xlsx.text import CUT, cell_text, cut_text

#: A worksheet of XlsxWriter, which has no types.
Page = Any

#: Addresses that are made links: http alone, no blanks, no signs beyond ASCII, no longer than Excel takes.
_ADDRESS = re.compile(r"https?://[!-~]{1,2000}")

#: How many texts are kept once they are safe: those of rules and parties stand in thousands of rows.
_KEPT = 20_000

#: How many signs a footer may have, with its codes.
_MAX_FOOTER = 120


class Room(NamedTuple):
    """How much Excel takes on one sheet: rows, the headings among them, and links."""

    rows: int = 1_048_576
    links: int = 65_530


class Value(NamedTuple):
    """What one cell shows, how it looks and where it leads."""

    cell: Cell
    style: Style = "text"
    link: str | None = None


class Left:
    """What could not be written as it is."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.cut = 0
        self.links: dict[str, int] = {}


class Book:
    """A workbook that is written sheet by sheet and row by row, in memory that does not grow with the rows."""

    def __init__(self, report: Report, path: Path, room: Room) -> None:
        """Begin a workbook whose bytes depend on the report alone; its parts grow in files beside it."""
        options = {"constant_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}
        self._book = Workbook(str(path), {**options, "tmpdir": str(path.parent), "strings_to_urls": False})
        self._formats = {style: self._book.add_format(look) for style, look in STYLES.items()}
        self._text = lru_cache(_KEPT)(_fitting)
        self.room = room
        self.left = Left()
        self.footer = _footer(report)
        self._book.set_properties(_properties(report))

    def sheet(self, name: str) -> "Sheet":
        """Add a sheet; its rows are to be written from the top."""
        sheet = Sheet(self, name, self._book.add_worksheet(name))
        sheet.page.set_footer(self.footer)
        return sheet

    def shown(self, cell: Cell) -> str:
        """Return the text of a cell as it is written, and count it where it had to be cut."""
        text, is_cut = self._text(cell)
        if is_cut:
            self.left.cut += 1
        return text

    def format(self, style: Style) -> object:
        """Return the workbook's format of a style."""
        return self._formats[style]

    def close(self) -> None:
        """Write the file; an OSError where that fails."""
        try:
            self._book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error


def _fitting(cell: Cell) -> tuple[str, bool]:
    """The text of a cell as it is written, and whether it had to be cut."""
    text = cut_text(cell_text(cell))
    return text, text.endswith(CUT)


class Sheet:
    """A sheet; `page` is what sets up how it looks and prints."""

    def __init__(self, book: Book, name: str, page: Page) -> None:
        """Begin an empty one."""
        self._book = book
        self.name = name
        self.page = page
        self._links = 0

    def put(self, row: int, column: int, value: Value) -> str:
        """Write a cell and return its text: text as text whatever it looks like, numbers of ours as numbers."""
        cell, style, link = value
        if cell is None:
            return ""
        look = self._book.format(style)
        if isinstance(cell, int) and not link:
            self.page.write_number(row, column, cell, look)
            return str(cell)
        text = self._book.shown(cell)
        if link and text and self._room_for_link():
            self.page.write_url(row, column, link, look, text)
        elif text:
            self.page.write_string(row, column, text, look)
        return text

    def blank(self, row: int, column: int, style: Style) -> None:
        """Write a cell without text, so that it looks like those beside it."""
        self.page.write_blank(row, column, None, self._book.format(style))

    def row(self, row: int, height: float, style: Style) -> None:
        """Set how high the row last written is, and how its empty cells look."""
        self.page.set_row(row, height, self._book.format(style))

    def _room_for_link(self) -> bool:
        if self._links < self._book.room.links:
            self._links += 1
            return True
        left = self._book.left.links
        left[self.name] = left.get(self.name, 0) + 1
        return False


def outside(address: str | None) -> str | None:
    """Return an address that may be made a link; None for any other."""
    return address if address and _ADDRESS.fullmatch(address) else None


def _properties(report: Report) -> dict[str, object]:
    settings = report.settings
    return {
        "title": "Vendor screening report",
        "subject": cell_text(settings.reference)[:255],
        "author": cell_text(settings.prepared_by)[:255],
        "comments": f"vendorcheck {report.provenance.version}, as of {settings.as_of.isoformat()}",
        "created": datetime.combine(settings.today, time()),
    }


def _footer(report: Report) -> str:
    """The version and the reference, the day, and the number of the page."""
    reference = cell_text(report.settings.reference)[:_MAX_FOOTER].replace("&", "&&")
    left = " · ".join(filter(None, (f"vendorcheck {report.provenance.version}", reference)))
    return f"&L&8{left}&C&8as of {report.settings.as_of.isoformat()}&R&8&A, page &P of &N"
