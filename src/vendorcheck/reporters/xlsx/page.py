"""A sheet that is a page: labels on the left, text beside them, rows as high as their text."""

from vendorcheck.reporters.table import Cell
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.styles import Style
from vendorcheck.reporters.xlsx.tables import MARGINS
from vendorcheck.reporters.xlsx.text import MAX_HEIGHT, ROW_HEIGHT, cell_text, rows_of

#: Widths of the label, of a number, and of the words beside it.
WIDTHS = (22, 10, 68)

#: The text beside a label spans the last two.
TEXT_WIDTH = WIDTHS[1] + WIDTHS[2]


class Page:
    """Writes row below row on one sheet, which is printed on one page."""

    def __init__(self, book: Book, name: str) -> None:
        """Begin an empty page."""
        self._book = book
        self._sheet = book.sheet(name)
        self._row = 0
        for column, width in enumerate(WIDTHS):
            self._sheet.page.set_column(column, column, width)
        self._sheet.page.hide_gridlines(2)

    def title(self, text: str) -> None:
        """Write the title."""
        self._wide("title", Value(text, "title"), height=24)

    def section(self, text: str) -> None:
        """Write the heading of a part, with room above it."""
        self._row += 1
        self._wide("section", Value(text, "section"), height=16)

    def text(self, label: str, cell: Cell, style: Style = "text") -> None:
        """Write a text beside its label."""
        rows = rows_of(cell_text(cell), TEXT_WIDTH)
        self._labelled(Value(label, "label"), Value(cell, style), rows)

    def count(self, label: Value, count: int, words: str) -> None:
        """Write a number beside its label, and what it means."""
        self._sheet.put(self._row, 0, label)
        self._sheet.put(self._row, 1, Value(count, "number"))
        self._sheet.put(self._row, 2, Value(words, "label"))
        self._row += 1

    def field(self, label: str, text: str, rows: float = 1.4) -> None:
        """Write a field with borders, to be filled in."""
        self._labelled(Value(label, "field"), Value(text, "field"), rows)

    def close(self) -> None:
        """Set the sheet up to print on one page."""
        page = self._sheet.page
        page.print_area(0, 0, self._row, len(WIDTHS) - 1)
        page.fit_to_pages(1, 1)
        page.set_portrait()
        page.set_margins(**MARGINS)
        page.center_horizontally()
        page.activate()

    def _labelled(self, label: Value, value: Value, rows: float) -> None:
        self._sheet.page.set_row(self._row, min(rows * ROW_HEIGHT, MAX_HEIGHT))
        self._sheet.put(self._row, 0, label)
        self._sheet.page.merge_range(self._row, 1, self._row, 2, "", self._book.format(value.style))
        self._sheet.put(self._row, 1, value)
        self._row += 1

    def _wide(self, style: Style, value: Value, height: float) -> None:
        self._sheet.page.set_row(self._row, height)
        for column in range(1, len(WIDTHS)):
            self._sheet.blank(self._row, column, style)
        self._sheet.put(self._row, 0, value)
        self._row += 1
