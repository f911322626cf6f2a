"""A line of a bill as a test: what its findings do to it."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.rule import Severity, at_least
from vendorcheck.reporters.junit.elements import JunitTest, State
from vendorcheck.reporters.junit.told import line_texts
from vendorcheck.reporters.short import headline, waived_text
from vendorcheck.reporters.text.bills import table_text
from vendorcheck.reporters.visible import cut, visible
from vendorcheck.reporters.worst import weight

#: Exit codes of a gate that no finding failed: 1 would have come before 0, 3 and 4.
_NO_FINDING_FAILED = (0, 3, 4)

_STATES: tuple[State, ...] = ("failure", "error", "skipped", "passed")

MAX_NAME = 60


class Judged(NamedTuple):
    """A listed line, its findings, the worst first, and what that makes of its test."""

    line: LineResult
    findings: tuple[Finding, ...]
    state: State

    @property
    def weight(self) -> tuple[object, ...]:
        """How much it weighs, to sort by: the least weighs most."""
        worst = weight(self.findings[0]) if self.findings else (0, 0, False, False)
        return (_STATES.index(self.state), *worst)


class Threshold(NamedTuple):
    """From which severity on a finding fails the gate, and whether one may have."""

    severity: Severity
    may_fail: bool

    @classmethod
    def of(cls, report: Report) -> "Threshold":
        """Return the threshold of a report's gate."""
        return cls(report.verdict.fail_on, report.verdict.exit_code not in _NO_FINDING_FAILED)

    def reached(self, finding: Finding) -> bool:
        """Return whether a finding is of a kind that fails the gate, were it not waived."""
        return finding.provisional is None and at_least(finding.severity, self.severity)


def judged(line: LineResult, findings: Sequence[Finding], threshold: Threshold) -> Judged:
    """Return what a line with these findings comes to as a test."""
    ordered = tuple(sorted(findings, key=weight))
    return Judged(line, ordered, _state(line, ordered, threshold))


def line_test(judged: Judged) -> JunitTest:
    """Return the test of a line; its name holds the line's number, its text all that is to be known."""
    line = judged.line
    return JunitTest(
        name=_name(line),
        classname=table_text(line.bill, line.place.sheet),
        state=judged.state,
        type=line.determination,
        message=_message(judged),
        text=tuple(line_texts(line, judged.findings)),
    )


def _state(line: LineResult, findings: Sequence[Finding], threshold: Threshold) -> State:
    reached = [finding for finding in findings if threshold.reached(finding)]
    if threshold.may_fail and any(finding.waived is None for finding in reached):
        return "failure"
    if line.determination == "NOT_SCREENED":
        return "error"
    if any(finding.waived for finding in reached) or (findings and all(finding.waived for finding in findings)):
        return "skipped"
    return "passed"


def _name(line: LineResult) -> str:
    number = f"line {'-' if line.line is None else line.line}"
    pointer = f" {visible(line.place.pointer)}" if line.place.pointer is not None else ""
    cells = {cell.role: cell.text for cell in reversed(line.excerpt)}
    named = next((cells[role] for role in ("maker", "brand", "vendor") if cells.get(role)), "")
    thing = cells.get("part") or cells.get("description") or ""
    said = " · ".join(cut(visible(text), MAX_NAME) for text in (named, thing) if text)
    return f"{number}{pointer}: {said}" if said else f"{number}{pointer}"


def _message(judged: Judged) -> str:
    findings = judged.findings
    if judged.state == "error":
        return f"not screened: {visible(judged.line.reason or 'no reason given')}"
    if judged.state == "skipped":
        waived = dict.fromkeys(filter(None, map(waived_text, findings)))
        return "; ".join(waived)
    if not findings:
        return ""
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    return headline(findings[0]) + more
