"""The gate: a report's counts and a policy to a verdict with reasons. It prints nothing and decides alone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from vendorcheck.gate.ages import getting_old, too_old
from vendorcheck.gate.screened import Screened
from vendorcheck.model.finding import Finding, Judged
from vendorcheck.model.policy import NamedFile, Policy
from vendorcheck.model.report import Verdict, WaiverTerms
from vendorcheck.model.rule import SEVERITIES, Rule, Severity, at_least
from vendorcheck.model.waiver import WAIVER_STATES

PASSED, FINDINGS, COULD_NOT_SCREEN, NOTHING_SCREENED, NOT_RELIABLE = 0, 1, 2, 3, 4

#: The exit code that wins where several hold.
PRECEDENCE = (COULD_NOT_SCREEN, FINDINGS, NOTHING_SCREENED, NOT_RELIABLE, PASSED)


def judge(screened: Screened, policy: Policy) -> Verdict:
    """Return whether the run passes, its exit code, and every reason that speaks against it."""
    reasons = list(_reasons(screened, policy))
    codes = {code for code, _ in reasons}
    exit_code = next((code for code in PRECEDENCE if code in codes), PASSED)
    ordered = sorted(reasons, key=lambda reason: PRECEDENCE.index(reason[0]))
    texts = (*(text for _, text in ordered), *_notes(screened, policy))
    return Verdict(exit_code == PASSED, exit_code, policy.fail_on, texts, policy.id, _terms(policy))


def would_fail(each: Judged, rules: Mapping[str, Rule], policy: Policy) -> bool:
    """Return whether a finding fails the gate, unless a waiver covers it or a baseline lets it pass."""
    rule = rules[each.rule]
    weighs = _may_fail(each, policy) and at_least(each.severity, policy.threshold(rule))
    return weighs and policy.left_out(rule, each.confidence) is None


def marked(findings: Sequence[Finding], screened: Screened, policy: Policy) -> tuple[Finding, ...]:
    """Return findings that say whether they fail the gate, by what the verdict counts them by."""
    fails = {each: would_fail(each, screened.rules, policy) for each in {finding.judged for finding in findings}}
    return tuple(
        finding._replace(fails_gate=fails[finding.judged] and not (finding.waived or _is_let_pass(finding, screened)))
        for finding in findings
    )


def _is_let_pass(finding: Finding, screened: Screened) -> bool:
    """Whether only new findings are to count, and the baseline knows this one."""
    return screened.known is not None and finding.baseline == "known"


def _terms(policy: Policy) -> WaiverTerms | None:
    if policy.waivers == "none":
        return None
    named = policy.waivers.path.as_posix() if isinstance(policy.waivers, NamedFile) else None
    return WaiverTerms(policy.max_waiver_days, named)


def _reasons(screened: Screened, policy: Policy) -> Iterator[tuple[int, str]]:
    coverage = screened.coverage
    for bill in coverage.bills:
        if bill.error is not None:
            code = COULD_NOT_SCREEN if bill.error_exit == COULD_NOT_SCREEN else NOT_RELIABLE
            yield code, f"screening incomplete: {bill.error}"
        elif bill.lines == 0:
            yield NOT_RELIABLE, f"{bill.name} has headings and no lines"
    for severity in reversed(SEVERITIES):
        yield from ((FINDINGS, text) for text in _at(severity, screened, policy))
    if coverage.screened == 0:
        yield NOTHING_SCREENED, "not one line was screened"
    if not policy.allow_unscreened:
        yield from ((NOT_RELIABLE, text) for text in _unscreened(screened))
    yield from ((NOT_RELIABLE, text) for text in too_old(screened, policy))
    if policy.strict:
        yield from ((NOT_RELIABLE, f"{text} (--strict)") for text in _warnings(screened, policy))


def _at(severity: Severity, screened: Screened, policy: Policy) -> Iterator[str]:
    """What is said of the findings of a severity that fail the gate, established ones first."""
    certain = picked = provisional = 0
    for each, count in _counted(screened, policy).items():
        if each.severity != severity or not _weighs(each, screened, policy) or _left_out(each, screened, policy):
            continue
        if each.provisional:
            provisional += count
        elif at_least(severity, policy.fail_on):
            certain += count
        else:
            picked += count
    if certain:
        yield f"{_findings(certain)} at {severity}"
    if picked:
        yield f"{_findings(picked)} at {severity} that the policy {policy.id} does not let pass"
    if provisional:
        yield f"{_findings(provisional)} at {severity}, provisional, that the policy {policy.id} lets fail the gate"


def _counted(screened: Screened, policy: Policy) -> Mapping[Judged, int]:
    """The findings that count: not the provisional ones unless a policy opts in, nor those that a baseline takes."""
    left = Counter(screened.failing)
    left.subtract(screened.known or {})
    return {each: count for each, count in left.items() if count > 0 and _may_fail(each, policy)}


def _may_fail(each: Judged, policy: Policy) -> bool:
    return policy.fail_provisional or not each.provisional


def _weighs(each: Judged, screened: Screened, policy: Policy) -> bool:
    """Whether a finding is severe enough to fail the gate."""
    return at_least(each.severity, policy.threshold(screened.rules[each.rule]))


def _left_out(each: Judged, screened: Screened, policy: Policy) -> str | None:
    return policy.left_out(screened.rules[each.rule], each.confidence)


def _unscreened(screened: Screened) -> Iterator[str]:
    left = screened.summary.by_determination["NOT_SCREENED"]
    if left:
        yield f"{_lines(left)} not screened"
    if screened.coverage.unreadable:
        yield f"{_lines(screened.coverage.unreadable)} not readable"


def _warnings(screened: Screened, policy: Policy) -> Iterator[str]:
    """What a strict run does not pass over."""
    yield from getting_old(screened, policy)
    for state in WAIVER_STATES:
        names = [each.waiver.id for each in screened.coverage.waivers if each.state == state]
        if names and state != "used":
            yield f"waivers {state}: {', '.join(names)}"


def _notes(screened: Screened, policy: Policy) -> Iterator[str]:
    """What does not fail the gate and must be said beside its answer."""
    if screened.summary.provisional and not policy.fail_provisional:
        yield f"{_findings(screened.summary.provisional)} provisional: shown, and never fail the gate"
    elif screened.summary.provisional:
        count = _findings(screened.summary.provisional)
        yield f"{count} provisional: the policy {policy.id} treats them as established"
    if screened.summary.waived:
        yield f"{_findings(screened.summary.waived)} waived: shown, and kept from failing the gate"
    left = screened.summary.by_determination["NOT_SCREENED"] + screened.coverage.unreadable
    if policy.allow_unscreened and left:
        yield f"{_lines(left)} not screened or not readable, allowed by {_by(policy, '--allow-unscreened')}"
    if not policy.strict:
        yield from getting_old(screened, policy)
    if screened.known is not None:
        known = sum(screened.known[each] for each in screened.known if would_fail(each, screened.rules, policy))
        yield f"{_findings(known)} that would fail the gate, known from the baseline, do not (--new-only)"
    yield from _filters(screened, policy)
    yield from (f"severity of {each.of} raised to {each.to} by the policy {policy.id}" for each in policy.severities)
    yield from policy.remarks


def _filters(screened: Screened, policy: Policy) -> Iterator[str]:
    """Each filter, and how many findings it keeps from failing the gate."""
    out: Counter[str | None] = Counter()
    for each, count in _counted(screened, policy).items():
        if _weighs(each, screened, policy):
            out[_left_out(each, screened, policy)] += count
    if policy.select:
        by = _by(policy, "--select")
        yield f"only {', '.join(policy.select)} can fail the gate ({by}): {_shown(out['select'])}"
    if policy.ignore:
        by = _by(policy, "--ignore")
        yield f"{', '.join(policy.ignore)} cannot fail the gate ({by}): {_shown(out['ignore'])}"
    if policy.min_confidence != "possible":
        below = f"findings below {policy.min_confidence} cannot fail the gate (--min-confidence)"
        yield f"{below}: {_shown(out['min-confidence'])}"


def _by(policy: Policy, option: str) -> str:
    """Who said so: the policy, beside which nothing milder can be asked for, or the option."""
    return option if policy.id is None else f"the policy {policy.id}"


def _shown(count: int) -> str:
    return f"{_findings(count)} left out, and shown"


def _findings(count: int) -> str:
    return f"{count} finding" if count == 1 else f"{count} findings"


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"


__all__ = ["Screened", "judge", "marked", "would_fail"]
