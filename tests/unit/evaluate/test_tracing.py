"""Rules told: every one with how it ended, and what it failed on."""

from collections.abc import Callable
from typing import Any

import pytest

from vendorcheck.evaluate import QUALIFIERS, TRIGGERS, Judge, RuleTracer, World
from vendorcheck.model.condition import AllOf, AnyOf, Predicate
from vendorcheck.model.hit import Facts, Hit
from vendorcheck.model.instrument import Instrument, Naming
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Rule
from vendorcheck.model.trace import RuleTrace
from vendorcheck.model.truth import NO, UNKNOWN, YES

HERE, LATE, OPEN = (
    Predicate("origin", ("GB",)),
    Predicate("acquired_from", "2024-01-01"),
    Predicate("declared", "purpose"),
)


@pytest.fixture
def act(make_instrument: Callable[..., Instrument], make_naming: Callable[..., Naming]) -> Instrument:
    return make_instrument(make_naming("acme"))


@pytest.fixture
def traced(make_world: Callable[..., World], act: Instrument) -> Callable[..., RuleTrace]:
    """Traces one rule and facts, and holds it against what the judge decides of them."""

    def traced(rule: Rule, *hits: Hit, instrument: Instrument = act, **facts: Any) -> RuleTrace:
        world = make_world(rule, instrument)
        told = Facts(hits=hits, **facts)
        [trace] = RuleTracer(world, TRIGGERS, QUALIFIERS).trace(told)
        decided = Judge(world, TRIGGERS, QUALIFIERS).decide(told)
        assert (trace.state == "reached") is bool(decided.flags)
        return trace

    return traced


def test_a_rule_that_reaches_a_line_is_told_step_by_step(
    traced: Callable[..., RuleTrace], make_rule: Callable[..., Rule], make_hit: Callable[..., Hit]
) -> None:
    trace = traced(make_rule(condition=AllOf((HERE, OPEN))), make_hit("acme"), origin="GB")
    [reach] = trace.reaches
    assert (trace.state, reach.party, reach.reached, reach.in_force, reach.truth) == (
        "reached",
        "acme",
        YES,
        YES,
        UNKNOWN,
    )
    assert [(asked.condition, asked.truth, asked.needs) for asked in reach.asked] == [
        (HERE, YES, ()),
        (OPEN, UNKNOWN, ("purpose",)),
    ]
    assert reach.naming is not None
    assert (reach.naming.party, reach.entry and reach.entry.state) == ("acme", "in_force")


def test_a_qualifier_that_is_no_is_told(
    traced: Callable[..., RuleTrace], make_rule: Callable[..., Rule], make_hit: Callable[..., Hit]
) -> None:
    trace = traced(make_rule(condition=AnyOf((HERE, HERE))), make_hit("acme"), origin="FR")
    assert (trace.state, [asked.truth for asked in trace.reaches[0].asked]) == ("qualifier_no", [NO])


def test_a_law_that_is_not_in_force_on_the_day_is_told(
    traced: Callable[..., RuleTrace], make_rule: Callable[..., Rule], make_hit: Callable[..., Hit]
) -> None:
    assert traced(make_rule(since=Period.parse("2999")), make_hit("acme")).state == "not_in_force"


def test_a_name_of_another_day_is_told(
    traced: Callable[..., RuleTrace],
    make_rule: Callable[..., Rule],
    make_hit: Callable[..., Hit],
    make_instrument: Callable[..., Instrument],
    make_naming: Callable[..., Naming],
) -> None:
    later = make_naming("acme", "2999-01-01")
    trace = traced(make_rule(), make_hit("acme"), instrument=make_instrument(later))
    assert (trace.state, trace.reaches, trace.other_days) == ("not_triggered", (), (later,))
    trace = traced(make_rule(), make_hit("bolt"), instrument=make_instrument(later))
    assert (trace.state, trace.other_days) == ("not_triggered", ())


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_rule_that_is_not_run_is_told(
    traced: Callable[..., RuleTrace], make_rule: Callable[..., Rule], make_hit: Callable[..., Hit], status: Any
) -> None:
    assert traced(make_rule(status=status), make_hit("acme")).state == status
