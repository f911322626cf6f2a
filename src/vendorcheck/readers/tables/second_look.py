"""What the cells of a table say against its headings: a role is given up, or a further one given, by the first rows.

A role that is given up becomes `description`, so that the cells are still looked at as text.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from vendorcheck.model.bom import Column, Layout, Role
from vendorcheck.readers.choices import Choices, compared
from vendorcheck.readers.headings import normal_heading
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
_IDENTIFIER = ("id", "model id", "camera id", "device id", "item id")


def settled(layout: Layout, columns: Sequence[Column], rows: Sequence[Sequence[str]], choices: Choices) -> Layout:
    """Return the layout with the roles of columns that the first rows below the headings bear out, and what changed.

    What was mapped stays.
    """
    settled = _settled(columns, rows, choices)
    return layout._replace(columns=settled, remarks=(*layout.remarks, *_changes(columns, settled)))


def _changes(before: Sequence[Column], after: Sequence[Column]) -> Iterator[str]:
    """What the cells changed, in words."""
    for column in after:
        if column not in before:
            shared = any(other.cell == column.cell and other is not column for other in after)
            yield f"column {column.cell} is read as {column.role}{' as well' * shared}, by what stands in it"


def _settled(columns: Sequence[Column], rows: Sequence[Sequence[str]], choices: Choices) -> tuple[Column, ...]:
    mapped = choices.roles
    free = [column for column in columns if compared(column.heading) not in mapped]
    changed: dict[Column, tuple[Role, ...]] = {}
    for column in free:
        role = _instead(column, columns, [row[column.cell - 1] for row in rows if len(row) >= column.cell])
        if role is not None:
            changed[column] = (role,)
    if "part" not in {role for column in columns for role in changed.get(column, (column.role,))}:
        changed |= {column: (column.role, "part") for column in free if _holds_models(column, columns, rows)}
    return tuple(
        column._replace(role=role) for column in columns for role in dict.fromkeys(changed.get(column, (column.role,)))
    )


def _instead(column: Column, columns: Sequence[Column], cells: Sequence[str]) -> Role | None:
    """The role that a column has by its cells, where that is another than by its heading."""
    others = [other for other in columns if other.cell != column.cell]
    if column.role in _NAMING and not column.stands_for and _mostly(cells, _NO_NAME.fullmatch):
        return "description"
    if column.role == "part" and compared(column.heading) in _BARE_PART and _mostly(cells, _DESIGNATOR.fullmatch):
        return "description" if any(other.role in ("part", "description") for other in others) else None
    if column.role == "maker" and compared(column.heading) == "company" and _has(others, "vendor"):
        return "ignored"  # beside a supplier, the company is the one that buys
    return None


def _holds_models(column: Column, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column of texts or numbers holds what products are known by, though its heading does not say so."""
    shared = _has([other for other in columns if other.cell == column.cell and other is not column], "part")
    named = column.role == "description" or compared(column.heading) in _IDENTIFIER
    if _has_seller(column.heading) or any(other.stands_for for other in columns if other.cell == column.cell):
        return False  # a seller's order numbers
    cells = [row[column.cell - 1] for row in rows if len(row) >= column.cell]
    return named and not shared and _mostly(cells, _MODEL.fullmatch)


def _has_seller(heading: str) -> bool:
    return any(word.sense in ("seller", "vendor") for word in words_of(normal_heading(heading)))


def _has(columns: Sequence[Column], role: Role) -> bool:
    return any(column.role == role for column in columns)


def _mostly(cells: Sequence[str], test: Callable[[str], object]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) >= ENOUGH and sum(1 for cell in filled if test(cell)) >= MOST * len(filled)
