"""What a report tells of its rules, parties and documents."""

from collections.abc import Callable
from datetime import date

import pytest

from vendorcheck.evaluate.records import document_records, party_records, rule_records
from vendorcheck.evaluate.world import World
from vendorcheck.model.finding import Answer, LineResult, Place, Proof
from vendorcheck.model.instrument import Instrument, Naming, TimelineEntry
from vendorcheck.model.party import Ownership
from vendorcheck.model.period import Period
from vendorcheck.model.records import PartyRecord
from vendorcheck.model.rule import Rule
from vendorcheck.model.watchlist import Alias, ListEntry

MakeNaming = Callable[..., Naming]
MakeInstrument = Callable[..., Instrument]
MakeRule = Callable[..., Rule]
MakeWorld = Callable[..., World]


class Found:
    """A finding as far as the records of a report look at it."""

    def __init__(self, rule: str, *cited: str | None) -> None:
        self.rule = rule
        said = ("a", "court", None, "a paper", "it was so", "a court", "one")
        self.evidence = tuple(Proof(*said, document=each) for each in cited)  # type: ignore[arg-type]
        self.answers = (Answer("Acme", "no", document="reply"),) if cited else ()


def _line(*parties: str) -> LineResult:
    return LineResult("bom.csv", 2, Place(None, 1, 1), "REVIEW", None, (), parties, (), ())


def _told(record: PartyRecord) -> list[tuple[str, str, str, str | None]]:
    return [(each.date, each.short, each.state, each.through) for each in record.decisions]


def test_a_rule_is_told_for_any_company(
    make_world: MakeWorld, make_rule: MakeRule, make_instrument: MakeInstrument
) -> None:
    world = make_world(make_rule(), make_rule("other"), make_instrument())
    (record,) = rule_records([Found("no-cameras"), Found("no-cameras")], world)  # type: ignore[list-item]
    assert (
        record.says == "the company is named as the name given with the finding since the day given with the finding."
    )
    assert (record.id, record.severity, record.binds) == ("no-cameras", "medium", ("federal agencies",))
    assert (record.law, record.url) == ("Act 1: Act 1", "https://law.example/act-1")


def test_only_documents_that_are_cited_are_told(make_world: MakeWorld, make_document: Callable[..., object]) -> None:
    world = make_world(*(make_document(name) for name in ("paper", "reply", "unread")))
    found = [Found("a", "paper", None), Found("b", "paper")]
    assert [each.id for each in document_records(found, world)] == ["paper", "reply"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        ("2019-12-31", []),
        ("2021-05-03", []),
        ("2021-05-04", [("2021-05-04", "Act 1", "named", None)]),
        ("2022-06-01", [("2021-05-04", "Act 1", "named", None), ("2022-06-01", "Act 1", "suspended", None)]),
        ("2024-01-01", [("2021-05-04", "Act 1", "no longer named", None), ("2022-06-01", "Act 1", "suspended", None)]),
    ],
)
def test_a_decision_is_told_from_the_day_it_was_made(
    make_world: MakeWorld,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
    as_of: str,
    told: list[tuple[str, str, str, str | None]],
) -> None:
    timeline = (
        TimelineEntry(Period.parse("2020-01-01"), "in_force", "s. 2"),
        TimelineEntry(Period.parse("2022-06-01"), "suspended", "s. 9"),
    )
    naming = make_naming("acme", "2021-05-04", until=Period.parse("2023-12-01"))
    world = make_world(make_instrument(naming, timeline=timeline), as_of=date.fromisoformat(as_of))
    (record,) = party_records([_line("acme"), _line("acme")], world)
    assert _told(record) == told


def test_a_naming_that_was_published_and_does_not_bind_yet_is_to_come(
    make_world: MakeWorld, make_instrument: MakeInstrument, make_naming: MakeNaming
) -> None:
    naming = make_naming("acme", "2021-05-04", published=Period.parse("2021-02-01"))
    world = make_world(make_instrument(naming), as_of=date(2021, 3, 1))
    assert _told(party_records([_line("acme")], world)[0]) == [("2021-05-04", "Act 1", "to be named", None)]


@pytest.mark.parametrize(
    ("begins", "told"),
    [
        ("2024-07-01", [("2024-07-01", "Act 2", "named", "Act 1")]),
        ("2018-01-01", [("2021-05-04", "Act 2", "named", "Act 1")]),
        ("2030-01-01", []),
    ],
)
def test_names_that_are_taken_over_count_from_when_both_hold(
    make_world: MakeWorld,
    make_instrument: MakeInstrument,
    make_naming: MakeNaming,
    begins: str,
    told: list[tuple[str, str, str, str | None]],
) -> None:
    second = make_instrument(
        make_naming("acme", "2021-05-04", through="act"),
        id="act-2",
        short="Act 2",
        timeline=(TimelineEntry(Period.parse(begins), "in_force", "s. 1"),),
    )
    world = make_world(make_instrument(), second, as_of=date(2026, 1, 1))
    assert _told(party_records([_line("acme")], world)[0]) == told


def test_a_name_that_was_dropped_before_is_not_taken_over(
    make_world: MakeWorld, make_instrument: MakeInstrument, make_naming: MakeNaming
) -> None:
    naming = make_naming("acme", "2016-03-08", until=Period.parse("2017-03-29"), through="act")
    second = make_instrument(naming, id="act-2")
    assert _told(party_records([_line("acme")], make_world(make_instrument(), second))[0]) == []


@pytest.mark.parametrize(
    ("share", "states"),
    [
        ({}, ["held"]),
        ({"since": Period.parse("2027")}, []),
        ({"until": Period.parse("2020-01-01")}, []),
        ({"since": Period.parse("2026")}, ["disputed or not certain"]),
        ({"disputed": "two figures"}, ["disputed or not certain"]),
    ],
)
def test_who_holds_a_share_on_the_day(make_world: MakeWorld, share: dict[str, object], states: list[str]) -> None:
    fields: dict[str, object] = {"since": None, "until": None} | share
    owned = Ownership("Crown", "crown", 40.0, source="a report", **fields)  # type: ignore[arg-type]
    world = make_world(as_of=date(2026, 6, 1))
    parties = {**world.rulebook.parties, "acme": world.rulebook.parties["acme"]._replace(owners=(owned,))}
    world = world._replace(rulebook=world.rulebook._replace(parties=parties))
    (record,) = party_records([_line("acme")], world)
    assert [holder.state for holder in record.holders] == states
    assert [holder.name for holder in record.holders] == ["Crown Holding"] * len(states)


def test_an_entry_of_a_list_is_told_as_its_list_has_it(make_world: MakeWorld) -> None:
    entry = ListEntry("own:1", "own", "Acme", (Alias("Acme Co"),), "XX", Period.parse("2020"), None, "procedural")
    world = make_world()._replace(entries={"own:1": entry})
    (record,) = party_records([_line("own:1")], world)
    assert (record.name, record.country, record.holders) == ("Acme", "XX", ())
    assert [(each.short, each.says, each.citation) for each in record.decisions] == [
        ("list own", "names Acme / Acme Co", "entry own:1")
    ]


def test_parties_come_in_the_order_of_their_ids(make_world: MakeWorld) -> None:
    records = party_records([_line("bolt", "crown"), _line("acme")], make_world())
    assert [record.id for record in records] == ["acme", "bolt", "crown"]
