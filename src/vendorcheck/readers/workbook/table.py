"""A sheet as a table of a bill."""

from collections.abc import Iterable, Iterator

from vendorcheck.model.bom import Batch, Reading
from vendorcheck.readers.encoding.survey import State
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.rows import BATCH_LINES
from vendorcheck.readers.workbook.batches import Beside, Found, Lined
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.opened import Workbook
from vendorcheck.readers.workbook.rows import Row

#: A batch of wide rows ends after so many cells.
BATCH_CELLS = 1 << 14


class SheetTable:
    """The rows of a sheet, which can be read once."""

    def __init__(self, source: Source, workbook: Workbook, found: Found) -> None:
        """Hold the open workbook; nothing is read before `batches`."""
        self.layout = found.layout
        self.reading = Reading()
        self._source = source
        self._workbook = workbook
        self._sheet = found.sheet
        self._next = 1
        self._batches = Lined(found, self.reading) if found.layout.columns else Beside(found, self.reading)

    def batches(self) -> Iterator[Batch]:
        """Yield the lines below the headings, or the rows where there is no table; what is no line is counted."""
        for rows in _chunks(self._rows()):
            batch = self._batches.batch(rows)
            if batch:
                yield batch
        if State.of(self._source.file) != self._source.survey.state:
            self.reading.not_read("the file changed while it was read", self._next)

    def _rows(self) -> Iterator[Row]:
        """The rows that have a text; those that are blank, hidden or not readable are counted."""
        try:
            for row in self._workbook.rows(self._sheet, self._batches.near):
                self._count(row)
                if row.cells:
                    yield row
        except DamagedError as error:
            self.reading.not_read(f"reading broke off: the workbook {error}", self._next)
        except OSError as error:
            self.reading.not_read(f"reading broke off: {error.strerror or error}", self._next)

    def _count(self, row: Row) -> None:
        if row.number > self._next:
            self.reading.blank.add(self._next, row.number - 1)
        self._next = row.number + 1
        if row.hidden or self._sheet.hidden:
            self.reading.hidden.add(row.number)
        for reason in sorted({row.unread[column] for column in self._batches.looked_at(row)}):
            self.reading.not_read(reason, row.number)


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Some rows at a time."""
    chunk: list[Row] = []
    cells = 0
    for row in rows:
        chunk.append(row)
        cells += len(row.cells)
        if len(chunk) == BATCH_LINES or cells > BATCH_CELLS:
            yield chunk
            chunk, cells = [], 0
    if chunk:
        yield chunk
