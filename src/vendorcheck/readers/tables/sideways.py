"""Tables that stand sideways: their headings stand below each other, so that each column is a line of the bill.

Read as they stand, the words Model and Quantity would be makers, and the makers headings.
"""

from collections.abc import Sequence

from vendorcheck.model.bom import Role
from vendorcheck.readers.headings import normal_heading, spellings
from vendorcheck.readers.tables.columns import MAX_ASKED

#: So many rows at least have more than one cell, and of them so large a share begin with headings.
LEAST, SHARE = 3, 2 / 3

#: The headings are of at least two roles, one of which says who is behind a line.
_NAMING: frozenset[Role] = frozenset(("maker", "brand", "vendor", "part", "mac", "fcc_id"))

TRANSPOSE = (
    "It stands sideways, with its headings below each other: transpose it, so that they stand in one row. "
    "If it does not, say where they stand with --header-line."
)


def stands_sideways(rows: Sequence[Sequence[str]], header: int) -> bool:
    """Return whether rows that are not blank begin with headings, as a table does that stands sideways.

    `header` is the place of the row that was taken for headings: where it holds several, and other lines than such
    stand below it, what begins with headings are fields above a table.
    """
    filled = [[cell for cell in row[:MAX_ASKED] if cell.strip()] for row in rows]
    wide = [row for row in filled if len(row) > 1]
    roles = {_role(row[0]) for row in wide if _is_field(row)}
    if len(wide) < LEAST or len(roles) <= 1 or roles.isdisjoint(_NAMING):
        return False
    if not _are_fields(wide) or any(map(_role, wide[0][1:])):
        return False
    return not any(map(_role, filled[header][1:])) or _are_fields(filled[header + 1 :])


def _are_fields(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows are, of those with more than one cell: others are titles and remarks."""
    wide = [row for row in rows if len(row) > 1]
    return sum(map(_is_field, wide)) >= SHARE * len(wide)


def _is_field(row: Sequence[str]) -> bool:
    """Whether a row is a heading with values beside it."""
    return _role(row[0]) is not None and not any(map(_role, row[1:]))


def _role(cell: str) -> Role | None:
    """The role of a cell that is a heading, spelled as such are."""
    return spellings().get(normal_heading(cell))
