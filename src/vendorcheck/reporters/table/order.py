"""The order in which findings are read: the worst first."""

from collections.abc import Iterable

from vendorcheck.model.finding import OUTCOMES, Finding
from vendorcheck.model.rule import SEVERITIES


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by severity, what is provisional last of each, then by outcome, bill, sheet and line."""
    listed = list(findings)
    tables: dict[tuple[str, str | None], int] = {}
    for finding in listed:
        tables.setdefault((finding.bill, finding.place.sheet), len(tables))
    return sorted(listed, key=lambda finding: (*_weight(finding), *_place(finding, tables)))


def _weight(finding: Finding) -> tuple[int, bool, int]:
    return -SEVERITIES.index(finding.severity), finding.provisional is not None, OUTCOMES.index(finding.outcome)


def _place(finding: Finding, tables: dict[tuple[str, str | None], int]) -> tuple[int, int]:
    return tables[finding.bill, finding.place.sheet], finding.line or 0
