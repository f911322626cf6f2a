"""Which rules reach a line: one flag for each rule, party and subject, judged once, in order."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from vendorcheck.evaluate import PREDICATES, QUALIFIERS, TRIGGERS, Judge, World
from vendorcheck.evaluate import judge as judging
from vendorcheck.evaluate.triggers import Reach, Trigger
from vendorcheck.model.condition import Predicate, predicates_of
from vendorcheck.model.evidence import Claim, Document
from vendorcheck.model.finding import Decision, Flag
from vendorcheck.model.hit import Confidence, Facts, Hit, Holding
from vendorcheck.model.instrument import Instrument, Naming, Scope, TimelineEntry
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Profile, Rule
from vendorcheck.model.truth import UNKNOWN, YES, Truth
from vendorcheck.rulebook import load_rulebook, schema_text

MakeClaim = Callable[..., Claim]
MakeDocument = Callable[..., Document]
MakeHit = Callable[..., Hit]
MakeInstrument = Callable[..., Instrument]
MakeNaming = Callable[..., Naming]
MakeRule = Callable[..., Rule]
MakeWorld = Callable[..., World]

OPEN = Predicate("declared", "purpose")


def _decide(world: World, *hits: Hit, **facts: Any) -> Decision:
    return Judge(world, TRIGGERS, QUALIFIERS).decide(Facts(hits=hits, **facts))


def _only(decision: Decision) -> Flag:
    (flag,) = decision.flags
    return flag


@pytest.fixture
def act(make_instrument: MakeInstrument, make_naming: MakeNaming) -> Instrument:
    """An act that names Acme and reaches what it controls."""
    return make_instrument(make_naming("acme"), ownership_test="control")


@pytest.fixture
def hit(make_hit: MakeHit) -> Hit:
    return make_hit("acme")


def test_every_predicate_of_the_shipped_rules_has_a_meaning() -> None:
    rules = load_rulebook().rules.values()
    asked = {predicate.name for rule in rules if rule.condition for predicate in predicates_of(rule.condition)}
    assert {rule.when.name for rule in rules} <= set(TRIGGERS)
    assert asked <= set(QUALIFIERS)
    assert set(PREDICATES) == {*TRIGGERS, *QUALIFIERS}
    assert len(PREDICATES) == len(TRIGGERS) + len(QUALIFIERS)


def test_the_schema_of_a_rule_lists_the_predicates_that_have_a_meaning() -> None:
    schema = json.loads(schema_text("rule"))
    triggers = set(schema["properties"]["when"]["properties"])
    qualifiers = set(schema["$defs"]["condition"]["properties"]) - {"all", "any", "not"}
    assert (triggers, qualifiers) == (set(TRIGGERS), set(QUALIFIERS))
    assert triggers | qualifiers == set(PREDICATES)


def test_a_rule_that_bars_the_buyer(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, buyer: Profile, hit: Hit
) -> None:
    decision = _decide(make_world(act, make_rule(), profiles=(buyer,)), hit)
    assert decision.determination == "PROHIBITED"
    assert _only(decision) == Flag(
        rule="no-cameras",
        party="acme",
        hit=hit,
        relation="self",
        uncertain=False,
        outcome="yes",
        severity="critical",
        barred=("buy",),
        provisional=None,
        needs=(),
    )


def test_the_same_rule_for_a_buyer_it_does_not_bind(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, buyer: Profile, hit: Hit
) -> None:
    decision = _decide(make_world(act, make_rule(binds=("trade",)), profiles=(buyer,)), hit)
    assert (decision.determination, _only(decision).severity, _only(decision).barred) == ("REVIEW", "medium", ())


def test_the_same_rule_without_a_buyer(make_world: MakeWorld, make_rule: MakeRule, act: Instrument, hit: Hit) -> None:
    decision = _decide(make_world(act, make_rule()), hit)
    assert (decision.determination, _only(decision).severity, _only(decision).barred) == ("REVIEW", "high", ())


def test_nobody_hit_is_nobody_reached(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, make_hit: MakeHit
) -> None:
    world = make_world(act, make_rule())
    assert _decide(world) == _decide(world, make_hit("bolt")) == Decision("CLEAR", None, ())


@pytest.mark.parametrize(
    ("truth", "confidence", "outcome", "needs"),
    [
        (YES, "confirmed", "yes", ()),
        (YES, "strong", "yes", ()),
        (YES, "possible", "possible", ("identity",)),
        (UNKNOWN, "strong", "unknown", ("purpose",)),
        (UNKNOWN, "possible", "unknown", ("identity", "purpose")),
    ],
)
def test_the_outcome_and_what_is_missing(
    make_world: MakeWorld,
    make_rule: MakeRule,
    act: Instrument,
    hit: Hit,
    buyer: Profile,
    *,
    truth: Truth,
    confidence: Confidence,
    outcome: str,
    needs: tuple[str, ...],
) -> None:
    rule = make_rule(condition=None if truth == YES else OPEN)
    world = make_world(act, rule, profiles=(buyer,))
    flag = _only(_decide(world, hit._replace(confidence=confidence)))
    assert (flag.outcome, flag.needs) == (outcome, needs)


def test_a_condition_that_fails_ends_the_matter(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, hit: Hit
) -> None:
    world = make_world(act, make_rule(condition=Predicate("origin", ("CN",))))
    assert _decide(world, hit, origin="TW").flags == ()
    assert _only(_decide(world, hit, origin="CN")).outcome == "yes"
    assert _only(_decide(world, hit)).needs == ("origin",)


def test_a_rule_that_asks_for_the_identity_itself_asks_once(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, make_hit: MakeHit
) -> None:
    world = make_world(act, make_rule(condition=Predicate("declared", "identity")))
    assert _only(_decide(world, make_hit(confidence="possible"))).needs == ("identity",)


def test_a_disputed_owner_leaves_the_ownership_open(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, make_hit: MakeHit
) -> None:
    world = make_world(act, make_rule(), holdings={"bolt": (Holding("acme", None, YES, "no share was seen"),)})
    flag = _only(_decide(world, make_hit("bolt")))
    assert (flag.outcome, flag.needs, flag.uncertain, flag.note) == (
        "unknown",
        ("ownership",),
        True,
        "no share was seen",
    )


@pytest.mark.parametrize(
    ("timeline", "outcome"),
    [
        ([("2024-06-01", "in_force")], "yes"),
        ([("2024-06-02", "in_force")], None),
        ([("2024-06", "in_force")], "unknown"),
        ([("2020-01-01", "in_force"), ("2024-05-31", "suspended")], None),
        ([("2020-01-01", "in_force"), ("2024-06-01", "ended")], None),
        ([("2020-01-01", "proposed")], None),
    ],
)
def test_a_law_reaches_nobody_while_it_is_not_in_force(
    make_world: MakeWorld,
    make_rule: MakeRule,
    act: Instrument,
    hit: Hit,
    *,
    timeline: list[tuple[str, Any]],
    outcome: str | None,
) -> None:
    law = act._replace(timeline=tuple(TimelineEntry(Period.parse(day), state, "s. 2") for day, state in timeline))
    flags = _decide(make_world(law, make_rule(), as_of=date(2024, 6, 1)), hit).flags
    assert [(flag.outcome, flag.needs) for flag in flags] == (
        [] if outcome is None else [(outcome, ("in-force",) if outcome == "unknown" else ())]
    )


def test_product_and_counterparty_are_two_subjects(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, make_hit: MakeHit
) -> None:
    made, sold = make_hit("acme"), make_hit("acme", subject="counterparty")
    assert {flag.hit for flag in _decide(make_world(act, make_rule()), made, sold).flags} == {made, sold}
    assert _only(_decide(make_world(act, make_rule(subjects=("product",))), made, sold)).hit == made
    assert _only(_decide(make_world(act, make_rule(subjects=("counterparty",))), made, sold)).hit == sold


def test_a_party_named_itself_and_its_named_owner_are_two_parties(
    make_world: MakeWorld, make_rule: MakeRule, make_naming: MakeNaming, act: Instrument, make_hit: MakeHit
) -> None:
    law = act._replace(namings=(make_naming("acme"), make_naming("bolt")))
    world = make_world(law, make_rule(), holdings={"bolt": (Holding("acme", 60, YES),)})
    flags = _decide(world, make_hit("bolt")).flags
    assert [(flag.party, flag.relation) for flag in flags] == [("acme", "subsidiary"), ("bolt", "self")]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ({"confidence": "possible"}, {"confidence": "strong"}),
        ({"confidence": "strong"}, {"confidence": "confirmed"}),
        ({"confidence": "possible"}, {"relation": "affiliate", "confidence": "strong"}),
    ],
)
def test_of_several_hits_under_one_rule_and_party_the_strongest_is_flagged(
    make_world: MakeWorld,
    make_rule: MakeRule,
    act: Instrument,
    make_hit: MakeHit,
    *,
    weaker: dict[str, Any],
    stronger: dict[str, Any],
    turned: bool,
) -> None:
    owned = (Holding("acme", 60, YES),)
    world = make_world(act, make_rule(), holdings={"bolt": owned, "crown": owned})
    hits = [make_hit("bolt", **weaker), make_hit("crown", **stronger)]
    flag = _only(_decide(world, *(reversed(hits) if turned else hits)))
    assert flag.hit == hits[1]


def test_an_open_question_about_a_sure_maker_outweighs_a_maker_who_is_only_possible(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, make_hit: MakeHit
) -> None:
    world = make_world(act, make_rule(), holdings={"bolt": (Holding("acme", None, YES),)})
    flag = _only(_decide(world, make_hit("acme", confidence="possible"), make_hit("bolt")))
    assert (flag.outcome, flag.hit) == ("unknown", make_hit("bolt"))


def test_of_several_namings_of_one_party_the_one_that_surely_covers_the_line_counts(
    make_world: MakeWorld, make_rule: MakeRule, make_naming: MakeNaming, act: Instrument, hit: Hit
) -> None:
    narrow = make_naming("acme", scope=Scope(purposes=("safety",)))
    wide = make_naming("acme", "2023-01-01", scope=Scope(covers=("surveillance",)))
    law = act._replace(namings=(narrow, wide))
    decision = _decide(
        make_world(law, make_rule(condition=Predicate("scope", argument=True))), hit, equipment=frozenset({"camera"})
    )
    assert (_only(decision).outcome, _only(decision).needs) == ("yes", ())


def test_a_provisional_naming_does_not_hide_a_firm_one(
    make_world: MakeWorld, make_rule: MakeRule, make_naming: MakeNaming, act: Instrument, *, hit: Hit, buyer: Profile
) -> None:
    law = act._replace(namings=(make_naming("acme", provisional="as reported"), make_naming("acme", "2023-01-01")))
    assert _decide(make_world(law, make_rule(), profiles=(buyer,)), hit).determination == "PROHIBITED"


PROVISIONAL = "only reports of it were seen"


@pytest.mark.parametrize("where", ["rule", "naming", "timeline"])
def test_what_is_provisional_makes_at_most_a_review(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_naming: MakeNaming,
    act: Instrument,
    *,
    hit: Hit,
    buyer: Profile,
    where: str,
) -> None:
    rule = make_rule(provisional=PROVISIONAL if where == "rule" else None)
    naming = make_naming("acme", provisional=PROVISIONAL if where == "naming" else None)
    entry = act.timeline[0]._replace(provisional=PROVISIONAL if where == "timeline" else None)
    decision = _decide(make_world(rule, act._replace(namings=(naming,), timeline=(entry,)), profiles=(buyer,)), hit)
    flag = _only(decision)
    assert (decision.determination, flag.provisional, flag.severity) == ("REVIEW", PROVISIONAL, "medium")
    assert (flag.outcome, flag.barred) == ("yes", ("buy",))


def test_why_it_is_provisional_is_said_by_the_rule_first_then_by_the_naming(
    make_world: MakeWorld, make_rule: MakeRule, make_naming: MakeNaming, act: Instrument, hit: Hit
) -> None:
    law = act._replace(
        namings=(make_naming("acme", provisional="naming"),),
        timeline=(act.timeline[0]._replace(provisional="timeline"),),
    )
    assert _only(_decide(make_world(law, make_rule(provisional="rule")), hit)).provisional == "rule"
    assert _only(_decide(make_world(law, make_rule()), hit)).provisional == "naming"


@pytest.mark.parametrize(
    ("published", "flagged"),
    [("2024-05-31", True), ("2024-06-01", True), ("2024-06-02", False), ("2024-06", False)],
)
def test_what_is_reported_counts_from_its_publication(
    make_world: MakeWorld,
    make_report_rule: MakeRule,
    make_document: MakeDocument,
    make_claim: MakeClaim,
    hit: Hit,
    *,
    published: str,
    flagged: bool,
) -> None:
    document = make_document("later", published)
    rule = make_report_rule(claims=("deals",))
    world = make_world(rule, document, make_claim("deals", document="later"), as_of=date(2024, 6, 1))
    assert bool(_decide(world, hit).flags) is flagged


@pytest.mark.parametrize(("about", "flagged"), [(("acme",), True), (("bolt", "acme"), True), (("bolt",), False)])
def test_what_is_reported_counts_for_the_party_it_is_about(
    make_world: MakeWorld,
    make_report_rule: MakeRule,
    make_claim: MakeClaim,
    hit: Hit,
    about: tuple[str, ...],
    *,
    flagged: bool,
) -> None:
    world = make_world(make_report_rule(claims=("deals",)), make_claim("deals", about=about))
    assert bool(_decide(world, hit).flags) is flagged


def test_one_claim_that_was_published_is_enough(
    make_world: MakeWorld, make_report_rule: MakeRule, make_document: MakeDocument, make_claim: MakeClaim, hit: Hit
) -> None:
    claims = (make_claim("later", document="later"), make_claim("deals"))
    world = make_world(make_report_rule(claims=("later", "deals")), make_document("later", "2030-01-01"), *claims)
    assert len(_decide(world, hit).flags) == 1


def test_a_rule_that_rests_on_nothing_but_its_trigger_counts(
    make_world: MakeWorld, make_report_rule: MakeRule, hit: Hit
) -> None:
    assert _only(_decide(make_world(make_report_rule()), hit)).outcome == "yes"


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_rule_that_is_not_stable_never_runs(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, hit: Hit, status: str
) -> None:
    assert _decide(make_world(act, make_rule(status=status)), hit) == Decision("CLEAR", None, ())


def test_a_kind_of_equipment_is_flagged_for_nobody(
    make_world: MakeWorld, make_report_rule: MakeRule, make_hit: MakeHit
) -> None:
    world = make_world(make_report_rule("cameras", when=Predicate("category", ("camera",))))
    decision = _decide(world, make_hit("bolt"), equipment=frozenset({"camera"}))
    assert (_only(decision).party, _only(decision).hit, _only(decision).relation) == (None, None, "self")
    assert decision.determination == "REVIEW"


def test_a_doubt_about_the_kind_asks_for_the_kind(make_world: MakeWorld, make_report_rule: MakeRule) -> None:
    world = make_world(make_report_rule("cameras", when=Predicate("category", ("camera",))))
    assert _only(_decide(world, equipment=frozenset({"camera", "router"}))).needs == ("equipment",)


def test_a_doubt_about_the_day_of_the_naming_does_not_ask_for_the_owner(
    make_world: MakeWorld, make_rule: MakeRule, make_naming: MakeNaming, act: Instrument, hit: Hit
) -> None:
    law = act._replace(namings=(make_naming("acme", "2024-06"),))
    flag = _only(_decide(make_world(law, make_rule(), as_of=date(2024, 6, 1)), hit))
    assert flag.outcome == "unknown"
    assert "ownership" not in flag.needs


def test_flags_stand_the_weightiest_first_and_laws_before_reports(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_report_rule: MakeRule,
    act: Instrument,
    *,
    make_hit: MakeHit,
    buyer: Profile,
) -> None:
    rules = (
        make_report_rule("a-report", severity="high", when=Predicate("party", ("bolt", "acme"))),
        make_rule("b-open", condition=OPEN),
        make_rule("c-elsewhere", binds=("trade",), severity="high"),
        make_rule("d-bars"),
        make_report_rule("e-open-report", severity="high", condition=OPEN),
        make_report_rule("f-lead", severity="info"),
        make_rule("g-also-bars"),
    )
    flags = _decide(make_world(act, *rules, profiles=(buyer,)), make_hit("bolt"), make_hit("acme")).flags
    assert [(flag.rule, flag.party) for flag in flags] == [
        ("d-bars", "acme"),
        ("g-also-bars", "acme"),
        ("a-report", "acme"),
        ("a-report", "bolt"),
        ("b-open", "acme"),
        ("e-open-report", "acme"),
        ("f-lead", "acme"),
        ("c-elsewhere", "acme"),
    ]


def _noting(seen: list[Facts]) -> dict[str, Trigger]:
    """Triggers that reach nobody and note each set of facts they are asked about."""

    def note(_argument: object, hit: Hit | None, facts: Facts, _world: World) -> list[Reach]:
        if hit is None:
            seen.append(facts)
        return []

    return {"named_by": note}


def test_equal_facts_are_judged_once(make_world: MakeWorld, make_rule: MakeRule, act: Instrument) -> None:
    seen: list[Facts] = []
    judge = Judge(make_world(act, make_rule()), _noting(seen), QUALIFIERS)
    first = judge.decide(Facts(origin="CN"))
    assert judge.decide(Facts(origin="CN")) is first
    assert seen == [Facts(origin="CN")]
    judge.decide(Facts(origin="TW"))
    assert seen == [Facts(origin="CN"), Facts(origin="TW")]


def test_no_more_decisions_are_kept_than_the_bound(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "MAX_DECISIONS", 2)
    seen: list[Facts] = []
    judge = Judge(make_world(act, make_rule()), _noting(seen), QUALIFIERS)
    for country in ("CN", "TW", "CN", "JP", "CN"):
        assert judge.decide(Facts(origin=country)) == Decision("CLEAR", None, ())
    assert [facts.origin for facts in seen] == ["CN", "TW", "JP", "CN"]


@pytest.mark.parametrize(
    ("since", "outcomes"), [("2024-06-01", ["yes"]), ("2024-06", ["unknown"]), ("2024-06-02", []), (None, ["yes"])]
)
def test_a_part_of_a_law_that_began_later_counts_from_then(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, hit: Hit, *, since: str | None, outcomes: list[str]
) -> None:
    rule = make_rule(since=Period.parse(since) if since else None)
    decision = Judge(make_world(act, rule), TRIGGERS, QUALIFIERS).decide(Facts(hits=(hit,)))
    assert [flag.outcome for flag in decision.flags] == outcomes


UNKNOWN_ORIGIN = {"agency": ("unknown", "high"), "trade": ("unknown", "info"), None: ("unknown", "high")}
KNOWN_ORIGIN = {"agency": ("yes", "critical"), "trade": ("yes", "medium"), None: ("yes", "high")}


@pytest.mark.parametrize(("origin", "expected"), [(None, UNKNOWN_ORIGIN), ("CN", KNOWN_ORIGIN)])
def test_equipment_of_unknown_origin_is_never_passed_over_in_silence(
    make_world: MakeWorld, make_rule: MakeRule, act: Instrument, *, origin: str | None, expected: dict[str | None, Any]
) -> None:
    rule = make_rule(when=Predicate("category", ("camera",)), condition=Predicate("origin", ("CN",)), binds=("agency",))
    facts = Facts(equipment=frozenset({"camera"}), origin=origin)
    found = {}
    for buyer in expected:
        profiles = (Profile(buyer, buyer, (buyer,), ("buy",)),) if buyer else ()
        [flag] = Judge(make_world(act, rule, profiles=profiles), TRIGGERS, QUALIFIERS).decide(facts).flags
        found[buyer] = (flag.outcome, flag.severity)
    assert found == expected
