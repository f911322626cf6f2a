"""Tells the lines of a bill from everything else in its file; what is no line is counted with its reason."""

import re
from collections.abc import Container
from typing import Protocol

from vendorcheck.model.bom import Layout, LineNumbers, Reading
from vendorcheck.readers.columns import headings_of, heads_a_table, mostly_known
from vendorcheck.readers.continuation import Continuation
from vendorcheck.readers.records import Rows
from vendorcheck.readers.row_kinds import RowKind, RowKinds

#: Headings have no digit, lines of a bill nearly always: a look at the first few signs settles it.
_digit_in = re.compile("[0-9]").search

TABLE_ABOVE = "a table above the headings that were used"
OTHER_HEADINGS = "headings of another table; what follows them may stand in other columns"
TITLE = "a title above the headings"


class RawLines(Protocol):
    """The physical lines behind rows of text, for as long as their batch is in hand."""

    def raw(self, first: int, last: int) -> list[str]:
        """Return the lines first to last as they stand in the file."""

    def apart(self, first: int, last: int) -> list[list[str]]:
        """Return the lines first to last as one row each."""


class Lines(Rows):
    """Rows that are lines of the bill: which are longer than the headings, which are asides, what is to be noted."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.overlong: list[int] = []
        self.asides: dict[int, str] = {}
        self.notes: dict[int, str] = {}

    @property
    def count(self) -> int:
        """How many are lines of the bill."""
        return len(self.rows) - len(self.asides)

    def add_aside(self, row: list[str], start: int, end: int, what: str) -> None:
        """Add a row that is no line, to be looked at as text; it must be as wide as a line."""
        self.asides[len(self.rows)] = what
        self.add(row, start, end)


class Sorter:
    """Sorts rows into lines, headings said again, asides and blanks; a torn record goes line by line."""

    def __init__(
        self, layout: Layout, reading: Reading, records: RawLines | None = None, splits: Container[int] | None = None
    ) -> None:
        """Sort rows, and count in `reading` what is no line; rows of text come with their records.

        With `splits`, sorting stops at one of those lines and wherever other headings stand: `other` says at which row.
        """
        self._header_line = layout.header_line or 0
        self._headings = headings_of(layout.columns)
        self._width = len(self._headings)
        self._reading = reading
        self._records = records
        self._kinds = RowKinds(layout)
        self._continuation = Continuation(layout)
        self._telling = _telling(layout, self._continuation)
        self._splits = splits
        self._in_table_above = False
        self.other: int | None = None

    def sort(self, rows: Rows) -> Lines:
        """Return the lines among the rows."""
        lines = Lines()
        if self._plain(rows):
            lines.rows, lines.starts, lines.ends = rows.rows, rows.starts, rows.ends
            self._continuation.read(rows.rows[-1], rows.starts[-1])
            return lines
        for at, (row, start, end) in enumerate(zip(rows.rows, rows.starts, rows.ends, strict=True)):
            if self._splits is not None and start > self._header_line and self._begins_another(row, start):
                self.other = at
                break
            if start in rows.unclosed:
                self._reading.unclosed_quotes.add(start)
            self._place(lines, row, start, end)
        return lines

    def _plain(self, rows: Rows) -> bool:
        """Whether every row is a line of full width: the common case, asked without a loop."""
        if rows.starts[0] <= self._header_line or rows.unclosed:
            return False
        if set(map(len, rows.rows)) != {self._width}:
            return False
        if self._may_hold_headings(rows) and any(map(heads_a_table, rows.rows)):
            return False
        if not self._telling or any("" in {row[at].strip() for row in rows.rows} for at in self._telling):
            return False
        firsts = {row[0].strip() for row in rows.rows}
        return self._headings[0] not in firsts and {first[:1] for first in firsts}.isdisjoint(("", "#"))

    def _may_hold_headings(self, rows: Rows) -> bool:
        """Whether some row has no digit, asked of whole lines of text where there are any: that is quick."""
        if self._records is None:
            return True
        return not all(map(_digit_in, self._records.raw(rows.starts[0], rows.ends[-1])))

    def _begins_another(self, row: list[str], start: int) -> bool:
        """Whether a row heads another table: most of its cells are headings that are known, and they are others."""
        if self._splits and start in self._splits:
            return True
        return heads_a_table(row) and mostly_known(row) and [cell.strip() for cell in row] != self._headings

    def _place(self, lines: Lines, row: list[str], start: int, end: int) -> None:
        if start == self._header_line:
            return
        if start == 1 and row and row[0].lower().startswith("sep="):
            self._reading.before_header.add(start, end)
        elif not any(map(str.strip, row)):
            self._reading.blank.add(start, end)
        elif start < self._header_line:
            self._above(lines, row, start, end)
        elif self._header_line and [cell.strip() for cell in row] == self._headings:
            self._reading.repeated_headers.add(start, end)
        elif heads_a_table(row):
            self._reading.not_read(OTHER_HEADINGS, start, end)
        elif end > start and len(row) != self._width:
            self._take_apart(lines, start, end)
            return
        else:
            self._line(lines, row, start, end)
            return
        self._continuation.interrupt()

    def _above(self, lines: Lines, row: list[str], start: int, end: int) -> None:
        """Count a row above the headings; below other headings it is a line of a table that was not read."""
        heads = heads_a_table(row)
        row += [""] * (self._width - len(row))
        if self._in_table_above and not heads:
            self._reading.not_read(TABLE_ABOVE, start, end)
            lines.add_aside(row, start, end, TABLE_ABOVE)
        else:
            self._reading.before_header.add(start, end)
            lines.add_aside(row, start, end, TITLE)
            self._in_table_above = self._in_table_above or heads

    def _take_apart(self, lines: Lines, start: int, end: int) -> None:
        """Take a record over several lines that has not the width of the headings for a line each."""
        self._reading.unclosed_quotes.add(start, end)
        apart = self._records.apart(start, end) if self._records else []
        for number, row in enumerate(apart, start):
            if any(map(str.strip, row)):
                self._line(lines, row, number, number)
            else:
                self._reading.blank.add(number)
                self._continuation.interrupt()

    def _line(self, lines: Lines, row: list[str], start: int, end: int) -> None:
        kind = self._kinds.kind(row)
        missing = self._width - len(row)
        row += [""] * missing
        if kind:
            self._count(kind).add(start, end)
            lines.add_aside(row, start, end, kind)
            self._continuation.interrupt()
            return
        if missing:
            self._reading.ragged.add(start, end)
        if missing < 0:
            lines.overlong.append(len(lines.rows))
        note = self._continuation.read(row, start)
        if note:
            lines.notes[len(lines.rows)] = note
        lines.add(row, start, end)

    def _count(self, kind: RowKind) -> LineNumbers:
        match kind:
            case "a comment":
                return self._reading.comments
            case "a footer":
                return self._reading.footers
            case "the heading of a group":
                return self._reading.group_headers
            case "text beside the table":
                return self._reading.beside


def _telling(layout: Layout, continuation: Continuation) -> frozenset[int]:
    """Cells that no aside fills and no continuation, beside the first; none where every row must be looked at."""
    products = {column.cell - 1 for column in layout.columns if column.role in ("maker", "part")} - {0}
    if not products:
        return frozenset()
    return frozenset((min(products), *continuation.makers[: continuation.applies]))
