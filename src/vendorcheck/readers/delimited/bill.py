"""Bills as delimited text: CSV, TSV and their kin. Every line is read, or counted with its reason."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.bom import Batch, Layout, Reading
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.delimited.layout import Found, find_layout
from vendorcheck.readers.delimited.line_origin import LineOrigin
from vendorcheck.readers.delimited.stream import CsvStream
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.batches import Batcher
from vendorcheck.readers.tables.columns import columns_of, of_one_table
from vendorcheck.readers.tables.levels import Depths, depths_of
from vendorcheck.readers.tables.rows import Rows
from vendorcheck.readers.tables.second_look import settled
from vendorcheck.readers.tables.sorter import Sorter


def open_csv(source: Source, choices: Choices) -> "CsvBill":
    """Return the bill, its layout found; an error where there is no table."""
    return CsvBill(source, find_layout(source, choices), choices)


class CsvBill:
    """A bill of delimited text; where other headings stand in the file, a further table begins.

    `tables` grows while they are read: the headings of a later one are known when the one before it ends.
    """

    def __init__(self, source: Source, found: Found, choices: Choices) -> None:
        """Hold the open file; nothing is read before the first table's `batches`."""
        self.name = source.name
        self.digest = source.survey.digest
        self.tables: list[CsvTable] = []
        self._splits = found.splits
        self._choices = choices
        self._stream = CsvStream(source, found)
        self._add(found.layout, found.below)

    def follow(self, layout: Layout, rows: Rows) -> None:
        """Add the table whose headings are the first of these rows."""
        below = of_one_table(rows.rows[1:])
        columns = columns_of(rows.rows[0], self._choices.roles)
        place = f"table {len(self.tables) + 1}"
        self._stream.hand_back(rows)
        layout = layout._replace(sheet=place, header_line=rows.starts[0], remarks=())
        self._add(settled(layout, columns, below, self._choices), below)

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _add(self, layout: Layout, below: Sequence[Sequence[str]]) -> None:
        self.tables.append(CsvTable(self, layout, self._stream, depths_of(layout, below), self._splits))


class CsvTable:
    """A table of delimited text, whose lines can be read once, after those of the tables above it."""

    def __init__(
        self, bill: CsvBill, layout: Layout, stream: CsvStream, depths: Depths | None, splits: frozenset[int] | None
    ) -> None:
        """Read from a stream of rows; nothing is read before `batches`."""
        self.layout = layout
        self.reading = Reading()
        self._bill = bill
        self._stream = stream
        self._batcher = Batcher(layout, self.reading, depths)
        self._splits = splits

    def batches(self) -> Iterator[Batch]:
        """Yield the lines below the headings; what is no line is counted in `reading`."""
        stream = self._stream
        sorter = Sorter(self.layout, self.reading, stream.records, self._splits)
        for rows in stream.batches(self.reading):
            lines = sorter.sort(rows)
            if lines.rows:
                self.reading.lines += lines.count
                yield self._batcher.batch(lines, LineOrigin(stream.records, lines, stream.dialect))
            if sorter.other is not None:
                self._bill.follow(self.layout, rows.behind(sorter.other))
                return
