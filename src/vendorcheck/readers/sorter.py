"""Tells the lines of a bill from everything else in its file; what is no line is counted with its reason."""

import re
from collections.abc import Sequence

from vendorcheck.model.bom import Layout, Reading
from vendorcheck.readers.columns import heads_a_table
from vendorcheck.readers.records import Records, Rows, cell_starts

#: Headings have no digit, lines of a bill nearly always: a look at the first few signs settles it.
_digit_in = re.compile("[0-9]").search

TABLE_ABOVE = "a table above the headings that were used"
OTHER_HEADINGS = "headings of another table; what follows them may stand in other columns"


class Lines(Rows):
    """Rows that are lines of the bill, and which of them are longer than the headings."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.overlong: list[int] = []


class Sorter:
    """Sorts rows into lines, headings said again, comments and blanks; a torn record goes line by line."""

    def __init__(self, layout: Layout, reading: Reading, records: Records) -> None:
        """Sort rows of these records, and count in `reading` what is no line."""
        self._header_line = layout.header_line
        self._headings = [column.heading for column in layout.columns]
        self._width = len(layout.columns)
        self._reading = reading
        self._records = records
        self._in_table_above = False

    def sort(self, rows: Rows) -> Lines:
        """Return the lines among the rows."""
        lines = Lines()
        for number in rows.unclosed:
            self._reading.unclosed_quotes.add(number)
        if self._plain(rows):
            lines.rows, lines.starts, lines.ends = rows.rows, rows.starts, rows.ends
            return lines
        for row, start, end in zip(rows.rows, rows.starts, rows.ends, strict=True):
            self._place(lines, row, start, end)
        return lines

    def _plain(self, rows: Rows) -> bool:
        """Whether every row is a line of full width: the common case, asked without a loop."""
        if rows.starts[0] <= self._header_line:
            return False
        if set(map(len, rows.rows)) != {self._width}:
            return False
        raw = self._records.raw(rows.starts[0], rows.ends[-1])
        if not all(map(_digit_in, raw)) and any(map(heads_a_table, rows.rows)):
            return False
        firsts = {row[0].strip() for row in rows.rows}
        return self._headings[0] not in firsts and {first[:1] for first in firsts}.isdisjoint(("", "#"))

    def _place(self, lines: Lines, row: list[str], start: int, end: int) -> None:
        blank = not any(map(str.strip, row))
        if blank and start != self._header_line:
            self._reading.blank.add(start, end)
        elif start < self._header_line:
            self._above(row, start, end)
        elif start == self._header_line:
            return
        elif [cell.strip() for cell in row] == self._headings:
            self._reading.repeated_headers.add(start, end)
        elif heads_a_table(row):
            self._reading.not_read(OTHER_HEADINGS, start, end)
        elif end > start and len(row) != self._width:
            self._take_apart(lines, start, end)
        else:
            self._line(lines, row, start, end)

    def _above(self, row: list[str], start: int, end: int) -> None:
        """Count a row above the headings; below other headings it is a line of a table that was not read."""
        if self._in_table_above and not heads_a_table(row):
            self._reading.not_read(TABLE_ABOVE, start, end)
        else:
            self._reading.before_header.add(start, end)
            self._in_table_above = self._in_table_above or heads_a_table(row)

    def _take_apart(self, lines: Lines, start: int, end: int) -> None:
        """Take a record over several lines that has not the width of the headings for a line each."""
        self._reading.unclosed_quotes.add(start, end)
        for number, row in enumerate(self._records.apart(start, end), start):
            if any(map(str.strip, row)):
                self._line(lines, row, number, number)
            else:
                self._reading.blank.add(number)

    def _line(self, lines: Lines, row: list[str], start: int, end: int) -> None:
        if _is_comment(row):
            self._reading.comments.add(start, end)
            return
        missing = self._width - len(row)
        if missing:
            self._reading.ragged.add(start, end)
        if missing < 0:
            lines.overlong.append(len(lines.rows))
        lines.add(row + [""] * missing, start, end)


class LineOrigin:
    """Finds the character at which a cell begins, from the raw text of its record."""

    def __init__(self, records: Records, lines: Lines, delimiter: str) -> None:
        """Look in the batch in hand."""
        self._records = records
        self._lines = lines
        self._delimiter = delimiter
        self._cut = (-1, "", [0])

    def column_of(self, index: int, cell: int) -> int | None:
        """Return the character, from 1, at which a cell begins; None where it does not begin on the first line."""
        if self._cut[0] != index:  # the findings of a line ask one after another
            raw = "".join(self._records.raw(self._lines.starts[index], self._lines.ends[index]))
            self._cut = (index, raw, cell_starts(raw, self._delimiter))
        _, raw, starts = self._cut
        if cell > len(starts):
            return None
        start = starts[cell - 1]
        return start + 1 if {"\n", "\r"}.isdisjoint(raw[:start]) else None


def _is_comment(row: Sequence[str]) -> bool:
    return row[0].lstrip().startswith("#") and not any(map(str.strip, row[1:]))
