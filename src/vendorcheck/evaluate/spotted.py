"""A line where it stands in its bill."""

from typing import NamedTuple

from vendorcheck.model.bom import Column, Origin
from vendorcheck.model.finding import FlaggedPart, Place
from vendorcheck.model.hit import SightedLine


class Spotted(NamedTuple):
    """A line where it stands: its bill and sheet, the screened columns, what knows its cells' places, its parts."""

    bill: str
    sheet: str | None
    columns: tuple[Column, ...]
    origin: Origin
    line: SightedLine
    parts: tuple[FlaggedPart, ...] = ()

    def place(self, column: Column | None) -> Place:
        """Return the place of one of the line's cells."""
        if column is None:
            return Place(self.sheet, None, None)
        at, cell = self.line.at, column.cell
        return Place(self.sheet, self.origin.column_of(at, cell), cell, self.origin.pointer_of(at, cell))
