"""Checked records to the words of the model: every field in its place, and what a missing one becomes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from vendorcheck.model.change import Change
from vendorcheck.model.condition import AllOf, AnyOf, Not, Predicate
from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Message, OpenPoint, Thread
from vendorcheck.model.evidence import Claim, Document, Locator
from vendorcheck.model.instrument import Adoption, Instrument, Naming, Scope, TimelineEntry
from vendorcheck.model.party import Confusable, Mark, Ownership, Party, PartyName, RelabelLead, Unit
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Profile, Question, Rule
from vendorcheck.model.vocabulary import EquipmentType, Purpose, Vocabulary
from vendorcheck.rulebook import evidence_records, records
from vendorcheck.rulebook.yaml_source import read_yaml

CAMERAS = Scope(("acme-camera",), ("acme-device",), ("acme-guarding",))


def _value(text: str) -> dict[str, Any]:
    value: dict[str, Any] = read_yaml("own.yaml", text.encode()).value
    return value


def test_a_party_with_no_more_than_it_must_have(small: Mapping[str, str]) -> None:
    party = records.party(_value(small["parties/acme-holding.yaml"]))
    assert party == Party(
        id="acme-holding",
        name="Acme Holding",
        country="GB",
        names=(PartyName("Acme Holding plc", "legal", "a register"),),
    )


def test_an_end_of_ownership_is_not_looked_for(small: Mapping[str, str]) -> None:
    text = small["parties/acme-holding.yaml"] + "screened: false\n"
    assert not records.party(_value(text)).screened
    assert records.party(_value(small["parties/acme-holding.yaml"])).screened


def test_a_party_with_everything() -> None:
    text = """\
id: acme
name: Acme
country: GB
names:
  misspelling: [Amce]
  brand: [{name: Acme Eye, source: a shop, since: 2012-03, until: 2020-06-30}]
  legal: [{name: Acme Optics Limited, source: a register}]
units:
  - {name: Acme Lenses, source: a report, since: 2014-01, until: 2021-01, note: sold}
  - {name: Acme Glass, source: a report}
marks:
  - {id: dome, what: domes, starts: [AC-], pattern: 'AC-\\d', equipment: camera, needs_name: true}
  - {id: bullet, what: bullets, starts: [AB, AD], pattern: 'A[BD]'}
identifiers:
  fcc_grantee: [{code: 2ABCD, source: a filing}, {code: XYZ, source: a filing}]
  ieee_prefixes: {source: a registry, registered_to: [Acme], prefixes: [0011AA, 0022BB]}
owners:
  - {party: acme-holding, share: 12.5, since: 2015-02, until: 2020-02, source: a register, disputed: by the owner}
  - {holder: A Fund, source: a register}
  - {party: acme-trust, holder: The Acme Trust, source: a register}
relabels:
  - {brand: Bolt, lines: domes, since: 2018-01, until: 2019-01, confidence: high, source: a review}
  - {brand: Nut, lines: all, confidence: medium, source: a review}
confusables:
  - {text: Acne, really: a fashion house}
"""
    assert records.party(_value(text)) == Party(
        id="acme",
        name="Acme",
        country="GB",
        names=(
            PartyName("Acme Optics Limited", "legal", "a register"),
            PartyName("Acme Eye", "brand", "a shop", Period.parse("2012-03"), Period.parse("2020-06-30")),
            PartyName("Amce", "misspelling"),
        ),
        units=(
            Unit("Acme Lenses", "a report", Period.parse("2014-01"), Period.parse("2021-01"), "sold"),
            Unit("Acme Glass", "a report"),
        ),
        marks=(
            Mark("dome", "domes", ("AC-",), "AC-\\d", "camera", needs_name=True),
            Mark("bullet", "bullets", ("AB", "AD"), "A[BD]"),
        ),
        grantee_codes=("2ABCD", "XYZ"),
        ieee_prefixes=("0011AA", "0022BB"),
        owners=(
            Ownership(
                "acme-holding",
                "acme-holding",
                12.5,
                Period.parse("2015-02"),
                Period.parse("2020-02"),
                "a register",
                "by the owner",
            ),
            Ownership("A Fund", None, None, None, None, "a register"),
            Ownership("The Acme Trust", "acme-trust", None, None, None, "a register"),
        ),
        relabels=(
            RelabelLead("Bolt", "domes", "a review", Period.parse("2018-01"), Period.parse("2019-01")),
            RelabelLead("Nut", "all", "a review"),
        ),
        confusables=(Confusable("Acne", "a fashion house"),),
    )


def test_an_instrument_gives_each_naming_the_scope_it_speaks_of(small: Mapping[str, str]) -> None:
    assert records.instrument(_value(small["instruments/acme-order.yaml"])) == Instrument(
        id="acme-order",
        title="Order on cameras",
        short="the Order",
        kind="order",
        jurisdiction="GB",
        citation="Order 4",
        url=None,
        acts=("buy",),
        ownership_test="control",
        timeline=(TimelineEntry(Period.parse("2024-03"), "in_force", "Order 4"),),
        namings=(
            Naming(
                party="acme",
                listed_as=("Acme Optics Ltd",),
                since=Period.parse("2024-03-05"),
                citation="Order 4",
                scope=CAMERAS,
            ),
        ),
        adoptions=(Adoption("acme-list", CAMERAS),),
    )


@pytest.mark.parametrize(("scope", "wanted"), [(CAMERAS, CAMERAS), (None, Scope(("acme-device",)))])
def test_an_instrument_takes_over_the_names_of_another_but_not_those_that_it_took_over(
    small: Mapping[str, str], scope: Scope | None, wanted: Scope
) -> None:
    order, roll = (records.instrument(_value(small[f"instruments/acme-{name}.yaml"])) for name in ("order", "list"))
    [listed] = roll.namings
    instruments = {
        "acme-order": order._replace(adoptions=(Adoption("acme-list", scope),)),
        "acme-list": roll._replace(
            namings=(listed._replace(scope=Scope(("acme-device",))),), adoptions=(Adoption("acme-roll"),)
        ),
        "acme-roll": roll._replace(id="acme-roll", namings=(listed._replace(party="bolt"),)),
    }
    made = records.with_adopted(instruments)
    assert [(naming.party, naming.through) for naming in made["acme-order"].namings] == [
        ("acme", None),
        ("acme-holding", "acme-list"),
    ]
    assert made["acme-order"].namings[-1].scope == wanted
    assert [naming.party for naming in made["acme-list"].namings] == ["acme-holding", "bolt"]


def test_names_taken_over_bind_after_the_wait_that_the_instrument_gives(small: Mapping[str, str]) -> None:
    value = _value(small["instruments/acme-order.yaml"])
    value["names_of"] = [{"instrument": "acme-list", "wait_days": 60}]
    order, roll = records.instrument(value), records.instrument(_value(small["instruments/acme-list.yaml"]))
    own, taken = records.with_adopted({"acme-order": order, "acme-list": roll})["acme-order"].namings
    assert own.binds == own.since
    assert (taken.since, taken.binds) == (roll.namings[0].since, roll.namings[0].since.later(60))


def test_a_correspondence_in_the_order_of_its_dates(small: Mapping[str, str]) -> None:
    thread = evidence_records.correspondence(_value(small["evidence/correspondence/acme-letters.yaml"]))
    assert [(message.date.text, message.sender, message.addressee) for message in thread.messages] == [
        ("2024-02-05", "Acme", "a town"),
        ("2024-02-10", "a town", "Acme"),
    ]
    assert [message.claims for message in thread.messages] == [("acme-paper-2",), ()]
    assert thread.open == (OpenPoint("What the cameras see.", Period.parse("2024-02-10"), Period.parse("2025")),)


def test_a_contradiction_with_both_sides_and_where_it_is_shown(small: Mapping[str, str]) -> None:
    made = evidence_records.contradiction(_value(small["evidence/contradictions/acme-dispute.yaml"]))
    assert made == Contradiction(
        id="acme-dispute",
        question="What do the cameras see?",
        about=("acme",),
        since=Period.parse("2024-02-03"),
        state="unresolved",
        says="The paper says faces, the maker says doors.",
        reading="Both are shown.",
        claims=("acme-paper-1", "acme-paper-2"),
        rules=("acme-rule",),
    )


def test_an_instrument_that_is_no_act_of_a_government_has_a_standing_of_its_own(small: Mapping[str, str]) -> None:
    value = _value(small["instruments/acme-order.yaml"])
    assert records.instrument(value).standing == "government_action"
    assert records.instrument({**value, "standing": "court"}).standing == "court"


def test_a_claim_of_a_document_that_was_not_seen_has_no_locator(small: Mapping[str, str]) -> None:
    value = _value(small["evidence/acme-paper.yaml"])
    del value["digest"]
    for claim in value["claims"]:
        del claim["locator"]
    made = evidence_records.document({**value, "seen": "accounts"})
    assert (made.digest, {claim.locator for claim in made.claims}) == (None, {None})


def test_an_instrument_with_what_it_may_have_beyond_that(small: Mapping[str, str]) -> None:
    value = _value(small["instruments/acme-order.yaml"])
    value["url"] = "https://gazette.example/4"
    value["timeline"][0]["provisional"] = "not seen in the gazette"
    value["scopes"]["none"] = {}
    value["names"].append(
        {
            "party": "bolt",
            "listed_as": ["Bolt", "Bolt Ltd"],
            "since": "2024-03-05",
            "published": "2024-03-06",
            "until": "2025-03/..",
            "citation": "Order 5",
            "provisional": "under appeal",
        }
    )
    value["names"].append({**value["names"][0], "scope": "none"})
    made = records.instrument(value)
    assert made.url == "https://gazette.example/4"
    assert made.timeline[0].provisional == "not seen in the gazette"
    assert made.namings[1] == Naming(
        party="bolt",
        listed_as=("Bolt", "Bolt Ltd"),
        since=Period.parse("2024-03-05"),
        citation="Order 5",
        scope=Scope(),
        published=Period.parse("2024-03-06"),
        until=Period.parse("2025-03/.."),
        provisional="under appeal",
    )
    assert made.namings[2].scope == Scope()


def test_a_document_with_its_claims(small: Mapping[str, str]) -> None:
    document = evidence_records.document(_value(small["evidence/acme-paper.yaml"]))
    first = Claim(
        id="acme-paper-1",
        document="acme-paper",
        about=("acme",),
        type="conduct",
        event=None,
        statement="The cameras were sold.",
        asserted_by="A Paper",
        standing="investigative_report",
        locator=Locator(3, "b" * 64),
        line_of_evidence="acme-paper",
        answers=("acme-paper-2",),
        context=("acme-paper-3",),
        contradicts=("acme-paper-2",),
    )
    assert document == Document(
        id="acme-paper",
        publisher="A Paper",
        short="A Paper 2024",
        title="What the cameras saw",
        published=Period(date(2024, 2, 3), date(2024, 2, 3), "2024-02-03"),
        kind="article",
        url=None,
        seen="original",
        copy_quality="original",
        reliability="B2",
        line_of_evidence="acme-paper",
        claims=(first, *document.claims[1:]),
        digest="a" * 64,
        lines=12,
        requests=(
            Thread(
                "acme-paper-asked",
                "Request for comment",
                ("acme",),
                (
                    Message(
                        Period.parse("2024-01-31"),
                        "A Paper",
                        "Acme",
                        "question",
                        "Were the cameras sold?",
                        "A Paper 2024",
                    ),
                    Message(
                        Period.parse("2024-02"),
                        "Acme",
                        "A Paper",
                        "answer",
                        "They were not, says Acme.",
                        "A Paper 2024",
                        ("acme-paper-2",),
                    ),
                ),
            ),
            Thread(
                "acme-paper-asked-town",
                "Request for comment",
                (),
                (
                    Message(
                        Period.parse("2024-02-03"),
                        "A Paper",
                        "the town",
                        "question",
                        "A request for comment.",
                        "A Paper 2024",
                    ),
                ),
                (OpenPoint("An answer by the town.", Period.parse("2024-02-03"), note="none recorded in the source"),),
            ),
        ),
        reasons=("signed",),
    )
    assert [claim.id for claim in document.claims] == ["acme-paper-1", "acme-paper-2", "acme-paper-3"]
    second = document.claims[1]
    assert (second.answers, second.context, second.contradicts) == ((), (), ())


def test_a_document_may_record_no_request_for_comment(small: Mapping[str, str]) -> None:
    value = _value(small["evidence/acme-paper.yaml"])
    del value["requests_for_comment"]
    assert evidence_records.document(value).requests == ()


def test_a_claim_may_have_an_event_a_note_and_a_line_of_evidence_of_its_own(small: Mapping[str, str]) -> None:
    value = _value(small["evidence/acme-paper.yaml"])
    value["url"] = "https://paper.example/1"
    value["claims"][0] |= {"event": "the sale", "note": "as printed", "line_of_evidence": "another-paper"}
    made = evidence_records.document(value)
    assert made.url == "https://paper.example/1"
    assert (made.claims[0].event, made.claims[0].note) == ("the sale", "as printed")
    assert [claim.line_of_evidence for claim in made.claims] == ["another-paper", "acme-paper", "acme-paper"]


def test_a_rule_with_its_condition(small: Mapping[str, str]) -> None:
    assert records.rule(_value(small["gb/acme-rule.yaml"])) == Rule(
        id="acme-rule",
        title="Camera of Acme",
        status="stable",
        severity="low",
        subjects=("product",),
        bars=("buy",),
        binds=("acme-town",),
        instrument="acme-order",
        when=Predicate("named_by", "acme-order"),
        condition=AllOf(
            (
                Predicate("scope", argument=True),
                Not(Predicate("equipment", ("acme-device",))),
                AnyOf((Predicate("purpose", ("acme-guarding",)), Predicate("declared", "acme-permit"))),
            )
        ),
        message="Since {since} the Order names {party} as {listed_as}.",
        about={"acme": "Since 2024 it names {party} itself."},
        next_steps=("Ask who made it.",),
        questions=(),
        supplier_questions=(),
        claims=("acme-paper-1",),
        answers=("acme-paper-2",),
        related=("acme-lead",),
        since=Period.parse("2024-04"),
        threads=("acme-letters",),
        tags=("acme-tag",),
    )


def test_a_rule_with_no_more_than_it_must_have(small: Mapping[str, str]) -> None:
    made = records.rule(_value(small["gb/acme-lead.yaml"]))
    assert made.when == Predicate("party", ("acme",))
    assert (made.instrument, made.condition, made.provisional) == (None, None, None)
    assert (made.about, made.claims, made.answers, made.related) == ({}, (), (), ())
    assert (made.questions, made.supplier_questions) == ((), ())


@pytest.mark.parametrize("trigger", ["named_by", "component_of"])
def test_a_rule_without_an_instrument_rests_on_that_of_its_trigger(small: Mapping[str, str], trigger: str) -> None:
    value = {**_value(small["gb/acme-lead.yaml"]), "when": {trigger: "acme-order"}}
    assert records.rule(value).instrument == "acme-order"
    assert records.rule({**value, "instrument": "other-order"}).instrument == "other-order"


def test_the_questions_of_a_rule_keep_their_order(small: Mapping[str, str]) -> None:
    value = _value(small["gb/acme-lead.yaml"])
    value["questions"] = [
        {"id": "q-one", "to": "maker", "ask": "Who made it?"},
        {"id": "q-two", "to": "buyer", "ask": "What for?"},
    ]
    value["supplier_questions"] = [{"id": "q-three", "to": "supplier", "ask": "Who owns you?"}]
    value["provisional"] = "the order is not in force yet"
    made = records.rule(value)
    assert made.questions == (Question("q-one", "maker", "Who made it?"), Question("q-two", "buyer", "What for?"))
    assert made.supplier_questions == (Question("q-three", "supplier", "Who owns you?"),)
    assert made.provisional == "the order is not in force yet"


def test_a_profile(small: Mapping[str, str]) -> None:
    assert records.profile(_value(small["profiles/acme-town-hall.yaml"])) == Profile(
        "acme-town-hall", "town hall", ("acme-town",), ("buy",)
    )


def test_a_vocabulary_of_nothing_is_empty() -> None:
    empty = records.vocabulary([])
    assert empty == Vocabulary((), (), (), (), (), (), (), (), {}, {}, {})


def test_the_words_of_several_files_are_one_vocabulary(small: Mapping[str, str]) -> None:
    second = _value(
        """\
equipment: [{id: lamp, title: lamp, words: [lamp], needs_maker: false}]
purposes: [{id: lighting, title: lighting, words: [light]}]
generic: [box, case]
distributors: [Shop]
detached_before: [for]
detached_after: [compatible]
resold: [resold by]
subordinators: [with]
countries: {GB: [Britain, UK]}
buyers: {village: a village}
needs: {origin-of-lamp: Ask for it.}
"""
    )
    third = {"generic": ["bag"], "countries": {"FR": ["France"]}}
    assert records.vocabulary([_value(small["vocabulary/words.yaml"]), second, third]) == Vocabulary(
        equipment=(
            EquipmentType("acme-device", "any device", None, ("device",)),
            EquipmentType("acme-camera", "camera", "acme-device", ("dome camera", "eye")),
            EquipmentType("lamp", "lamp", None, ("lamp",), needs_maker=False),
        ),
        purposes=(
            Purpose("acme-guarding", "guarding", ("guard",)),
            Purpose("acme-filming", "filming", ("film",), ("acme-guarding",)),
            Purpose("lighting", "lighting", ("light",)),
        ),
        generic=("box", "case", "bag"),
        distributors=("Shop",),
        detached_before=("for",),
        detached_after=("compatible",),
        resold=("resold by",),
        subordinators=("with",),
        countries={"GB": ("Britain", "UK"), "FR": ("France",)},
        buyers={"acme-town": "a town", "village": "a village"},
        needs={"acme-permit": "Ask for the permit.", "origin-of-lamp": "Ask for it."},
    )


def test_words_for_a_country_are_added_to_those_it_has() -> None:
    made = records.vocabulary([{"countries": {"GB": ["Britain"]}}, {"countries": {"GB": ["Albion"]}}])
    assert made.countries == {"GB": ("Britain", "Albion")}


def test_a_change_in_law() -> None:
    text = "date: 2024-03\nrecorded: 2024-04-02\nwhat: It began.\ninstruments: [a]\nreviewed_by: nobody\n"
    change = records.change(_value(text))
    assert change == Change(Period.parse("2024-03"), date(2024, 4, 2), "It began.", ("a",), (), "nobody")
    assert [change.is_new_since(date(2024, *day)) for day in ((4, 2), (4, 3))] == [True, False]
