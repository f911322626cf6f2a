"""How a table is written as text: what parts the cells, what quotes them, what escapes a quotation mark."""

import csv
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from _csv import Reader

#: A cell longer than this is taken for an unclosed quotation.
MAX_CELL = 1 << 20


class Dialect(NamedTuple):
    """The signs of a table in text.

    `spaced` says that blanks follow a delimiter, also before a quotation; `wrapped` that each line stands as a whole in
    quotation marks, as one cell that holds all the others.
    """

    delimiter: str
    quote: str = '"'
    escape: str | None = None
    spaced: bool = False
    wrapped: bool = False

    def reader(self, lines: Iterable[str], *, strict: bool = False) -> "Reader":
        """Return what reads physical lines as rows; a strict one raises csv.Error at a quotation that goes wrong."""
        csv.field_size_limit(MAX_CELL)
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quotechar=self.quote,
            escapechar=self.escape,
            skipinitialspace=self.spaced,
            strict=strict,
        )

    def remarks(self) -> tuple[str, ...]:
        """Return what is unusual about it, in words."""
        said = (
            (self.quote != '"', f"cells are quoted with {self.quote}"),
            (self.escape is not None, f"{self.escape} escapes the sign after it"),
            (self.spaced, "blanks after a delimiter are not part of the cell"),
            (self.wrapped, "each line is quoted as a whole"),
        )
        return tuple(text for holds, text in said if holds)


class LineRow(NamedTuple):
    """One physical line as a row, and whether every quotation on it is closed."""

    cells: list[str]
    closed: bool


def row_of(line: str, dialect: Dialect) -> LineRow:
    """Return a physical line cut into cells; with a quotation left open, its marks are taken as text."""
    reader = dialect.reader((line, ""))
    try:
        cells = next(reader, [])
    except csv.Error:  # a cell too long for the reader
        return LineRow(_cut(line, dialect.delimiter), closed=True)
    closed = reader.line_num <= 1
    return LineRow(cells if closed else _cut(line, dialect.delimiter), closed=closed)


def cell_starts(record: str, dialect: Dialect) -> list[int]:
    """Return the offset at which each cell of a raw record begins, quotation marks included."""
    starts, quoted, fresh, at = [0], False, True, 0
    while at < len(record):
        sign = record[at]
        if sign == dialect.escape:
            at += 1
        elif quoted:
            if sign == dialect.quote and record[at + 1 : at + 2] == sign:
                at += 1
            elif sign == dialect.quote:
                quoted = False
        elif sign == dialect.quote and fresh:
            quoted = True
        elif sign == dialect.delimiter:
            starts.append(at + 1)
        fresh = not quoted and (sign == dialect.delimiter or (fresh and dialect.spaced and sign == " "))
        at += 1
    return _starts_of_cut(record, dialect.delimiter) if quoted else starts


def unwrapped(line: str) -> str:
    """Return a line that is one quoted cell without its quotation; any other line as it is."""
    body = line.rstrip("\r\n")
    if len(body) < 2 or body[0] != '"' or body[-1] != '"':  # noqa: PLR2004 (the two marks)
        return line
    inner = body[1:-1]
    bare = inner.replace('""', "")
    return line if '"' in bare else inner.replace('""', '"') + line[len(body) :]


def place_in_wrapping(line: str, offset: int) -> int:
    """Return where a character of an unwrapped line stands in the line that was wrapped."""
    return 1 + offset + line[:offset].count('"')


def _cut(line: str, delimiter: str) -> list[str]:
    return line.rstrip("\r\n").split(delimiter)


def _starts_of_cut(record: str, delimiter: str) -> list[int]:
    return list(accumulate(_cut(record, delimiter)[:-1], lambda start, cell: start + len(cell) + 1, initial=0))
