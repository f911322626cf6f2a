"""Lines that may go on below: a row without maker, number and quantity of its own, under a line that has them."""

from collections.abc import Sequence

from vendorcheck.model.bom import Continued, Layout, Role

_MAKERS: tuple[Role, ...] = ("maker", "brand")
_TEXT: tuple[Role, ...] = ("part", "description")
_OWN: tuple[Role, ...] = ("quantity", "line_no", "level")


class Continuations:
    """Tells which rows of one table may belong to the line above, which names the maker that they do not name."""

    def __init__(self, layout: Layout) -> None:
        """Know the columns of this layout."""
        self._makers = _cells(layout, _MAKERS)
        self._texts = _cells(layout, _TEXT)
        self._own = _cells(layout, _OWN)
        self._above: Continued | None = None

    @property
    def blanks(self) -> int:
        """How many cells are blank in a row that may belong to the line above, at least."""
        return len(self._makers) + len(self._own)

    def after(self, row: Sequence[str], line: int) -> Continued | None:
        """Note a line, before the rows to come; return the one above where this one may belong to it.

        The line above names a maker, and has a number or quantity that this one lacks.
        """
        named = tuple((at + 1, row[at]) for at in self._makers if row[at].strip())
        own = any(row[at].strip() for at in self._own)
        if named or own:
            self._above = Continued(line, named) if named and own else None
            return None
        return self._above if any(row[at].strip() for at in self._texts) else None

    def none(self) -> None:
        """Note that something stands between the last line and the rows to come."""
        self._above = None


def _cells(layout: Layout, roles: Sequence[Role]) -> list[int]:
    return sorted({column.cell - 1 for column in layout.columns if column.role in roles})
