"""The report as a workbook for the procurement file: a page to sign, and a sheet for each kind of record."""

from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.xlsx.book import Book, Room
from vendorcheck.reporters.xlsx.coverage import write_coverage
from vendorcheck.reporters.xlsx.evidence import write_evidence
from vendorcheck.reporters.xlsx.findings import write_findings
from vendorcheck.reporters.xlsx.limits import write_limits
from vendorcheck.reporters.xlsx.lines import write_lines
from vendorcheck.reporters.xlsx.places import Places
from vendorcheck.reporters.xlsx.provenance import write_provenance
from vendorcheck.reporters.xlsx.summary import write_summary
from vendorcheck.reporters.xlsx.suppliers import write_suppliers
from vendorcheck.reporters.xlsx.waivers import write_waivers


def write(report: Report, file: BinaryIO) -> None:
    """Write the whole report as a workbook, the same bytes for the same report; an OSError where that fails."""
    write_workbook(report, file, Room())


def write_workbook(report: Report, file: BinaryIO, room: Room) -> None:
    """Write a workbook whose sheets have this much room."""
    with TemporaryDirectory(prefix="vendorcheck-") as folder:
        path = Path(folder, "report.xlsx")
        _write_sheets(Book(report, path, room), report)
        with path.open("rb") as whole:
            copyfileobj(whole, file)


def _write_sheets(book: Book, report: Report) -> None:
    places = Places(report, book.room)
    write_summary(book, report, places)
    write_suppliers(book, report)
    write_findings(book, report, places)
    write_lines(book, report, places)
    write_evidence(book, report, places)
    write_waivers(book, report)
    write_coverage(book, report)
    write_provenance(book, report)
    write_limits(book, report, places)
    book.close()


__all__ = ["Room", "write", "write_workbook"]
