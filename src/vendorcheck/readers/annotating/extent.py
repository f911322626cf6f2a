"""How far a sheet reaches: the last column in which something stands, and how its headings look."""

from collections.abc import Iterable
from typing import NamedTuple

from vendorcheck.readers.workbook.markup import Attributes, Markup
from vendorcheck.readers.workbook.references import Columns, row_number


class Extent(NamedTuple):
    """The last column of a sheet in which something stands, and the style of the last cell of its headings."""

    last_column: int
    heading_style: str


def extent_of(part: str, chunks: Iterable[bytes], header_line: int | None) -> Extent:
    """Return how far the cells of a sheet reach; cells that are only formatted do not count."""
    cells = _Cells(part, header_line)
    cells.markup.walk(chunks)
    return Extent(cells.last, cells.style)


class _Cells:
    """Takes from the markup of a sheet which cells hold something."""

    def __init__(self, part: str, header_line: int | None) -> None:
        self.last = 0
        self.style = ""
        starts = {"row": self._row, "c": self._cell, "f": self._filled, "v": self._filled, "is": self._filled}
        self.markup = Markup(part, starts, {})
        self._header_line = header_line
        self._columns = Columns()
        self._number = self._column = 0

    def _row(self, attributes: Attributes) -> None:
        self._number = row_number(attributes.get("r"), self._number + 1)
        self._column = 0
        self.markup.heard.clear()

    def _cell(self, attributes: Attributes) -> None:
        self._column = self._columns.of(attributes.get("r"), self._column + 1)
        self._style = attributes.get("s", "")

    def _filled(self, _: Attributes) -> None:
        self.last = max(self.last, self._column)
        if self._number == self._header_line:
            self.style = self._style
