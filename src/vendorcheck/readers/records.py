"""Text to rows with the physical lines they stand on; a quotation that never ends swallows nothing."""

import csv
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple, TextIO

BATCH_LINES = 1024

#: A cell longer than this is taken for an unclosed quotation.
MAX_CELL = 1 << 24


class Rows(NamedTuple):
    """Rows with the last physical line of each; the first of them begins on `first`."""

    first: int
    rows: list[list[str]]
    ends: list[int]


class Records:
    """Reads rows in batches and keeps the raw lines of the batch in hand."""

    def __init__(self, text: TextIO, delimiter: str) -> None:
        """Read from the text's current position, which is line 1."""
        csv.field_size_limit(MAX_CELL)
        self._text = text
        self._delimiter = delimiter
        self._kept: list[str] = []
        self._kept_from = 1
        self._done = 0
        self._feed = chain.from_iterable(self._chunks())
        self._reader = csv.reader(self._feed, delimiter=delimiter)
        self._base = 0

    def batches(self, size: int = BATCH_LINES) -> Iterator[Rows]:
        """Yield the rows; raw lines of a batch are kept until the next one is asked for."""
        while True:
            first = self._done + 1
            self._forget_before(first)
            rows, ends = self._pull(size)
            if not rows:
                return
            self._done = ends[-1]
            yield Rows(first, rows, ends)

    @property
    def next_line(self) -> int:
        """The first physical line that no batch has held yet."""
        return self._done + 1

    def raw(self, first: int, last: int) -> str:
        """Return the physical lines first to last as they stand in the file."""
        return "".join(self._kept[first - self._kept_from : last - self._kept_from + 1])

    def one_by_one(self, first: int, last: int) -> list[list[str]]:
        """Return the physical lines as one row each, quotation marks taken as text."""
        lines = self._kept[first - self._kept_from : last - self._kept_from + 1]
        return list(csv.reader(lines, delimiter=self._delimiter, quoting=csv.QUOTE_NONE))

    def _pull(self, size: int) -> tuple[list[list[str]], list[int]]:
        rows: list[list[str]] = []
        ends: list[int] = []
        try:
            for row in islice(self._reader, size):
                rows.append(row)
                ends.append(self._base + self._reader.line_num)
        except csv.Error:
            self._give_up_quotation(rows, ends)
        return rows, ends

    def _give_up_quotation(self, rows: list[list[str]], ends: list[int]) -> None:
        """Read the lines of a cell that is too long one by one, and go on behind them."""
        first = (ends[-1] if ends else self._done) + 1
        last = self._base + self._reader.line_num
        for number, row in enumerate(self.one_by_one(first, last), first):
            rows.append(row)
            ends.append(number)
        self._base = last
        self._reader = csv.reader(self._feed, delimiter=self._delimiter)

    def _chunks(self) -> Iterator[list[str]]:
        while chunk := list(islice(self._text, BATCH_LINES)):
            self._kept += chunk
            yield chunk

    def _forget_before(self, line: int) -> None:
        del self._kept[: line - self._kept_from]
        self._kept_from = line


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
    return starts
