"""Which row holds the headings, and which roles each column has."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vendorcheck.model.bom import IDENTITY_ROLES, ROLES, Bill, Column, Role
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.choices import Choices, compared
from vendorcheck.readers.headings import role_of, spellings

#: Headings stand within so many rows of the start, or not at all.
HEADER_WITHIN = 60

#: How many headings an error repeats, and how long they may be.
MAX_SEEN, MAX_HEADING = 12, 40

_SAY_WHICH = f"Say which is which: --map maker=HEADING (roles: {', '.join(ROLES)})."

#: A row with the line, or sheet row, on which it begins.
Numbered = tuple[int, Sequence[str]]


class Header(NamedTuple):
    """The row of headings: the line it stands on, none where there is no such row, and the columns it makes."""

    line: int | None
    columns: tuple[Column, ...]


def find_header(name: str, rows: Sequence[Numbered], choices: Choices) -> Header:
    """Return the row with the most recognised headings; an error that says what was seen otherwise."""
    roles = choices.roles
    if choices.header_line is not None:
        return _chosen(name, rows, choices.header_line, roles)
    best = _best(rows, roles)
    if best is None:
        raise _no_columns(name, rows, choices)
    return best


def roles_shown(rows: Sequence[Sequence[str]], choices: Choices) -> int:
    """Return how many roles the best row of headings shows; 0 where there is none."""
    best = _best([(0, row) for row in rows], choices.roles)
    return _recognised(best.columns) if best else 0


def heads_a_table(row: Sequence[str]) -> bool:
    """Return whether a row would do as headings: no digits, two known roles, and one that may identify."""
    known = spellings()
    if not any(cell.strip().lower() in known for cell in row) or any(map(str.isdigit, "".join(row))):
        return False
    roles = {role_of(cell) for cell in row} - {"ignored"}
    return len(roles) > 1 and not roles.isdisjoint(IDENTITY_ROLES)


def identifies(columns: Sequence[Column]) -> bool:
    """Return whether some column may say who is behind a line."""
    return any(column.role in IDENTITY_ROLES for column in columns)


def check_screenable(bill: Bill) -> None:
    """Refuse a bill that has tables, and no column in any of them that may say who is behind a line."""
    layouts = [table.layout for table in bill.tables]
    if any(identifies(layout.columns) for layout in layouts):
        return
    headings = [column.heading for layout in layouts for column in layout.columns]
    raise NothingToScreenError(
        "no_columns",
        f"{bill.name} has no column that says who made anything",
        spot=Spot(bill.name),
        help=f"Its headings are {_seen(headings)}. {_SAY_WHICH}",
    )


def columns_of(headings: Sequence[str], roles: Mapping[str, Role]) -> tuple[Column, ...]:
    """Return the columns that headings make; `roles` are those the caller mapped."""
    return tuple(
        column
        for cell, heading in enumerate(headings, 1)
        for column in _columns_of(cell, heading.strip(), roles.get(compared(heading)))
    )


def _columns_of(cell: int, heading: str, mapped: Role | None) -> list[Column]:
    return [Column(cell, heading, mapped or role_of(heading))]


def _chosen(name: str, rows: Sequence[Numbered], line: int, roles: Mapping[str, Role]) -> Header:
    """The headings on the line that the caller named; with line 0 the columns go by their numbers."""
    if line == 0:
        width = max((len(row) for _, row in rows), default=0)
        return Header(None, columns_of([str(cell) for cell in range(1, width + 1)], roles))
    row = next((row for start, row in rows if start == line), None)
    if row is None:
        raise VendorcheckError(
            "usage",
            f"no row of {name} begins on line {line}, which --header-line names",
            spot=Spot(name),
            help=f"Headings stand in the first {HEADER_WITHIN} rows that are not blank; 0 says there are none.",
        )
    _check_mapped(name, row, roles)
    return Header(line, columns_of(row, roles))


def _best(rows: Sequence[Numbered], roles: Mapping[str, Role]) -> Header | None:
    best: Header | None = None
    for line, row in rows[:HEADER_WITHIN]:
        columns = columns_of(row, roles)
        if not identifies(columns) or not _holds(row, roles):
            continue
        if best is None or _recognised(columns) > _recognised(best.columns):
            best = Header(line, columns)
    return best


def _holds(row: Sequence[str], roles: Mapping[str, Role]) -> bool:
    """Whether a row holds every heading that the caller mapped."""
    return set(roles) <= set(map(compared, row))


def _recognised(columns: Sequence[Column]) -> int:
    return len({column.role for column in columns} - {"ignored"})


def _check_mapped(name: str, row: Sequence[str], roles: Mapping[str, Role]) -> None:
    if not _holds(row, roles):
        raise _not_mapped(name, [heading for heading in roles if heading not in set(map(compared, row))], row)


def _not_mapped(name: str, missing: Sequence[str], row: Sequence[str]) -> VendorcheckError:
    return VendorcheckError(
        "usage",
        f"{name} has no row with the mapped headings {', '.join(map(repr, missing))}",
        spot=Spot(name),
        help=f"Its first row holds {_seen(row)}.",
    )


def _no_columns(name: str, rows: Sequence[Numbered], choices: Choices) -> VendorcheckError:
    first = next((row for _, row in rows[:HEADER_WITHIN] if sum(map(bool, map(str.strip, row))) > 1), None)
    if first is None and not choices.mappings:
        return NothingToScreenError(
            "no_table",
            f"no table found in {name}",
            spot=Spot(name),
            help="A bill is a table with a heading row, such as Manufacturer, Part Number, Description.",
        )
    seen = first or next((row for _, row in rows if any(row)), ())
    if choices.mappings:
        return _not_mapped(name, [mapping.heading for mapping in choices.mappings], seen)
    return NothingToScreenError(
        "no_columns",
        f"{name} has no column that says who made anything",
        spot=Spot(name),
        help=f"Its first row holds {_seen(seen)}. {_SAY_WHICH}",
    )


def _seen(row: Sequence[str]) -> str:
    """What may be headings, for showing: a cell that looks like a value may be anybody's secret."""
    cells = [cell.strip() for cell in row if cell.strip()]
    shown = [repr(cell) if _may_be_heading(cell) else "…" for cell in cells[:MAX_SEEN]]
    more = f" and {len(cells) - MAX_SEEN} more" if len(cells) > MAX_SEEN else ""
    return ", ".join(shown) + more


def _may_be_heading(cell: str) -> bool:
    return len(cell) <= MAX_HEADING and not any(map(str.isdigit, cell))
