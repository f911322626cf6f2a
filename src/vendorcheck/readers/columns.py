"""Which row holds the headings, and which role each column has."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from vendorcheck.model.bom import IDENTITY_ROLES, ROLES, Column, Role
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.headings import normal_heading, role_of, spellings

#: Headings stand within so many rows of the start, or not at all.
HEADER_WITHIN = 60

#: How many headings an error repeats, and how long they may be.
MAX_SEEN, MAX_HEADING = 12, 40


class HeadingRole(NamedTuple):
    """What the caller said of the columns: a role for a heading, in the caller's words."""

    role: Role
    heading: str

    @classmethod
    def parse(cls, text: str) -> "HeadingRole":
        """Read `ROLE=HEADING`; a usage error otherwise."""
        role, equals, heading = text.partition("=")
        known = next((name for name in ROLES if name == role.strip().lower()), None)
        if not equals or not heading.strip():
            raise VendorcheckError(
                "usage", f"--map {text!r} is not ROLE=HEADING", help='For example --map "maker=Brand".'
            )
        if known is None:
            close = get_close_matches(role, ROLES, 1)
            raise VendorcheckError(
                "usage",
                f"--map names no role {role!r}" + (f"; did you mean {close[0]!r}?" if close else ""),
                help="Roles: " + ", ".join(ROLES) + ".",
            )
        return cls(known, heading.strip())


class Header(NamedTuple):
    """The row of headings: its place among the rows, and the columns it makes."""

    row: int
    columns: tuple[Column, ...]


def find_header(name: str, rows: Sequence[Sequence[str]], mappings: Sequence[HeadingRole]) -> Header:
    """Return the row with the most recognised headings; an error that says what was seen otherwise."""
    _agree(mappings)
    best = _best(rows, mappings)
    if best is None:
        raise _no_columns(name, rows, mappings)
    return best


def roles_shown(rows: Sequence[Sequence[str]], mappings: Sequence[HeadingRole]) -> int:
    """Return how many roles the best row of headings shows; 0 where there is none."""
    best = _best(rows, mappings)
    return _recognised(best.columns) if best else 0


def heads_a_table(row: Sequence[str]) -> bool:
    """Return whether a row would do as headings: no digits, two known roles, and one that may identify."""
    known = spellings()
    if not any(cell.strip().lower() in known for cell in row) or any(map(str.isdigit, "".join(row))):
        return False
    roles = {role_of(cell) for cell in row} - {"ignored"}
    return len(roles) > 1 and not roles.isdisjoint(IDENTITY_ROLES)


def _agree(mappings: Sequence[HeadingRole]) -> None:
    roles: dict[str, Role] = {}
    for mapping in mappings:
        role = roles.setdefault(_compared(mapping.heading), mapping.role)
        if role != mapping.role:
            raise VendorcheckError(
                "usage",
                f"--map gives the heading {mapping.heading!r} two roles, {role} and {mapping.role}",
                help="A column has one role.",
            )


def _best(rows: Sequence[Sequence[str]], mappings: Sequence[HeadingRole]) -> Header | None:
    best: Header | None = None
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        columns = _columns(row, mappings)
        if columns and (best is None or _recognised(columns) > _recognised(best.columns)):
            best = Header(number, columns)
    return best


def _columns(row: Sequence[str], mappings: Sequence[HeadingRole]) -> tuple[Column, ...] | None:
    """The columns a row makes as headings; None when it cannot be the row of headings."""
    wanted = {_compared(mapping.heading): mapping.role for mapping in mappings}
    compared = [_compared(cell) for cell in row]
    if not set(wanted) <= set(compared):
        return None
    roles = [wanted.get(heading) or role_of(cell) for heading, cell in zip(compared, row, strict=True)]
    if not any(role in IDENTITY_ROLES for role in roles):
        return None
    return tuple(
        Column(cell, heading.strip(), role) for cell, (heading, role) in enumerate(zip(row, roles, strict=True), 1)
    )


def _compared(heading: str) -> str:
    """A heading as it is compared with a mapped one; one of signs alone is compared by its signs."""
    return normal_heading(heading) or heading.strip()


def _recognised(columns: Sequence[Column]) -> int:
    return len({column.role for column in columns} - {"ignored"})


def _no_columns(name: str, rows: Sequence[Sequence[str]], mappings: Sequence[HeadingRole]) -> VendorcheckError:
    first = next((row for row in rows[:HEADER_WITHIN] if sum(map(bool, map(str.strip, row))) > 1), None)
    if first is None and not mappings:
        return NothingToScreenError(
            "no_table",
            f"no table found in {name}",
            spot=Spot(name),
            help="A bill is a table with a heading row, such as Manufacturer, Part Number, Description.",
        )
    seen = _seen(first or next((row for row in rows if any(row)), ()))
    if mappings:
        missing = ", ".join(repr(mapping.heading) for mapping in mappings)
        return VendorcheckError(
            "usage",
            f"{name} has no row with the mapped headings {missing}",
            spot=Spot(name),
            help=f"Its first row holds {seen}.",
        )
    return NothingToScreenError(
        "no_columns",
        f"{name} has no column that says who made anything",
        spot=Spot(name),
        help=f"Its first row holds {seen}. Say which is which: --map maker=HEADING (roles: {', '.join(ROLES)}).",
    )


def _seen(row: Sequence[str]) -> str:
    """What may be headings, for showing: a cell that looks like a value may be anybody's secret."""
    cells = [cell.strip() for cell in row if cell.strip()]
    shown = [repr(cell) if _may_be_heading(cell) else "…" for cell in cells[:MAX_SEEN]]
    more = f" and {len(cells) - MAX_SEEN} more" if len(cells) > MAX_SEEN else ""
    return ", ".join(shown) + more


def _may_be_heading(cell: str) -> bool:
    return len(cell) <= MAX_HEADING and not any(map(str.isdigit, cell))
