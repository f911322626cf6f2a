"""Sorted rows turned into batches of columns."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from vendorcheck.model.bom import Batch, Column, Layout, Origin, Role
from vendorcheck.readers.levels import Depths
from vendorcheck.readers.sorter import Lines

_NAMING: tuple[Role, ...] = ("maker", "brand", "vendor")

#: Words of letters alone: what a name has, and a model number or a part number has not.
_WORD = re.compile(r"(?<![^\s/,;:|()])[^\W\d_]{2,}(?:[.&'’-][^\W\d_]+)*\.?(?![^\s/,;:|()])|[^\W\d_a-zA-Z]{2,}")


class Batcher:
    """Turns the rows of one table into batches of its screened columns."""

    def __init__(self, layout: Layout, depths: Depths | None = None) -> None:
        """Pick the columns of this layout; `depths` reads how deep a line stands, where the table has levels."""
        screened = layout.screened
        cells = [column.cell - 1 for column in screened]
        self._cells = frozenset(cells)
        self._pick = _picker(cells)
        self._told_apart = [
            (at, _name_in(column)) for at, column in enumerate(screened) if _is_shared(column, screened)
        ]
        self._depths = depths

    def batch(self, lines: Lines, origin: Origin) -> Batch:
        """Return the rows as a batch; the cells of rows that are no lines are all beyond the columns."""
        columns: list[Sequence[str]] = list(zip(*map(self._pick, lines.rows), strict=True))
        for at, name_in in self._told_apart:
            columns[at] = tuple(map(name_in, columns[at]))
        overflow = {index: self._unplaced(lines.rows[index]) for index in lines.overlong}
        if lines.asides:
            overflow |= {index: _numbered(lines.rows[index]) for index in lines.asides}
            columns = [_blanked(column, lines.asides) for column in columns]
        depths = self._depths.of(lines.rows) if self._depths else None
        return Batch(lines.starts, tuple(columns), overflow, origin, lines.asides, depths, lines.notes)

    def _unplaced(self, row: Sequence[str]) -> tuple[tuple[int, str], ...]:
        """The cells of a line that is longer than the headings, but for those already screened."""
        return tuple((at + 1, cell) for at, cell in enumerate(row) if at not in self._cells and cell.strip())


def _is_shared(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column that names somebody shares its cells with another role."""
    return column.role in _NAMING and Counter(each.cell for each in columns)[column.cell] > 1


def _name_in(column: Column) -> Callable[[str], str]:
    """What a shared cell says as a name: the seller that its heading gives, or itself where it has a word.

    A model number alone names nobody, and must not pass for the name of a maker.
    """
    if column.stands_for is not None:
        seller = column.stands_for
        return lambda text: seller if text.strip() else ""
    return lambda text: text if _WORD.search(text) else ""


def _numbered(row: Sequence[str]) -> tuple[tuple[int, str], ...]:
    return tuple((at, cell) for at, cell in enumerate(row, 1) if cell.strip())


def _blanked(column: Sequence[str], asides: dict[int, str]) -> Sequence[str]:
    return [("" if at in asides else text) for at, text in enumerate(column)]


def _picker(cells: Sequence[int]) -> Callable[[Sequence[str]], Any]:
    """A function from a row to the tuple of its screened cells."""
    if not cells:
        return lambda row: ()  # noqa: ARG005 (a table without columns has none to pick)
    if len(cells) == 1:
        only = cells[0]
        return lambda row: (row[only],)
    return itemgetter(*cells)
