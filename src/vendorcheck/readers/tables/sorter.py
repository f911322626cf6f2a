"""Tells the lines of a bill from everything else in its file; what is no line is counted with its reason."""

import re
from collections.abc import Container, Sequence
from itertools import repeat
from typing import Protocol

from vendorcheck.model.bom import Layout, Reading
from vendorcheck.readers.tables.columns import heads_a_table, mostly_known
from vendorcheck.readers.tables.continuations import Continuations
from vendorcheck.readers.tables.row_kinds import GROUP, RowKinds
from vendorcheck.readers.tables.rows import Lines, Rows

#: Headings have no digit, lines of a bill nearly always: a look at the first few signs settles it.
_digit_in = re.compile("[0-9]").search

TITLE = "a title above the headings"
COMMENT = "a comment"
TABLE_ABOVE = "a table above the headings that were used"
OTHER_HEADINGS = "headings of another table; what follows them may stand in other columns"


class RawLines(Protocol):
    """The physical lines behind rows of text, for as long as their batch is in hand."""

    def raw(self, first: int, last: int) -> list[str]:
        """Return the lines first to last as they stand in the file."""

    def apart(self, first: int, last: int) -> list[list[str]]:
        """Return the lines first to last as one row each."""


class Sorter:
    """Sorts rows into lines, headings said again, comments and blanks; a torn record goes line by line."""

    def __init__(
        self, layout: Layout, reading: Reading, records: RawLines | None = None, splits: Container[int] | None = None
    ) -> None:
        """Sort rows, and count in `reading` what is no line; rows of text come with their records.

        With `splits`, sorting stops at one of those lines and where other headings stand: `other` says at which row.
        """
        self._header_line = layout.header_line or 0
        self._headings = list(layout.headings)
        self._width = len(self._headings)
        self._kinds = RowKinds(layout)
        self._continuations = Continuations(layout)
        #: So many blank cells at least has a row that is no line, or that may continue one.
        self._sparse = min(self._kinds.blanks, self._continuations.blanks)
        self._reading = reading
        self._records = records
        self._splits = splits
        self._in_table_above = False
        self.other: int | None = None

    def sort(self, rows: Rows) -> Lines:
        """Return the lines among the rows."""
        lines = Lines()
        if self._plain(rows):
            lines.rows, lines.starts, lines.ends = rows.rows, rows.starts, rows.ends
            self._continuations.after(rows.rows[-1], rows.starts[-1])
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
        if max(map(list.count, rows.rows, repeat(""))) >= self._sparse:
            return False
        if self._may_hold_headings(rows) and any(map(heads_a_table, rows.rows)):
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
        if [cell.strip() for cell in row] == self._headings:
            return False
        return start in (self._splits or ()) or (heads_a_table(row) and mostly_known(row))

    def _place(self, lines: Lines, row: list[str], start: int, end: int) -> None:
        blank = not any(map(str.strip, row))
        if blank and start != self._header_line:
            self._reading.blank.add(start, end)
            self._continuations.none()
        elif start < self._header_line:
            self._above(lines, row, start, end)
        elif start == self._header_line:
            return
        elif start == 1 and row[0].lower().startswith("sep="):
            self._reading.before_header.add(start, end)
        elif self._header_line and [cell.strip() for cell in row] == self._headings:
            self._reading.repeated_headers.add(start, end)
            self._continuations.none()
        elif heads_a_table(row):
            self._reading.not_read(OTHER_HEADINGS, start, end)
            self._continuations.none()
        elif end > start and len(row) != self._width:
            self._take_apart(lines, start, end)
        else:
            self._line(lines, row, start, end)

    def _above(self, lines: Lines, row: list[str], start: int, end: int) -> None:
        """Look at a title above the headings; below other headings it is a line of a table that was not read."""
        if self._in_table_above and not heads_a_table(row):
            self._reading.not_read(TABLE_ABOVE, start, end)
            self._set_aside(lines, row, start, end, TABLE_ABOVE)
        else:
            self._reading.before_header.add(start, end)
            self._in_table_above = self._in_table_above or heads_a_table(row)
            self._set_aside(lines, row, start, end, TITLE)

    def _take_apart(self, lines: Lines, start: int, end: int) -> None:
        """Take a record over several lines that has not the width of the headings for a line each."""
        self._reading.unclosed_quotes.add(start, end)
        apart = self._records.apart(start, end) if self._records else []
        for number, row in enumerate(apart, start):
            if any(map(str.strip, row)):
                self._line(lines, row, number, number)
            else:
                self._reading.blank.add(number)

    def _line(self, lines: Lines, row: list[str], start: int, end: int) -> None:
        if _is_comment(row):
            self._reading.comments.add(start, end)
            self._set_aside(lines, row, start, end, COMMENT)
            return
        sparse = row.count("") + max(self._width - len(row), 0) >= self._sparse
        aside = self._kinds.aside(row) if sparse else None
        if aside is not None:
            (self._reading.group_headers if aside == GROUP else self._reading.footers).add(start, end)
            self._set_aside(lines, row, start, end, aside)
            return
        missing = self._width - len(row)
        if missing:
            self._reading.ragged.add(start, end)
            lines.uneven.append(len(lines.rows))
            lines.slipped.append(len(lines.rows))
        whole = row + [""] * missing
        above = self._continuations.after(whole, start)
        if sparse and above is not None:
            self._reading.continued.add(start, end)
            lines.continues[len(lines.rows)] = above
        lines.add(whole, start, end)

    def _set_aside(self, lines: Lines, row: list[str], start: int, end: int, kind: str) -> None:
        """Keep a row that is no line, to be looked at as text."""
        self._continuations.none()
        lines.asides[len(lines.rows)] = kind
        lines.add(row + [""] * (self._width - len(row)), start, end)


def _is_comment(row: Sequence[str]) -> bool:
    return row[0].lstrip().startswith("#") and not any(map(str.strip, row[1:]))
