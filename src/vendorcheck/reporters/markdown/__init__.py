"""The report for a job summary, as Markdown: the verdict first, the worst first, never more than 1 MiB."""

from typing import BinaryIO

from vendorcheck.model.report import Report
from vendorcheck.reporters.markdown.ends import head, tail
from vendorcheck.reporters.markdown.findings import findings_part
from vendorcheck.reporters.markdown.lines import lines_part
from vendorcheck.reporters.markdown.room import Room, encoded

#: What a job summary takes, in bytes of UTF-8.
LIMIT = 1_048_576


def markdown_text(report: Report, limit: int = LIMIT) -> str:
    """Return the report as Markdown of at most so many bytes; what is left out for that is counted in it."""
    first, last = head(report), tail(report)
    left = limit - len(encoded(first)) - len(encoded(last))
    lines = lines_part(report, Room(left * 2 // 5))
    findings = findings_part(report, Room(left - len(encoded(lines))))
    return first + lines + findings + last


def write(report: Report, file: BinaryIO) -> None:
    """Write the report as Markdown."""
    file.write(encoded(markdown_text(report)))
