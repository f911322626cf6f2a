"""The digest of a rule: the same wherever it was loaded from, another one for every change of it."""

from typing import Any

import pytest

from vendorcheck.model.condition import AllOf, AnyOf, Not, Predicate
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Question, Rule
from vendorcheck.model.rule_digest import rule_digest

PART = Predicate("purpose", ("safety",))
RULE = Rule(
    id="no-acme",
    title="Nothing of Acme",
    status="stable",
    severity="medium",
    subjects=("product", "counterparty"),
    bars=("buy",),
    binds=("agency",),
    instrument="act",
    when=Predicate("named_by", "act"),
    condition=AllOf((PART, Not(Predicate("equipment", ("camera",))))),
    message="{party} is named.",
    about={"acme": "Acme is named.", "bolt": "So is Bolt."},
    next_steps=("Ask.",),
    questions=(Question("q", "maker", "Who made it?"),),
    supplier_questions=(),
    claims=(),
    answers=(),
    since=Period.parse("2023-02"),
)


def test_the_digest_of_a_rule_is_this_one_in_every_version() -> None:
    """Where this fails, every waiver that was ever signed lapses."""
    assert rule_digest(RULE) == "3f1b604c41f5ff2c2aef12433e1a2b6c0c7f715aaa549fc36a8f0944879460f2"


@pytest.mark.parametrize(
    "change",
    [
        {"id": "no-acme-2"},
        {"title": "Nothing"},
        {"status": "retired"},
        {"severity": "high"},
        {"subjects": ("product",)},
        {"bars": ("buy", "use")},
        {"bars": ()},
        {"instrument": None},
        {"when": Predicate("component_of", "act")},
        {"when": Predicate("named_by", ("act",))},
        {"condition": AnyOf((PART, Not(Predicate("equipment", ("camera",)))))},
        {"condition": None},
        {"message": "{party} is named"},
        {"about": {"acme": "Acme is named."}},
        {"questions": (Question("q", "buyer", "Who made it?"),)},
        {"supplier_questions": (Question("q", "maker", "Who made it?"),), "questions": ()},
        {"provisional": "as reported"},
        {"since": Period.parse("2023-03")},
        {"notes": ("A note.",)},
    ],
    ids=str,
)
def test_every_change_of_a_rule_changes_it(change: dict[str, Any]) -> None:
    assert rule_digest(RULE._replace(**change)) != rule_digest(RULE)


def test_the_order_of_what_has_no_order_does_not_matter() -> None:
    assert rule_digest(RULE._replace(about=dict(reversed(list(RULE.about.items()))))) == rule_digest(RULE)
