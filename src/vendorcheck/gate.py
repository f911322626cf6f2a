"""The gate: a report's counts and a policy to a verdict with reasons. It prints nothing and decides alone."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from vendorcheck.model.policy import Policy
from vendorcheck.model.report import Coverage, Summary, Verdict
from vendorcheck.model.rule import SEVERITIES, Rule, Severity, at_least

PASSED, FINDINGS, COULD_NOT_SCREEN, NOTHING_SCREENED, NOT_RELIABLE = 0, 1, 2, 3, 4

#: The exit code that wins where several hold.
PRECEDENCE = (COULD_NOT_SCREEN, FINDINGS, NOTHING_SCREENED, NOT_RELIABLE, PASSED)


class Screened(NamedTuple):
    """What the gate looks at: counts, coverage, and when the rulebook was verified.

    `failing` counts the findings that may fail the gate, by rule and severity.
    """

    summary: Summary
    failing: Mapping[tuple[str, Severity], int]
    rules: Mapping[str, Rule]
    coverage: Coverage
    verified_through: date | None
    as_of: date
    today: date


def judge(screened: Screened, policy: Policy) -> Verdict:
    """Return whether the run passes, its exit code, and every reason that speaks against it."""
    reasons = list(_reasons(screened, policy))
    codes = {code for code, _ in reasons}
    exit_code = next((code for code in PRECEDENCE if code in codes), PASSED)
    ordered = sorted(reasons, key=lambda reason: PRECEDENCE.index(reason[0]))
    texts = (*(text for _, text in ordered), *_notes(screened, policy))
    return Verdict(exit_code == PASSED, exit_code, policy.fail_on, texts, policy.id)


def rulebook_age_days(screened: Screened) -> int | None:
    """Return the days from the rulebook's verification to the later of as-of and today."""
    if screened.verified_through is None:
        return None
    return (max(screened.as_of, screened.today) - screened.verified_through).days


def _reasons(screened: Screened, policy: Policy) -> Iterator[tuple[int, str]]:
    coverage = screened.coverage
    for bill in coverage.bills:
        if bill.error is not None:
            code = COULD_NOT_SCREEN if bill.error_exit == COULD_NOT_SCREEN else NOT_RELIABLE
            yield code, f"screening incomplete: {bill.error}"
        elif bill.lines == 0:
            yield NOT_RELIABLE, f"{bill.name} has headings and no lines"
    for severity in reversed(SEVERITIES):
        yield from _at(severity, screened, policy)
    if coverage.screened == 0:
        yield NOTHING_SCREENED, "not one line was screened"
    if not policy.allow_unscreened:
        yield from _unscreened(screened)
    age = rulebook_age_days(screened)
    if age is not None and age > policy.hard_age_days:
        yield (
            NOT_RELIABLE,
            f"the rulebook was verified {_days(age)} ago; it may be relied on for {_days(policy.hard_age_days)}",
        )


def _at(severity: Severity, screened: Screened, policy: Policy) -> Iterator[tuple[int, str]]:
    """The findings of a severity that fail the gate: those of every rule, or of the rules a policy picks out."""
    counts = {rule: count for (rule, level), count in screened.failing.items() if level == severity and count}
    if at_least(severity, policy.fail_on):
        if counts:
            yield FINDINGS, f"{_findings(sum(counts.values()))} at {severity}"
        return
    picked = sum(count for rule, count in counts.items() if at_least(severity, policy.threshold(screened.rules[rule])))
    if picked:
        yield FINDINGS, f"{_findings(picked)} at {severity} that the policy {policy.id} does not let pass"


def _unscreened(screened: Screened) -> Iterator[tuple[int, str]]:
    left = screened.summary.by_determination["NOT_SCREENED"]
    if left:
        yield NOT_RELIABLE, f"{_lines(left)} not screened"
    if screened.coverage.unreadable:
        yield NOT_RELIABLE, f"{_lines(screened.coverage.unreadable)} not readable"


def _notes(screened: Screened, policy: Policy) -> Iterator[str]:
    """What does not fail the gate and must be said beside its answer."""
    if screened.summary.provisional:
        yield f"{_findings(screened.summary.provisional)} provisional: shown, and never fail the gate"
    left = screened.summary.by_determination["NOT_SCREENED"] + screened.coverage.unreadable
    if policy.allow_unscreened and left:
        yield f"{_lines(left)} not screened or not readable, allowed by --allow-unscreened"
    age = rulebook_age_days(screened)
    if age is not None and policy.warn_age_days < age <= policy.hard_age_days:
        yield f"the rulebook was verified {_days(age)} ago and is getting old"


def _findings(count: int) -> str:
    return f"{count} finding" if count == 1 else f"{count} findings"


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"
