"""Records: what stands on one line of a bill in a document, by key, before its keys have become columns."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from vendorcheck.readers.documents.json.values import Json, JsonObject, step, text_of


class Cell(NamedTuple):
    """A text, and the pointer from its record to it."""

    text: str
    pointer: str


#: A scalar of the object itself, or cells from further within it.
Value: TypeAlias = "Json | tuple[Cell, ...]"


class Record(NamedTuple):
    """What stands on one line, by key; `pointer` leads to its object.

    `aside` says what it is where it is no line of the bill.
    """

    line: int
    pointer: str
    values: Mapping[str, Value]
    depth: int = 0
    aside: str | None = None
    note: str | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands there."""
        for key, value in self.values.items():
            if isinstance(value, str):
                if value.strip():
                    return False
            elif any(cell.text.strip() for cell in self.cells(key)):
                return False
        return True

    def cells(self, key: str) -> tuple[Cell, ...]:
        """Return what stands under a key: one cell for each value."""
        value = self.values.get(key)
        if isinstance(value, tuple):
            return value
        if key not in self.values or isinstance(value, list | JsonObject):
            return ()
        return (Cell(text_of(value), step(key)),)
