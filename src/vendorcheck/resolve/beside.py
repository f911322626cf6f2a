"""Cells that are not a line's own: those of titles and footers, and the maker of the line above."""

from collections.abc import Iterable, Iterator

from vendorcheck.model.bom import Column, Continued
from vendorcheck.resolve.cells import Cells
from vendorcheck.resolve.seen_line import Cell


def beside(cells: Cells, texts: Iterable[tuple[int, str]]) -> Iterator[Cell]:
    """Yield the cells of a row that is no line, each as a text and as a name: "Supplier: Acme" names Acme."""
    for number, text in texts:
        yield Cell(Column(number, "", "description"), cells.view("description", text))
        label, colon, rest = text.replace("：", ":").rpartition(":")
        name = rest if colon and rest.strip() and not rest.startswith("//") else label or text
        yield Cell(Column(number, "", "maker"), cells.view_beside(name))


def continued_cells(cells: Cells, continued: Continued) -> Iterator[Cell]:
    """Yield the makers that the line above names: they may have made what continues it, which names nobody itself."""
    for number, text in continued.makers:
        reason = f"its own cell is blank; line {continued.line}, which it may continue, names {text.strip()!r}"
        yield Cell(Column(number, "", "maker"), cells.view("maker", text).hinting(reason))
