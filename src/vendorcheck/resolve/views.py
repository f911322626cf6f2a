"""Cells that were read, and which of them say the same: lines of equal cells are taken together once."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from vendorcheck.model.bom import Column, Role
from vendorcheck.resolve.cells import Cells, Identity, View
from vendorcheck.resolve.memo import Budget, Memo

#: How many distinct lines, and cells of them, are kept seen; a bill repeats few distinct ones often.
MAX_SEEN = 8_192

Read = Callable[[Role, str], View]


class Viewed(NamedTuple):
    """The cells of a line, and a key that two lines share exactly where the same is to be said of both."""

    key: tuple[int, ...]
    views: tuple[View, ...]


class Views:
    """The views of cells, each distinct one under a number; a number never stands for another view."""

    def __init__(self, cells: Cells, budget: Budget, known: Callable[[Role, str], Identity | None]) -> None:
        """Read with these cells; a number is of one view alone, whether bare or in full."""
        numbers = count()
        self._bare = _Shelf(lambda role, text: cells.bare_view(role, text, known(role, text)), budget, numbers)
        self._full = _Shelf(cells.view, budget, numbers)

    def of(self, columns: Sequence[Column], texts: Sequence[str]) -> Viewed:
        """Return what the cells of a line say, in full where one of them shows a party."""
        bare = self._bare.look(columns, texts)
        if not any(view.identity.sightings for view in bare.views):
            return bare
        return self._full.look(columns, texts)


class _Shelf:
    def __init__(self, read: Read, budget: Budget, next_number: Iterator[int]) -> None:
        self._read = read
        self._budget = budget
        self._memos: dict[Role, Memo[int]] = {}
        self._numbers: dict[View, int] = {}
        self._views: dict[int, View] = {}
        self._next_number = next_number

    def look(self, columns: Sequence[Column], texts: Sequence[str]) -> Viewed:
        numbers = tuple(self._memo(column.role)[text] for column, text in zip(columns, texts, strict=True))
        views = self._views
        if not all(map(views.__contains__, numbers)):
            return Viewed(numbers, tuple(map(self._read, (column.role for column in columns), texts)))
        return Viewed(numbers, tuple(map(views.__getitem__, numbers)))

    def _memo(self, role: Role) -> Memo[int]:
        if role not in self._memos:
            self._memos[role] = Memo(lambda text: self._number(self._read(role, text)), self._budget)
        return self._memos[role]

    def _number(self, view: View) -> int:
        number = self._numbers.get(view)
        if number is None:
            if len(self._numbers) >= MAX_SEEN:
                self._numbers.clear()
                self._views.clear()
            number = self._numbers[view] = next(self._next_number)
            self._views[number] = view
        return number
