"""Conditions in words: every predicate has its wording, and trees say how their parts hang together."""

from functools import cache

import pytest

from vendorcheck import evaluate
from vendorcheck.model.condition import AllOf, AnyOf, Condition, Not, Predicate
from vendorcheck.model.instrument import OWNERSHIP_TESTS as TESTS
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters import wording
from vendorcheck.rulebook import load_rulebook

US, CAMERA = Predicate("origin", ("US",)), Predicate("equipment", ("video-surveillance",))
LATE = Predicate("acquired_from", "2024-01-01")


@cache
def _rulebook() -> Rulebook:
    return load_rulebook()


def test_every_predicate_and_every_test_of_ownership_has_its_wording() -> None:
    assert set(wording.TRIGGERS) == set(evaluate.TRIGGERS)
    assert set(wording.QUALIFIERS) == set(evaluate.QUALIFIERS)
    assert set(wording.OWNERSHIP_TESTS) == set(TESTS)


def test_every_shipped_rule_can_be_said() -> None:
    rulebook = _rulebook()
    for rule in rulebook.rules.values():
        assert wording.trigger_text(rule.when, rulebook)
        assert rule.condition is None or wording.condition_text(rule.condition, rulebook)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (US, "its country of origin is United States"),
        (Not(CAMERA), "it is not so that its kind of equipment is video surveillance equipment"),
        (
            AllOf((US, AnyOf((CAMERA, LATE)))),
            (
                "its country of origin is United States; and (either its kind of equipment is video surveillance "
                "equipment; or it was acquired on 2024-01-01 or later)"
            ),
        ),
        (
            Not(AllOf((US, LATE))),
            ("it is not so that (its country of origin is United States; and it was acquired on 2024-01-01 or later)"),
        ),
        (
            Predicate("relation", ("subsidiary", "affiliate")),
            ("the one behind the line is a subsidiary of it or an affiliate of it"),
        ),
        (Predicate("origin", ("US", "XX")), "its country of origin is United States or XX"),
        (Predicate("purpose", ("public-safety",)), "it is for public safety"),
        (
            Predicate("declared", "purpose"),
            (
                "somebody settles what no bill says: What is it for? Fill a purpose "
                "column, or declare it for the whole bill with --purpose. (purpose)"
            ),
        ),
    ],
)
def test_conditions_are_said(condition: Condition, said: str) -> None:
    assert wording.condition_text(condition, _rulebook()) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (Predicate("relabel_of", "any"), "the brand of the line has sold equipment of a party on record"),
        (Predicate("relabel_of", ("dahua",)), "the brand of the line has sold equipment of Dahua"),
        (Predicate("listed", "any"), "an entry of a list given for the run is behind the line"),
        (Predicate("listed", ("a", "b")), "an entry of the list a or b is behind the line"),
        (
            Predicate("category", ("drone",)),
            ("the line is recognised as drone (unmanned aircraft system), whoever made it"),
        ),
    ],
)
def test_triggers_are_said(when: Predicate, said: str) -> None:
    assert wording.trigger_text(when, _rulebook()) == said
