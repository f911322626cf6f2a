"""The rows of a sheet in batches: lines of a table, or text beside any."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from vendorcheck.model.bom import Batch, Layout, Reading
from vendorcheck.readers.tables.batches import Batcher
from vendorcheck.readers.tables.levels import Depths
from vendorcheck.readers.tables.rows import Lines, Rows
from vendorcheck.readers.tables.sorter import Sorter
from vendorcheck.readers.workbook.contents import Sheet
from vendorcheck.readers.workbook.merges import Filling, Merges
from vendorcheck.readers.workbook.references import letters_of
from vendorcheck.readers.workbook.rows import Row

#: Where the rows of such a sheet stand.
BESIDE = "a sheet without a table"


class Found(NamedTuple):
    """What was found of a sheet: its layout, its merges, and how deep its lines stand."""

    sheet: Sheet
    layout: Layout
    merges: Merges
    depths: Depths | None = None


class Batches(Protocol):
    """Turns rows into batches; their cells have a place up to the column `near`."""

    near: int

    def batch(self, rows: Sequence[Row]) -> Batch | None:
        """Return the rows as a batch, those counted that are no lines; None where none is left."""

    def looked_at(self, row: Row) -> Collection[int]:
        """Return the columns of a row that cannot be read and would be looked at."""


class Lined:
    """The rows of a table."""

    def __init__(self, found: Found, reading: Reading) -> None:
        """Count in `reading` what is no line."""
        layout = found.layout
        self.near = max(column.cell for column in layout.columns)
        self._header_line = layout.header_line or 0
        self._screened = frozenset(column.cell for column in layout.screened)
        self._roles = {column.cell: column.role for column in reversed(layout.looked_at)}
        self._filling = Filling(found.merges, self._roles, below=self._header_line)
        self._sorter = Sorter(layout, reading)
        self._batcher = Batcher(layout, reading, found.depths)
        self._reading = reading
        self._sheet = found.sheet

    def batch(self, rows: Sequence[Row]) -> Batch | None:
        """Return the rows as a batch, those counted that are no lines; None where none is left."""
        taken, notes = Rows(), {}
        for row in rows:
            cells = row.cells + [""] * (self.near - len(row.cells))
            filled = self._filling.fill(row.number, cells)
            if filled or row.hidden or self._sheet.hidden:
                notes[row.number] = " ".join(self._notes(row, filled))
            taken.add(cells, row.number, row.number)
        lines = self._sorter.sort(taken)
        self._reading.lines += lines.count
        if notes:
            _annotate(lines, notes)
        batch = self._batcher.batch(lines, SheetOrigin()) if lines.rows else None
        return batch and batch._replace(overflow=self._in_place(batch, rows))

    def looked_at(self, row: Row) -> Collection[int]:
        """Return the columns of a row that cannot be read and would be looked at.

        Those are the screened ones, those beyond the headings, and all of a row of which nothing can be read.
        """
        if not row.cells or row.number <= self._header_line:
            return row.unread.keys()
        return [column for column in row.unread if column in self._screened or column > self.near]

    def _in_place(self, batch: Batch, rows: Sequence[Row]) -> Mapping[int, tuple[tuple[int, str], ...]]:
        """The overflow of a batch, with the cells beyond the headings in their columns."""
        far = {row.number: row.far for row in rows if row.far}
        overflow = dict(batch.overflow)
        for index, cells in batch.overflow.items():
            columns = far.get(batch.lines[index], ())
            overflow[index] = tuple(
                (cell if cell <= self.near else columns[cell - self.near - 1], text) for cell, text in cells
            )
        return overflow

    def _notes(self, row: Row, filled: dict[int, int]) -> Iterable[str]:
        for column, top in filled.items():
            what = "cell under an unknown heading" if self._roles[column] == "unclassified" else self._roles[column]
            yield f"Its {what} is that of line {top}, whose cell is merged with its own."
        if row.hidden or self._sheet.hidden:
            yield _hidden(self._sheet)


class Beside:
    """The rows of a sheet without a table: all of them are asides."""

    near = 0

    def __init__(self, found: Found, reading: Reading) -> None:
        """Count the rows in `reading`."""
        self._sheet = found.sheet
        self._reading = reading

    def batch(self, rows: Sequence[Row]) -> Batch | None:
        """Return the rows as a batch of asides."""
        numbers: list[int] = []
        overflow: dict[int, tuple[tuple[int, str], ...]] = {}
        notes: dict[int, str] = {}
        for row in rows:
            cells = tuple((column, text) for column, text in zip(row.far, row.cells, strict=True) if text.strip())
            if cells:
                self._reading.beside.add(row.number)
                overflow[len(numbers)] = cells
                if row.hidden or self._sheet.hidden:
                    notes[len(numbers)] = _hidden(self._sheet)
                numbers.append(row.number)
            else:
                self._reading.blank.add(row.number)
        if not numbers:
            return None
        return Batch(numbers, (), overflow, SheetOrigin(), asides=dict.fromkeys(overflow, BESIDE), notes=notes)

    def looked_at(self, row: Row) -> Collection[int]:
        """Return the columns of a row that cannot be read: all would be looked at."""
        return row.unread.keys()


class SheetOrigin:
    """Finds a cell of a sheet by the letters of its column."""

    def column_of(self, index: int, cell: int) -> str:  # noqa: ARG002 (the columns of a sheet are the same in every row)
        """Return the letters of the column."""
        return letters_of(cell)

    def pointer_of(self, index: int, cell: int) -> None:
        """Return nothing: a row and a column say it."""


def _hidden(sheet: Sheet) -> str:
    return f"Its {'sheet' if sheet.hidden else 'row'} is hidden in the workbook."


def _annotate(lines: Lines, notes: Mapping[int, str]) -> None:
    for index, number in enumerate(lines.starts):
        if number in notes:
            lines.notes[index] = " ".join(filter(None, (lines.notes.get(index), notes[number])))
