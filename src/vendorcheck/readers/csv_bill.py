"""Bills as delimited text: CSV, TSV and their kin. Every line is read, or counted with its reason."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from vendorcheck.model.bom import Batch, Layout, LineNumbers, Reading, lost_characters
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.batches import Batcher
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.columns import distinct_roles
from vendorcheck.readers.delimiter import find_dialect
from vendorcheck.readers.dialect import Dialect
from vendorcheck.readers.encoding import State
from vendorcheck.readers.header import HEADER_WITHIN, best_header, no_table
from vendorcheck.readers.levels import Depths, depths_of
from vendorcheck.readers.line_origin import LineOrigin
from vendorcheck.readers.not_tables import CERTAIN, LIKELY, in_columns_of_blanks, reads_as_prose, refuse_document
from vendorcheck.readers.records import Records
from vendorcheck.readers.second_look import settled
from vendorcheck.readers.sorter import Sorter
from vendorcheck.readers.source import Source

#: How much text the delimiter is found in.
SAMPLE_CHARACTERS = 1 << 17

#: With so many known headings a table is one, whatever else it looks like.
SURE = 2

_IN_STEP = "It looks like a listing in columns of blanks: export it as CSV, with a sign between the cells."


def open_csv(source: Source, choices: Choices) -> "CsvBill":
    """Return the bill, its layout found; an error where there is no table."""
    name = source.name
    if choices.sheet is not None:
        raise VendorcheckError("usage", f"{name} is text and has no sheets", spot=Spot(name), help="Leave out --sheet.")
    if source.survey.endless:
        raise no_table(name, "It has a line of more than 1 MiB, which is no line of a table.")
    encoding = choices.encoding or source.survey.encoding
    sample = _sample(source.file, encoding)
    if not any(map(str.strip, sample)):
        sample = []
    asked = choices.delimiter or choices.header_line is not None or choices.mappings
    if not asked:
        refuse_document(name, sample, CERTAIN)
    dialect = find_dialect(sample, choices)
    head = _head(source, encoding, dialect)
    if not head:
        raise NothingToScreenError(
            "bill_empty", f"{name} is empty", spot=Spot(name), help="A bill is a table with a heading row."
        )
    header = best_header(name, head, choices)
    if not asked and (header is None or distinct_roles(header.columns) < SURE):
        refuse_document(name, sample, LIKELY)
    if header is None or not (asked or header.known or not reads_as_prose(sample, dialect)):
        raise no_table(name, _IN_STEP if in_columns_of_blanks(sample) else "")
    below = [row for start, row in head if start > (header.line or 0)]
    layout = Layout(
        format="csv",
        encoding=encoding,
        delimiter=dialect.delimiter,
        sheet=None,
        header_line=header.line,
        columns=settled(header.columns, below, choices),
    )
    return CsvBill(source, layout, dialect, depths_of(layout, below))


def _sample(file: BinaryIO, encoding: str) -> list[str]:
    text = _text(file, encoding)
    lines = text.readlines(SAMPLE_CHARACTERS)
    text.detach()
    return lines[: HEADER_WITHIN * 4]


def _head(source: Source, encoding: str, dialect: Dialect) -> list[tuple[int, list[str]]]:
    """The first rows that are not blank, with the lines they begin on."""
    text = _text(source.file, encoding)
    batches = Records(text, dialect, long=source.survey.long).batches(HEADER_WITHIN)
    rows = ((start, row) for batch in batches for start, row in zip(batch.starts, batch.rows, strict=True))
    head = list(islice((each for each in rows if any(map(str.strip, each[1]))), HEADER_WITHIN))
    text.detach()
    return head


def _text(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


class CsvBill:
    """A bill of one table of delimited text."""

    def __init__(self, source: Source, layout: Layout, dialect: Dialect, depths: Depths | None) -> None:
        """Hold the open file; nothing is read before the table's `batches`."""
        self.name = source.name
        self.digest = source.survey.digest
        self.tables = (CsvTable(source, layout, dialect, depths),)
        self._file = source.file

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class CsvTable:
    """A table of delimited text, whose lines can be read once."""

    def __init__(self, source: Source, layout: Layout, dialect: Dialect, depths: Depths | None) -> None:
        """Hold the open file; nothing is read before `batches`."""
        self.layout = layout
        self.reading = Reading()
        self._source = source
        self._dialect = dialect
        self._batcher = Batcher(layout, self.reading, depths)

    def batches(self) -> Iterator[Batch]:
        """Yield the lines below the headings; what is no line is counted in `reading`."""
        encoding = self.layout.encoding or "utf-8"
        text = _text(self._source.file, encoding)
        records = Records(self._numbered(text, encoding), self._dialect, long=self._source.survey.long)
        sorter = Sorter(self.layout, self.reading, records)
        try:
            for rows in records.batches():
                lines = sorter.sort(rows)
                if lines.rows:
                    self.reading.lines += lines.count
                    yield self._batcher.batch(lines, LineOrigin(records, lines, self._dialect))
            if State.of(self._source.file) != self._source.survey.state:
                self.reading.not_read("the file changed while it was read", records.next_line)
        except OSError as error:
            self.reading.not_read(f"reading broke off: {error.strerror or error}", records.next_line)
        finally:
            text.detach()

    def _numbered(self, text: Iterable[str], encoding: str) -> Iterable[str]:
        """The lines, those with lost characters noted where some may be: in an encoding given, always."""
        survey = self._source.survey
        if survey.lossy or encoding != survey.encoding:
            return _noting_losses(text, self.reading.broken_characters)
        return text


def _noting_losses(text: Iterable[str], numbers: LineNumbers) -> Iterator[str]:
    """The lines of a text; those with characters that could not be read are noted."""
    for number, line in enumerate(text, 1):
        if lost_characters(line):
            numbers.add(number)
        yield line
