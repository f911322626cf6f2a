"""The rows of a table of findings: every listed line has one at least, and so has what could not be read."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.bom import LineNumbers
from vendorcheck.model.finding import Finding, LineResult, Place
from vendorcheck.model.report import BillRecord, NotScreened, Report
from vendorcheck.reporters.text.bills import lines_text
from vendorcheck.reporters.text.counted import stretches

LEFT_OUT = "lines and findings are left out of this report (--summary-only)"


class FindingRow(NamedTuple):
    """A finding with its line; or a line alone, where no rule reached it or nobody could screen it.

    The line of one that is `unlisted` is not in the report, so nothing says what it came to.
    """

    line: LineResult
    finding: Finding | None = None
    unlisted: bool = False


def finding_rows(report: Report) -> Iterator[FindingRow]:
    """Yield a row for each finding in the order of the lines, for each line without one, and for what was not read."""
    findings = {finding.id: finding for finding in report.findings}
    for line in report.lines:
        for known in line.findings:
            yield FindingRow(line, findings.pop(known))
        if not line.findings:
            yield FindingRow(line)
    yield from map(unlisted, findings.values())
    for bill in report.coverage.bills:
        yield from map(FindingRow, _not_read(bill))
    if report.settings.summary_only:
        yield from map(FindingRow, _not_screened(report))
        for bill in report.coverage.bills:
            for table in bill.tables:
                yield FindingRow(_unscreened(bill.name, table.layout.sheet, None, LEFT_OUT), unlisted=True)


def unlisted(finding: Finding) -> FindingRow:
    """Return the row of a finding whose line the report does not list."""
    place = finding.place
    line = LineResult(finding.bill, finding.line, place, "REVIEW", None, (), (), (finding.id,), finding.excerpt)
    return FindingRow(line, finding, unlisted=True)


def _not_read(bill: BillRecord) -> Iterator[LineResult]:
    """A line for a bill that could not be read, and for each stretch of lines that could not be."""
    if bill.error is not None:
        at = bill.spot.line if bill.spot else None
        yield _unscreened(bill.name, None, at, f"the bill was not read: {bill.error}")
    for table in bill.tables:
        for reason, numbers in table.reading.unreadable.items():
            yield from _stretches(bill.name, table.layout.sheet, reason, numbers)


def _stretches(bill: str, sheet: str | None, reason: str, numbers: LineNumbers) -> Iterator[LineResult]:
    for first, last in numbers.stretches:
        through = "" if first == last else f" (lines {first}-{last})"
        yield _unscreened(bill, sheet, first, f"could not be read: {reason}{through}")
    if not numbers.complete:
        listed = sum(last - first + 1 for first, last in numbers.stretches)
        more = lines_text(numbers.count - listed)
        yield _unscreened(bill, sheet, None, f"could not be read: {reason} ({more} more, counted and not listed)")


def _not_screened(report: Report) -> Iterator[LineResult]:
    """What stands for the lines that name nothing to screen, in a report that lists none."""
    for item in report.coverage.not_screened:
        reason = f"{lines_text(item.lines)}, {item.reason}{stretches(item)}"
        yield _unscreened(item.bill, item.sheet, _first(item), reason)


def _first(item: NotScreened) -> int | None:
    return item.stretches[0][0] if item.stretches else None


def _unscreened(bill: str, sheet: str | None, line: int | None, reason: str) -> LineResult:
    return LineResult(bill, line, Place(sheet, None, None), "NOT_SCREENED", reason, (), (), (), ())
