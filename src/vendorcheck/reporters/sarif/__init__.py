"""The report as SARIF 2.1.0, with all that GitHub asks for."""

from typing import BinaryIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.output import text_writer
from vendorcheck.reporters.sarif.document import sarif_texts


def write(report: Report, file: BinaryIO) -> None:
    """Write the report as SARIF, the same bytes for the same report."""
    text_writer(sarif_texts(report))(file)
