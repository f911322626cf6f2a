"""Which lines need a decision: asked in columns of every line, so that plain ones cost next to nothing."""

from collections.abc import Iterable, Sequence
from functools import partial, reduce
from operator import or_

from vendorcheck.model.bom import Batch, Column, Role
from vendorcheck.resolve.cells import Cells
from vendorcheck.resolve.equipment import KIND_ROLES, Watched
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.memo import Budget, Codes
from vendorcheck.resolve.view import NAME_ROLES, NAMED, NOBODY, NOTHING, SHOWING_ROLES, SOMEBODY, WATCHED, Identity


class Wanted:
    """Finds the lines that need a decision, each distinct cell read once."""

    def __init__(self, cells: Cells, watched: Watched, budget: Budget) -> None:
        """Read with these cells; lines of a watched kind of equipment always need a decision."""
        self._cells = cells
        self._watched = watched
        self._budget = budget
        self._codes: dict[Role, Codes] = {}

    def among(self, columns: Sequence[Column], batch: Batch) -> Sequence[int]:
        """Return the lines of a batch that need a decision, asked in columns: each distinct cell is read once."""
        asked = [
            (memo, values)
            for column, values in zip(columns, batch.values, strict=True)
            if (memo := self._code_memo(column.role)) is not None
        ]
        if any(memo.usual == NAMED for memo, _ in asked):
            odd = sorted({*batch.overflow, *(at for memo, values in asked for at in memo.odd(values))})
        else:
            odd = list(range(len(batch.lines)))
        return [
            at for at in odd if at in batch.overflow or _joined(memo[values[at]] for memo, values in asked) != NAMED
        ]

    def known(self, role: Role, text: str) -> Identity | None:
        """Return whom a cell shows where its code says that it shows no party: most cells, not to be read again."""
        memo = self._codes.get(role)
        if memo is None:
            return None
        code = memo[text] & ~WATCHED if role in KIND_ROLES else memo[text]
        return {NOTHING: NOBODY, NAMED: SOMEBODY}.get(code)

    def _code_memo(self, role: Role) -> Codes | None:
        if role not in self._codes and role in SHOWING_ROLES:
            usual = NAMED if role in NAME_ROLES else NOTHING
            self._codes[role] = Codes(partial(self._code, role), self._budget, usual)
        return self._codes.get(role)

    def _code(self, role: Role, text: str) -> int:
        if role not in KIND_ROLES:
            return self._cells.identity(role, text).code
        tokens = fold(text)
        if self._watched.firsts.isdisjoint(tokens) and self._cells.is_plain(text, tokens):
            return NOTHING
        watched = WATCHED if self._watched.shown_in(text, tokens) else NOTHING
        return self._cells.identity(role, text, tokens).code | watched


def _joined(codes: Iterable[int]) -> int:
    """The codes of the cells of a line as one."""
    return reduce(or_, codes, NOTHING)
