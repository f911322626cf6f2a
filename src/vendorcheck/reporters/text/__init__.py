"""The report for a reader: lines, evidence, suppliers, and last what it comes to and what to do first."""

from collections.abc import Iterator
from typing import BinaryIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.output import text_writer
from vendorcheck.reporters.text.closing import closing, opening, suppliers
from vendorcheck.reporters.text.evidence import Evidence
from vendorcheck.reporters.text.lines import line_blocks
from vendorcheck.reporters.text.rows import Row, plain

#: The width of a text report that is not written to a terminal.
WIDTH = 100


def text_rows(report: Report, width: int = WIDTH) -> Iterator[Row]:
    """Yield the rows of the report at a width; the end, which a terminal shows first, has the verdict."""
    evidence = Evidence()
    yield from opening(report, width)
    yield from line_blocks(report, width, evidence)
    yield from evidence.rows(width)
    yield from suppliers(report, width)
    yield from closing(report, width)


def write(report: Report, file: BinaryIO) -> None:
    """Write the report as plain text, the same for every place it is written to."""
    text_writer([plain(text_rows(report))])(file)
