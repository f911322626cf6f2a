"""The columns that the keys of records make, and the rows that the records make of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.model.bom import Column, Role
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.documents.cells import Cell, Record
from vendorcheck.readers.documents.json.values import JsonScalar, text_of
from vendorcheck.readers.documents.keys import SELLER_ROLES

#: How many different keys the records of a table may have, and how many characters these may have together.
MAX_KEYS, MAX_KEY_CHARACTERS = 2_000, 1 << 20

#: How many values of one key stand in columns of their own; those beyond stand in the last of them together.
MAX_APART = 8

#: Roles of which each value must be seen by itself: two makers in one cell are neither of them the maker for sure.
APART_ROLES: frozenset[Role] = frozenset(("maker", "brand", "vendor", "part", "mac", "fcc_id"))

#: Between values that stand in one cell.
BETWEEN = "; "

Roles = Callable[[str], tuple[Role, ...]]


def no_seller(_key: str) -> str | None:
    """Return None: the format has no keys that are names of sellers."""
    return None


class Kind(NamedTuple):
    """What a format says of its records: its name, the roles of keys, and keys looked at though they have no role.

    `place` turns a JSON pointer into one that leads to the same cell in the file; `sellers` says which keys are names
    of sellers, with the order numbers of theirs below.
    """

    format: str
    roles: Roles
    beside: frozenset[str] = frozenset()
    place: Callable[[str], str] = str
    sellers: Callable[[str], str | None] = no_seller


class Headings:
    """The keys of the records of a table in the order seen, and how many values each has at most in one record."""

    def __init__(self, name: str) -> None:
        """Begin with none, for a file of this name."""
        self.times: dict[str, int] = {}
        self._name = name
        self._characters = 0

    def add(self, record: Record) -> None:
        """Add the keys of a record; an error where a table has more than can be headings."""
        values = record.values
        if not values.keys() <= self.times.keys():
            for key in values.keys() - self.times.keys():
                self._characters += len(key)
            self.times |= {key: 1 for key in values if key not in self.times}
            if len(self.times) > MAX_KEYS or self._characters > MAX_KEY_CHARACTERS:
                raise VendorcheckError(
                    "bill_unreadable",
                    f"{self._name} has more than {MAX_KEYS:,} different keys, so they are no headings",
                    spot=Spot(self._name, record.line),
                    help="Write the lines of the bill as a list of objects, each with the same few keys.",
                )
        if type(values) is dict:  # with cells of its own, unlike an object as it was read
            for key, value in values.items():
                if isinstance(value, tuple) and len(value) > self.times[key]:
                    self.times[key] = len(value)


class Slot(NamedTuple):
    """What stands in one cell of every row: the values of a key, or one of several that stand apart."""

    key: str
    nth: int = 0
    last: bool = True


class Plan(NamedTuple):
    """The columns of a table, and for each cell of its rows what stands there; `shown` are the cells that are used."""

    columns: tuple[Column, ...]
    slots: tuple[Slot, ...]
    shown: frozenset[int]
    beside: frozenset[int]

    def row(self, record: Record) -> list[str]:
        """Return the cells of a record; of a line only what is used, of what is no line all."""
        values = record.values
        every = record.aside is not None
        return [
            _text(values.get(slot.key), slot) if every or at in self.shown else "" for at, slot in enumerate(self.slots)
        ]

    def cell_of(self, record: Record, cell: int) -> Cell | None:
        """Return what stands in a cell of a record's row; several values together stand in the record as a whole."""
        slot = self.slots[cell - 1]
        cells = record.cells(slot.key)[slot.nth :]
        if slot.last and len(cells) > 1:
            return Cell(_joined(cells), "")
        return cells[0] if cells else None


def plan_of(times: Mapping[str, int], kind: Kind) -> Plan:
    """Return the columns for keys with so many values; keys `beside` are looked at where they have no role."""
    found = {key: _roles(key, kind) for key in times}
    slots = tuple(
        Slot(key, nth, nth == apart - 1)
        for key, most in times.items()
        for apart in [min(most, MAX_APART) if key in kind.beside or not APART_ROLES.isdisjoint(found[key]) else 1]
        for nth in range(apart)
    )
    columns = tuple(
        Column(cell, slot.key, role, _seller(slot.key, role, found[slot.key], kind))
        for cell, slot in enumerate(slots, 1)
        for role in found[slot.key]
    )
    used = frozenset(column.cell - 1 for column in columns if column.role != "ignored")
    unplaced = frozenset(at for at, slot in enumerate(slots) if slot.key in kind.beside and at not in used)
    return Plan(columns, slots, used | unplaced, unplaced)


def _roles(key: str, kind: Kind) -> tuple[Role, ...]:
    """The roles of a key; what is looked at beside the columns is in none."""
    roles = kind.roles(key)
    return ("ignored",) if key in kind.beside and roles == ("unclassified",) else roles


def _seller(key: str, role: Role, roles: tuple[Role, ...], kind: Kind) -> str | None:
    return kind.sellers(key) if role == "vendor" and roles == SELLER_ROLES else None


def _text(value: object, slot: Slot) -> str:
    if isinstance(value, str):
        return value if slot.nth == 0 else ""
    if isinstance(value, tuple):
        return _joined(value[slot.nth :] if slot.last else value[slot.nth : slot.nth + 1])
    return text_of(value) if slot.nth == 0 and isinstance(value, JsonScalar) else ""


def _joined(cells: Sequence[Cell]) -> str:
    return BETWEEN.join(cell.text for cell in cells if cell.text)
