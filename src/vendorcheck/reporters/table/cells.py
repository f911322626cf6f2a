"""Cells and columns: what a table shows of its rows, before any format has made it safe."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

Row = TypeVar("Row")

#: A text, a number of ours, several texts that stand together in one cell, or nothing.
Cell = str | int | tuple[str, ...] | None


class Column(NamedTuple, Generic[Row]):
    """A column: its heading, its width in characters on a sheet, and how a row gives the cell.

    The texts of one with `codes` are words of ours, joined by low lines.
    """

    heading: str
    width: int
    cell: Callable[[Row], Cell]
    codes: bool = False


def parts(cell: Cell) -> tuple[str, ...]:
    """Return the texts of a cell."""
    match cell:
        case None:
            return ()
        case tuple():
            return cell
    return (str(cell),)
