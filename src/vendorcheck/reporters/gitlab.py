"""The report as GitLab's Code Quality: an array of findings and of what was not screened; empty where there is none."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rule import Severity
from vendorcheck.reporters.bill_paths import relative_path
from vendorcheck.reporters.gaps import Gap, gaps
from vendorcheck.reporters.output import text_writer
from vendorcheck.reporters.short import short_text
from vendorcheck.reporters.visible import visible
from vendorcheck.reporters.worst import MOST, left_out, worst_first

#: A critical finding blocks; a waived one is there to be seen.
_SEVERITIES: dict[Severity, str] = {
    "critical": "blocker",
    "high": "critical",
    "medium": "major",
    "low": "minor",
    "info": "info",
}

_GAP_SEVERITY = "critical"


def write(report: Report, file: BinaryIO) -> None:
    """Write the array, an entry a line of text, what was not screened first, then the worst findings."""
    text_writer(_texts(report))(file)


def _texts(report: Report) -> Iterator[str]:
    lead = "[\n"
    for entry in _entries(report):
        yield lead + json.dumps(entry)
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def _entries(report: Report) -> Iterator[dict[str, Any]]:
    yield from map(_of_gap, gaps(report))
    findings = worst_first(report)
    yield from map(_of_finding, findings[:MOST])
    if missing := findings[MOST:]:
        entry = _entry(left_out(len(missing), "finding"), "left-out", _digest("left-out"))
        yield {**entry, "severity": _SEVERITIES[missing[0].severity], "location": _location(missing[0].bill, None)}
    if report.settings.summary_only and report.summary.findings:
        text = f"Findings are left out (--summary-only): {report.summary.findings}."
        entry = _entry(text, "left-out", _digest("summary-only"))
        yield {**entry, "severity": "info", "location": _location(_first_bill(report), None)}


def _of_finding(finding: Finding) -> dict[str, Any]:
    return {
        **_entry(short_text(finding), visible(finding.rule), finding.fingerprint),
        "severity": "info" if finding.waived else _SEVERITIES[finding.severity],
        "location": _location(finding.bill, finding.line),
    }


def _of_gap(gap: Gap) -> dict[str, Any]:
    fingerprint = _digest(gap.kind, gap.bill, gap.sheet or "", gap.text)
    return {
        **_entry(f"Not screened. {gap.text}", gap.kind.removeprefix("line-"), fingerprint),
        "severity": _GAP_SEVERITY,
        "location": _location(gap.bill, gap.line),
    }


def _entry(text: str, check: str, fingerprint: str) -> dict[str, Any]:
    return {"description": text, "check_name": check, "fingerprint": fingerprint}


def _location(bill: str, line: int | None) -> dict[str, Any]:
    return {"path": relative_path(bill), "lines": {"begin": max(line or 1, 1)}}


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _first_bill(report: Report) -> str:
    return report.coverage.bills[0].name if report.coverage.bills else ""
