"""The rubric of severity row by row, and the five determinations in their order."""

from collections.abc import Callable
from typing import Any

import pytest

from vendorcheck.evaluate.severity import barred_acts, determination_of, severity_of
from vendorcheck.model.finding import OUTCOMES, Determination, Flag, Outcome
from vendorcheck.model.hit import Confidence, Facts, Hit
from vendorcheck.model.rule import ACTS, MARKET_ACTS, SEVERITIES, Act, Profile, Rule, Severity

MakeFlag = Callable[..., Flag]
MakeHit = Callable[..., Hit]
MakeRule = Callable[..., Rule]


@pytest.mark.parametrize(
    ("bars", "binds", "barred"),
    [
        (("buy",), ("agency",), ("buy",)),
        (("contract", "use", "buy"), ("agency",), ("contract", "buy")),
        (("buy",), ("trade", "agency"), ("buy",)),
        (("export",), ("agency",), ()),
        (("buy",), ("trade",), ()),
        (("buy",), (), ()),
        ((), ("agency",), ()),
    ],
)
def test_a_rule_bars_the_acts_of_the_buyers_it_binds(
    make_rule: MakeRule, buyer: Profile, bars: tuple[Act, ...], binds: tuple[str, ...], barred: tuple[Act, ...]
) -> None:
    assert barred_acts(make_rule(bars=bars, binds=binds), (buyer,)) == barred


def test_the_acts_of_one_buyer_are_not_those_of_another(make_rule: MakeRule, buyer: Profile) -> None:
    importer = Profile("importer", "An importer", ("trade",), ("import",))
    rule = make_rule(bars=("buy", "import"), binds=("trade",))
    assert barred_acts(rule, (buyer,)) == ()
    assert barred_acts(rule, (buyer, importer)) == ("import",)
    assert barred_acts(rule, ()) == ()


@pytest.mark.parametrize(("outcome", "severity"), [("yes", "critical"), ("unknown", "high"), ("possible", "high")])
@pytest.mark.parametrize("stated", SEVERITIES)
def test_what_bars_this_buyer_is_critical_and_high_while_open(
    make_rule: MakeRule, outcome: Outcome, severity: Severity, stated: Severity
) -> None:
    rule = make_rule(severity=stated)
    assert severity_of(rule, outcome, ("buy",), provisional=False, has_profile=True) == severity


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("act", ACTS)
def test_without_a_profile_a_bar_on_the_market_is_high(make_rule: MakeRule, outcome: Outcome, act: Act) -> None:
    rule = make_rule(severity="low", bars=("invest", act))
    expected = "high" if act in MARKET_ACTS else "low"
    assert severity_of(rule, outcome, (), provisional=False, has_profile=False) == expected


@pytest.mark.parametrize("stated", SEVERITIES)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_elsewhere_the_severity_is_the_one_stated_in_the_rule(
    make_rule: MakeRule, outcome: Outcome, stated: Severity
) -> None:
    rule = make_rule(severity=stated, bars=("buy",))
    assert severity_of(rule, outcome, (), provisional=False, has_profile=True) == stated
    assert severity_of(rule._replace(bars=()), outcome, (), provisional=False, has_profile=False) == stated


@pytest.mark.parametrize("stated", SEVERITIES)
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize(("barred", "has_profile"), [(("buy",), True), ((), True), ((), False)])
def test_what_is_provisional_has_the_severity_stated_in_the_rule(
    make_rule: MakeRule, stated: Severity, outcome: Outcome, barred: tuple[Act, ...], *, has_profile: bool
) -> None:
    rule = make_rule(severity=stated)
    assert severity_of(rule, outcome, barred, provisional=True, has_profile=has_profile) == stated


BARS = {"rule": "bars", "barred": ("buy",), "severity": "critical"}
MAY_BAR = {"rule": "may-bar", "barred": ("buy",), "severity": "high", "outcome": "unknown", "needs": ("purpose",)}
MAY_BE = {"rule": "may-be", "barred": ("buy",), "severity": "high", "outcome": "possible", "needs": ("identity",)}
REPORTED = {"rule": "reported", "severity": "medium"}
NOT_BOUND = {"rule": "not-bound", "severity": "high"}
PROVISIONAL = {"rule": "soon", "barred": ("buy",), "severity": "medium", "provisional": "only reports of it were seen"}
LOW = {"rule": "low", "severity": "low"}
INFO = {"rule": "info", "severity": "info"}


@pytest.mark.parametrize(
    ("given", "determination", "reason"),
    [
        ([], "CLEAR", None),
        ([INFO], "CLEAR", None),
        ([LOW, INFO], "CLEAR", None),
        ([REPORTED, LOW], "REVIEW", "reached by reported"),
        ([NOT_BOUND, REPORTED], "REVIEW", "reached by not-bound, reported"),
        ([REPORTED, REPORTED], "REVIEW", "reached by reported"),
        ([REPORTED | {"outcome": "unknown", "needs": ("purpose",)}], "REVIEW", "reached by reported"),
        ([PROVISIONAL], "REVIEW", "reached by soon"),
        ([PROVISIONAL | {"outcome": "unknown"}], "REVIEW", "reached by soon"),
        ([PROVISIONAL | {"severity": "low"}], "CLEAR", None),
        ([PROVISIONAL | {"severity": "critical"}], "REVIEW", "reached by soon"),
        ([MAY_BAR], "UNDETERMINED", "may-bar may bar it; missing: purpose"),
        ([MAY_BE], "UNDETERMINED", "may-be may bar it; missing: identity"),
        ([MAY_BAR, MAY_BE, MAY_BAR], "UNDETERMINED", "may-bar, may-be may bar it; missing: purpose, identity"),
        ([REPORTED, PROVISIONAL, MAY_BAR], "UNDETERMINED", "may-bar may bar it; missing: purpose"),
        ([BARS], "PROHIBITED", "barred by bars"),
        ([BARS, BARS | {"rule": "bars-too"}], "PROHIBITED", "barred by bars, bars-too"),
        ([LOW, REPORTED, PROVISIONAL, MAY_BE, MAY_BAR, BARS], "PROHIBITED", "barred by bars"),
    ],
)
def test_the_first_determination_that_holds(
    make_flag: MakeFlag, given: list[dict[str, Any]], determination: Determination, reason: str | None
) -> None:
    flags = [make_flag(**changes) for changes in given]
    assert determination_of(flags, Facts()) == (determination, reason)
    assert determination_of(iter(flags[::-1]), Facts())[0] == determination


@pytest.mark.parametrize(
    ("confidence", "given", "determination"),
    [
        ("possible", [], "REVIEW"),
        ("possible", [LOW, INFO], "REVIEW"),
        ("possible", [BARS], "PROHIBITED"),
        ("strong", [], "CLEAR"),
        ("confirmed", [LOW], "CLEAR"),
    ],
)
def test_a_party_that_is_only_possible_is_looked_at_even_where_no_rule_asks(
    make_flag: MakeFlag,
    make_hit: MakeHit,
    confidence: Confidence,
    given: list[dict[str, Any]],
    determination: Determination,
) -> None:
    flags = [make_flag(**changes) for changes in given]
    facts = Facts(hits=(make_hit("bolt"), make_hit(confidence=confidence)))
    assert determination_of(flags, facts)[0] == determination


def test_the_reason_for_a_possible_party_says_so(make_hit: MakeHit) -> None:
    facts = Facts(hits=(make_hit(confidence="possible"),))
    assert determination_of([], facts) == ("REVIEW", "who made it is only possible, not established")


def test_a_line_that_names_nobody_is_not_screened_and_says_why(make_flag: MakeFlag) -> None:
    facts = Facts(screened=False, reason="no maker named")
    assert determination_of([], facts) == ("NOT_SCREENED", "no maker named")
    assert determination_of([make_flag(severity="low")], facts) == ("NOT_SCREENED", "no maker named")


def test_a_line_that_names_nobody_can_still_be_reached(make_flag: MakeFlag) -> None:
    facts = Facts(screened=False, reason="no maker named")
    flag = make_flag("drones", party=None)
    assert determination_of([flag], facts) == ("REVIEW", "reached by drones")
