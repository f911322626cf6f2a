"""Tables of records: read once for their headings, and once more for their lines, so that none are held."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from vendorcheck.model.bom import Batch, Layout, Reading
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cells import Record
from vendorcheck.readers.documents.json.text import SPLIT
from vendorcheck.readers.documents.layout import Headings, plan_of
from vendorcheck.readers.documents.opened import Opened, Records, Seen, Shape, check_mapped
from vendorcheck.readers.encoding.survey import State
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.batches import Batcher
from vendorcheck.readers.tables.columns import identifies
from vendorcheck.readers.tables.header import HEADER_WITHIN
from vendorcheck.readers.tables.levels import depths_of
from vendorcheck.readers.tables.row_kinds import GROUP
from vendorcheck.readers.tables.rows import BATCH_LINES, Lines

#: How many records a document may come to, those of parts within others too.
MAX_RECORDS = 150_000

Looked = TypeVar("Looked")

NO_TABLE = "a table without a column that says who made anything"


class DocumentBill:
    """A bill of tables in a document."""

    def __init__(self, source: Source, tables: Sequence["DocumentTable"]) -> None:
        """Hold its tables."""
        self.name = source.name
        self.digest = source.survey.digest
        self.tables = tuple(tables)
        self._file = source.file

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class DocumentTable:
    """A table of records, whose lines can be read once."""

    def __init__(self, source: Source, layout: Layout, shape: Shape, records: Records) -> None:
        """Hold the open file; nothing is read before `batches`."""
        self.layout = layout
        self.reading = Reading()
        self._source = source
        self._shape = shape
        self._records = records
        self._batcher = Batcher(layout, self.reading, shape.levels)
        self._table = identifies(layout.columns)
        self._level = 0

    def batches(self) -> Iterator[Batch]:
        """Yield the lines; what is no line is counted in `reading`."""
        last = 0
        try:
            records = self._kept(self._records(self.reading))
            while batch := list(islice(records, BATCH_LINES)):
                last = batch[-1].line
                yield self._batch(batch)
            if State.of(self._source.file) != self._source.survey.state:
                self.reading.not_read("the file changed while it was read", last + 1)
        except VendorcheckError as error:  # it was sound when it was looked at first
            self.reading.not_read(f"reading broke off: {error.message}", last + 1)
        except OSError as error:
            self.reading.not_read(f"reading broke off: {error.strerror or error}", last + 1)

    def _kept(self, records: Iterator[Record]) -> Iterator[Record]:
        """The records that say something; where no table stands, none of them is a line."""
        for record in records:
            if record.blank:
                self.reading.blank.add(record.line)
            elif record.aside is None and self._table:
                self.reading.lines += 1
                yield record
            else:
                counted = self.reading.group_headers if record.aside == GROUP else self.reading.beside
                counted.add(record.line)
                yield record if record.aside is not None else record._replace(aside=NO_TABLE)

    def _batch(self, records: Sequence[Record]) -> Batch:
        plan = self._shape.plan
        lines = Lines()
        lines.rows = list(map(plan.row, records))
        lines.starts = lines.ends = [record.line for record in records]
        lines.asides = {at: record.aside for at, record in enumerate(records) if record.aside is not None}
        lines.notes = {at: record.note for at, record in enumerate(records) if record.note is not None}
        if plan.beside:
            lines.uneven = [at for at, row in enumerate(lines.rows) if any(map(row.__getitem__, plan.beside))]
        batch = self._batcher.batch(lines, DocumentOrigin(records, self._shape))
        if not self._shape.nested:
            return batch
        return batch._replace(depths=self._depths(records, batch.depths or [None] * len(records)))

    def _depths(self, records: Sequence[Record], levels: Sequence[int | None]) -> list[int | None]:
        """How deep lines stand: parts below the line that they stand in, whose level may be told by a column."""
        depths: list[int | None] = []
        for record, level in zip(records, levels, strict=True):
            if record.aside is not None:
                depths.append(None)
                continue
            if record.depth == 0:
                self._level = level or 0
            depths.append(self._level + record.depth)
        return depths


class DocumentOrigin:
    """Finds the pointer to a cell."""

    def __init__(self, records: Sequence[Record], shape: Shape) -> None:
        """Look in these records."""
        self._records = records
        self._shape = shape

    def column_of(self, index: int, cell: int) -> None:
        """Return None: in a document a pointer says where a cell stands."""

    def pointer_of(self, index: int, cell: int) -> str | None:
        """Return the pointer to a cell; None where nothing stands in it."""
        record = self._records[index]
        found = self._shape.plan.cell_of(record, cell)
        return None if found is None else self._shape.place(record.pointer + found.pointer)


def within_bounds(name: str, records: Iterable[Looked]) -> Iterator[Looked]:
    """Yield what is looked at in a document, record by record; an error where it has more than can be read in time."""
    for count, record in enumerate(records, 1):
        if count > MAX_RECORDS:
            raise VendorcheckError(
                "bill_unsupported",
                f"{name} is one document of more than {MAX_RECORDS:,} lines, parts within others counted too, "
                "which is not read",
                spot=Spot(name),
                help=SPLIT,
            )
        yield record


class Looking:
    """A first look at the records of a table."""

    def __init__(self, name: str) -> None:
        """Begin with none, in a file of this name."""
        self._headings = Headings(name)
        self._lines = 0
        self._nested = False
        self._sample: list[Record] = []

    def add(self, record: Record) -> None:
        """Take a record in; an error where a table has more keys than can be headings."""
        self._headings.add(record)
        if record.aside is None and not record.blank:
            self._lines += 1
            self._nested = self._nested or record.depth > 0
            if len(self._sample) < HEADER_WITHIN:
                self._sample.append(record)

    @property
    def seen(self) -> Seen:
        """What the records came to so far."""
        return Seen(self._headings.times, self._lines, self._nested, self._sample)


def table_of(opened: Opened, seen: Seen, records: Records, sheet: str | None = None) -> DocumentTable:
    """Return the table that records make."""
    kind = opened.kind
    plan = plan_of(seen.times, kind)
    layout = Layout(kind.format, opened.encoding, None, sheet, None, plan.columns, opened.remarks)
    if not identifies(plan.columns):
        return DocumentTable(opened.source, layout, Shape(plan, None, nested=False, place=kind.place), records)
    levels = depths_of(layout, [plan.row(record) for record in seen.sample])
    return DocumentTable(opened.source, layout, Shape(plan, levels, seen.nested, kind.place), records)


def bill_with(source: Source, choices: Choices, tables: Sequence[DocumentTable]) -> DocumentBill:
    """Return the bill of some tables; an error where the caller mapped a key that none of them has."""
    check_mapped(source.name, choices, [column for table in tables for column in table.layout.columns])
    return DocumentBill(source, tables)
