"""Lines that go on below: a row without maker, number and quantity of its own has the maker of the line above it."""

from collections.abc import Sequence

from vendorcheck.model.bom import Layout, Role

_MAKERS: tuple[Role, ...] = ("maker", "brand")
_TEXT: tuple[Role, ...] = ("part", "description")
_OWN: tuple[Role, ...] = ("quantity", "line_no", "level", "unit_price")


class Continuations:
    """Gives the rows of one table that continue a line the maker of that line."""

    def __init__(self, layout: Layout) -> None:
        """Know the columns of this layout."""
        self.makers = _cells(layout, _MAKERS)
        self._texts = _cells(layout, _TEXT)
        self._own = _cells(layout, _OWN)
        self.possible = bool(self.makers and self._texts and self._own)
        self._above: tuple[int, list[str]] | None = None

    def after(self, row: Sequence[str], line: int) -> None:
        """Note the last line before the rows to come."""
        self._above = (line, [row[at] for at in self.makers])

    def none(self) -> None:
        """Note that something stands between the last line and the rows to come."""
        self._above = None

    def maker(self, row: list[str]) -> int | None:
        """Fill in the maker where a row continues the line above; return the number of that line."""
        if self._above is None or any(row[at].strip() for at in (*self.makers, *self._own)):
            return None
        line, makers = self._above
        if not any(map(str.strip, makers)) or not any(row[at].strip() for at in self._texts):
            return None
        for at, maker in zip(self.makers, makers, strict=True):
            row[at] = maker
        return line


def _cells(layout: Layout, roles: Sequence[Role]) -> list[int]:
    return sorted({column.cell - 1 for column in layout.columns if column.role in roles})
