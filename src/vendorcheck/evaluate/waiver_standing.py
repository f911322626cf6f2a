"""How a waiver stands on a day: whether it holds, and what its owner should know, whatever the bills hold."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from vendorcheck.model.rule import Rule
from vendorcheck.model.rule_digest import ENOUGH, rule_digest
from vendorcheck.model.waiver import PROHIBITED_REASONS, Waiver, WaiverStanding

#: In how many days an end is near.
SOON_DAYS = 14


def standings(waivers: Iterable[Waiver], rules: Mapping[str, Rule], day: date) -> tuple[WaiverStanding, ...]:
    """Return how waivers of these rules stand on a day, in their order."""
    waivers = tuple(waivers)
    named = {waiver.rule for waiver in waivers if waiver.recorded}
    digests = {name: rule_digest(rules[name]) for name in named}
    return tuple(_standing(waiver, rules, digests, day) for waiver in waivers)


def _standing(waiver: Waiver, rules: Mapping[str, Rule], digests: Mapping[str, str], day: date) -> WaiverStanding:
    days_left = (waiver.expires - day).days
    if waiver.expired(day):
        because = f"it held through {waiver.expires.isoformat()}"
        return WaiverStanding(waiver, "expired", days_left, because)
    recorded = waiver.recorded
    if recorded and not digests[waiver.rule].startswith(recorded.rule):
        because = (
            f"{waiver.rule} is no longer the rule it was signed for: its digest begins with "
            f"{digests[waiver.rule][:ENOUGH]}, not {recorded.rule[:ENOUGH]}"
        )
        return WaiverStanding(waiver, "lapsed", days_left, because)
    return WaiverStanding(waiver, "holds", days_left, "", tuple(_remarks(waiver, rules.get(waiver.rule), days_left)))


def _remarks(waiver: Waiver, rule: Rule | None, days_left: int) -> Iterator[str]:
    if days_left <= SOON_DAYS:
        last = waiver.expires.isoformat()
        when = "today" if days_left == 0 else "in 1 day" if days_left == 1 else f"in {days_left} days"
        yield f"expires soon: {last}, {when}, is the last day on which it holds"
    if _was_prohibited(waiver) and waiver.reason not in PROHIBITED_REASONS:
        taken = " or ".join(PROHIBITED_REASONS)
        yield f"does not cover a prohibited finding: {waiver.reason} is no reason for that; {taken} would be"
    if waiver.scope.everything:
        yield f"over-broad: it covers every finding of {waiver.rule}"
    if rule is not None and rule.status != "stable":
        yield f"{waiver.rule} does not run: its status is {rule.status}"


def _was_prohibited(waiver: Waiver) -> bool:
    """Whether it was signed for a finding that makes its line PROHIBITED."""
    recorded = waiver.recorded
    return recorded is not None and (recorded.outcome, recorded.severity) == ("yes", "critical")
