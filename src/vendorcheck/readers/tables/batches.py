"""Sorted rows turned into batches of columns."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from vendorcheck.model.bom import Batch, Layout, Origin, Reading
from vendorcheck.readers.tables.levels import Depths
from vendorcheck.readers.tables.rows import Lines
from vendorcheck.readers.tables.shared_cells import names_in_shared_cells


class Batcher:
    """Turns the rows of one table into batches of the columns that are looked at."""

    def __init__(self, layout: Layout, reading: Reading, depths: Depths | None = None) -> None:
        """Pick the columns that are looked at; `depths` reads how deep a line stands, where the table has levels."""
        self._reading = reading
        looked_at = layout.looked_at
        cells = [column.cell - 1 for column in looked_at]
        self._cells = frozenset(cells)
        self._pick = _picker(cells)
        self._told_apart = list(names_in_shared_cells(looked_at))
        self._depths = depths

    def batch(self, lines: Lines, origin: Origin) -> Batch:
        """Return the rows as a batch; the cells of rows that are no lines are all beyond the columns."""
        columns: list[Sequence[str]] = list(zip(*map(self._pick, lines.rows), strict=True))
        for at, name_in in self._told_apart:
            columns[at] = tuple(map(name_in, columns[at]))
        overflow = {index: self._unplaced(lines.rows[index]) for index in lines.uneven}
        if lines.asides:
            overflow |= {index: _numbered(lines.rows[index]) for index in lines.asides}
            columns = [_blanked(column, lines.asides) for column in columns]
        depths = self._depths_of(lines) if self._depths else None
        slipped = frozenset(lines.slipped)
        return Batch(
            lines.starts, tuple(columns), overflow, origin, lines.asides, depths, lines.notes, lines.continues, slipped
        )

    def _depths_of(self, lines: Lines) -> list[int | None]:
        depths: list[int | None] = []
        for at, (row, start, end) in enumerate(zip(lines.rows, lines.starts, lines.ends, strict=True)):
            depths.append(None if at in lines.asides or self._depths is None else self._depths.of(row))
            if depths[-1] is None and at not in lines.asides:
                self._reading.no_level.add(start, end)
        return depths

    def _unplaced(self, row: Sequence[str]) -> tuple[tuple[int, str], ...]:
        """The cells of a line that may have slipped sideways, but for those looked at where they stand."""
        return tuple((at + 1, cell) for at, cell in enumerate(row) if at not in self._cells and cell.strip())


def _numbered(row: Sequence[str]) -> tuple[tuple[int, str], ...]:
    return tuple((at, cell) for at, cell in enumerate(row, 1) if cell.strip())


def _blanked(column: Sequence[str], asides: dict[int, str]) -> Sequence[str]:
    return [("" if at in asides else text) for at, text in enumerate(column)]


def _picker(cells: Sequence[int]) -> Callable[[Sequence[str]], Any]:
    """A function from a row to the tuple of the cells to be looked at."""
    if not cells:
        return lambda row: ()  # noqa: ARG005 (a table without columns has none to pick)
    if len(cells) == 1:
        only = cells[0]
        return lambda row: (row[only],)
    return itemgetter(*cells)
