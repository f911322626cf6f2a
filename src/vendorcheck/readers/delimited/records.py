"""Text to rows with the physical lines they stand on; a quotation that was never closed swallows nothing."""

import csv
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, islice

from vendorcheck.readers.delimited.dialect import Dialect, row_of, unwrapped
from vendorcheck.readers.tables.rows import BATCH_LINES, Rows

#: So many characters of raw lines end a batch, and a record that goes on for longer is no record.
BATCH_CHARACTERS = 1 << 20

#: After so many records that went on for longer, every line is a row of its own.
MAX_ENDLESS = 20


class Records:
    """Reads rows in batches and keeps the raw lines of the batch in hand.

    A quotation that is not closed where a cell ends is given up: its first line is a row of its own, quotation mark
    and all, and reading goes on with the line below. So a stray mark costs one line and not the rest of the file.
    """

    def __init__(self, text: Iterable[str], dialect: Dialect, *, long: bool = False) -> None:
        """Read physical lines, of which the first is line 1; of long ones, one is taken at a time."""
        self._text = iter(text)
        self._dialect = dialect
        self._taken = 1 if long else BATCH_LINES
        self._full = False
        self._endless = 0
        self._broken: OSError | None = None
        self._kept: list[str] = []
        self._kept_from = 1
        self._held = 0
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
            elif not self._full:
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
        return [row_of(line, self._dialect).cells for line in self._plain(self.raw(first, last))]

    def _pull(self, size: int) -> Rows:
        if self._endless > MAX_ENDLESS:
            return self._pull_apart(size)
        found = Rows()
        while len(found.rows) < size:
            known, done = len(found.rows), self._reader.line_num
            ends: list[int] = []
            self._full = False
            try:
                self._read(found.rows, size - known, ends)
            except csv.Error:  # the rows read before it stay
                self._place(found, known, ends, None)
                if self._full and found.rows:  # the record goes into the next batch
                    self._read_on()
                    break
                self._endless += self._full
                self._give_up(found)
            else:
                self._place(found, known, ends, self._reader.line_num - done)
                if self._full:
                    self._read_on()
                break
        return found

    def _pull_apart(self, size: int) -> Rows:
        """Every line as a row of its own: so many quotations went on and on that none is believed any longer."""
        found = Rows()
        self._full = False
        for line in islice(self._feed(), size):
            row = row_of(line, self._dialect)
            self._done += 1
            found.add(row.cells, self._done, self._done)
            if not row.closed:
                found.unclosed.append(self._done)
        return found

    def _read(self, rows: list[list[str]], count: int, ends: list[int]) -> None:
        """Add so many rows; where signs are escaped, also the line on which each ends, which its text does not show."""
        if self._dialect.escape is None:
            rows.extend(islice(self._reader, count))
            return
        before = self._done - self._reader.line_num
        for row in islice(self._reader, count):
            rows.append(row)
            ends.append(before + self._reader.line_num)

    def _place(self, found: Rows, known: int, ends: list[int], lines: int | None) -> None:
        """Say on which lines the rows after the known ones stand: nearly always one line for each."""
        first, new = self._done + 1, len(found.rows) - known
        if lines == new:
            found.starts.extend(range(first, first + new))
            found.ends.extend(range(first, first + new))
        else:
            counts = map(_lines_of, islice(found.rows, known, None))
            after = [self._done, *ends] if ends else list(accumulate(counts, initial=self._done))
            found.starts.extend(end + 1 for end in after[:-1])
            found.ends.extend(after[1:])
        self._done = found.ends[-1] if new else self._done

    def _give_up(self, found: Rows) -> None:
        """Take the line at which a quotation goes wrong for a row of its own, and read on below it."""
        line = self._done + 1
        row = row_of(self._plain(self.raw(line, line))[0], self._dialect)
        found.add(row.cells, line, line)
        if not row.closed:
            found.unclosed.append(line)
        self._done = line
        self._read_on()

    def _read_on(self) -> None:
        """Begin a new reader behind the last line done."""
        self._reader = self._dialect.reader(self._feed(), strict=True)

    def _feed(self) -> Iterator[str]:
        """The lines behind the last line done, first those that were already taken from the text."""
        return chain(self._again(), chain.from_iterable(self._chunks()))

    def _again(self) -> Iterator[str]:
        """The lines in hand behind the last line done; they are not copied, since they may be many and this often."""
        for line in range(self._done + 1, self._kept_from + len(self._kept)):
            yield from self._plain([self._kept[line - self._kept_from]])

    def _chunks(self) -> Iterator[list[str]]:
        while not self._broken:
            if self._held > BATCH_CHARACTERS:
                self._full = True
                return
            chunk: list[str] = []
            try:
                chunk.extend(islice(self._text, self._taken))
            except OSError as error:
                self._broken = error
            if not chunk:
                return
            self._kept += chunk
            self._held += sum(map(len, chunk))
            yield self._plain(chunk)

    def _plain(self, lines: list[str]) -> list[str]:
        """Lines without the quotation each of them stands in as a whole, where they do."""
        return list(map(unwrapped, lines)) if self._dialect.wrapped else lines

    def _forget(self) -> None:
        gone = self._done + 1 - self._kept_from
        self._held -= sum(map(len, islice(self._kept, gone)))
        del self._kept[:gone]
        self._kept_from = self._done + 1


def _lines_of(row: list[str]) -> int:
    """On how many physical lines a row stands in which nothing is escaped."""
    text = ",".join(row)
    return 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
