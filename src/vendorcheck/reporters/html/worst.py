"""What is shown of a long report: the worst findings and lines, chosen before anything is built."""

from collections.abc import Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.reporters.svg.strip import WORST_FIRST

#: How many findings, and how many lines, a page shows at most.
MOST = 1000

_OUTCOMES = {"yes": 0, "unknown": 1, "possible": 2}


class Chosen(NamedTuple):
    """The findings and lines that are shown, as in the bill, the findings by id, and how many are left out."""

    findings: Mapping[str, Finding]
    lines: Sequence[LineResult]
    findings_left_out: int
    lines_left_out: int


def chosen(report: Report) -> Chosen:
    """Return all findings and lines, or the worst of them where there are too many for a page."""
    worst = nsmallest(MOST, enumerate(report.findings), key=lambda each: weight(each[1]))
    findings = {finding.id: finding for _, finding in sorted(worst, key=lambda each: each[0])}
    with_findings = {(finding.bill, finding.place.sheet, finding.line) for finding in findings.values()}

    def rank(each: tuple[int, LineResult]) -> tuple[bool, int, int]:
        at, line = each
        shown = (line.bill, line.place.sheet, line.line) in with_findings
        return not shown, WORST_FIRST.index(line.determination), at

    lines = [line for _, line in sorted(nsmallest(MOST, enumerate(report.lines), key=rank), key=lambda each: each[0])]
    return Chosen(findings, lines, len(report.findings) - len(worst), len(report.lines) - len(lines))


def weight(finding: Finding) -> tuple[int, int, bool, str, str, int]:
    """Return what sorts findings: the severest first, the settled, the not provisional, then as in the bills."""
    severity = len(SEVERITIES) - SEVERITIES.index(finding.severity)
    place = (finding.bill, finding.place.sheet or "", finding.line or 0)
    return severity, _OUTCOMES[finding.outcome], finding.provisional is not None, *place
