"""Bills as delimited text: CSV, TSV and their kin. Every line is read, or counted with its reason."""

import io
import os
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, BinaryIO

from vendorcheck.model.bom import Batch, Layout, LineNumbers, Reading
from vendorcheck.model.errors import NothingToScreenError, Spot
from vendorcheck.readers.columns import HEADER_WITHIN, HeadingRole, find_header
from vendorcheck.readers.delimiter import find_delimiter
from vendorcheck.readers.encoding import Survey
from vendorcheck.readers.records import Records, Rows, cell_starts

#: How much text the delimiter and the headings are found in.
SAMPLE_CHARACTERS = 1 << 17


def open_csv(file: BinaryIO, name: str, survey: Survey, mappings: Sequence[HeadingRole]) -> "CsvBill":
    """Return the bill, its layout found; an error where there is no table or no column to screen."""
    sample = _sample(file, survey.encoding)
    delimiter = find_delimiter(sample)
    text = _text(file, survey.encoding)
    first = next(Records(text, delimiter).batches(HEADER_WITHIN), Rows(1, [], []))
    if not any(any(map(str.strip, row)) for row in first.rows):
        raise NothingToScreenError(
            "bill_empty", f"{name} is empty", spot=Spot(name), help="A bill is a table with a heading row."
        )
    header = find_header(name, first.rows, mappings)
    text.detach()
    layout = Layout(
        format="csv",
        encoding=survey.encoding,
        delimiter=delimiter,
        sheet=None,
        header_line=_starts(first)[header.row],
        columns=header.columns,
    )
    return CsvBill(file, name, survey.digest, layout)


def _sample(file: BinaryIO, encoding: str) -> list[str]:
    text = _text(file, encoding)
    lines = text.readlines(SAMPLE_CHARACTERS)
    text.detach()
    return lines[: HEADER_WITHIN * 4]


def _text(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    file.seek(0)
    # Only UTF-16 can still hold a broken character here: the survey decoded the rest.
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def _state(file: BinaryIO) -> tuple[int, int]:
    """What shows that a file has been written to: its size and its time."""
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns


def _starts(rows: Rows) -> list[int]:
    """The first physical line of each row."""
    return [rows.first, *(end + 1 for end in rows.ends[:-1])]


class CsvBill:
    """A delimited bill whose lines can be read once."""

    def __init__(self, file: BinaryIO, name: str, digest: str, layout: Layout) -> None:
        """Hold the open file; nothing is read before `batches`."""
        self.name = name
        self.digest = digest
        self.layout = layout
        self.reading = Reading()
        self._file = file
        self._state = _state(file)
        self._width = len(layout.columns)
        cells = [column.cell - 1 for column in layout.screened]
        self._cells = frozenset(cells)
        self._pick = _picker(cells)

    def batches(self) -> Iterator[Batch]:
        """Yield the lines below the headings; what is no line is counted in `reading`."""
        text = _text(self._file, self.layout.encoding)
        records = Records(text, self.layout.delimiter or ",")
        try:
            for rows in records.batches():
                lines = _Sorter(self, records).sort(rows)
                if lines.rows:
                    self.reading.lines += len(lines.rows)
                    yield self._batch(lines, records)
        except OSError as error:
            self.reading.not_read(f"reading broke off: {error.strerror or error}", records.next_line)
        if _state(self._file) != self._state:
            self.reading.not_read("the file changed while it was read", records.next_line)

    @property
    def headings(self) -> list[str]:
        """The headings as written, to know them again further down."""
        return [column.heading for column in self.layout.columns]

    @property
    def width(self) -> int:
        """How many headings there are."""
        return self._width

    def _batch(self, lines: "_Lines", records: Records) -> Batch:
        columns = list(zip(*map(self._pick, lines.rows), strict=True))
        overflow = {index: self._unplaced(lines.rows[index]) for index in lines.overlong}
        return Batch(lines.starts, tuple(columns), overflow, _Origin(records, lines, self.layout))

    def _unplaced(self, row: Sequence[str]) -> tuple[tuple[int, str], ...]:
        """The cells of a line that is longer than the headings, but for those already screened."""
        return tuple((at + 1, cell) for at, cell in enumerate(row) if at not in self._cells and cell.strip())


def _picker(cells: Sequence[int]) -> Any:  # noqa: ANN401 (itemgetter's own type)
    """A function from a row to the tuple of its screened cells."""
    if len(cells) == 1:
        only = cells[0]
        return lambda row: (row[only],)
    return itemgetter(*cells)


class _Lines:
    """Rows that are lines of the bill, with the physical lines they begin and end on."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.overlong: list[int] = []

    def add(self, row: list[str], start: int, end: int) -> None:
        self.rows.append(row)
        self.starts.append(start)
        self.ends.append(end)


class _Origin:
    """Finds the character at which a cell begins, from the raw text of its record."""

    def __init__(self, records: Records, lines: _Lines, layout: Layout) -> None:
        self._records = records
        self._lines = lines
        self._delimiter = layout.delimiter or ","

    def column_of(self, index: int, cell: int) -> int | None:
        first, last = self._lines.starts[index], self._lines.ends[index]
        raw = self._records.raw(first, last)
        starts = cell_starts(raw, self._delimiter)
        if cell > len(starts):
            return None
        start = starts[cell - 1]
        return None if len(raw[:start].splitlines()) > 1 else start + 1


class _Sorter:
    """Tells the lines of a bill from blank lines, comments and repeated headings."""

    def __init__(self, bill: CsvBill, records: Records) -> None:
        self._bill = bill
        self._reading = bill.reading
        self._records = records

    def sort(self, rows: Rows) -> _Lines:
        lines = _Lines()
        if self._plain(rows):
            lines.rows, lines.ends = rows.rows, rows.ends
            lines.starts = _starts(rows)
            return lines
        for row, start, end in zip(rows.rows, _starts(rows), rows.ends, strict=True):
            self._place(lines, row, start, end)
        return lines

    def _plain(self, rows: Rows) -> bool:
        """Whether every row is a line of full width: the common case, asked without a loop."""
        if rows.first <= self._bill.layout.header_line:
            return False
        if set(map(len, rows.rows)) != {self._bill.width}:
            return False
        firsts = {row[0].strip() for row in rows.rows}
        return self._bill.headings[0] not in firsts and {first[:1] for first in firsts}.isdisjoint(("", "#"))

    def _place(self, lines: _Lines, row: list[str], start: int, end: int) -> None:
        if start < self._bill.layout.header_line:
            self._counted(row, self._reading.before_header, start, end)
        elif start == self._bill.layout.header_line:
            return
        elif not any(map(str.strip, row)):
            self._reading.blank.add(start, end)
        elif [cell.strip() for cell in row] == self._bill.headings:
            self._reading.repeated_headers.add(start, end)
        elif end > start and len(row) != self._bill.width:
            self._split(lines, start, end)
        else:
            self._line(lines, row, start, end)

    def _counted(self, row: list[str], numbers: LineNumbers, start: int, end: int) -> None:
        blank = not any(map(str.strip, row))
        (self._reading.blank if blank else numbers).add(start, end)

    def _split(self, lines: _Lines, start: int, end: int) -> None:
        """Take the lines of a quotation that was never closed as lines of their own."""
        self._reading.unclosed_quotes.add(start, end)
        for number, row in enumerate(self._records.one_by_one(start, end), start):
            if any(map(str.strip, row)):
                self._line(lines, row, number, number)
            else:
                self._reading.blank.add(number)

    def _line(self, lines: _Lines, row: list[str], start: int, end: int) -> None:
        if _is_comment(row):
            self._reading.comments.add(start, end)
            return
        missing = self._bill.width - len(row)
        if missing:
            self._reading.ragged.add(start, end)
        if missing < 0:
            lines.overlong.append(len(lines.rows))
        lines.add(row + [""] * missing, start, end)


def _is_comment(row: Sequence[str]) -> bool:
    return row[0].lstrip().startswith("#") and not any(map(str.strip, row[1:]))
