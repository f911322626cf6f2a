"""A line of a bill as a test: what its findings do to it."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.reporters.junit.elements import JunitTest, State
from vendorcheck.reporters.junit.told import line_texts
from vendorcheck.reporters.short import headline, waived_text
from vendorcheck.reporters.text.bills import table_text
from vendorcheck.reporters.visible import cut, visible
from vendorcheck.reporters.worst import weight

_STATES: tuple[State, ...] = ("failure", "error", "skipped", "passed")

MAX_NAME = 60


class Judged(NamedTuple):
    """A listed line, its findings, the weightiest first, and what that makes of its test."""

    line: LineResult
    findings: tuple[Finding, ...]
    state: State

    @property
    def weight(self) -> tuple[object, ...]:
        """How much it weighs, to sort by: the least weighs most."""
        worst = weight(self.findings[0]) if self.findings else (0, 0, False, False)
        return (_STATES.index(self.state), *worst)


def judged(line: LineResult, findings: Sequence[Finding]) -> Judged:
    """Return what a line with these findings comes to as a test: those that fail the gate come first."""
    ordered = tuple(sorted(findings, key=lambda finding: (not finding.fails_gate, weight(finding))))
    return Judged(line, ordered, _state(line, ordered))


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


def _state(line: LineResult, findings: Sequence[Finding]) -> State:
    if any(finding.fails_gate for finding in findings):
        return "failure"
    if line.determination == "NOT_SCREENED":
        return "error"
    return "skipped" if any(finding.waived for finding in findings) else "passed"


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
