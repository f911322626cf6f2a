"""What settles a rule once it is triggered: scope, equipment, purpose, origin, date, open facts."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from vendorcheck.evaluate import qualifiers
from vendorcheck.evaluate.qualifiers import Answer, Asked
from vendorcheck.evaluate.triggers import Reach
from vendorcheck.evaluate.world import World
from vendorcheck.model.bom import Role
from vendorcheck.model.hit import Facts
from vendorcheck.model.instrument import Naming, Scope
from vendorcheck.model.period import Period
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth
from vendorcheck.rulebook import load_rulebook
from vendorcheck.screening import Request, screen_line

MakeNaming = Callable[..., Naming]
MakeWorld = Callable[..., World]

Ask = Callable[..., Asked]


@pytest.fixture
def ask(make_world: MakeWorld, make_naming: MakeNaming) -> Ask:
    """A line of some kinds and purposes, reached under a naming with a scope."""

    def make(kinds: Iterable[str] = (), purposes: Iterable[str] = (), scope: Scope | None = None) -> Asked:
        facts = Facts(equipment=frozenset(kinds), purposes=frozenset(purposes))
        naming = None if scope is None else make_naming(scope=scope)
        return Asked(facts, Reach(YES, "acme", "self", naming=naming), make_world())

    return make


def _scope(asked: Asked) -> Answer:
    return qualifiers.scope(wanted=True, asked=asked)


def _answer(truth: Truth, need: str) -> Answer:
    return Answer(truth, (need,) if truth == UNKNOWN else ())


EQUIPMENT = [
    ({"surveillance"}, YES),
    ({"camera"}, YES),
    ({"camera", "surveillance"}, YES),
    ({"accessory"}, NO),
    ({"accessory", "radio"}, NO),
    ({"radio"}, NO),
    ({"router"}, UNKNOWN),
    ({"camera", "accessory"}, UNKNOWN),
    ({"camera", "router"}, UNKNOWN),
    (set(), UNKNOWN),
]


@pytest.mark.parametrize(("kinds", "truth"), EQUIPMENT)
def test_a_scope_covers_kinds_excludes_kinds_and_is_silent_on_others(ask: Ask, kinds: set[str], truth: Truth) -> None:
    scope = Scope(covers=("surveillance",), excludes=("accessory", "component"))
    assert _scope(ask(kinds, scope=scope)) == _answer(truth, "equipment")


@pytest.mark.parametrize(
    ("covers", "excludes", "truth"),
    [
        (("camera",), ("surveillance",), YES),
        (("surveillance",), ("camera",), NO),
        (("camera",), ("camera",), YES),
    ],
)
def test_what_a_scope_says_of_the_narrower_kind_counts(
    ask: Ask, covers: tuple[str, ...], excludes: tuple[str, ...], truth: Truth
) -> None:
    assert _scope(ask({"camera"}, scope=Scope(covers, excludes))) == Answer(truth)


def test_a_broader_kind_may_be_one_that_a_scope_covers(ask: Ask) -> None:
    scope = Scope(covers=("camera",), excludes=("accessory",))
    assert _scope(ask({"surveillance"}, scope=scope)) == Answer(UNKNOWN, ("equipment",))


def test_a_scope_that_only_excludes_covers_nothing_that_it_excludes(ask: Ask) -> None:
    assert _scope(ask({"accessory"}, scope=Scope(excludes=("accessory",)))) == Answer(NO)


@pytest.mark.parametrize("kinds", [set(), {"camera"}, {"camera", "accessory"}])
def test_a_scope_that_says_nothing_covers_everything(ask: Ask, kinds: set[str]) -> None:
    assert _scope(ask(kinds, scope=Scope())) == Answer(YES)


def test_without_a_naming_there_is_no_scope_to_be_outside_of(ask: Ask) -> None:
    assert _scope(ask()) == Answer(YES)


PURPOSES = [
    ({"safety"}, YES),
    ({"facility"}, YES),
    ({"ordinary"}, NO),
    ({"ordinary", "safety"}, YES),
    ({"not-facility"}, UNKNOWN),
    ({"not-facility", "safety"}, YES),
    ({"something-else"}, UNKNOWN),
    (set(), UNKNOWN),
]


@pytest.mark.parametrize(("stated", "truth"), PURPOSES)
def test_a_purpose_counts_once_declared_and_fails_only_where_all_are_denied(
    ask: Ask, stated: set[str], truth: Truth
) -> None:
    line = ask(purposes=stated, scope=Scope(purposes=("safety", "facility")))
    assert qualifiers.purpose(("safety", "facility"), line) == _answer(truth, "purpose")
    assert _scope(line) == _answer(truth, "purpose")


@pytest.mark.parametrize(("stated", "truth"), [({"not-facility"}, NO), ({"facility", "not-facility"}, YES)])
def test_one_purpose_is_denied_by_a_declaration_against_it(ask: Ask, stated: set[str], truth: Truth) -> None:
    assert qualifiers.purpose(("facility",), ask(purposes=stated)) == Answer(truth)


@pytest.mark.parametrize(
    ("kinds", "stated", "expected"),
    [
        ({"camera"}, {"safety"}, Answer(YES)),
        ({"camera"}, {"ordinary"}, Answer(NO)),
        ({"camera"}, set(), Answer(UNKNOWN, ("purpose",))),
        (set(), {"safety"}, Answer(UNKNOWN, ("equipment",))),
        (set(), set(), Answer(UNKNOWN, ("equipment", "purpose"))),
        (set(), {"ordinary"}, Answer(NO)),
        ({"accessory"}, set(), Answer(NO)),
        ({"accessory"}, {"safety"}, Answer(NO)),
    ],
)
def test_equipment_and_purpose_must_both_be_inside_the_scope(
    ask: Ask, kinds: set[str], stated: set[str], expected: Answer
) -> None:
    scope = Scope(("surveillance",), ("accessory",), ("safety", "facility"))
    assert _scope(ask(kinds, stated, scope)) == expected


@pytest.mark.parametrize(
    ("kinds", "truth"),
    [
        ({"camera"}, YES),
        ({"camera", "telecoms"}, YES),
        ({"accessory"}, NO),
        ({"accessory", "component"}, NO),
        ({"camera", "accessory"}, UNKNOWN),
        (set(), UNKNOWN),
    ],
)
def test_a_line_is_one_of_the_kinds_asked_for(ask: Ask, kinds: set[str], truth: Truth) -> None:
    assert qualifiers.equipment(("camera", "telecoms"), ask(kinds)) == _answer(truth, "equipment")


def test_a_narrower_kind_is_one_of_the_kind_asked_for(ask: Ask) -> None:
    assert qualifiers.equipment(("telecoms",), ask({"router"})) == Answer(YES)


def test_a_broader_kind_beside_a_narrower_one_is_no_disagreement(ask: Ask) -> None:
    assert qualifiers.equipment(("camera",), ask({"camera", "surveillance"})) == Answer(YES)
    assert qualifiers.equipment(("camera",), ask({"camera", "accessory"})) == Answer(UNKNOWN, ("equipment",))


def test_a_router_needs_the_plan_that_a_switch_needs() -> None:
    declared: dict[Role, str] = {"maker": "Dahua", "purpose": "none of these", "authorised_on": "2023-06-01"}
    request = Request(profiles=("us-market",), as_of=date(2024, 1, 15), all_lines=True)
    rulebook = load_rulebook()
    came_to = [
        screen_line({**declared, "description": thing}, request, rulebook).lines[0].determination
        for thing in ("network switch", "router")
    ]
    assert came_to == ["UNDETERMINED", "UNDETERMINED"]


@pytest.mark.parametrize(
    ("country", "expected"),
    [("CN", Answer(YES)), ("HK", Answer(YES)), ("TW", Answer(NO)), (None, Answer(UNKNOWN, ("origin",)))],
)
def test_the_country_of_origin(ask: Ask, country: str | None, expected: Answer) -> None:
    line = ask()._replace(facts=Facts(origin=country))
    assert qualifiers.origin(("CN", "HK"), line) == expected


@pytest.mark.parametrize(
    ("granted", "truth"),
    [
        ("2023-02-05", NO),
        ("2023-02-06", YES),
        ("2023-02-07", YES),
        ("2023-01", NO),
        ("2023-02", UNKNOWN),
        ("2023-03", YES),
        ("2022", NO),
        ("2023", UNKNOWN),
        ("2024", YES),
        ("2022-12-01/..", UNKNOWN),
        ("2023-01-15/2023-02-05", NO),
        ("2023-01-15/2023-02-06", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_an_authorisation_counts_from_the_day_on(ask: Ask, granted: str | None, truth: Truth) -> None:
    line = ask()._replace(facts=Facts(authorised_on=Period.parse(granted) if granted else None))
    assert qualifiers.authorised_from("2023-02-06", line) == _answer(truth, "authorised-on")


@pytest.mark.parametrize(("wanted", "truth"), [(("self", "brand"), YES), (("subsidiary", "affiliate"), NO)])
def test_the_relation_of_the_one_behind_the_line_to_the_named_party(
    ask: Ask, wanted: tuple[str, ...], truth: Truth
) -> None:
    assert qualifiers.relation(wanted, ask()) == Answer(truth)


@pytest.mark.parametrize(
    ("acquired", "truth"),
    [("2023-12-21", NO), ("2023-12-22", YES), ("2024", YES), ("2023-12", UNKNOWN), (None, UNKNOWN)],
)
def test_an_item_counts_from_the_day_it_was_acquired(ask: Ask, acquired: str | None, truth: Truth) -> None:
    facts = Facts(acquired_on=Period.parse(acquired) if acquired else None, authorised_on=Period.parse("2030"))
    assert qualifiers.acquired_from("2023-12-22", ask()._replace(facts=facts)) == _answer(truth, "acquired-on")


def test_a_fact_that_no_column_carries_stays_open(ask: Ask) -> None:
    assert qualifiers.declared("approved-plan", ask()) == Answer(UNKNOWN, ("approved-plan",))
