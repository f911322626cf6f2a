"""What the cells of a table say against its headings: a role is given up, or a further one given, by the first rows.

A role that is given up becomes `description`, so that the cells are still looked at as text.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from vendorcheck.model.bom import Column, Layout, Role
from vendorcheck.readers.choices import Choices, compared
from vendorcheck.readers.headings import is_unknown, normal_heading
from vendorcheck.readers.headings.words import words_of

#: So large a share of the filled cells must agree, and there must be so many.
MOST, ENOUGH = 0.8, 4

_NAMING: tuple[Role, ...] = ("maker", "brand", "vendor")

#: What names nobody: numbers, sums, addresses of pages.
_NO_NAME = re.compile(r"[\W\d_]+|\W*\d[\d.,]*\W*[^\W\d_]{0,3}|(?:https?://|www\.)\S+", re.IGNORECASE)

#: Where a part stands on a board: C1, R12-R14, U3.
_DESIGNATOR = re.compile(r"[A-Z]{1,3}\d{1,4}(?:\s*[-–,;/ ]\s*[A-Z]{0,3}\d{1,4})*[;,]?")
_BARE_PART = ("part", "parts")

#: A number by which a product is known: one word, letters and digits, longer than a value such as 100nF.
_MODEL = re.compile(r"(?=[^\s]*[^\W\d_])(?=(?:[^\s]*\d){2})[^\s:@]{6,40}")

#: What no number of a line holds: a word, or a number by which a product is known.
_WORDS = re.compile(r"[^\W\d_]{4,}|[^\W\d_a-zA-Z]{2,}|(?:[^\W\d_]+\d+){2}|[^\W\d_]{2,}-?\d{3,}")
_IDENTIFIER = ("id", "model id", "camera id", "device id", "item id")


def settled(layout: Layout, columns: Sequence[Column], rows: Sequence[Sequence[str]], choices: Choices) -> Layout:
    """Return the layout with the roles of columns that the first rows below the headings bear out, and what changed.

    What was mapped stays.
    """
    settled = _settled(columns, rows, choices)
    remarks = (*layout.remarks, *_changes(columns, settled))
    return layout._replace(columns=_unclassified(settled, choices), remarks=remarks)


def _unclassified(columns: Sequence[Column], choices: Choices) -> tuple[Column, ...]:
    """The columns, those under headings that nobody knows to be looked at as well."""
    mapped = choices.roles
    return tuple(
        column._replace(role="unclassified")
        if column.role == "ignored" and compared(column.heading) not in mapped and is_unknown(column.heading)
        else column
        for column in columns
    )


def _changes(before: Sequence[Column], after: Sequence[Column]) -> Iterator[str]:
    """What the cells changed, in words."""
    for column in after:
        if column not in before:
            shared = any(other.cell == column.cell and other is not column for other in after)
            yield f"column {column.cell} is read as {column.role}{' as well' * shared}, by what stands in it"


def _settled(columns: Sequence[Column], rows: Sequence[Sequence[str]], choices: Choices) -> tuple[Column, ...]:
    mapped = choices.roles
    free = [column for column in columns if compared(column.heading) not in mapped]
    seats = _Seats(columns)
    changed: dict[Column, tuple[Role, ...]] = {}
    for column in free:
        role = _instead(column, seats, rows)
        if role is not None:
            changed[column] = (role,)
    parts = {column.cell for column in columns if "part" in changed.get(column, (column.role,))}
    if not any(_mostly(_cells(cell, rows), _MODEL.fullmatch) for cell in parts):
        changed |= {column: (column.role, "part") for column in free if _holds_models(column, seats, rows)}
    changed |= {
        column: (column.role, "unclassified") for column in free if column not in changed and _holds_words(column, rows)
    }
    return tuple(
        column._replace(role=role) for column in columns for role in dict.fromkeys(changed.get(column, (column.role,)))
    )


class _Seats:
    """Which cells the roles stand in, counted once: a table may have thousands of columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._cells: dict[Role, set[int]] = {}
        for column in columns:
            self._cells.setdefault(column.role, set()).add(column.cell)
        self.of_sellers = {column.cell for column in columns if column.stands_for}

    def at(self, cell: int, role: Role) -> bool:
        """Return whether this cell has a role."""
        return cell in self._cells.get(role, ())

    def beside(self, cell: int, role: Role) -> bool:
        """Return whether another cell has a role."""
        return len(self._cells.get(role, ())) > self.at(cell, role)


def _instead(column: Column, seats: _Seats, rows: Sequence[Sequence[str]]) -> Role | None:
    """The role that a column has by its cells, where that is another than by its heading."""
    cell, role = column.cell, column.role
    if role in _NAMING and not column.stands_for and _mostly(_cells(cell, rows), _NO_NAME.fullmatch):
        return "description"
    if role == "part" and compared(column.heading) in _BARE_PART and _mostly(_cells(cell, rows), _DESIGNATOR.fullmatch):
        return "description" if seats.beside(cell, "part") or seats.beside(cell, "description") else None
    if role == "maker" and compared(column.heading) == "company" and seats.beside(cell, "vendor"):
        return "description"  # beside a supplier, the company may be the one that buys
    return None


def _holds_models(column: Column, seats: _Seats, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column of texts or numbers holds what products are known by, though its heading does not say so."""
    if column.role != "description" and compared(column.heading) not in _IDENTIFIER:
        return False
    if column.cell in seats.of_sellers or _has_seller(column.heading):
        return False  # a seller's order numbers
    shared = column.role != "part" and seats.at(column.cell, "part")
    return not shared and _mostly(_cells(column.cell, rows), _MODEL.fullmatch)


def _holds_words(column: Column, rows: Sequence[Sequence[str]]) -> bool:
    """Whether something else than numbers stands in a column of line numbers."""
    return column.role == "line_no" and any(map(_WORDS.search, _cells(column.cell, rows)))


def _cells(cell: int, rows: Sequence[Sequence[str]]) -> list[str]:
    return [row[cell - 1] for row in rows if len(row) >= cell]


def _has_seller(heading: str) -> bool:
    return any(word.sense in ("seller", "vendor") for word in words_of(normal_heading(heading)))


def _mostly(cells: Sequence[str], test: Callable[[str], object]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) >= ENOUGH and sum(1 for cell in filled if test(cell)) >= MOST * len(filled)
