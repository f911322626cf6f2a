"""The gate as a test: whatever fails the run fails this one, so that no reader of tests takes it for passed."""

from collections import Counter
from collections.abc import Iterator

from vendorcheck.model.report import Report
from vendorcheck.reporters.junit.elements import JunitTest, State, Suite
from vendorcheck.reporters.list_text import list_text
from vendorcheck.reporters.text.bills import lines_text

NAME = "vendorcheck"

#: The exit code of a gate that findings failed; the others mean that the screening itself falls short.
_FINDINGS = 1


def gate_suite(report: Report) -> Suite:
    """Return the suite with the gate's verdict, the counts of the run, and what it rests on."""
    verdict = report.verdict
    state: State = "passed" if verdict.passed else "failure" if verdict.exit_code == _FINDINGS else "error"
    reasons = "; ".join(verdict.reasons) or f"nothing at {verdict.fail_on} or above"
    message = f"the gate {'passed' if verdict.passed else 'failed'} (exit {verdict.exit_code}): {reasons}"
    test = JunitTest("gate", NAME, state, f"exit-{verdict.exit_code}", message, (message, *_counts(report)))
    return Suite(NAME, Counter([state]), [test], dict(_properties(report)))


def _counts(report: Report) -> Iterator[str]:
    summary, settings = report.summary, report.settings
    counts = ", ".join(f"{count} {name}" for name, count in summary.by_determination.items() if count)
    yield f"{lines_text(summary.lines)}: {counts}" if counts else lines_text(summary.lines)
    yield f"findings: {summary.findings}, waived: {summary.waived}, provisional: {summary.provisional}"
    yield f"lines not readable: {report.coverage.unreadable}"
    if settings.as_of < settings.today:
        yield f"Historical screening, not a clearance: as of {settings.as_of}, today is {settings.today}."
    yield from report.limits


def _properties(report: Report) -> Iterator[tuple[str, str]]:
    settings = report.settings
    yield "version", report.provenance.version
    yield "as_of", settings.as_of.isoformat()
    yield "profiles", " ".join(profile.id for profile in settings.profiles)
    yield "fail_on", report.verdict.fail_on
    for source in report.provenance.rulebook:
        yield f"rulebook {source.name} {source.version}", source.digest
    for listed in report.provenance.lists:
        yield f"list {list_text(listed)}", listed.digest
    if report.provenance.reference:
        yield "reference", report.provenance.reference
