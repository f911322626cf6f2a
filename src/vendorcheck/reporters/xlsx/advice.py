"""What to do, on one page: about what was not screened, then what the worst findings ask for."""

from collections.abc import Iterator

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rule import at_least
from vendorcheck.reporters.xlsx.places import Places

#: How many steps stand on the page; the sheet of findings has all.
MAX_STEPS = 7


def to_do(report: Report, places: Places) -> Iterator[str]:
    """Yield what to do, the weightiest first."""
    if any(bill.error for bill in report.coverage.bills) or report.coverage.unreadable:
        yield "Have the bill mended and screen it again: the sheet Coverage says what could not be read."
    if report.summary.by_determination.get("NOT_SCREENED", 0):
        yield "Find out who made what is NOT SCREENED: the sheet Coverage says which lines and why."
    steps = _steps(places)
    yield from steps[:MAX_STEPS]
    if len(steps) > MAX_STEPS:
        yield f"And {len(steps) - MAX_STEPS} more: the column Next steps of the sheet Findings."
    if report.settings.summary_only:
        yield "Screen again without --summary-only for the findings and their next steps."
    elif not steps:
        yield "No finding that is not waived asks for anything. That is no approval."


def _steps(places: Places) -> list[str]:
    """The steps of findings that bar something for the buyer; where there are none, of those at medium and above."""
    open_ones = [finding for finding in places.findings if not finding.waived]
    barred = [finding for finding in open_ones if finding.barred]
    chosen = barred or [finding for finding in open_ones if at_least(finding.severity, "medium")]
    return list(dict.fromkeys(step for finding in chosen for step in _of(finding)))


def _of(finding: Finding) -> tuple[str, ...]:
    return finding.next_steps if finding.barred else finding.next_steps[:1]
