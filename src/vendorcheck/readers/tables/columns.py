"""Which roles the columns of a table have, by its headings and by what the caller said."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from vendorcheck.model.bom import IDENTITY_ROLES, ROLES, Bill, Column, Role
from vendorcheck.model.errors import NothingToScreenError, Spot
from vendorcheck.readers.choices import compared
from vendorcheck.readers.headings import normal_heading, roles_of, seller_named_by, spellings
from vendorcheck.readers.headings.words import all_known
from vendorcheck.readers.tables.structure import surely_heads

#: How many headings an error repeats, and how long they may be.
MAX_SEEN, MAX_HEADING = 12, 40

#: Signs that no heading has, but code and records of fields do; and so many cells of a row are asked.
_NO_HEADING = frozenset("\"'{}[]=<>;|")
MAX_ASKED = 1_000

#: Roles whose headings hardly stand side by side by chance.
_STRONG: tuple[Role, ...] = ("maker", "brand", "vendor", "part", "mac", "fcc_id")

#: The first rows of a table are asked again under each sign that may part their cells.
_seller_named_by = lru_cache(maxsize=4096)(seller_named_by)

_SAY_WHICH = f"Say which is which: --map maker=HEADING (roles: {', '.join(ROLES)})."


def columns_of(headings: Sequence[str], roles: Mapping[str, Role]) -> tuple[Column, ...]:
    """Return the columns that headings make; `roles` are those the caller mapped."""
    return tuple(
        column
        for cell, heading in enumerate(headings, 1)
        for column in _columns_of(cell, heading.strip(), roles.get(compared(heading)))
    )


def numbered_columns(width: int, roles: Mapping[str, Role]) -> tuple[Column, ...]:
    """Return the columns of a table without headings, which go by their numbers."""
    return columns_of([str(cell) for cell in range(1, width + 1)], roles)


def headings_of(columns: Sequence[Column]) -> list[str]:
    """Return the heading of each cell, also where a cell stands in two roles."""
    return list({column.cell: column.heading for column in columns}.values())


def distinct_roles(columns: Sequence[Column]) -> int:
    """Return how many roles the cells show; one counts once, what is ignored or names a seller not at all.

    The name of a seller stands among the lines as well. A heading that joins roles counts once.
    """
    known = [column for column in _said(columns) if column.role != "ignored"]
    return min(len({column.role for column in known}), len({column.cell for column in known}))


def is_sure(row: Sequence[str]) -> bool:
    """Return whether a row is one of headings beyond doubt: spelled as headings are, and not as a sentence holds them.

    Two do where one of them is of makers, sellers or parts; else three.
    """
    known = spellings()
    roles = {known.get(normal_heading(cell)) for cell in row[:MAX_ASKED] if _NO_HEADING.isdisjoint(cell)} - {None}
    return len(roles) > 2 or (len(roles) > 1 and not roles.isdisjoint(_STRONG))  # noqa: PLR2004 (as said)


def heads_a_table(row: Sequence[str]) -> bool:
    """Return whether a row would do as headings: no digits, two known roles, and one that may identify.

    Only headings spelled as they are known count: among lines, a slip or an unknown word is a name or a sentence.
    """
    known = spellings()
    if not any(cell.strip().lower() in known for cell in row) or any(map(str.isdigit, "".join(row))):
        return False
    columns = columns_of([cell for cell in row if all_known(normal_heading(cell))], {})
    return distinct_roles(columns) > 1 and says_who(columns)


def of_one_table(rows: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """Return the first rows, up to the one that heads another table."""
    return list(takewhile(lambda row: not (heads_a_table(row) and mostly_known(row)), rows))


def mostly_known(row: Sequence[str]) -> bool:
    """Return whether at least two thirds of the cells that are filled are headings that are known."""
    columns = [column for column in columns_of(row, {}) if column.heading]
    known = {column.cell for column in columns if column.role != "ignored"}
    return len(known) * 3 >= len({column.cell for column in columns}) * 2


def says_who(columns: Sequence[Column]) -> bool:
    """Return whether some heading says by itself that its column may say who is behind a line."""
    return identifies(_said(columns))


def identifies(columns: Sequence[Column]) -> bool:
    """Return whether some column may say who is behind a line."""
    return any(column.role in IDENTITY_ROLES for column in columns)


def check_screenable(bill: Bill) -> None:
    """Refuse a bill that has tables, and no column in any of them that may say who is behind a line."""
    layouts = [table.layout for table in bill.tables]
    if any(identifies(layout.columns) for layout in layouts):
        return
    headings = [heading for layout in layouts for heading in headings_of(layout.columns)]
    if all(map(str.isdigit, headings)):
        said = "It has no headings, and its columns go by their numbers. Say which is which: --map maker=1."
    else:
        unknown = "not known, so they are not repeated here; inspect shows them"
        said = f"Its headings are {seen(headings) if are_headings(headings) else unknown}. {_SAY_WHICH}"
    raise NothingToScreenError(
        "no_columns", f"{bill.name} has no column that says who made anything", spot=Spot(bill.name), help=said
    )


def are_headings(row: Sequence[str]) -> bool:
    """Return whether a row is one of headings by its words: two thirds of the filled cells, one with a role."""
    cells = [normal_heading(cell) for cell in row[:MAX_ASKED] if cell.strip()]
    known = sum(map(all_known, cells))
    return not spellings().keys().isdisjoint(cells) and known * 3 >= len(cells) * 2


def seen(row: Sequence[str]) -> str:
    """Return a row of headings, for showing: a cell among them that looks like a value may be anybody's secret."""
    cells = [cell.strip() for cell in row if cell.strip()]
    shown = [repr(cell) if _may_be_heading(cell) else "…" for cell in cells[:MAX_SEEN]]
    more = f" and {len(cells) - MAX_SEEN} more" if len(cells) > MAX_SEEN else ""
    return ", ".join(shown) + more


def told(rows: Sequence[Sequence[str]]) -> str:
    """Return what is said of the first of some rows: its cells, or how many there are where it may be a line."""
    row = rows[0] if rows else ()
    if are_headings(row) or surely_heads(row, rows[1:]):
        return f"holds {seen(row)}"
    return f"may not be one of headings; filled cells: {sum(map(bool, map(str.strip, row)))}"


def _columns_of(cell: int, heading: str, mapped: Role | None) -> list[Column]:
    """The columns that a cell stands in: several where its heading joins roles, or names a seller over its numbers."""
    if mapped:
        return [Column(cell, heading, mapped)]
    seller = _seller_named_by(heading)
    if seller:
        return [Column(cell, heading, "vendor", stands_for=seller), Column(cell, heading, "description")]
    return [Column(cell, heading, role) for role in roles_of(heading)] or [Column(cell, heading, "ignored")]


def _said(columns: Sequence[Column]) -> list[Column]:
    """The columns whose headings say what they hold, and not who sells it."""
    sellers = {column.cell for column in columns if column.stands_for}
    return [column for column in columns if column.cell not in sellers]


def _may_be_heading(cell: str) -> bool:
    return len(cell) <= MAX_HEADING and not any(map(str.isdigit, cell))
