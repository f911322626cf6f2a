"""The report as CSV: a row for each finding and for each line without one, made safe for a spreadsheet."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import BinaryIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.formula import harmless
from vendorcheck.reporters.output import text_writer
from vendorcheck.reporters.table import FINDING_COLUMNS, Cell, finding_rows, parts
from vendorcheck.reporters.visible import visible

#: What parts the texts of a cell that holds several.
BETWEEN = " | "

#: How many texts are kept once they are safe: those of rules and parties stand in thousands of rows.
_KEPT = 20_000


def write(report: Report, file: BinaryIO) -> None:
    """Write the report as CSV, row by row: UTF-8, every cell quoted, rows ended by CR and LF."""
    text_writer(csv_texts(report))(file)


def csv_texts(report: Report) -> Iterator[str]:
    """Yield the row of headings, then each row of the report."""
    yield _row(FINDING_COLUMNS)
    columns = [column.cell for column in FINDING_COLUMNS.values()]
    for row in finding_rows(report):
        yield _row(cell(row) for cell in columns)


def _row(cells: Iterable[Cell]) -> str:
    return f"{','.join(map(_quoted, cells))}\r\n"


@lru_cache(_KEPT)
def _quoted(cell: Cell) -> str:
    text = harmless(visible(BETWEEN.join(parts(cell)))).replace('"', '""')
    return f'"{text}"'
