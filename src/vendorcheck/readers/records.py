"""Text to rows with the physical lines they stand on; a quotation that was never closed swallows nothing."""

import csv
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, islice
from typing import NamedTuple

#: Few enough that a batch stays in the cache of a processor: 1,024 took a quarter longer.
BATCH_LINES = 128

#: A cell longer than this is taken for an unclosed quotation.
MAX_CELL = 1 << 24


class Rows:
    """Rows with the first and last physical line of each, and the lines on which a quotation was left open."""

    def __init__(self) -> None:
        """Begin with none."""
        self.rows: list[list[str]] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.unclosed: list[int] = []

    def add(self, row: list[str], first: int, last: int) -> None:
        """Add a row that stands on the lines first to last."""
        self.rows.append(row)
        self.starts.append(first)
        self.ends.append(last)


class Records:
    """Reads rows in batches and keeps the raw lines of the batch in hand.

    A quotation that is not closed where a cell ends is given up: its first line is a row of its own, quotation mark
    and all, and reading goes on with the line below. So a stray mark costs one line and not the rest of the file.
    """

    def __init__(self, text: Iterable[str], delimiter: str) -> None:
        """Read physical lines, of which the first is line 1."""
        csv.field_size_limit(MAX_CELL)
        self._text = iter(text)
        self._delimiter = delimiter
        self._broken: OSError | None = None
        self._kept: list[str] = []
        self._kept_from = 1
        self._done = 0
        self._read_on()

    def batches(self, size: int = BATCH_LINES) -> Iterator[Rows]:
        """Yield the rows; where reading breaks off, the OSError follows the last row that could be read."""
        while True:
            self._forget()
            batch = self._pull(size)
            if batch.rows:
                yield batch
            elif self._broken:
                raise self._broken
            else:
                return

    @property
    def next_line(self) -> int:
        """The first physical line that no batch has held yet."""
        return self._done + 1

    def raw(self, first: int, last: int) -> list[str]:
        """Return the physical lines first to last, of the batch in hand, as they stand in the file."""
        return self._kept[first - self._kept_from : last - self._kept_from + 1]

    def apart(self, first: int, last: int) -> list[list[str]]:
        """Return the physical lines first to last, of the batch in hand, as one row each."""
        return [row_of(line, self._delimiter).cells for line in self.raw(first, last)]

    def _pull(self, size: int) -> Rows:
        found = Rows()
        while len(found.rows) < size:
            known, done = len(found.rows), self._reader.line_num
            try:
                found.rows.extend(islice(self._reader, size - known))
            except csv.Error:  # the rows read before it stay
                self._place(found, known, None)
                self._give_up(found)
            else:
                self._place(found, known, self._reader.line_num - done)
                break
        return found

    def _place(self, found: Rows, known: int, lines: int | None) -> None:
        """Say on which lines the rows after the known ones stand: nearly always one line for each."""
        first, new = self._done + 1, len(found.rows) - known
        if lines == new:
            found.starts.extend(range(first, first + new))
            found.ends.extend(range(first, first + new))
        else:
            after = list(accumulate(map(_lines_of, islice(found.rows, known, None)), initial=first))
            found.starts.extend(after[:-1])
            found.ends.extend(start - 1 for start in after[1:])
        self._done = found.ends[-1] if new else self._done

    def _give_up(self, found: Rows) -> None:
        """Take the line at which a quotation goes wrong for a row of its own, and read on below it."""
        line = self._done + 1
        row = row_of(self.raw(line, line)[0], self._delimiter)
        found.add(row.cells, line, line)
        if not row.closed:
            found.unclosed.append(line)
        self._done = line
        self._read_on()

    def _read_on(self) -> None:
        """Begin a new reader behind the last line done, with the lines that were already taken from the text."""
        again = self._kept[self._done + 1 - self._kept_from :]
        feed = chain.from_iterable(chain((again,), self._chunks()))
        self._reader = csv.reader(feed, delimiter=self._delimiter, strict=True)

    def _chunks(self) -> Iterator[list[str]]:
        while not self._broken:
            chunk: list[str] = []
            try:
                chunk.extend(islice(self._text, BATCH_LINES))
            except OSError as error:
                self._broken = error
            if not chunk:
                return
            self._kept += chunk
            yield chunk

    def _forget(self) -> None:
        del self._kept[: self._done + 1 - self._kept_from]
        self._kept_from = self._done + 1


class LineRow(NamedTuple):
    """One physical line as a row, and whether every quotation on it is closed."""

    cells: list[str]
    closed: bool


def row_of(line: str, delimiter: str) -> LineRow:
    """Return a physical line cut into cells; with a quotation left open, its marks are taken as text."""
    reader = csv.reader((line, ""), delimiter=delimiter)
    try:
        cells = next(reader)
    except csv.Error:  # a cell too long for the reader
        return LineRow(_cut(line, delimiter), closed=True)
    closed = reader.line_num == 1
    return LineRow(cells if closed else _cut(line, delimiter), closed=closed)


def cell_starts(record: str, delimiter: str) -> list[int]:
    """Return the offset at which each cell of a raw record begins, quotation marks included."""
    starts, quoted, at = [0], False, 0
    fresh = True
    while at < len(record):
        sign = record[at]
        if quoted:
            if sign == '"':
                if record[at + 1 : at + 2] == '"':
                    at += 1
                else:
                    quoted = False
        elif sign == '"' and fresh:
            quoted = True
        elif sign == delimiter:
            starts.append(at + 1)
        fresh = not quoted and sign == delimiter
        at += 1
    if quoted:
        return list(accumulate(_cut(record, delimiter)[:-1], lambda start, cell: start + len(cell) + 1, initial=0))
    return starts


def _cut(line: str, delimiter: str) -> list[str]:
    return line.rstrip("\r\n").split(delimiter)


def _lines_of(row: list[str]) -> int:
    """On how many physical lines a row stands."""
    text = ",".join(row)
    return 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
