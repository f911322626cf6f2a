"""The findings that decide what to do first: the same ones in every format."""

from collections.abc import Iterable

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.reporters.text.lines import binds_others
from vendorcheck.reporters.worst import weight


def deciding(report: Report, findings: Iterable[Finding]) -> list[Finding]:
    """Return those that bar the buyer and are established; without any, those of the highest severity. Worst first.

    What is waived, and what binds other buyers alone, decides nothing.
    """
    live = [finding for finding in findings if not finding.waived and not binds_others(report, finding)]
    barring = [finding for finding in live if finding.barred and not finding.provisional]
    worst = max((SEVERITIES.index(finding.severity) for finding in live), default=0)
    chosen = barring or [finding for finding in live if SEVERITIES.index(finding.severity) == worst]
    return sorted(chosen, key=weight)
