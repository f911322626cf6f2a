"""Lists of rows in a document: cells without keys, whose headings are one of the rows or stand beside the list."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.model.bom import Reading
from vendorcheck.model.errors import NothingToScreenError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cells import Cell, Record
from vendorcheck.readers.documents.json.document import Item
from vendorcheck.readers.documents.json.values import Json, JsonObject, step, text_of
from vendorcheck.readers.tables.columns import columns_of, identifies
from vendorcheck.readers.tables.header import find_header

#: The key of whatever stands under no heading; it is looked at all the same.
BEYOND = "(under no heading)"

#: Keys under which the headings of a list of rows stand beside it.
_HEADINGS = ("columns", "headers", "header", "headings", "fields")


class Grid(NamedTuple):
    """The headings of a list of rows, and which of its rows, from 0, they are; none where they stand elsewhere."""

    headings: tuple[str, ...]
    row: int | None

    def record(self, item: Item, pointer: str, reading: Reading) -> Record | None:
        """Return a row as a record; None for one that stands above the headings or is them."""
        if self.row is not None and item.at <= self.row:
            if item.at < self.row:
                reading.before_header.add(item.line)
            return None
        cells: dict[str, list[Cell]] = {}
        for at, text in enumerate(row_of(item.value)):
            key = self.headings[at] if at < len(self.headings) else BEYOND
            cells.setdefault(key, []).append(Cell(text, step(at)))
        return Record(item.line, pointer, {key: tuple(each) for key, each in cells.items()})


def row_of(value: Json) -> list[str]:
    """Return the cells of a row; lists and objects among them are left out, see `is_row`."""
    return (
        [text_of(cell) for cell in value if not isinstance(cell, list | JsonObject)] if isinstance(value, list) else []
    )


def is_row(value: Json) -> bool:
    """Return whether a value is a list of nothing but scalars."""
    return isinstance(value, list) and not any(isinstance(cell, list | JsonObject) for cell in value)


def grid_of(name: str, rows: Sequence[tuple[int, Sequence[str]]], around: JsonObject, choices: Choices) -> Grid:
    """Return the headings of a list of rows; none where there are none.

    They are looked for in its first rows that are not blank, each with its place from 0, and in the object around it.
    """
    for key in _HEADINGS:
        beside = row_of(around.get(key))
        if beside and identifies(columns_of(beside, choices.roles)):
            return Grid(tuple(beside), None)
    try:
        header = find_header(name, [(at + 1, row) for at, row in rows], choices._replace(mappings=()))
    except NothingToScreenError:
        return Grid((), None)
    found = {column.cell: column.heading for column in header.columns}
    return Grid(tuple(found.values()), None if header.line is None else header.line - 1)
