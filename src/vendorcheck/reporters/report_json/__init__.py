"""The report as JSON: its keys, by which it is written and read back."""

from typing import BinaryIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.output import text_writer
from vendorcheck.reporters.report_json.dumping import dump
from vendorcheck.reporters.report_json.reading import report_of
from vendorcheck.reporters.report_json.run_shapes import layout_data, reading_data
from vendorcheck.reporters.report_json.shapes import Data
from vendorcheck.reporters.report_json.written import finding_data, json_texts, line_data, report_data, thread_data


def write(report: Report, file: BinaryIO) -> None:
    """Write the whole report as JSON, the same bytes for the same report."""
    text_writer(json_texts(report))(file)


__all__ = [
    "Data",
    "dump",
    "finding_data",
    "json_texts",
    "layout_data",
    "line_data",
    "reading_data",
    "report_data",
    "report_of",
    "thread_data",
    "write",
]
