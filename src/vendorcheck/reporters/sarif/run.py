"""What SARIF says of the run itself: how it ended, what was not screened or not shown, and the counts."""

from collections.abc import Iterator
from typing import Any

from vendorcheck.model.report import Report
from vendorcheck.reporters.bill_paths import relative_uri
from vendorcheck.reporters.gaps import Gap, GapKind, gaps
from vendorcheck.reporters.sarif.results import ROOT
from vendorcheck.reporters.sarif.rules import NOT_SCREENED
from vendorcheck.reporters.visible import visible
from vendorcheck.reporters.worst import left_out

NOTIFICATIONS = {
    "bill-not-read": "A bill was not screened",
    "line-not-readable": "Lines could not be read",
    "line-not-screened": "Lines name nothing that can be screened",
    "left-out": "Results were left out",
    "historical": "The screening asks for a day other than today",
    "gate": "A reason of the gate",
}

#: Exit codes of a run that did not do its work, or did none.
_UNSUCCESSFUL = (2, 3)

_NOT_TO_BE_RELIED_ON = (2, 3, 4)

_LEVELS: dict[GapKind, str] = {"bill-not-read": "error", "line-not-readable": "error", "line-not-screened": "warning"}

_MEANINGS = {
    0: "the gate passed",
    1: "findings fail the gate",
    2: "not all could be screened",
    3: "nothing was screened",
    4: "screened, but not to be relied on",
}


def invocation(report: Report, missing: int) -> dict[str, Any]:
    """Return how the run ended, with all that was not screened, and how many results are missing."""
    verdict = report.verdict
    meaning = _MEANINGS.get(verdict.exit_code, "")
    reasons = "; ".join(map(visible, verdict.reasons))
    return {
        "executionSuccessful": verdict.exit_code not in _UNSUCCESSFUL,
        "exitCode": verdict.exit_code,
        "exitCodeDescription": ": ".join(filter(None, (meaning, reasons))),
        "toolExecutionNotifications": list(_notifications(report, missing)),
    }


def run_properties(report: Report, shown: int, missing: int) -> dict[str, Any]:
    """Return for whom and as of when was screened, the gate, and the counts; they are those of the report."""
    settings, summary, verdict = report.settings, report.summary, report.verdict
    return {
        "as_of": settings.as_of.isoformat(),
        "profiles": [visible(profile.id) for profile in settings.profiles],
        "gate": {
            "passed": verdict.passed,
            "exit_code": verdict.exit_code,
            "fail_on": verdict.fail_on,
            "reasons": list(map(visible, verdict.reasons)),
        },
        "lines": summary.lines,
        "by_determination": dict(summary.by_determination),
        "findings": summary.findings,
        "by_severity": dict(summary.by_severity),
        "waived": summary.waived,
        "provisional": summary.provisional,
        "lines_not_readable": report.coverage.unreadable,
        "results": shown,
        "results_left_out": missing,
        "limits": list(map(visible, report.limits)),
    }


def _notifications(report: Report, missing: int) -> Iterator[dict[str, Any]]:
    yield from map(_of_gap, gaps(report))
    if missing:
        yield _said("left-out", "warning", left_out(missing, "finding"))
    settings = report.settings
    if settings.summary_only:
        yield _said("left-out", "warning", "Lines and findings are left out (--summary-only).")
    if settings.as_of < settings.today:
        yield _said("historical", "note", f"Historical screening, not a clearance: as of {settings.as_of}.")
    elif settings.as_of > settings.today:
        yield _said("historical", "note", f"As of a day to come: {settings.as_of}.")
    if report.verdict.exit_code in _NOT_TO_BE_RELIED_ON:
        yield from (_said("gate", "warning", visible(reason)) for reason in report.verdict.reasons)


def _of_gap(gap: Gap) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": relative_uri(gap.bill), "uriBaseId": ROOT}}
    if gap.line is not None:
        place["region"] = {"startLine": max(gap.line, 1)}
    said = _said(gap.kind, _LEVELS[gap.kind], gap.text)
    return {**said, "associatedRule": {"id": NOT_SCREENED}, "locations": [{"physicalLocation": place}]}


def _said(kind: str, level: str, text: str) -> dict[str, Any]:
    return {"descriptor": {"id": kind}, "level": level, "message": {"text": text}}
