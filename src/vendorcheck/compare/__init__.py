"""Two reports to what differs between them, and why: the bill, the rulebook, a list, the date or what was asked."""

from vendorcheck.compare.findings import is_raised, pair_findings
from vendorcheck.compare.reports import compare_reports, refuse_without_findings

__all__ = ["compare_reports", "is_raised", "pair_findings", "refuse_without_findings"]
