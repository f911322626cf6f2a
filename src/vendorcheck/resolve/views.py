"""Cells that were read, and which of them say the same: lines of equal cells are taken together once."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from operator import getitem

from vendorcheck.model.bom import Column, Role
from vendorcheck.resolve.cells import Cells
from vendorcheck.resolve.memo import Budget, Memo
from vendorcheck.resolve.view import Identity, View

#: How many distinct lines, and cells of them, are kept seen; a bill repeats few distinct ones often.
MAX_SEEN = 8_192

#: The last bit of the number of a view that shows a party.
SHOWN = 1

Key = tuple[int, ...]


class Views:
    """The views of cells, each distinct one under a number; a number never stands for another view."""

    def __init__(self, cells: Cells, budget: Budget, known: Callable[[Role, str], Identity | None]) -> None:
        """Read with these cells; `known` says whom a cell shows, where that is known already."""
        numbers = count()
        self._cells = cells
        self._bare = _Shelf(lambda role, text: cells.bare_view(role, text, known(role, text)), budget, numbers)
        self._full = _Shelf(cells.view, budget, numbers)

    def key(self, columns: Sequence[Column], texts: Sequence[str]) -> Key:
        """Return what two lines share exactly where the same is to be said of both.

        Where no cell of a line shows a party, the makers' names and what may stand beside a name are of no matter.
        """
        key = self._bare.key(columns, texts)
        return self._full.key(columns, texts) if any(map(SHOWN.__and__, key)) else key

    def views(self, columns: Sequence[Column], texts: Sequence[str]) -> list[View]:
        """Return everything that the cells of a line say."""
        return [self._cells.view(column.role, text) for column, text in zip(columns, texts, strict=True)]


class _Shelf:
    def __init__(self, read: Callable[[Role, str], View], budget: Budget, numbers: Iterator[int]) -> None:
        self._read = read
        self._budget = budget
        self._next = numbers
        self._memos: dict[Role, Memo[int]] = {}
        self._numbers: dict[View, int] = {}
        self._columns: Sequence[Column] = ()
        self._of_columns: list[Memo[int]] = []

    def key(self, columns: Sequence[Column], texts: Sequence[str]) -> Key:
        if columns is not self._columns:
            self._columns = columns
            self._of_columns = [self._memo(column.role) for column in columns]
        return tuple(map(getitem, self._of_columns, texts))

    def _memo(self, role: Role) -> Memo[int]:
        if role not in self._memos:
            self._memos[role] = Memo(lambda text: self._number(self._read(role, text)), self._budget)
        return self._memos[role]

    def _number(self, view: View) -> int:
        number = self._numbers.get(view)
        if number is None:
            if len(self._numbers) >= MAX_SEEN:
                self._numbers.clear()
            number = self._numbers[view] = 2 * next(self._next) + (SHOWN if view.identity.sightings else 0)
        return number
