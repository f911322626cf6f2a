"""The report as JUnit XML: a suite a table, a test a listed line, and one for the gate itself."""

from typing import BinaryIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.junit.elements import junit_texts
from vendorcheck.reporters.junit.suites import suites
from vendorcheck.reporters.output import text_writer


def write(report: Report, file: BinaryIO) -> None:
    """Write XML that fits the schema by which Jenkins reads test results, the same bytes for the same report."""
    text_writer(junit_texts("vendorcheck", suites(report)))(file)
