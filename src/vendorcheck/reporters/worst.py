"""What stands first where a format cannot hold everything, and how what is left out is said."""

from vendorcheck.model.finding import OUTCOMES, Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES

#: How many findings or lines a format for machines holds at most; GitHub refuses SARIF with more results.
MOST = 25_000


def worst_first(report: Report) -> list[Finding]:
    """Return all findings of a report, the worst first; the same order for the same report."""
    return sorted(report.findings, key=_weight)


def weight(finding: Finding) -> tuple[int, bool, bool, int]:
    """Return how much a finding weighs, to sort by: the least number weighs most."""
    return (
        -SEVERITIES.index(finding.severity),
        finding.waived is not None,
        finding.provisional is not None,
        OUTCOMES.index(finding.outcome),
    )


def left_out(count: int, what: str) -> str:
    """Return that so many of something, a noun in the singular, are not shown, and where they are."""
    things, are = (what, "is") if count == 1 else (f"{what}s", "are")
    return f"{count} more {things} {are} not shown here, the least weighty; the JSON report has all."


def _weight(finding: Finding) -> tuple[object, ...]:
    return (*weight(finding), finding.bill, finding.place.sheet or "", finding.line or 0, finding.rule, finding.id)
