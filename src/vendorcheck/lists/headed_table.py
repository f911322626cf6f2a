"""Tables under headings as the keepers of lists publish them: columns in any order, and more of them than are read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from vendorcheck.lists.fields import Row, cleaned, opening_of, refused, rows_in, rows_of
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import LeftOut

#: Why a row is left out that has no name, and belongs to no row that has one.
NO_NAME = "no name"

_CUT = "The file was cut off: fetch it again."


class HeadedRow(NamedTuple):
    """A row with the places of the columns, which all rows of a table share."""

    line: int
    cells: Sequence[str]
    columns: Mapping[str, int]

    def text(self, heading: str) -> str:
        """Return the cell under a heading, its blanks made single; empty where there is none."""
        at = self.columns.get(_key(heading))
        return cleaned(self.cells[at]) if at is not None and at < len(self.cells) else ""

    def texts(self, headings: Iterable[str]) -> Iterator[str]:
        """Yield the cells under these headings that hold something."""
        return filter(None, map(self.text, headings))


class Headed(NamedTuple):
    """A table: the rows that stand above its headings, and the rows below them."""

    above: Sequence[Row]
    rows: Iterator[HeadedRow]


def is_headed(file: SourceFile, delimiter: str, headings: Iterable[str], above: int = 0) -> bool:
    """Return whether a file has all these headings, in a row with at most so many rows above it."""
    wanted = set(map(_key, headings))
    try:
        first = list(islice(rows_in(file, opening_of(file), delimiter), above + 1))
    except VendorcheckError:
        return False
    return any(wanted <= set(map(_key, row.cells)) for row in first)


def headed(file: SourceFile, delimiter: str, needed: Sequence[str], above: int = 0) -> Headed:
    """Return the table in a file; an error where a needed heading lacks or stands twice.

    A row with more cells than there are headings is an error, as is a last row that breaks off.
    """
    rows = rows_of(file, delimiter)
    first = list(islice(rows, above + 1))
    at = max(range(len(first)), key=lambda n: len(_found(first[n], needed)), default=0)
    header = first[at] if first else Row(1, [])
    _check(file, header, needed)
    return Headed(first[:at], _headed_rows(file, header, chain(first[at + 1 :], rows)))


@cache
def _key(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _found(row: Row, needed: Iterable[str]) -> set[str]:
    return set(map(_key, row.cells)) & set(map(_key, needed))


def _check(file: SourceFile, header: Row, needed: Iterable[str]) -> None:
    keys = list(map(_key, header.cells))
    lacking = [heading for heading in needed if _key(heading) not in keys]
    if lacking:
        raise refused(
            file,
            header.line,
            f"has no column {', '.join(map(repr, lacking))}",
            "Without it entries would be lost or misread. Fetch the file as it is published, or a newer vendorcheck.",
        )
    twice = [heading for heading in needed if keys.count(_key(heading)) > 1]
    if twice:
        raise refused(file, header.line, f"has the column {twice[0]!r} twice", "Fetch the file as it is published.")


def _headed_rows(file: SourceFile, header: Row, rows: Iterable[Row]) -> Iterator[HeadedRow]:
    columns = {key: at for at, key in enumerate(map(_key, header.cells))}
    last = header
    for row in rows:
        yield _headed_row(file, row, columns, len(header.cells))
        last = row
    if len(last.cells) < len(header.cells) and not file.content.rstrip(b" \0").endswith((b"\n", b"\r")):
        raise refused(file, last.line, "ends in the middle of a row", _CUT)


def _headed_row(file: SourceFile, row: Row, columns: Mapping[str, int], width: int) -> HeadedRow:
    if any(map(str.strip, row.cells[width:])):
        raise refused(file, row.line, "a row with more cells than there are headings", _CUT)
    return HeadedRow(row.line, row.cells, columns)


class Grouped(NamedTuple):
    """The rows of a table by the number of the entry that they belong to, and those that belong to none."""

    groups: Mapping[str, Sequence[HeadedRow]]
    rows: int
    left_out: Sequence[LeftOut]


def grouped(
    file: SourceFile, rows: Iterable[HeadedRow], number: str, is_named: Callable[[HeadedRow], object]
) -> Grouped:
    """Return rows by the column of numbers; those without a number, or of an entry without a name, are left out."""
    found: dict[str, list[HeadedRow]] = defaultdict(list)
    for row in rows:
        found[row.text(number)].append(row)
    count = sum(map(len, found.values()))
    left_out = [LeftOut(file.name, row.line, f"no {number}") for row in found.pop("", ())]
    for nameless in [key for key, group in found.items() if not any(map(is_named, group))]:
        left_out += [LeftOut(file.name, row.line, NO_NAME) for row in found.pop(nameless)]
    return Grouped(found, count, left_out)
