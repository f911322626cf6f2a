"""The rows of a text file in batches, handed from one table of it to the next."""

from collections.abc import Iterable, Iterator

from vendorcheck.model.bom import Reading, lost_characters
from vendorcheck.readers.delimited.layout import Found, text_of
from vendorcheck.readers.delimited.records import Records
from vendorcheck.readers.encoding.survey import State
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.rows import Rows


class CsvStream:
    """Reads a file once, from its first line to its last; what is counted goes to the reading of the table in hand."""

    def __init__(self, source: Source, found: Found) -> None:
        """Begin at the start of the open file."""
        self.dialect = found.dialect
        self._source = source
        self._text = text_of(source.file, found.encoding)
        self._reading = Reading()
        lossy = source.survey.lossy or found.encoding != source.survey.encoding
        lines: Iterable[str] = self._noting_losses() if lossy else self._text
        self.records = Records(lines, found.dialect, long=source.survey.long)
        self._batches = self.records.batches()
        self._rest: Rows | None = None

    def batches(self, reading: Reading) -> Iterator[Rows]:
        """Yield the rows that are left; where reading breaks off, or the file was changed, `reading` says so."""
        self._reading = reading
        try:
            if self._rest:
                rows, self._rest = self._rest, None
                yield rows
            while following := next(self._batches, None):  # a table may end in the middle, and the next reads on
                yield following
            if self._text.readline(1):
                reading.not_read("it was not read to its end", self.records.next_line)
            if State.of(self._source.file) != self._source.survey.state:
                reading.not_read("the file changed while it was read", self.records.next_line)
        except OSError as error:
            reading.not_read(f"reading broke off: {error.strerror or error}", self.records.next_line)
        except UnicodeError:
            reading.not_read(f"it cannot be read on as {self._text.encoding}", self.records.next_line)

    def hand_back(self, rows: Rows) -> None:
        """Take rows of the batch in hand that belong to the next table."""
        self._rest = rows

    def close(self) -> None:
        """Close the file."""
        self._text.close()

    def _noting_losses(self) -> Iterator[str]:
        """The lines of the text; those with characters that could not be read are noted."""
        for number, line in enumerate(self._text, 1):
            if lost_characters(line):
                self._reading.broken_characters.add(number)
            yield line
