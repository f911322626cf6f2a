"""Tables in which several rows are one entry, known by its number: a row for each name, address or document."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.lists.fields import cleaned
from vendorcheck.lists.table import Table
from vendorcheck.model.watchlist import LeftOut

#: Why a row is left out that has no name, and belongs to no row that has one.
NO_NAME = "names nobody"

#: A row by its headings, as they are published; "" where it has nothing.
Cells = Mapping[str, str]


class Grouped(NamedTuple):
    """Rows by the number of the entry that they belong to, and those that belong to none."""

    groups: Mapping[str, Sequence[Cells]]
    left_out: Sequence[LeftOut]


def grouped(table: Table, columns: Sequence[str], number: str, is_named: Callable[[Cells], object]) -> Grouped:
    """Return rows by the column of numbers; those without a number, or of an entry without a name, are left out."""
    found: dict[str, list[Cells]] = defaultdict(list)
    lines: dict[str, list[int]] = defaultdict(list)
    for line, cells in table:
        row = dict(zip(columns, map(cleaned, cells), strict=True))
        found[row[number]].append(row)
        lines[row[number]].append(line)
    left_out = [LeftOut(table.file.name, line, f"has no {number}") for line in lines.get("", ())]
    found.pop("", None)
    for nameless in [key for key, rows in found.items() if not any(map(is_named, rows))]:
        del found[nameless]
        left_out += [LeftOut(table.file.name, line, NO_NAME) for line in lines[nameless]]
    return Grouped(found, (*table.left_out, *left_out))


def filled(row: Cells, columns: Iterable[str]) -> Iterator[str]:
    """Yield the cells under these headings that hold something."""
    return (row[column] for column in columns if row[column])
