"""The rows of a sheet, one after another: each with its number and the texts of its cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from vendorcheck.readers.workbook.cells import Shared
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.markup import SPREADSHEET, Attributes, Markup
from vendorcheck.readers.workbook.references import MAX_COLUMNS, Columns, row_number
from vendorcheck.readers.workbook.texts import Runs

NO_VALUE = "a formula without a stored value"
NO_TEXT = "a cell whose text the workbook does not hold"
ERROR = "a cell that holds an error, such as #REF!"

#: A sheet of old macros has a root of its own.
_SPACES = (*SPREADSHEET, "http://schemas.microsoft.com/office/excel/2006/main")


class Row(NamedTuple):
    """A row that is not blank: its number, and its cells from column A on.

    Cells beyond the near columns follow as they come, and `far` says in which columns they stand: a cell in the last
    column of every row would otherwise bring sixteen thousand blanks with it each time. `unread` says which columns
    hold something that has no text, and why.
    """

    number: int
    cells: list[str]
    far: Sequence[int] = ()
    unread: Mapping[int, str] = MappingProxyType({})
    hidden: bool = False


def rows_of(part: str, chunks: Iterable[bytes], shared: Shared, near: int) -> Iterator[Row]:
    """Yield the rows of a sheet that are not blank; a DamagedError follows the last that could be read.

    Cells have their place in a row up to the column `near`.
    """
    reader = _Rows(part, shared, near)
    for chunk in chain(chunks, (b"",)):
        try:
            reader.markup.feed(chunk)
        except DamagedError:
            yield from reader.found
            raise
        yield from reader.found
        reader.found.clear()


class _Rows:
    """Takes rows from the markup of a sheet."""

    def __init__(self, part: str, shared: Shared, near: int) -> None:
        self.found: list[Row] = []
        self._near = near
        self._shared = shared
        self._columns = Columns()
        self._runs = Runs()
        starts = {
            "row": self._row,
            "c": self._cell,
            "f": self._formula,
            "v": self._value,
            "is": self._inline_text,
            **self._runs.starts,
        }
        ends = {"row": self._row_ends, "c": self._cell_ends, "v": self._value_ends, **self._runs.ends}
        self.markup = self._runs.markup = Markup(part, starts, ends, _SPACES)
        self._heard = self.markup.heard
        self._number = 0
        self._hidden = False
        self._clear()

    def _clear(self) -> None:
        self._cells: list[str] = []
        self._far: list[tuple[int, str]] = []
        self._unread: dict[int, str] = {}
        self._column = 0

    def _row(self, attributes: Attributes) -> None:
        number = row_number(attributes.get("r"), self._number + 1)
        if number <= self._number:
            raise DamagedError(f"is damaged: a row {number} follows row {self._number}")
        self._number = number
        self._heard.clear()
        self._hidden = attributes.get("hidden") in ("1", "true")

    def _row_ends(self) -> None:
        if self._cells or self._far or self._unread:
            if self._far:
                self._cells += [""] * (self._near - len(self._cells)) + [text for _, text in self._far]
            far = tuple(column for column, _ in self._far)
            self.found.append(Row(self._number, self._cells, far, self._unread, self._hidden))
            self._clear()
        self._column = 0

    def _cell(self, attributes: Attributes) -> None:
        self._attributes = attributes
        self._written: str | None = None
        self._computed = self._inline = False

    def _formula(self, _: Attributes) -> None:
        self._computed = True

    def _inline_text(self, _: Attributes) -> None:
        self._inline = True

    def _value(self, _: Attributes) -> None:
        self._heard.clear()

    def _value_ends(self) -> None:
        self._written = "".join(self._heard)

    def _cell_ends(self) -> None:
        attributes, written, cells = self._attributes, self._written, self._cells
        self._column = column = self._columns.of(attributes.get("r"), self._column + 1)
        kind = attributes.get("t", "n")
        if kind == "e":
            self._unread[column] = ERROR  # its text is read all the same: whatever stands there is looked at
        if self._inline:
            text: str | None = self._runs.take()
        elif self._computed and not self._shared.stored(kind, written):
            self._unread[column] = NO_VALUE
            return
        elif written:
            text = self._shared.text(kind, written, attributes.get("s", ""))
            if text is None:
                self._unread[column] = NO_TEXT
        else:
            return
        if text:
            if column == len(cells) + 1 and column <= self._near:
                cells.append(text)
            else:
                self._place(column, text)

    def _place(self, column: int, text: str) -> None:
        """Put a text where it belongs; beyond the near columns, or where another stands, behind them."""
        cells = self._cells
        missing = column - 1 - len(cells)
        if column > self._near or (missing < 0 and cells[column - 1]):
            self._place_far(column, text)
        elif missing < 0:
            cells[column - 1] = text
        else:
            cells += [""] * missing
            cells.append(text)

    def _place_far(self, column: int, text: str) -> None:
        if len(self._far) == MAX_COLUMNS:
            raise DamagedError(f"is damaged: its row {self._number} has a cell more than once")
        self._far.append((column, text))
