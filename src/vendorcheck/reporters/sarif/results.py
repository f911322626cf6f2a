"""Findings as SARIF results: where, what, who, and by what they are known again."""

from collections.abc import Iterator, Mapping
from typing import Any

from vendorcheck.model.finding import BaselineState, Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.waiver import Waiver
from vendorcheck.reporters.bill_paths import relative_uri
from vendorcheck.reporters.sarif.levels import LEVELS
from vendorcheck.reporters.short import short_text, waived_text
from vendorcheck.reporters.text.lines import place_text
from vendorcheck.reporters.visible import visible

#: What the paths of bills are relative to.
ROOT = "%SRCROOT%"

_BASELINE: dict[BaselineState, str] = {"new": "new", "known": "unchanged"}


class Results:
    """Writes findings as results, with what the rest of the report says of them."""

    def __init__(self, report: Report, rules: Mapping[str, int]) -> None:
        """Know the index of each rule, each bill, and the line and waiver of each finding."""
        self._rules = rules
        self._bills = {bill.name: at for at, bill in reversed(list(enumerate(report.coverage.bills)))}
        self._lines = {known: line for line in report.lines for known in line.findings}
        self._waivers = {each.waiver.id: each.waiver for each in report.coverage.waivers}

    def of(self, finding: Finding) -> dict[str, Any]:
        """Return a finding as a result; a waived one is suppressed."""
        line = self._lines.get(finding.id)
        result = {
            "ruleId": visible(finding.rule),
            "ruleIndex": self._rules[visible(finding.rule)],
            "level": LEVELS[finding.severity],
            "message": {"text": _message(finding, line)},
            "locations": [{"physicalLocation": self._place(finding), **_logical(line)}],
            "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
            "properties": _properties(finding, line),
        }
        if finding.baseline:
            result["baselineState"] = _BASELINE[finding.baseline]
        if finding.waived:
            result["suppressions"] = [self._suppression(finding)]
        return result

    def _place(self, finding: Finding) -> dict[str, Any]:
        artifact: dict[str, Any] = {"uri": relative_uri(finding.bill), "uriBaseId": ROOT}
        if finding.bill in self._bills:
            artifact["index"] = self._bills[finding.bill]
        return {"artifactLocation": artifact, "region": _region(finding)}

    def _suppression(self, finding: Finding) -> dict[str, Any]:
        text = "; ".join(_justified(finding, self._waivers))
        return {"kind": "external", "status": "accepted", "justification": text}


def _message(finding: Finding, line: LineResult | None) -> str:
    """The text of a message; a cell in it is no link."""
    determination = f"{line.determination}. " if line else ""
    return f"{determination}{short_text(finding)}".replace("](", "] (")


def _region(finding: Finding) -> dict[str, int]:
    """The matched cell; in a sheet, or where no column is known, the line from its first character."""
    number = max(finding.line or 1, 1)
    column = finding.place.column
    known = isinstance(column, int) and finding.place.sheet is None
    start = max(column, 1) if known and isinstance(column, int) else 1
    cell = next((each.text for each in finding.excerpt if each.cell == finding.place.cell), "") if known else ""
    length = len((cell.splitlines() or [""])[0])
    return {"startLine": number, "startColumn": start, "endLine": number, "endColumn": start + max(length, 1)}


def _logical(line: LineResult | None) -> dict[str, Any]:
    if line is None:
        return {}
    return {"logicalLocations": [{"fullyQualifiedName": place_text(line), "kind": "row"}]}


def _properties(finding: Finding, line: LineResult | None) -> dict[str, Any]:
    return {
        "determination": line.determination if line else None,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "party": visible(finding.party) if finding.party else None,
        "relation": finding.relation,
        "confidence": finding.confidence,
        "provisional": visible(finding.provisional) if finding.provisional else None,
        "bars": list(finding.bars),
    }


def _justified(finding: Finding, waivers: Mapping[str, Waiver]) -> Iterator[str]:
    yield waived_text(finding) or ""
    waiver = waivers.get(finding.waived.id) if finding.waived else None
    if waiver:
        yield f"through {waiver.expires.isoformat()}"
        yield f"owner {visible(waiver.owner)}, approved by {visible(waiver.approved_by)}"
        yield visible(waiver.statement)
