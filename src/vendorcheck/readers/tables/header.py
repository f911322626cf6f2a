"""Which row holds the headings of a table: by the headings that are known, else by the looks of the rows."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.model.bom import Column
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.tables.columns import (
    columns_of,
    distinct_roles,
    heads_a_table,
    is_sure,
    mostly_known,
    numbered_columns,
    says_who,
)
from vendorcheck.readers.tables.mapped import check_mapped, heads_as_mapped, holds, not_mapped
from vendorcheck.readers.tables.sideways import TRANSPOSE, stands_sideways
from vendorcheck.readers.tables.structure import Structure, is_brief, is_list, mostly_as_wide, structure_of, widely_cut

#: Headings stand within so many rows of the start, or not at all.
HEADER_WITHIN = 60

#: Further below the start of a table than so many rows, headings have no digit: to ask every line of data takes long.
BELOW_START = 3

#: A table has no more columns than a spreadsheet can have, and so many are looked at to find the best row.
MAX_COLUMNS, RANKED = 16_384, 1_000

#: A row with the line, or sheet row, on which it begins.
Numbered = tuple[int, Sequence[str]]

#: The heading of a list of one column stands below so many titles at most.
LIST_WITHIN = 3

#: What a list of one column may hold; a heading such as Notes stands above anything.
_LISTED = ("maker", "brand", "vendor", "part", "mac", "fcc_id")


class Header(NamedTuple):
    """The row of headings: the line it stands on, none where there is no such row, and the columns it makes.

    It is `known` by its headings, and `sure` where they are no chance; or else known only by the looks of the rows.
    """

    line: int | None
    columns: tuple[Column, ...]
    known: bool
    sure: bool = False


def find_header(name: str, rows: Sequence[Numbered], choices: Choices) -> Header:
    """Return the row with the most known headings, or what looks like one; an error where there is no table."""
    found = best_header(name, rows, choices)
    if found is None:
        raise no_table(name)
    return found


def best_header(name: str, rows: Sequence[Numbered], choices: Choices) -> Header | None:
    """Return the row of headings, None where the rows make no table; an error for what the caller got wrong."""
    if choices.header_line is not None:
        return _chosen(name, rows, choices.header_line, choices)
    first_rows = [each for each in rows[:HEADER_WITHIN] if len(each[1]) <= MAX_COLUMNS]
    found = _found(first_rows, choices)
    if found and not choices.needed and _is_sideways(first_rows, found):
        raise no_table(name, TRANSPOSE)
    if found is None and choices.needed:
        first = next((at for at, (_, row) in enumerate(rows) if sum(map(bool, map(str.strip, row))) > 1), 0)
        raise not_mapped(name, [mapping.heading for mapping in choices.mappings], [row for _, row in rows[first:]])
    return found


def header_above(rows: Sequence[Numbered], header: Header, choices: Choices) -> Header | None:
    """Return the first row that heads another table above the headings, with lines of its own; None mostly."""
    if choices.header_line is not None or header.line is None:
        return None
    roles = choices.roles
    above = [(line, row) for line, row in rows if line < header.line]
    for at, (line, row) in enumerate(above):
        heads = (heads_a_table(row) and mostly_known(row)) or heads_as_mapped(row, roles)
        if heads and not all(heads_a_table(other) for _, other in above[at + 1 :]):
            return Header(line, columns_of(row, roles), known=True)
    return None


def roles_shown(rows: Sequence[Sequence[str]], choices: Choices) -> int:
    """Return how many roles the best row of headings shows; 0 where there is none."""
    first = [row[:RANKED] for row in rows[:HEADER_WITHIN]]
    best = _best(list(enumerate(first, 1)), choices, structure_of(first))
    return distinct_roles(best.columns) if best else 0


def no_table(name: str, todo: str = "") -> NothingToScreenError:
    """Return the error for a file in which there is no table."""
    help_line = todo or "A bill is a table with a heading row, such as Manufacturer, Part Number, Description."
    return NothingToScreenError("no_table", f"no table found in {name}", spot=Spot(name), help=help_line)


def _chosen(name: str, rows: Sequence[Numbered], line: int, choices: Choices) -> Header:
    """The headings on the line that the caller named; with line 0 the columns go by their numbers."""
    roles = choices.roles
    if line == 0:
        header = Header(None, numbered_columns(_width(rows), roles), known=True)
        check_mapped(name, header.columns, choices.needed, [row for _, row in rows])
        return header
    below = [row for start, row in rows if start >= line] if any(start == line for start, _ in rows) else []
    if not below:
        raise VendorcheckError(
            "usage",
            f"no row of {name} begins on line {line}, which --header-line names",
            spot=Spot(name),
            help=f"Headings stand in the first {HEADER_WITHIN} rows that are not blank; 0 says there are none.",
        )
    header = Header(line, columns_of(below[0], roles), known=True)
    check_mapped(name, header.columns, choices.needed, below)
    return header


def _found(rows: Sequence[Numbered], choices: Choices) -> Header | None:
    roles, needed = choices.roles, choices.needed
    table = structure_of([row for _, row in rows])
    headless = table is not None and not table.headed
    if needed and all(map(str.isdecimal, needed)):
        numbered = Header(None, numbered_columns(_width(rows), roles), known=True)
        return numbered if headless and holds([column.heading for column in numbered.columns], needed) else None
    best = _best(rows, choices, table)
    if best or needed or table is None:
        return best
    if headless:
        return Header(None, numbered_columns(_width(rows), roles), known=False)
    line, row = rows[table.start]
    return Header(line, columns_of(row, roles), known=False)


def _best(rows: Sequence[Numbered], choices: Choices, table: Structure | None) -> Header | None:
    """The row that shows the most roles, of those that may head a table; one that is no comment goes before."""
    roles, needed = choices.roles, choices.needed
    best: tuple[tuple[bool, int], int] | None = None
    for at, (_, row) in enumerate(rows):
        if table and at > table.start + BELOW_START and any(map(str.isdigit, "".join(row))):
            continue
        columns = columns_of(row[:RANKED], roles)
        if not (holds(row, needed) if needed else _heads(rows, at, columns, table)):
            continue
        rank = (not row[0].lstrip().startswith("# "), distinct_roles(columns))
        if best is None or rank > best[0]:
            best = (rank, at)
    if best is None:
        return None
    line, row = rows[best[1]]
    return Header(line, columns_of(row, roles), known=True, sure=is_sure(row))


def _heads(rows: Sequence[Numbered], at: int, columns: Sequence[Column], table: Structure | None) -> bool:
    """Whether a row with known headings heads what stands below it, and is not a sentence that happens to hold some."""
    if not says_who(columns):
        return False
    row, below = rows[at][1], [row for _, row in rows[at + 1 :]]
    filled = {column.cell for column in columns if column.heading}
    known = {column.cell for column in columns if column.role != "ignored"}
    begins = table is not None and table.start == at
    if distinct_roles(columns) < 2:  # noqa: PLR2004 (one word in a line may be any)
        only = next(column for column in columns if column.role != "ignored")
        return begins or (at <= LIST_WITHIN and len(filled) == 1 and _names_a_list(only) and is_list(below))
    if filled == known and (is_sure(row) or all(map(is_brief, row))):
        return True
    sure = is_sure(row)
    return (begins or sure) and (mostly_as_wide(below, len(filled)) or (sure and widely_cut(below, len(filled))))


def _names_a_list(column: Column) -> bool:
    return column.role in _LISTED and all(word.isalpha() for word in column.heading.split())


def _is_sideways(rows: Sequence[Numbered], header: Header) -> bool:
    at = next((at for at, (line, _) in enumerate(rows) if line == header.line), 0)
    return stands_sideways([row for _, row in rows], at)


def _width(rows: Sequence[Numbered]) -> int:
    return max((len(row) for _, row in rows), default=0)
