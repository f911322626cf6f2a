"""What a flag rests on: the law, the list, claims with their context; and what the company answers."""

from collections.abc import Callable
from datetime import date

import pytest

from vendorcheck.evaluate.proof import NO_ANSWER, answers, claim_proof, contradictions, naming_of, proofs, threads
from vendorcheck.evaluate.world import World
from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Message, OpenPoint, Thread
from vendorcheck.model.evidence import STANDINGS, Claim, Document, Locator
from vendorcheck.model.finding import Answer, Flag, Proof
from vendorcheck.model.instrument import Instrument, Naming, TimelineEntry
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Rule
from vendorcheck.model.watchlist import Alias, ListEntry
from vendorcheck.rulebook import load_rulebook

MakeClaim = Callable[..., Claim]
MakeDocument = Callable[..., Document]
MakeFlag = Callable[..., Flag]
MakeInstrument = Callable[..., Instrument]
MakeListEntry = Callable[..., ListEntry]
MakeNaming = Callable[..., Naming]
MakeRule = Callable[..., Rule]
MakeWorld = Callable[..., World]

LATER = "2030-01-01"


@pytest.fixture
def act(make_instrument: MakeInstrument, make_naming: MakeNaming) -> Instrument:
    naming = make_naming("acme", "2021-05-04", listed_as=("Acme Optics Co.", "Acme"), citation="Act 1, row 3")
    return make_instrument(naming)


def _ids(found: tuple[Proof, ...] | tuple[Answer, ...]) -> list[str | None]:
    return [each.id for each in found]


def _law(statement: str, day: str, citation: str) -> Proof:
    return Proof(
        id="act",
        standing="government_action",
        date=day,
        citation=citation,
        statement=statement,
        asserted_by="Freeland",
        line_of_evidence=None,
        url="https://law.example/act-1",
    )


def test_a_law_is_shown_with_its_state_and_its_naming(
    make_world: MakeWorld, make_rule: MakeRule, make_flag: MakeFlag, act: Instrument
) -> None:
    assert proofs(make_rule(), make_flag(), make_world(act)) == (
        _law("Act 1: in force since 2020-01-01", "2020-01-01", "Act 1, s. 2"),
        _law("names Acme Optics Co. / Acme since 2021-05-04", "2021-05-04", "Act 1, row 3"),
    )


def test_a_list_is_shown_by_its_row_alone(
    make_world: MakeWorld, make_rule: MakeRule, make_flag: MakeFlag, act: Instrument
) -> None:
    found = proofs(make_rule(), make_flag(), make_world(act._replace(kind="list")))
    assert found == (_law("Act 1: names Acme Optics Co. / Acme since 2021-05-04", "2021-05-04", "Act 1, row 3"),)


def test_a_law_that_names_nobody_is_shown_by_its_state(
    make_world: MakeWorld, make_rule: MakeRule, make_flag: MakeFlag, make_instrument: MakeInstrument
) -> None:
    found = proofs(make_rule(), make_flag(), make_world(make_instrument()))
    assert found == (_law("Act 1: in force since 2020-01-01", "2020-01-01", "Act 1, s. 2"),)


@pytest.mark.parametrize(
    ("as_of", "statement"),
    [
        ("2019-07-31", None),
        ("2019-12-31", "Act 1: proposed since 2019-08-01"),
        ("2020-01-01", "Act 1: in force since 2020-01"),
        ("2020-01-31", "Act 1: in force since 2020-01"),
    ],
)
def test_a_law_is_shown_in_the_state_it_had_on_the_day(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    make_instrument: MakeInstrument,
    as_of: str,
    *,
    statement: str | None,
) -> None:
    timeline = (
        TimelineEntry(Period.parse("2019-08-01"), "proposed", "a bill"),
        TimelineEntry(Period.parse("2020-01"), "in_force", "s. 2"),
    )
    world = make_world(make_instrument(timeline=timeline), as_of=date.fromisoformat(as_of))
    found = proofs(make_rule(), make_flag(), world)
    assert [proof.statement for proof in found] == ([statement] if statement else [])


@pytest.mark.parametrize(
    ("as_of", "since"),
    [
        ("2019-12-31", None),
        ("2020-01-01", "2020-01-01"),
        ("2023-04-30", "2020-01-01"),
        ("2023-05-01", "2023-05"),
        ("2025-01-01", "2023-05"),
    ],
)
def test_the_latest_row_of_a_party_on_a_day(
    make_instrument: MakeInstrument, make_naming: MakeNaming, as_of: str, since: str | None
) -> None:
    rows = (make_naming("acme", "2023-05"), make_naming("bolt", "2024-01-01"), make_naming("acme", "2020-01-01"))
    found = naming_of(make_instrument(*rows), "acme", date.fromisoformat(as_of))
    assert (found and found.since.text) == since


def test_a_party_that_is_not_named_has_no_row(act: Instrument) -> None:
    assert naming_of(act, "bolt", date(2024, 6, 1)) is None
    assert naming_of(act, None, date(2024, 6, 1)) is None


def test_a_row_that_has_ended_no_longer_names_the_party(
    make_instrument: MakeInstrument, make_naming: MakeNaming
) -> None:
    rows = (make_naming("acme", "2020-01-01"), make_naming("acme", "2022-01-01", until=Period.parse("2023-01-01")))
    found = naming_of(make_instrument(*rows), "acme", date(2024, 6, 1))
    assert found == rows[0]


@pytest.mark.parametrize(
    ("aliases", "since", "reference", "statement", "day", "citation"),
    [
        ((), None, None, "list own: names Dodgy Trading", None, "entry own/7"),
        (
            ("DT", "Dodgy"),
            "2022-03",
            "no. 7",
            "list own: names Dodgy Trading / DT / Dodgy since 2022-03",
            "2022-03",
            "no. 7",
        ),
    ],
)
def test_an_entry_of_a_list_is_shown_with_its_names(
    make_world: MakeWorld,
    make_report_rule: MakeRule,
    make_flag: MakeFlag,
    make_entry: MakeListEntry,
    *,
    aliases: tuple[str, ...],
    since: str | None,
    reference: str | None,
    statement: str,
    day: str | None,
    citation: str,
) -> None:
    entry = make_entry(
        aliases=tuple(map(Alias, aliases)), since=since and Period.parse(since), reference=reference, standing="court"
    )
    found = proofs(make_report_rule(), make_flag(party="own/7"), make_world(entry))
    assert found == (Proof("own/7", "court", day, citation, statement, "own", None),)


@pytest.mark.parametrize(
    ("quality", "citation"),
    [
        ("original", "The Paper, 2023-01, line 12"),
        ("extract", "The Paper, 2023-01, line 12, extract copy"),
        ("machine translation", "The Paper, 2023-01, line 12, machine translation copy"),
    ],
)
def test_a_claim_is_shown_with_its_place_its_standing_and_the_quality_of_the_copy(
    make_world: MakeWorld, make_document: MakeDocument, make_claim: MakeClaim, quality: str, citation: str
) -> None:
    claim = make_claim(
        "deals", locator=Locator(12, "f" * 64), asserted_by="A ministry", standing="government_allegation"
    )
    world = make_world(claim, make_document("paper", "2023-01", copy_quality=quality, url=None))
    assert claim_proof(claim, world) == Proof(
        id="deals",
        standing="government_allegation",
        date="2022",
        citation=citation,
        statement="The Paper says deals.",
        asserted_by="A ministry",
        line_of_evidence="the-paper",
        url=None,
        document="paper",
    )


def test_the_law_stands_before_the_claims_and_the_claims_by_standing(
    make_world: MakeWorld, make_rule: MakeRule, make_flag: MakeFlag, make_claim: MakeClaim, act: Instrument
) -> None:
    claims = [make_claim(standing, standing=standing) for standing in reversed(STANDINGS)]
    rule = make_rule(claims=tuple(claim.id for claim in claims))
    found = proofs(rule, make_flag(), make_world(act, *claims))
    assert _ids(found) == ["act", "act", *STANDINGS]
    assert [proof.standing for proof in found[2:]] == list(STANDINGS)


def test_claims_about_others_and_claims_not_yet_published_are_left_out(
    make_world: MakeWorld,
    make_report_rule: MakeRule,
    make_flag: MakeFlag,
    make_document: MakeDocument,
    make_claim: MakeClaim,
) -> None:
    claims = (
        make_claim("later", document="later"),
        make_claim("of-bolt", about=("bolt",)),
        make_claim("of-both", about=("bolt", "acme")),
    )
    rule = make_report_rule(claims=("later", "of-bolt", "of-both"))
    world = make_world(*claims, make_document("later", LATER))
    assert _ids(proofs(rule, make_flag(), world)) == ["of-both"]


def test_the_context_of_a_claim_follows_it_whatever_its_standing_and_whoever_it_is_about(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag, make_claim: MakeClaim
) -> None:
    claims = (
        make_claim("half", standing="ngo_allegation", context=("other-half", "of-bolt")),
        make_claim("other-half", standing="procedural"),
        make_claim("of-bolt", standing="court", about=("bolt",)),
        make_claim("last", standing="company_admission"),
    )
    world = make_world(*claims)
    rule = make_report_rule(claims=("last", "half"))
    assert _ids(proofs(rule, make_flag(), world)) == ["half", "other-half", "of-bolt", "last"]


def test_context_that_was_not_yet_published_is_left_out(
    make_world: MakeWorld,
    make_report_rule: MakeRule,
    make_flag: MakeFlag,
    make_document: MakeDocument,
    make_claim: MakeClaim,
) -> None:
    claims = (make_claim("half", context=("later",)), make_claim("later", document="later"))
    world = make_world(*claims, make_document("later", LATER))
    assert _ids(proofs(make_report_rule(claims=("half",)), make_flag(), world)) == ["half"]


def test_a_claim_that_is_context_and_proof_is_shown_once_in_its_first_place(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag, make_claim: MakeClaim
) -> None:
    claims = (
        make_claim("half", standing="court", context=("other-half",)),
        make_claim("between", standing="ngo_allegation"),
        make_claim("other-half", standing="procedural", context=("half",)),
    )
    rule = make_report_rule(claims=("half", "between", "other-half"))
    assert _ids(proofs(rule, make_flag(), make_world(*claims))) == ["half", "other-half", "between"]


def test_a_claim_shown_as_context_has_its_own_context_beside_it(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag, make_claim: MakeClaim
) -> None:
    claims = (
        make_claim("review", context=("counsel",)),
        make_claim("counsel", context=("counsel-later",)),
        make_claim("counsel-later"),
    )
    rule = make_report_rule(claims=("review",))
    assert _ids(proofs(rule, make_flag(), make_world(*claims))) == ["review", "counsel", "counsel-later"]


def test_no_shipped_claim_is_shown_without_what_must_stand_beside_it(make_flag: MakeFlag) -> None:
    rulebook = load_rulebook()
    world = World(rulebook, date(2026, 11, 21), profiles=(), holdings={}, broader={}, entries={}, list_dates={})
    for rule in rulebook.rules.values():
        for party in rulebook.parties:
            flag = make_flag(rule.id, party)
            shown = {*_ids(proofs(rule, flag, world)), *_ids(answers(rule, flag, world))}
            claims = [rulebook.claims[name] for name in shown if name and name in rulebook.claims]
            assert [claim.id for claim in claims if not set(claim.context) <= shown] == []


def test_the_company_answers_the_claims_and_the_rule(
    make_world: MakeWorld,
    make_report_rule: MakeRule,
    make_flag: MakeFlag,
    make_document: MakeDocument,
    make_claim: MakeClaim,
) -> None:
    claims = (
        make_claim("deals", answers=("denial", "reply")),
        make_claim("more-deals", answers=("denial",)),
        make_claim(
            "denial", document="letter", standing="company_denial", event="2023-02", statement="Acme denies it."
        ),
        make_claim("reply", standing="company_statement"),
        make_claim("lawsuit", standing="procedural"),
    )
    rule = make_report_rule(claims=("deals", "more-deals"), answers=("lawsuit", "reply"))
    world = make_world(*claims, make_document("letter", "2023-02-03", short="A letter", copy_quality="extract"))
    found = answers(rule, make_flag(), world)
    assert _ids(found) == ["denial", "reply", "lawsuit"]
    assert found[0] == Answer(
        party="Acme Optics",
        statement="Acme denies it.",
        asserted_by="The Paper",
        standing="company_denial",
        date="2023-02",
        citation="A letter, 2023-02-03, line 12, extract copy",
        id="denial",
        document="letter",
    )


def test_the_context_of_an_answer_stands_on_the_side_where_it_belongs(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag, make_claim: MakeClaim
) -> None:
    claims = (
        make_claim("deals", answers=("denial", "statement")),
        make_claim("denial", standing="company_denial", context=("counsel", "own-words")),
        make_claim("statement", standing="company_statement"),
        make_claim("own-words", standing="company_statement"),
        make_claim("counsel", standing="retained_counsel_statement"),
    )
    rule, world = make_report_rule(claims=("deals",)), make_world(*claims)
    assert _ids(answers(rule, make_flag(), world)) == ["denial", "own-words", "statement"]
    assert _ids(proofs(rule, make_flag(), world)) == ["deals", "counsel"]


def test_what_a_rule_rests_on_is_proof_even_in_the_words_of_the_company(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag, make_claim: MakeClaim
) -> None:
    claims = (make_claim("deals", answers=("denial",)), make_claim("denial", standing="company_denial"))
    rule = make_report_rule(claims=("deals", "denial"))
    assert _ids(proofs(rule, make_flag(), make_world(*claims))) == ["deals", "denial"]
    assert _ids(answers(rule, make_flag(), make_world(*claims))) == [None]


NONE_RECORDED = (Answer("Acme Optics", NO_ANSWER, None, None, None),)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="no answer at all"),
        pytest.param({"answer": {"about": ("bolt",)}}, id="an answer of another company"),
        pytest.param({"answer": {"document": "later"}}, id="an answer not yet given"),
        pytest.param({"claim": {"document": "later"}}, id="an answer to what was not yet said"),
        pytest.param({"claim": {"about": ("bolt",)}}, id="an answer to what is said of another"),
    ],
)
def test_that_no_answer_is_recorded_is_said(
    make_world: MakeWorld,
    make_report_rule: MakeRule,
    make_flag: MakeFlag,
    make_document: MakeDocument,
    make_claim: MakeClaim,
    *,
    changes: dict[str, dict[str, object]],
) -> None:
    claim = make_claim("deals", answers=("denial",) if changes else (), **changes.get("claim", {}))
    denial = make_claim("denial", **changes.get("answer", {}))
    world = make_world(claim, denial, make_document("later", LATER))
    assert answers(make_report_rule(claims=("deals",)), make_flag(), world) == NONE_RECORDED
    assert NO_ANSWER == "none recorded in the sources"


def test_where_nobody_is_accused_nobody_answers(
    make_world: MakeWorld, make_report_rule: MakeRule, make_flag: MakeFlag
) -> None:
    assert answers(make_report_rule(), make_flag(party=None), make_world()) == ()
    assert proofs(make_report_rule(), make_flag(party=None), make_world()) == ()


def test_a_part_of_a_law_that_began_later_says_since_when(
    make_world: MakeWorld, make_rule: MakeRule, make_flag: MakeFlag, act: Instrument
) -> None:
    law, _ = proofs(make_rule(since=Period.parse("2022-03")), make_flag(), make_world(act))
    assert law.statement == "Act 1: in force since 2020-01-01, this part since 2022-03"


def test_a_name_taken_over_is_proved_by_the_instrument_it_stands_in(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
) -> None:
    naming = make_naming("acme", "2021-05-04", citation="List 1, row 3", through="list")
    listing = make_instrument(id="list", short="The List", kind="list", url="https://list.example")
    found = proofs(make_rule(), make_flag(), make_world(make_instrument(naming), listing))
    assert [(proof.id, proof.statement, proof.citation) for proof in found] == [
        ("act", "Act 1: in force since 2020-01-01", "Act 1, s. 2"),
        ("list", "The List: names Acme Optics since 2021-05-04", "List 1, row 3"),
    ]


def test_a_claim_without_a_locator_says_that_the_text_was_not_seen(
    make_world: MakeWorld, make_claim: MakeClaim
) -> None:
    claim = make_claim("said", locator=None)
    assert claim_proof(claim, make_world(claim)).citation == "The Paper, 2023-01-15, seen in accounts by others"


def _thread(name: str = "letters", about: tuple[str, ...] = ("acme",)) -> Thread:
    asked = Message(Period.parse("2023-07-16"), "a regulator", "Acme", "question", "Where are they used?", "its site")
    said = Message(Period.parse("2023-08"), "Acme", "a regulator", "answer", "It cannot tell.", "its site")
    open_points = (
        OpenPoint("where they are used", Period.parse("2023-07-16"), Period.parse("2024-02-01")),
        OpenPoint("what they see", Period.parse("2023-08-31")),
    )
    return Thread(name, "Questions of a regulator", about, (asked, said), open_points)


@pytest.mark.parametrize(
    ("as_of", "messages", "points"),
    [
        (date(2023, 7, 15), None, None),
        (date(2023, 7, 16), ["question"], ["where they are used"]),
        (date(2023, 8, 30), ["question"], ["where they are used"]),
        (date(2023, 8, 31), ["question", "answer"], ["where they are used", "what they see"]),
        (date(2024, 2, 1), ["question", "answer"], ["what they see"]),
    ],
)
def test_a_correspondence_is_shown_as_it_stood_on_the_day(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    *,
    as_of: date,
    messages: list[str] | None,
    points: list[str] | None,
) -> None:
    rule = make_rule(threads=("letters", "others"))
    world = make_world(_thread(), _thread("others", ("bolt",)), as_of=as_of)
    shown = [
        ([message.kind for message in thread.messages], [point.point for point in thread.open])
        for thread in threads(rule, make_flag(), world)
    ]
    assert shown == ([] if messages is None else [(messages, points)])


def test_requests_for_comment_stand_beside_the_claims_of_their_document(
    make_world: MakeWorld, make_rule: MakeRule, make_flag: MakeFlag, make_claim: MakeClaim, make_document: MakeDocument
) -> None:
    asking = make_document("asking", requests=(_thread("asked"), _thread("asked-bolt", ("bolt",))))
    claim = make_claim("said", document="asking")
    world = make_world(asking, claim)
    assert [thread.id for thread in threads(make_rule(claims=("said",)), make_flag(), world)] == ["asked"]
    assert threads(make_rule(), make_flag(), world) == ()


@pytest.mark.parametrize(
    ("rule", "party", "as_of", "shown"),
    [
        ("shows", "acme", date(2023, 8, 2), ["dispute"]),
        ("shows", "acme", date(2023, 8, 1), []),
        ("shows", "bolt", date(2023, 8, 2), []),
        ("shows-not", "acme", date(2023, 8, 2), []),
    ],
    ids=["all of it", "the day before", "another party", "another rule"],
)
def test_a_contradiction_is_shown_by_its_rules_for_its_party_from_its_day(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    *,
    rule: str,
    party: str,
    as_of: date,
    shown: list[str],
) -> None:
    day = Period.parse("2023-08-02")
    dispute = Contradiction(
        "dispute", "Is it so?", ("acme",), day, "unresolved", "Yes and no.", "Both.", ("said",), ("shows",)
    )
    world = make_world(dispute, as_of=as_of)
    assert [each.id for each in contradictions(make_rule(id=rule), make_flag(party=party), world)] == shown


@pytest.mark.parametrize(
    ("kind", "words"),
    [("statute", "in force"), ("practice", "in practice"), ("decision", "decided"), ("finding", "published")],
)
def test_what_is_no_law_is_not_said_to_be_in_force(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    make_instrument: MakeInstrument,
    *,
    kind: str,
    words: str,
) -> None:
    instrument = make_instrument(kind=kind, standing="court")
    found = proofs(make_rule(instrument=instrument.id), make_flag(party=None), make_world(instrument))
    assert f": {words} since" in found[0].statement
    assert found[0].standing == "court"


def test_the_law_of_a_list_is_shown_where_the_published_entry_is_its_row(
    make_world: MakeWorld,
    make_rule: MakeRule,
    make_flag: MakeFlag,
    make_instrument: MakeInstrument,
    make_entry: MakeListEntry,
) -> None:
    world = make_world(make_instrument(kind="list"), make_entry("own/7"))
    law, entry = proofs(make_rule(), make_flag(party="own/7", entries=("own/7",)), world)
    assert law == _law("Act 1: in force since 2020-01-01", "2020-01-01", "Act 1, s. 2")
    assert entry.id == "own/7"
