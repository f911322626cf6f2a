"""Which row holds the headings, and which role each column has."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from vendorcheck.model.bom import IDENTITY_ROLES, ROLES, Column, Role
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.headings import normal_heading, role_of

#: Headings stand within so many rows of the start, or not at all.
HEADER_WITHIN = 60


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
    best: Header | None = None
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        columns = _columns(row, mappings)
        if columns and (best is None or _recognised(columns) > _recognised(best.columns)):
            best = Header(number, columns)
    if best is None:
        raise _no_columns(name, rows, mappings)
    return best


def _columns(row: Sequence[str], mappings: Sequence[HeadingRole]) -> tuple[Column, ...] | None:
    """The columns a row makes as headings; None when it cannot be the row of headings."""
    wanted = {normal_heading(mapping.heading): mapping.role for mapping in mappings}
    normal = [normal_heading(cell) for cell in row]
    if not set(wanted) <= set(normal):
        return None
    roles = [wanted.get(heading) or role_of(cell) for heading, cell in zip(normal, row, strict=True)]
    if not any(role in IDENTITY_ROLES for role in roles):
        return None
    return tuple(
        Column(cell, heading.strip(), role) for cell, (heading, role) in enumerate(zip(row, roles, strict=True), 1)
    )


def _recognised(columns: Sequence[Column]) -> int:
    return len({column.role for column in columns} - {"ignored"})


def _no_columns(name: str, rows: Sequence[Sequence[str]], mappings: Sequence[HeadingRole]) -> VendorcheckError:
    widest = max(rows[:HEADER_WITHIN], key=len, default=())
    seen = [cell.strip() for cell in next((row for row in rows if len(row) == len(widest)), widest)]
    headings = ", ".join(repr(cell[:40]) for cell in seen if cell)
    if mappings:
        missing = ", ".join(repr(mapping.heading) for mapping in mappings)
        return VendorcheckError(
            "usage",
            f"{name} has no row with the mapped headings {missing}",
            spot=Spot(name),
            help=f"The widest row holds {headings}.",
        )
    if len(widest) <= 1:
        return NothingToScreenError(
            "no_table",
            f"no table found in {name}",
            spot=Spot(name),
            help="A bill is a table with a heading row, such as Manufacturer, Part Number, Description.",
        )
    return NothingToScreenError(
        "no_columns",
        f"{name} has no column that says who made anything",
        spot=Spot(name),
        help=f"It has {headings}. Say which is which: --map maker=HEADING (roles: {', '.join(ROLES)}).",
    )
