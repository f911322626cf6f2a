"""Merged cells: which there are, and where their text counts.

The text of a merge stands in its first cell. Downwards it counts for every row that has something of its own: a maker
merged over four rows is the maker of four lines, and a row that is blank but for merges is still blank. Sideways it
counts in headings alone: a heading over two columns heads both, but a title over twenty is said once.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from vendorcheck.model.bom import Column
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.references import Range, range_of

#: Headings stand above this row, and up to this column: as many columns as a sheet could have before 2007.
HEADINGS_ABOVE = 1_000
HEADED = 256

#: The most merges that may matter; forms have some thousands.
MAX_MERGES = 200_000

_MERGE = b"mergeCell"
_MAX_TAG = 1 << 12
_merges = re.compile(rb"""<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([A-Z]+[0-9]+):([A-Z]+[0-9]+)["']""").finditer


class Merges:
    """The merges of a sheet that matter: those over several rows, by their first, and those of headings."""

    def __init__(self, ranges: Iterable[Range] = ()) -> None:
        """Keep those that matter; a DamagedError where they are too many."""
        self.downwards: dict[int, list[Range]] = {}
        self.sideways: list[Range] = []
        kept = 0
        for merge in ranges:
            down = merge.bottom > merge.top and merge.left <= HEADED
            aside = merge.right > merge.left and merge.top < HEADINGS_ABOVE
            if down:
                self.downwards.setdefault(merge.top, []).append(merge)
            if aside:
                self.sideways.append(merge)
            kept += down or aside
            if kept > MAX_MERGES:
                raise DamagedError(f"is damaged: a sheet of it has more than {MAX_MERGES} merged ranges")


def merges_of(chunks: Iterable[bytes]) -> Merges:
    """Return the merges that a sheet names behind its rows.

    They are looked for in its bytes: walking through all rows to come to them takes fifty times as long. What only
    looks like one can at most give a blank cell a text.
    """
    return Merges(_ranges(chunks))


def _ranges(chunks: Iterable[bytes]) -> Iterator[Range]:
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        tag = text.rfind(b"<")
        rest = text[tag:] if len(text) - tag < _MAX_TAG else b""
        if _MERGE in text:
            for found in _merges(text, 0, len(text) - len(rest)):
                with suppress(DamagedError):  # one between cells that no sheet has merges nothing
                    yield range_of(found[1].decode("ascii"), found[2].decode("ascii"))


class _Open(NamedTuple):
    """A text that still counts for the rows below it."""

    text: str
    top: int
    bottom: int


class Filling:
    """Gives blank cells the text of the merge they stand in, row by row from the first."""

    def __init__(self, merges: Merges, columns: Collection[int] | None = None, below: int = 0) -> None:
        """Fill these columns, or all, from merges that begin below a row."""
        self._merges = merges
        self._columns = columns
        self._below = below
        self._open: dict[int, _Open] = {}

    def fill(self, number: int, cells: list[str]) -> dict[int, int]:
        """Fill a row; return from which row each column was filled."""
        filled: dict[int, int] = {}
        for column, above in list(self._open.items()):
            if above.bottom < number:
                del self._open[column]
            elif len(cells) < column or not cells[column - 1].strip():
                cells += [""] * (column - len(cells))
                cells[column - 1] = above.text
                filled[column] = above.top
        for merge in self._merges.downwards.get(number, ()):
            self._begin(merge, cells)
        return filled

    def _begin(self, merge: Range, cells: Sequence[str]) -> None:
        text = cells[merge.left - 1] if merge.left <= len(cells) else ""
        wanted = self._columns is None or merge.left in self._columns
        if text.strip() and wanted and merge.top > self._below:
            self._open[merge.left] = _Open(text, merge.top, merge.bottom)


def headed_together(columns: Sequence[Column], line: int | None, merges: Merges, width: int) -> tuple[Column, ...]:
    """Return the columns with those, up to a width, that a heading is merged over: they have its role, too."""
    headings = {column.cell: column.heading for column in columns}
    found = list(columns)
    for merge in merges.sideways:
        if line is None or not merge.top <= line <= merge.bottom:
            continue
        over = range(merge.left + 1, min(merge.right, width) + 1)
        blank = [cell for cell in over if not headings.get(cell)]
        heads = [column for column in columns if column.cell == merge.left and column.screened]
        if heads:
            found = [column for column in found if column.cell not in blank]
            found += [head._replace(cell=cell) for cell in blank for head in heads]
            headings |= dict.fromkeys(blank, heads[0].heading)
    return tuple(sorted(found, key=lambda column: column.cell))
