"""Severity by one rubric, and the determination of a line: the first that holds."""

from collections.abc import Iterable

from vendorcheck.model.finding import Determination, Flag, Outcome
from vendorcheck.model.hit import Facts
from vendorcheck.model.rule import MARKET_ACTS, Act, Profile, Rule, Severity, at_least


def binds(rule: Rule, profiles: Iterable[Profile]) -> bool:
    """Return whether a rule binds a buyer of one of the chosen profiles."""
    return any(not set(profile.buyers).isdisjoint(rule.binds) for profile in profiles)


def barred_acts(rule: Rule, profiles: Iterable[Profile]) -> tuple[Act, ...]:
    """Return the acts of the chosen profiles that a rule bars, in the rule's order."""
    acts = {act for profile in profiles if not set(profile.buyers).isdisjoint(rule.binds) for act in profile.acts}
    return tuple(act for act in rule.bars if act in acts)


def severity_of(
    rule: Rule, outcome: Outcome, barred: tuple[Act, ...], *, provisional: bool, has_profile: bool
) -> Severity:
    """Return the severity of a flag: computed where the rule bars this buyer, stated in the rule elsewhere."""
    if provisional:
        return rule.severity
    if barred:
        return "critical" if outcome == "yes" else "high"
    if not has_profile and not set(rule.bars).isdisjoint(MARKET_ACTS):
        return "high"
    return rule.severity


def prohibits(flag: Flag) -> bool:
    """Return whether a flag by itself makes its line PROHIBITED."""
    return bool(flag.barred) and not flag.provisional and flag.outcome == "yes"


def determination_of(flags: Iterable[Flag], facts: Facts) -> tuple[Determination, str | None]:
    """Return what a line comes to, and in a few words why."""
    flags = list(flags)
    barring = [flag for flag in flags if flag.barred and not flag.provisional]
    if certain := [flag for flag in flags if prohibits(flag)]:
        return "PROHIBITED", "barred by " + _rules(certain)
    if barring:
        needs = dict.fromkeys(need for flag in barring for need in flag.needs)
        return "UNDETERMINED", f"{_rules(barring)} may bar it; missing: {', '.join(needs)}"
    if facts.hits and not facts.screened:  # they are those of other lines: it names nobody itself
        return "NOT_SCREENED", facts.reason
    if weighty := [flag for flag in flags if at_least(flag.severity, "medium")]:
        return "REVIEW", "reached by " + _rules(weighty)
    if any(hit.confidence == "possible" for hit in facts.hits):
        return "REVIEW", "who made it is only possible, not established"
    if facts.screened:
        return "CLEAR", None
    return "NOT_SCREENED", facts.reason


def _rules(flags: Iterable[Flag]) -> str:
    return ", ".join(dict.fromkeys(flag.rule for flag in flags))
