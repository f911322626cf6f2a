"""Three-valued conditions: what a tree of qualifiers comes to, and which facts are missing."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.evaluate.conditions import answer
from vendorcheck.evaluate.qualifiers import Answer, Asked, Qualifier
from vendorcheck.evaluate.triggers import Reach
from vendorcheck.evaluate.world import World
from vendorcheck.model.condition import AllOf, AnyOf, Condition, Not, Predicate, predicates_of
from vendorcheck.model.hit import Facts
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth

TRUTHS = (NO, UNKNOWN, YES)


def _leaf(argument: str, _asked: Asked) -> Answer:
    """A fact called `x=UNKNOWN` is unknown and needs `x`."""
    need, _, name = argument.partition("=")
    truth = Truth[name]
    return Answer(truth, (need,) if truth == UNKNOWN else ())


LEAVES: dict[str, Qualifier] = {"leaf": _leaf}


def _leaves(truths: tuple[Truth, ...]) -> tuple[Predicate, ...]:
    return tuple(
        Predicate("leaf", f"{need}={truth.name}") for need, truth in zip(("a", "b", "c"), truths, strict=False)
    )


def _unknown(truths: tuple[Truth, ...]) -> tuple[str, ...]:
    return tuple(need for need, truth in zip(("a", "b", "c"), truths, strict=False) if truth == UNKNOWN)


@pytest.fixture
def asked(make_world: Callable[..., World]) -> Asked:
    return Asked(Facts(), Reach(YES, "acme", "self"), make_world())


EVERY = [truths for count in (1, 2, 3) for truths in product(TRUTHS, repeat=count)]


@pytest.mark.parametrize("truths", EVERY)
def test_all_fails_with_one_part_and_is_unknown_without_a_fact(asked: Asked, truths: tuple[Truth, ...]) -> None:
    expected = NO if NO in truths else UNKNOWN if UNKNOWN in truths else YES
    needs = _unknown(truths) if expected == UNKNOWN else ()
    assert answer(AllOf(_leaves(truths)), asked, LEAVES) == Answer(expected, needs)


@pytest.mark.parametrize("truths", EVERY)
def test_any_holds_with_one_part_and_is_unknown_without_a_fact(asked: Asked, truths: tuple[Truth, ...]) -> None:
    expected = YES if YES in truths else UNKNOWN if UNKNOWN in truths else NO
    needs = _unknown(truths) if expected == UNKNOWN else ()
    assert answer(AnyOf(_leaves(truths)), asked, LEAVES) == Answer(expected, needs)


@pytest.mark.parametrize(("truth", "opposite"), [(NO, YES), (YES, NO), (UNKNOWN, UNKNOWN)])
def test_not_turns_an_answer_round_and_keeps_what_is_missing(asked: Asked, truth: Truth, opposite: Truth) -> None:
    assert answer(Not(_leaves((truth,))[0]), asked, LEAVES) == Answer(opposite, _unknown((truth,)))


def test_no_condition_holds(asked: Asked) -> None:
    assert answer(None, asked, LEAVES) == Answer(YES)


def test_all_of_nothing_holds_and_any_of_nothing_fails(asked: Asked) -> None:
    assert answer(AllOf(()), asked, LEAVES) == Answer(YES)
    assert answer(AnyOf(()), asked, LEAVES) == Answer(NO)


def test_a_fact_missing_twice_is_named_once(asked: Asked) -> None:
    same = _leaves((UNKNOWN,))[0]
    assert answer(AllOf((same, Not(same))), asked, LEAVES).needs == ("a",)


def test_a_fact_that_no_longer_matters_is_not_asked_for(asked: Asked) -> None:
    settled = AnyOf(_leaves((UNKNOWN, YES)))
    still_open = Predicate("leaf", "c=UNKNOWN")
    assert answer(AllOf((settled, still_open)), asked, LEAVES) == Answer(UNKNOWN, ("c",))


def test_a_predicate_gets_its_argument_and_the_line(asked: Asked) -> None:
    seen: list[tuple[object, Asked]] = []

    def note(argument: object, line: Asked) -> Answer:
        seen.append((argument, line))
        return Answer(NO)

    assert answer(Predicate("note", ("x", "y")), asked, {"note": note}) == Answer(NO)
    assert seen == [(("x", "y"), asked)]


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.builds(
        lambda need, truth: Predicate("leaf", f"{need}={truth.name}"), st.sampled_from("abcde"), st.sampled_from(TRUTHS)
    ),
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.builds(AllOf, st.lists(parts, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(parts, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)
NOWHERE = Asked(Facts(), Reach(YES, None, "self"), None)  # type: ignore[arg-type]  # the leaves never look


@settings(max_examples=200, deadline=None)
@given(CONDITIONS)
def test_needs_are_given_only_where_the_answer_is_unknown(condition: Condition) -> None:
    found = answer(condition, NOWHERE, LEAVES)
    unknown = {str(leaf.argument)[0] for leaf in predicates_of(condition) if str(leaf.argument).endswith("=UNKNOWN")}
    assert bool(found.needs) == (found.truth == UNKNOWN)
    assert set(found.needs) <= unknown
    assert len(set(found.needs)) == len(found.needs)


@settings(max_examples=200, deadline=None)
@given(st.lists(CONDITIONS, max_size=3))
def test_not_any_is_all_not(parts: list[Condition]) -> None:
    turned = answer(Not(AnyOf(tuple(parts))), NOWHERE, LEAVES)
    assert turned == answer(AllOf(tuple(Not(part) for part in parts)), NOWHERE, LEAVES)
