"""Lines that continue the one above: further parts of one maker, who is named once."""

from collections.abc import Sequence

from vendorcheck.model.bom import Layout, Role


class Continuation:
    """Fills in the maker of lines that have none and no number, quantity or level of their own.

    Only where a table has a column of makers, and numbers or quantities that tell a line from what continues it.
    """

    def __init__(self, layout: Layout) -> None:
        """Take the cells from the columns."""
        products = _cells(layout, "part", "description")
        self._makers = [at for at in _cells(layout, "maker") if at not in products]
        self._others = _cells(layout, "brand")
        self._own = _cells(layout, "line_no", "quantity", "level")
        self._products = products
        self.applies = bool(self._makers and _cells(layout, "line_no", "quantity"))
        self._above: list[str] | None = None
        self._line = 0

    @property
    def makers(self) -> Sequence[int]:
        """The cells of makers, of which one is filled on every line that needs no other."""
        return self._makers

    def read(self, row: list[str], line: int) -> str | None:
        """Take note of a line; one that continues another gets its maker, and what to note of it is returned."""
        if not self.applies:
            return None
        if _filled(row, self._makers) or _filled(row, self._others) or _filled(row, self._own):
            self._above, self._line = [row[at] for at in self._makers], line
            return None
        if self._above is None or not any(map(str.strip, self._above)) or not _filled(row, self._products):
            return None
        for at, maker in zip(self._makers, self._above, strict=True):
            row[at] = maker
        return f"the maker is that of line {self._line}, which it continues"

    def interrupt(self) -> None:
        """Take note of something between the lines: what follows it continues nothing."""
        self._above = None


def _cells(layout: Layout, *roles: Role) -> list[int]:
    return sorted({column.cell - 1 for column in layout.columns if column.role in roles})


def _filled(row: Sequence[str], cells: Sequence[int]) -> bool:
    return any(row[at].strip() for at in cells)
