"""The rules of a traced line in rows: those that reached it step by step, and the others with why they did not."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.condition import predicates_of
from vendorcheck.model.finding import Finding
from vendorcheck.model.period import dated
from vendorcheck.model.trace import Explanation, LineTrace, ReachTrace, RuleState, RuleTrace
from vendorcheck.model.truth import NO
from vendorcheck.reporters.explanation.reasons import reason_of
from vendorcheck.reporters.rule_pages.law import scope_text
from vendorcheck.reporters.text.findings import SEVERITY_STYLE
from vendorcheck.reporters.text.rows import Indent, Row, Style, heading_rows, paragraph, row
from vendorcheck.reporters.wording import condition_text, trigger_text

_STEP = Indent(4, 10)
_OTHER = Indent(2, 0)
_REASON = Indent(4, 0)

#: In which order the rules that did not reach a line are told: those that came nearest first.
_STATES: dict[RuleState, str] = {
    "qualifier_no": "Did not reach it: a qualifier is NO",
    "not_in_force": "Did not reach it: not in force on that day",
    "not_published": "Did not reach it: nothing published on that day",
    "not_triggered": "Did not reach it: not triggered",
    "draft": "Not run: drafts",
    "retired": "Not run: retired",
}


def reached_rows(trace: LineTrace, explanation: Explanation, width: int) -> Iterator[Row]:
    """Yield each finding of a line with the steps that led to it: those of the chosen buyer first."""
    rules = {each.rule: each for each in trace.rules}
    bound = [finding for finding in trace.findings if _concerns(finding, explanation)]
    others = [finding for finding in trace.findings if finding not in bound]
    for heading, findings in (("Rules that reached it", bound), ("Reached it, and binds other buyers", others)):
        if findings:
            yield from heading_rows(heading)
        for finding in findings:
            yield from _finding(finding, rules[finding.rule], trace, explanation, width)


def other_rows(trace: LineTrace, explanation: Explanation, width: int) -> Iterator[Row]:
    """Yield the rules that did not reach a line: those that came near one by one, the rest by their reason."""
    for state, heading in _STATES.items():
        found = [each for each in trace.rules if each.state == state]
        if found:
            yield from heading_rows(f"{heading} ({len(found)})")
        reasons: dict[str, list[str]] = {}
        for each in found:
            reasons.setdefault(reason_of(each, trace.facts, explanation), []).append(each.rule)
        for reason, names in reasons.items():
            yield from paragraph("", ", ".join(names), width, _OTHER)
            yield from paragraph("", reason, width, _REASON, style="dim")
        for each in found:
            if each.binds_buyer and each.reaches:
                yield from _not_reached(each, explanation, width)


def _concerns(finding: Finding, explanation: Explanation) -> bool:
    return finding.binds_buyer or not finding.binds or not explanation.settings.profiles


def _finding(
    finding: Finding, told: RuleTrace, trace: LineTrace, explanation: Explanation, width: int
) -> Iterator[Row]:
    party = f" · {finding.party_name}" if finding.party_name else ""
    provisional: tuple[str, Style] = (" (provisional)" if finding.provisional else "", "warn")
    yield row(
        "  ",
        (finding.severity, SEVERITY_STYLE[finding.severity]),
        "  ",
        (finding.rule, "strong"),
        f"  {finding.outcome}{party}",
        provisional,
    )
    rulebook = explanation.rulebook
    rule = rulebook.rules[finding.rule]
    for label, text in (
        ("trigger", trigger_text(rule.when, rulebook)),
        *_steps(_best(told.reaches, finding), explanation),
        ("binds", "; ".join(finding.binds)),
        *_missing(finding),
        ("caution", finding.provisional or ""),
        ("gate", "it fails the gate" if finding.id in trace.failing else ""),
    ):
        if text:
            yield from paragraph(label, text, width, _STEP)


def _missing(finding: Finding) -> Iterator[tuple[str, str]]:
    for at, need in enumerate(finding.needs):
        yield "" if at else "missing", f"{need.fact}: {need.ask}"


def _not_reached(told: RuleTrace, explanation: Explanation, width: int) -> Iterator[Row]:
    """A rule of the chosen buyer that came near, step by step."""
    yield row("  ", (told.rule, "strong"), "  binds this buyer, and did not reach the line:")
    for reach in told.reaches:
        for label, text in _steps(reach, explanation):
            yield from paragraph(label, text, width, _STEP)


def _steps(reach: ReachTrace, explanation: Explanation) -> Iterator[tuple[str, str]]:
    """What was asked for a reach, each with YES, UNKNOWN or NO before it."""
    rulebook, naming = explanation.rulebook, reach.naming
    if reach.party:
        behind = reach.hit.party if reach.hit else reach.party
        through = f" through {explanation.names[behind]}" if behind != reach.party else ""
        named = f", named as {'; '.join(naming.listed_as)} {dated('since', naming.since.text)}" if naming else ""
        listed = f", by {', '.join(reach.entries)}" if reach.entries else ""
        yield reach.reached.name, f"{explanation.names[reach.party]}: {reach.relation}{through}{named}{listed}"
    if reach.entry:
        state = (
            f"{reach.entry.state.replace('_', ' ')} {dated('since', reach.entry.date.text)} ({reach.entry.citation})"
        )
        yield reach.in_force.name, state
    for asked in reach.asked:
        yield asked.truth.name, condition_text(asked.condition, rulebook)
        if naming and any(each.name == "scope" for each in predicates_of(asked.condition)):
            yield "", f"scope: {scope_text(naming.scope, rulebook) or 'anything'}"


def _best(reaches: Sequence[ReachTrace], finding: Finding) -> ReachTrace:
    """The reach behind a finding: of its party and subject the one that came furthest."""
    own = [
        each
        for each in reaches
        if each.truth != NO
        and each.party == finding.party
        and (each.hit is None or each.hit.subject == finding.subject)
    ]
    return max(own, key=lambda each: (each.provisional is None, each.relation == finding.relation, each.truth))
