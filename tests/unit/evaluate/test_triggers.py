"""What brings a rule up for a line: named parties and their owners, components, lists, labels, kinds."""

from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import pytest

from vendorcheck.evaluate import triggers
from vendorcheck.evaluate.triggers import Reach
from vendorcheck.evaluate.world import World
from vendorcheck.model.condition import Predicate
from vendorcheck.model.hit import RELATIONS, Facts, Hit, Holding, Relation
from vendorcheck.model.instrument import OWNERSHIP_TESTS, Adoption, Instrument, Naming, OwnershipTest
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Rule, Subject
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth
from vendorcheck.model.watchlist import ListEntry

MakeHit = Callable[..., Hit]
MakeInstrument = Callable[..., Instrument]
MakeListEntry = Callable[..., ListEntry]
MakeNaming = Callable[..., Naming]
MakeRule = Callable[..., Rule]
MakeWorld = Callable[..., World]

#: The argument of a trigger that takes no other.
WANTED = True

OWN: tuple[Relation, ...] = ("self", "brand", "subsidiary", "affiliate", "owner")

#: Where each test turns: the share that fails last, the share that passes first.
BOUNDS: dict[OwnershipTest, tuple[float, float]] = {
    "over_10_percent": (10, 10.01),
    "at_least_50_percent": (49.99, 50),
}


@pytest.fixture
def act(make_instrument: MakeInstrument, make_naming: MakeNaming) -> Callable[..., Instrument]:
    """An act that names Acme, with an ownership test."""

    def make(test: OwnershipTest) -> Instrument:
        return make_instrument(make_naming("acme"), ownership_test=test)

    return make


@pytest.fixture
def owned(make_world: MakeWorld, act: Callable[..., Instrument]) -> Callable[..., list[Reach]]:
    """How far an act that names Acme reaches a hit on Bolt, which Acme owns so far."""

    def reach(test: OwnershipTest, share: float | None, held: Truth = YES, note: str | None = None) -> list[Reach]:
        world = make_world(act(test), holdings={"bolt": (Holding("acme", share, held, note),)})
        return triggers.named_by("act", Hit("bolt", "product", "self", "listed_name", "strong"), Facts(), world)

    return reach


def _truth(reaches: list[Reach]) -> Truth:
    assert len(reaches) <= 1
    return reaches[0].truth if reaches else NO


@pytest.mark.parametrize("relation", OWN)
def test_a_named_party_is_reached_in_the_relation_of_its_hit(
    make_world: MakeWorld, act: Callable[..., Instrument], make_hit: MakeHit, relation: Relation
) -> None:
    law = act("control")
    hit = make_hit("acme", relation=relation, uncertain=True)
    reaches = triggers.named_by("act", hit, Facts(), make_world(law))
    assert reaches == [Reach(YES, "acme", relation, uncertain=True, naming=law.namings[0])]


def test_a_party_that_is_not_named_is_not_reached(
    make_world: MakeWorld, act: Callable[..., Instrument], make_hit: MakeHit
) -> None:
    assert triggers.named_by("act", make_hit("bolt"), Facts(), make_world(act("control"))) == []


@pytest.mark.parametrize(("day", "truth"), [(date(2022, 2, 7), NO), (date(2022, 2, 8), YES)])
def test_a_naming_that_binds_later_reaches_nobody_before(
    make_world: MakeWorld, make_instrument: MakeInstrument, make_naming: MakeNaming, day: date, truth: Truth
) -> None:
    law = make_instrument(make_naming("acme", since="2021-12-10", wait_days=60))
    hit = Hit("acme", "product", "self", "listed_name", "strong")
    assert _truth(triggers.named_by("act", hit, Facts(), make_world(law, as_of=day))) == truth


@pytest.mark.parametrize(("test", "bounds"), BOUNDS.items())
def test_a_share_must_pass_the_bound_of_the_ownership_test(
    owned: Callable[..., list[Reach]], test: OwnershipTest, bounds: tuple[float, float]
) -> None:
    fails, passes = bounds
    assert [_truth(owned(test, share)) for share in (0, fails, passes, 100, None)] == [NO, NO, YES, YES, UNKNOWN]


@pytest.mark.parametrize(("test", "bounds"), BOUNDS.items())
def test_a_disputed_date_leaves_a_share_that_passes_unknown(
    owned: Callable[..., list[Reach]], test: OwnershipTest, bounds: tuple[float, float]
) -> None:
    fails, passes = bounds
    assert [_truth(owned(test, share, UNKNOWN)) for share in (fails, passes, None)] == [NO, UNKNOWN, UNKNOWN]


@pytest.mark.parametrize(
    ("share", "truth"), [(0, NO), (10, NO), (10.01, UNKNOWN), (50, UNKNOWN), (50.01, YES), (100, YES), (None, UNKNOWN)]
)
def test_an_owner_of_half_or_less_may_control_or_not(
    owned: Callable[..., list[Reach]], share: float | None, truth: Truth
) -> None:
    assert _truth(owned("control", share)) == truth
    assert _truth(owned("control", share, UNKNOWN)) == min(truth, UNKNOWN)


@pytest.mark.parametrize("share", [0.5, 10, 100, None])
def test_any_share_makes_a_subsidiary_or_affiliate(owned: Callable[..., list[Reach]], share: float | None) -> None:
    assert _truth(owned("subsidiary_or_affiliate", share)) == YES
    assert _truth(owned("subsidiary_or_affiliate", share, UNKNOWN)) == UNKNOWN


@pytest.mark.parametrize("share", [100, None])
@pytest.mark.parametrize("held", [YES, UNKNOWN])
def test_an_act_that_reaches_the_named_alone_reaches_nothing_they_own(
    owned: Callable[..., list[Reach]], share: float | None, held: Truth
) -> None:
    assert owned("named_only", share, held) == []


@pytest.mark.parametrize(
    ("share", "relation"), [(None, "affiliate"), (50, "affiliate"), (50.01, "subsidiary"), (100, "subsidiary")]
)
def test_more_than_half_makes_a_subsidiary(
    owned: Callable[..., list[Reach]], share: float | None, relation: Relation
) -> None:
    (reach,) = owned("subsidiary_or_affiliate", share)
    assert (reach.party, reach.relation) == ("acme", relation)


@pytest.mark.parametrize(
    ("held", "note", "uncertain"),
    [(YES, None, False), (UNKNOWN, None, True), (YES, "the share is disputed", True)],
)
def test_a_disputed_holding_is_uncertain_and_says_why(
    owned: Callable[..., list[Reach]], held: Truth, note: str | None, *, uncertain: bool
) -> None:
    (reach,) = owned("subsidiary_or_affiliate", 60, held, note)
    assert (reach.uncertain, reach.note) == (uncertain, note)


def test_a_party_named_itself_and_through_its_owner_is_reached_twice(
    make_world: MakeWorld, make_instrument: MakeInstrument, make_naming: MakeNaming, make_hit: MakeHit
) -> None:
    law = make_instrument(make_naming("acme"), make_naming("bolt"), ownership_test="control")
    world = make_world(law, holdings={"bolt": (Holding("acme", 60, YES),)})
    reaches = triggers.named_by("act", make_hit("bolt"), Facts(), world)
    assert [(reach.party, reach.relation) for reach in reaches] == [("acme", "subsidiary"), ("bolt", "self")]


@pytest.mark.parametrize("test", OWNERSHIP_TESTS)
@pytest.mark.parametrize(("subject", "exact"), [("product", UNKNOWN), ("counterparty", NO)])
def test_a_company_of_the_group_that_is_not_itself_named(
    make_world: MakeWorld,
    act: Callable[..., Instrument],
    make_hit: MakeHit,
    *,
    test: OwnershipTest,
    subject: Subject,
    exact: Truth,
) -> None:
    hit = make_hit("acme", relation="affiliate", basis="affiliate", subject=subject)
    found = _truth(triggers.named_by("act", hit, Facts(), make_world(act(test))))
    assert found == (exact if test == "named_only" else YES)


@pytest.mark.parametrize(
    ("since", "until", "truth"),
    [
        ("2024-06-01", None, YES),
        ("2024-06-02", None, NO),
        ("2024-06", None, UNKNOWN),
        ("2020-01-01", "2024-06-02", YES),
        ("2020-01-01", "2024-06-01", NO),
        ("2020-01-01", "2024-06", UNKNOWN),
    ],
)
@pytest.mark.parametrize("party", ["acme", "bolt"])
def test_a_naming_reaches_between_its_dates_alone(
    make_world: MakeWorld,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
    make_hit: MakeHit,
    *,
    since: str,
    until: str | None,
    truth: Truth,
    party: str,
) -> None:
    naming = make_naming("acme", since, until=until and Period.parse(until))
    law = make_instrument(naming, ownership_test="control")
    world = make_world(law, as_of=date(2024, 6, 1), holdings={"bolt": (Holding("acme", 60, YES),)})
    assert _truth(triggers.named_by("act", make_hit(party), Facts(), world)) == truth


@pytest.mark.parametrize(
    ("test", "since", "hit", "needs"),
    [
        pytest.param("named_only", "2020", {"relation": "affiliate"}, ("identity",), id="which company of the group"),
        pytest.param("control", "2020", {"party": "bolt"}, ("ownership",), id="how large the share is"),
        pytest.param("control", "2024-06", {}, ("in-force",), id="on which day it was named"),
        pytest.param("control", "2024-06", {"party": "bolt"}, ("in-force", "ownership"), id="the day and the share"),
        pytest.param("control", "2020", {}, (), id="nothing"),
    ],
)
def test_a_naming_that_reaches_perhaps_says_what_would_settle_it(
    make_world: MakeWorld,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
    make_hit: MakeHit,
    *,
    test: OwnershipTest,
    since: str,
    hit: dict[str, Any],
    needs: tuple[str, ...],
) -> None:
    law = make_instrument(make_naming("acme", since), ownership_test=test)
    world = make_world(law, as_of=date(2024, 6, 1), holdings={"bolt": (Holding("acme", None, YES),)})
    (reach,) = triggers.named_by("act", make_hit(**hit), Facts(), world)
    assert (reach.truth, reach.needs) == (UNKNOWN if needs else YES, needs)


@pytest.mark.parametrize("relation", ["relabel", "component"])
@pytest.mark.parametrize("test", OWNERSHIP_TESTS)
def test_a_label_or_a_part_does_not_say_who_made_the_product(
    make_world: MakeWorld, act: Callable[..., Instrument], make_hit: MakeHit, relation: Relation, test: OwnershipTest
) -> None:
    world = make_world(act(test), holdings={"bolt": (Holding("acme", 100, YES),)})
    for name in ("acme", "bolt"):
        hit = make_hit(name, relation=relation)
        assert triggers.named_by("act", hit, Facts(), world) == []
        assert triggers.party(("acme", "bolt"), hit, Facts(), world) == []


def test_every_relation_is_either_own_or_a_label_or_a_part_or_a_follower() -> None:
    assert set(RELATIONS) == {*OWN, "relabel", "component", "successor"}
    assert (
        set(OWNERSHIP_TESTS)
        == set(get_args(OwnershipTest))
        == {
            "named_only",
            "subsidiary_or_affiliate",
            "control",
            *BOUNDS,
        }
    )


@pytest.mark.parametrize(
    ("relation", "kinds", "reached"),
    [
        ("component", set(), True),
        ("component", {"camera"}, True),
        ("self", {"component"}, True),
        ("self", {"radio"}, True),
        ("subsidiary", {"radio"}, True),
        ("self", {"radio", "camera"}, True),
        ("self", {"camera"}, False),
        ("self", set(), False),
        ("relabel", {"component"}, False),
    ],
)
def test_a_component_inside_or_bought_by_itself(
    make_world: MakeWorld,
    act: Callable[..., Instrument],
    make_hit: MakeHit,
    relation: Relation,
    kinds: set[str],
    *,
    reached: bool,
) -> None:
    law = act("named_only")
    hit = make_hit("acme", relation=relation)
    reaches = triggers.component_of("act", hit, Facts(equipment=frozenset(kinds)), make_world(law))
    assert reaches == ([Reach(YES, "acme", "component", naming=law.namings[0])] if reached else [])


def test_the_component_of_an_owned_maker_stays_a_component(
    make_world: MakeWorld, act: Callable[..., Instrument], make_hit: MakeHit
) -> None:
    world = make_world(act("control"), holdings={"bolt": (Holding("acme", 60, YES),)})
    (reach,) = triggers.component_of("act", make_hit("bolt", relation="component"), Facts(), world)
    assert (reach.truth, reach.party, reach.relation) == (YES, "acme", "component")


@pytest.mark.parametrize("relation", OWN)
def test_a_party_behind_the_line_is_reached_and_what_it_owns_is_not(
    make_world: MakeWorld, make_hit: MakeHit, relation: Relation
) -> None:
    world = make_world(holdings={"bolt": (Holding("acme", 100, YES),)})
    hit = make_hit("acme", relation=relation, uncertain=True)
    assert triggers.party(("crown", "acme"), hit, Facts(), world) == [Reach(YES, "acme", relation, uncertain=True)]
    assert triggers.party(("acme",), make_hit("bolt", relation=relation), Facts(), world) == []


@pytest.mark.parametrize(
    ("lists", "reached"), [("any", True), (("own",), True), (("other", "own"), True), (("other",), False)]
)
def test_an_entry_of_a_list_is_reached_where_the_rule_asks_for_that_list(
    make_world: MakeWorld, make_hit: MakeHit, make_entry: MakeListEntry, lists: str | tuple[str, ...], *, reached: bool
) -> None:
    hit = make_hit("own/7", basis="list_entry", uncertain=True, entries=("own/7",))
    found = triggers.listed(lists, hit, Facts(), make_world(make_entry()))
    assert found == ([Reach(YES, "own/7", "self", uncertain=True, entries=("own/7",))] if reached else [])


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ({"programmes": ["SDN"]}, True),
        ({"programmes": ["UVL", "SDGT"]}, True),
        ({"programmes": ["UVL"]}, False),
        ({"lists": ["csl"], "programmes": ["SDN"]}, False),
        ({"lists": ["csl", "own"], "programmes": ["SDN"]}, True),
    ],
)
def test_an_entry_is_reached_by_the_programme_it_is_listed_for(
    make_world: MakeWorld,
    make_hit: MakeHit,
    make_entry: MakeListEntry,
    wanted: dict[str, list[str]],
    *,
    reached: bool,
) -> None:
    world = make_world(make_entry(programmes=("SDN", "SDGT")))
    found = triggers.listed(wanted, make_hit("own/7", entries=("own/7",)), Facts(), world)
    assert [reach.entries for reach in found] == ([("own/7",)] if reached else [])


def test_other_entries_are_those_under_no_instrument_that_a_rule_asks_for(
    make_world: MakeWorld,
    make_hit: MakeHit,
    make_entry: MakeListEntry,
    make_rule: MakeRule,
    make_instrument: MakeInstrument,
) -> None:
    rule = make_rule("r", when=Predicate("named_by", "act"))
    entries = (make_entry("own/1", instrument="act"), make_entry("own/2", instrument="elsewhere"), make_entry("own/3"))
    world = make_world(rule, make_instrument(), *entries)
    found = triggers.listed("other", make_hit(entries=("own/1", "own/2", "own/3")), Facts(), world)
    assert [reach.entries for reach in found] == [("own/2", "own/3")]


def test_an_entry_is_another_as_the_subject_that_its_rules_do_not_ask_about(
    make_world: MakeWorld,
    make_hit: MakeHit,
    make_entry: MakeListEntry,
    make_rule: MakeRule,
    make_instrument: MakeInstrument,
) -> None:
    rule = make_rule("r", when=Predicate("named_by", "act"), subjects=("product",))
    world = make_world(rule, make_instrument(), make_entry(instrument="act"))
    maker = make_hit("own/7", entries=("own/7",), subject="product")
    assert triggers.listed("other", maker, Facts(), world) == []
    [reach] = triggers.listed("other", maker._replace(subject="counterparty"), Facts(), world)
    assert reach.entries == ("own/7",)


@pytest.mark.parametrize(
    ("since", "until", "truth"),
    [
        (None, None, YES),
        ("2024-07", None, NO),
        ("2020", "2024-05-31", NO),
        ("2020", "2025", YES),
        ("2024", None, UNKNOWN),
    ],
)
def test_an_entry_counts_between_the_days_on_which_it_stood_there(
    make_world: MakeWorld,
    make_hit: MakeHit,
    make_entry: MakeListEntry,
    since: str | None,
    until: str | None,
    *,
    truth: Truth,
) -> None:
    entry = make_entry(since=since and Period.parse(since), until=until and Period.parse(until))
    found = triggers.listed("any", make_hit("own/7", entries=("own/7",)), Facts(), make_world(entry))
    assert [(reach.truth, reach.needs) for reach in found] == (
        [] if truth == NO else [(truth, ("in-force",) if truth == UNKNOWN else ())]
    )


def test_an_entry_says_that_an_instrument_names_whom_the_rulebook_does_not_know(
    make_world: MakeWorld, make_hit: MakeHit, make_entry: MakeListEntry, make_instrument: MakeInstrument
) -> None:
    world = make_world(make_instrument(), make_entry(instrument="act"))
    hit = make_hit("own/7", entries=("own/7",), subject="counterparty")
    assert triggers.named_by("act", hit, Facts(), world) == [Reach(YES, "own/7", "self", entries=("own/7",))]
    assert triggers.named_by("act", make_hit("own/7", entries=()), Facts(), world) == []


@pytest.mark.parametrize(("day", "reached"), [(date(2024, 1, 30), False), (date(2024, 1, 31), True)])
def test_an_entry_of_a_list_that_is_taken_over_binds_after_the_wait(
    make_world: MakeWorld,
    make_hit: MakeHit,
    make_entry: MakeListEntry,
    make_instrument: MakeInstrument,
    *,
    day: date,
    reached: bool,
) -> None:
    act = make_instrument(adoptions=(Adoption("list", wait_days=30),))
    world = make_world(act, make_entry(instrument="list", since=Period.parse("2024-01-01")), as_of=day)
    found = triggers.named_by("act", make_hit("own/7", entries=("own/7",)), Facts(), world)
    assert [reach.entries for reach in found] == ([("own/7",)] if reached else [])


def test_who_is_named_here_and_on_the_list_is_reached_once_with_both(
    make_world: MakeWorld,
    make_hit: MakeHit,
    make_entry: MakeListEntry,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
) -> None:
    naming = make_naming("acme")
    world = make_world(make_instrument(naming), make_entry(instrument="act"), make_entry("own/8", instrument="other"))
    found = triggers.named_by("act", make_hit("acme", entries=("own/7", "own/8")), Facts(), world)
    assert found == [Reach(YES, "acme", "self", naming=naming, entries=("own/7",))]


def test_a_naming_that_has_ended_here_and_stands_on_the_list_holds_by_the_list(
    make_world: MakeWorld,
    make_hit: MakeHit,
    make_entry: MakeListEntry,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
) -> None:
    world = make_world(make_instrument(make_naming("acme", until=Period.parse("2021"))), make_entry(instrument="act"))
    found = triggers.named_by("act", make_hit("acme", entries=("own/7",)), Facts(), world)
    assert found == [Reach(YES, "acme", "self", entries=("own/7",))]


def test_a_party_of_the_rulebook_is_on_no_list(
    make_world: MakeWorld, make_hit: MakeHit, make_entry: MakeListEntry
) -> None:
    assert triggers.listed("any", make_hit("acme"), Facts(), make_world(make_entry())) == []


@pytest.mark.parametrize(
    ("parties", "relation", "reached"),
    [
        ("any", "relabel", True),
        (("bolt", "acme"), "relabel", True),
        (("bolt",), "relabel", False),
        ("any", "self", False),
        (("acme",), "component", False),
    ],
)
def test_a_label_is_reached_as_a_label_alone(
    make_world: MakeWorld, make_hit: MakeHit, parties: str | tuple[str, ...], relation: Relation, *, reached: bool
) -> None:
    hit = make_hit("acme", relation=relation, uncertain=True)
    found = triggers.relabel_of(parties, hit, Facts(), make_world())
    assert found == ([Reach(YES, "acme", "relabel", uncertain=True)] if reached else [])


@pytest.mark.parametrize(
    ("wanted", "kinds", "truth"),
    [
        (("camera",), {"camera"}, YES),
        (("surveillance",), {"camera"}, YES),
        (("router", "camera"), {"camera"}, YES),
        (("surveillance",), {"camera", "surveillance"}, YES),
        (("surveillance",), {"camera", "router"}, UNKNOWN),
        (("camera",), {"surveillance"}, NO),
        (("camera",), {"router"}, NO),
        (("camera",), set(), NO),
    ],
)
def test_a_kind_of_equipment_is_reached_where_it_is_recognised(
    make_world: MakeWorld, wanted: tuple[str, ...], kinds: set[str], truth: Truth
) -> None:
    found = triggers.category(wanted, None, Facts(equipment=frozenset(kinds)), make_world())
    needs = ("equipment",) if truth == UNKNOWN else ()
    assert found == ([Reach(truth, None, "self", needs=needs)] if truth != NO else [])


def test_a_kind_of_equipment_is_asked_for_once_a_line_and_not_for_each_hit(
    make_world: MakeWorld, make_hit: MakeHit
) -> None:
    assert triggers.category(("camera",), make_hit(), Facts(equipment=frozenset({"camera"})), make_world()) == []


def test_without_a_hit_nobody_is_reached(make_world: MakeWorld, act: Callable[..., Instrument]) -> None:
    world = make_world(act("control"))
    assert triggers.named_by("act", None, Facts(), world) == []
    assert triggers.component_of("act", None, Facts(equipment=frozenset({"radio"})), world) == []
    assert triggers.party(("acme",), None, Facts(), world) == []
    assert triggers.listed("any", None, Facts(), world) == []
    assert triggers.relabel_of("any", None, Facts(), world) == []


@pytest.mark.parametrize(
    ("test", "share", "held", "truth"),
    [
        ("over_10_percent", 37, YES, YES),
        ("over_10_percent", 10, YES, NO),
        ("over_10_percent", 37, UNKNOWN, UNKNOWN),
        ("over_10_percent", None, YES, UNKNOWN),
        ("subsidiary_or_affiliate", 37, YES, UNKNOWN),
        ("subsidiary_or_affiliate", 51, YES, YES),
        ("subsidiary_or_affiliate", 51, UNKNOWN, UNKNOWN),
        ("subsidiary_or_affiliate", None, YES, UNKNOWN),
        ("named_only", 100, YES, NO),
        ("at_least_50_percent", 100, YES, NO),
        ("control", 100, YES, NO),
    ],
)
def test_an_owner_of_the_named_party_may_be_its_affiliate(
    make_world: MakeWorld,
    act: Callable[..., Instrument],
    make_hit: MakeHit,
    *,
    test: OwnershipTest,
    share: float | None,
    held: Truth,
    truth: Truth,
) -> None:
    world = make_world(act(test), holdings={"acme": (Holding("crown", share, held),)})
    reaches = triggers.named_by("act", make_hit("crown"), Facts(), world)
    assert [(reach.truth, reach.party, reach.relation) for reach in reaches] == (
        [] if truth == NO else [(truth, "acme", "owner")]
    )
    assert [reach.needs for reach in reaches] == ([("ownership",)] if truth == UNKNOWN else [()] if truth else [])


def test_a_follower_is_a_lead_to_the_party_and_to_nothing_else(make_world: MakeWorld, make_hit: MakeHit) -> None:
    world = make_world()
    hit = make_hit("acme", relation="successor", confidence="possible")
    assert triggers.successor_of("any", hit, Facts(), world) == [Reach(YES, "acme", "successor")]
    assert triggers.successor_of(("acme",), hit, Facts(), world) == [Reach(YES, "acme", "successor")]
    assert triggers.successor_of(("bolt",), hit, Facts(), world) == []
    assert triggers.successor_of("any", make_hit("acme"), Facts(), world) == []
    assert triggers.successor_of("any", None, Facts(), world) == []
    assert triggers.party(("acme",), hit, Facts(), world) == []


def test_a_conflict_is_one_of_the_product_and_of_the_party_it_is_about(
    make_world: MakeWorld, make_hit: MakeHit
) -> None:
    world = make_world()
    facts = Facts(conflicts=("acme",))
    assert triggers.conflict(WANTED, make_hit("acme"), facts, world) == [Reach(YES, "acme", "self")]
    assert triggers.conflict(WANTED, make_hit("bolt"), facts, world) == []
    assert triggers.conflict(WANTED, make_hit("acme"), Facts(), world) == []
    assert triggers.conflict(WANTED, make_hit("acme", subject="counterparty"), facts, world) == []
    assert triggers.conflict(WANTED, None, facts, world) == []
