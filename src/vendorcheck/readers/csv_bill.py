"""Bills as delimited text: CSV, TSV and their kin. Every line is read, or counted with its reason."""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, BinaryIO

from vendorcheck.model.bom import Batch, Layout, LineNumbers, Reading, lost_characters
from vendorcheck.model.errors import NothingToScreenError, Spot
from vendorcheck.readers.columns import HEADER_WITHIN, HeadingRole, find_header
from vendorcheck.readers.delimiter import find_delimiter
from vendorcheck.readers.encoding import State, Survey
from vendorcheck.readers.records import Records
from vendorcheck.readers.sorter import LineOrigin, Lines, Sorter

#: How much text the delimiter is found in.
SAMPLE_CHARACTERS = 1 << 17


def open_csv(file: BinaryIO, name: str, survey: Survey, mappings: Sequence[HeadingRole]) -> "CsvBill":
    """Return the bill, its layout found; an error where there is no table or no column to screen."""
    delimiter = find_delimiter(_sample(file, survey.encoding), mappings)
    head = _head(file, survey.encoding, delimiter)
    if not head:
        raise NothingToScreenError(
            "bill_empty", f"{name} is empty", spot=Spot(name), help="A bill is a table with a heading row."
        )
    header = find_header(name, [row for _, row in head], mappings)
    layout = Layout(
        format="csv",
        encoding=survey.encoding,
        delimiter=delimiter,
        sheet=None,
        header_line=head[header.row][0],
        columns=header.columns,
    )
    return CsvBill(file, name, survey, layout)


def _sample(file: BinaryIO, encoding: str) -> list[str]:
    text = _text(file, encoding)
    lines = text.readlines(SAMPLE_CHARACTERS)
    text.detach()
    return lines[: HEADER_WITHIN * 4]


def _head(file: BinaryIO, encoding: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """The first rows that are not blank, with the lines they begin on."""
    text = _text(file, encoding)
    batches = Records(text, delimiter).batches(HEADER_WITHIN)
    rows = ((start, row) for batch in batches for start, row in zip(batch.starts, batch.rows, strict=True))
    head = list(islice((each for each in rows if any(map(str.strip, each[1]))), HEADER_WITHIN))
    text.detach()
    return head


def _text(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


class CsvBill:
    """A delimited bill whose lines can be read once."""

    def __init__(self, file: BinaryIO, name: str, survey: Survey, layout: Layout) -> None:
        """Hold the open file; nothing is read before `batches`."""
        self.name = name
        self.digest = survey.digest
        self.layout = layout
        self.reading = Reading()
        self._file = file
        self._survey = survey
        cells = [column.cell - 1 for column in layout.screened]
        self._cells = frozenset(cells)
        self._pick = _picker(cells)

    def batches(self) -> Iterator[Batch]:
        """Yield the lines below the headings; what is no line is counted in `reading`."""
        text = _text(self._file, self.layout.encoding)
        numbered = _noting_losses(text, self.reading.broken_characters) if self._survey.lossy else text
        records = Records(numbered, self._delimiter)
        sorter = Sorter(self.layout, self.reading, records)
        try:
            for rows in records.batches():
                lines = sorter.sort(rows)
                if lines.rows:
                    self.reading.lines += len(lines.rows)
                    yield self._batch(lines, records)
            if State.of(self._file) != self._survey.state:
                self.reading.not_read("the file changed while it was read", records.next_line)
        except OSError as error:
            self.reading.not_read(f"reading broke off: {error.strerror or error}", records.next_line)
        finally:
            text.close()

    @property
    def _delimiter(self) -> str:
        return self.layout.delimiter or ","

    def _batch(self, lines: Lines, records: Records) -> Batch:
        columns = list(zip(*map(self._pick, lines.rows), strict=True))
        overflow = {index: self._unplaced(lines.rows[index]) for index in lines.overlong}
        return Batch(lines.starts, tuple(columns), overflow, LineOrigin(records, lines, self._delimiter))

    def _unplaced(self, row: Sequence[str]) -> tuple[tuple[int, str], ...]:
        """The cells of a line that is longer than the headings, but for those already screened."""
        return tuple((at + 1, cell) for at, cell in enumerate(row) if at not in self._cells and cell.strip())


def _noting_losses(text: Iterable[str], numbers: LineNumbers) -> Iterator[str]:
    """The lines of a text; those with characters that could not be read are noted."""
    for number, line in enumerate(text, 1):
        if lost_characters(line):
            numbers.add(number)
        yield line


def _picker(cells: Sequence[int]) -> Any:  # noqa: ANN401 (itemgetter's own type)
    """A function from a row to the tuple of its screened cells."""
    if len(cells) == 1:
        only = cells[0]
        return lambda row: (row[only],)
    return itemgetter(*cells)
