"""Conditions: from mappings as written to a tree of named predicates."""

from typing import Any

import pytest

from vendorcheck.model.condition import AllOf, AnyOf, Condition, Not, Predicate, parse_condition, predicates_of

SCOPE = Predicate("scope", argument=True)
CAMERA = Predicate("equipment", ("camera",))
GUARDING = Predicate("purpose", ("guarding", "policing"))


@pytest.mark.parametrize(
    ("data", "tree"),
    [
        ({"scope": True}, SCOPE),
        ({"authorised_from": "2025-12-26"}, Predicate("authorised_from", "2025-12-26")),
        ({"equipment": ["camera"]}, CAMERA),
        ({"scope": True, "equipment": ["camera"]}, AllOf((SCOPE, CAMERA))),
        ({"all": [{"scope": True}]}, AllOf((SCOPE,))),
        ({"all": [{"scope": True}, {"equipment": ["camera"]}]}, AllOf((SCOPE, CAMERA))),
        ({"any": [{"scope": True}, {"equipment": ["camera"]}]}, AnyOf((SCOPE, CAMERA))),
        ({"any": [{"scope": True, "equipment": ["camera"]}]}, AnyOf((AllOf((SCOPE, CAMERA)),))),
        ({"not": {"scope": True}}, Not(SCOPE)),
        ({"not": {"scope": True, "equipment": ["camera"]}}, Not(AllOf((SCOPE, CAMERA)))),
        (
            {"all": [{"not": {"equipment": ["camera"]}}, {"any": [{"scope": True}]}]},
            AllOf((Not(CAMERA), AnyOf((SCOPE,)))),
        ),
        ({"not": {"not": {"scope": True}}}, Not(Not(SCOPE))),
    ],
)
def test_a_mapping_becomes_a_tree(data: dict[str, Any], tree: Condition) -> None:
    assert parse_condition(data) == tree


def test_a_tree_can_be_a_key() -> None:
    tree = parse_condition({"any": [{"purpose": ["guarding", "policing"]}, {"not": {"scope": True}}]})
    assert hash(tree) == hash(AnyOf((GUARDING, Not(SCOPE))))


def test_every_predicate_is_found_in_the_order_written() -> None:
    tree = parse_condition(
        {
            "all": [
                {"scope": True},
                {"any": [{"equipment": ["camera"]}, {"not": {"purpose": ["guarding", "policing"]}}]},
                {"scope": True},
            ]
        }
    )
    assert list(predicates_of(tree)) == [SCOPE, CAMERA, GUARDING, SCOPE]


def test_a_single_predicate_is_its_only_one() -> None:
    assert list(predicates_of(SCOPE)) == [SCOPE]
