"""How waivers stand on a day: what holds, what has expired or lapsed, what their owners should know."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from vendorcheck.evaluate.waiver_standing import SOON_DAYS, standings
from vendorcheck.model.rule import Rule
from vendorcheck.model.rule_digest import rule_digest
from vendorcheck.model.waiver import NamePair, Recorded, Waiver, WaiverScope, WaiverStanding

LAST = date(2027, 1, 31)
MakeRule = Callable[..., Rule]


def _waiver(rule: Rule | None, scope: WaiverScope, *, signs: int = 12) -> Waiver:
    recorded = Recorded(rule_digest(rule)[:signs], "yes", "high") if rule else None
    created = date(2026, 11, 2)
    name = rule.id if rule else "all"
    return Waiver("w-1", name, scope, "mitigated", "why", "a", "b", created, LAST, recorded=recorded)


def _standing(rule: Rule, scope: WaiverScope, day: date, now: Rule | None = None, signs: int = 12) -> WaiverStanding:
    (standing,) = standings([_waiver(rule, scope, signs=signs)], {rule.id: now or rule}, day)
    return standing


@pytest.mark.parametrize(
    ("days", "state", "said"),
    [
        (-SOON_DAYS - 1, "holds", ""),
        (-SOON_DAYS, "holds", "expires soon: 2027-01-31, in 14 days, is the last day on which it holds"),
        (-1, "holds", "expires soon: 2027-01-31, in 1 day, is the last day on which it holds"),
        (0, "holds", "expires soon: 2027-01-31, today, is the last day on which it holds"),
        (1, "expired", "it held through 2027-01-31"),
    ],
)
def test_the_days_around_its_end(make_rule: MakeRule, days: int, state: str, said: str) -> None:
    standing = _standing(make_rule(), WaiverScope(vendor="Harbor"), LAST + timedelta(days))
    assert (standing.state, standing.days_left) == (state, -days)
    assert (standing.because or "; ".join(standing.remarks)) == said
    assert standing.holds is (days <= 0)


@pytest.mark.parametrize("signs", [12, 20, 64])
def test_it_holds_while_the_rule_stays_what_it_was(make_rule: MakeRule, signs: int) -> None:
    rule = make_rule()
    changed = rule._replace(message="Another message.")
    scope, day = WaiverScope(vendor="Harbor"), date(2026, 12, 1)
    assert _standing(rule, scope, day, signs=signs).holds
    lapsed = _standing(rule, scope, day, changed, signs)
    assert (lapsed.state, lapsed.remarks) == ("lapsed", ())
    assert lapsed.because == (
        f"{rule.id} is no longer the rule it was signed for: its digest begins with {rule_digest(changed)[:12]}, "
        f"not {rule_digest(rule)[:12]}"
    )


def test_what_has_expired_is_not_said_to_have_lapsed(make_rule: MakeRule) -> None:
    rule = make_rule()
    day = LAST + timedelta(1)
    assert _standing(rule, WaiverScope(part="A"), day, rule._replace(title="Another")).state == "expired"


def test_a_waiver_of_all_findings_is_over_broad(make_rule: MakeRule) -> None:
    standing = _standing(make_rule(), WaiverScope(everything=True), date(2026, 12, 1))
    assert standing.remarks == ("over-broad: it covers every finding of no-cameras",)


def test_that_its_rule_does_not_run_is_said(make_rule: MakeRule) -> None:
    standing = _standing(make_rule(status="retired"), WaiverScope(part="A"), date(2026, 12, 1))
    assert standing.remarks == ("no-cameras does not run: its status is retired",)


def test_a_name_pair_is_for_no_rule_that_could_change() -> None:
    pair = _waiver(None, WaiverScope(pair=NamePair("Acme Bakery", "acme")))
    assert standings([pair], {}, date(2026, 12, 1)) == (WaiverStanding(pair, "holds", 61),)
