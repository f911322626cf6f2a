"""The state of an instrument on a day, and what a world knows of its records by then."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.evaluate.world import World, state_of
from vendorcheck.model.evidence import Claim, Document
from vendorcheck.model.instrument import Instrument, State, TimelineEntry
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Rule
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth
from vendorcheck.model.watchlist import ListEntry

MakeClaim = Callable[..., Claim]
MakeDocument = Callable[..., Document]
MakeInstrument = Callable[..., Instrument]
MakeListEntry = Callable[..., ListEntry]
MakeRule = Callable[..., Rule]
MakeWorld = Callable[..., World]

LIFE: tuple[tuple[str, State], ...] = (
    ("2019-08-01", "proposed"),
    ("2020-01-01", "in_force"),
    ("2022-03-01", "suspended"),
    ("2022-09-01", "in_force"),
    ("2023-11-01", "ended"),
)


def _timeline(*entries: tuple[str, State]) -> tuple[TimelineEntry, ...]:
    return tuple(TimelineEntry(Period.parse(day), state, f"cites {day}") for day, state in entries)


@pytest.mark.parametrize(
    ("day", "truth", "since"),
    [
        ("2019-07-31", NO, None),
        ("2019-08-01", NO, "2019-08-01"),
        ("2019-12-31", NO, "2019-08-01"),
        ("2020-01-01", YES, "2020-01-01"),
        ("2022-02-28", YES, "2020-01-01"),
        ("2022-03-01", NO, "2022-03-01"),
        ("2022-09-01", YES, "2022-09-01"),
        ("2023-10-31", YES, "2022-09-01"),
        ("2023-11-01", NO, "2023-11-01"),
        ("2030-01-01", NO, "2023-11-01"),
    ],
)
def test_the_last_entry_that_has_begun_governs(
    make_instrument: MakeInstrument, day: str, truth: Truth, since: str | None
) -> None:
    state, entry = state_of(make_instrument(timeline=_timeline(*LIFE)), date.fromisoformat(day))
    assert (state, entry and entry.date.text) == (truth, since)


@pytest.mark.parametrize(
    ("entries", "day", "truth", "since"),
    [
        ([("2024-05", "in_force")], "2024-04-30", NO, None),
        ([("2024-05", "in_force")], "2024-05-01", UNKNOWN, "2024-05"),
        ([("2024-05", "in_force")], "2024-05-30", UNKNOWN, "2024-05"),
        ([("2024-05", "in_force")], "2024-05-31", YES, "2024-05"),
        ([("2020", "in_force"), ("2024-05", "suspended")], "2024-05-15", UNKNOWN, "2024-05"),
        ([("2020", "in_force"), ("2024-05", "suspended")], "2024-06-01", NO, "2024-05"),
        ([("2020", "in_force"), ("2024-05", "ended"), ("2025", "in_force")], "2024-05-15", UNKNOWN, "2024-05"),
    ],
)
def test_inside_the_span_of_a_change_it_is_unknown(
    make_instrument: MakeInstrument, entries: list[tuple[str, State]], day: str, truth: Truth, since: str | None
) -> None:
    state, entry = state_of(make_instrument(timeline=_timeline(*entries)), date.fromisoformat(day))
    assert (state, entry and entry.date.text) == (truth, since)


@pytest.mark.parametrize(
    ("entries", "truth"),
    [
        ([("2024-05", "proposed")], NO),
        ([("2020-01-01", "in_force"), ("2024-05", "in_force")], YES),
        ([("2020-01-01", "suspended"), ("2024-05", "ended")], NO),
    ],
)
def test_a_span_that_changes_nothing_leaves_no_doubt(
    make_instrument: MakeInstrument, entries: list[tuple[str, State]], truth: Truth
) -> None:
    state, entry = state_of(make_instrument(timeline=_timeline(*entries)), date(2024, 5, 15))
    assert state == truth
    assert entry is not None
    assert entry.date.text == "2024-05"


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.dates(date(2018, 1, 1), date(2019, 12, 31)), st.sampled_from(["proposed", "in_force", "ended"])),
    st.dates(date(2018, 1, 1), date(2019, 12, 31)),
    st.randoms(use_true_random=False),
)
def test_the_order_in_which_a_timeline_is_written_does_not_matter(
    states: dict[date, State], as_of: date, shuffle: Random
) -> None:
    entries = [(day.isoformat(), state) for day, state in states.items()]
    shuffle.shuffle(entries)
    instrument = Instrument("act", "", "", "", "", "", None, (), "control", _timeline(*entries), ())
    begun = [day for day in states if day <= as_of]
    expected = YES if begun and states[max(begun)] == "in_force" else NO
    assert state_of(instrument, as_of)[0] == expected


def test_drafts_and_retired_rules_do_not_run(make_world: MakeWorld, make_rule: MakeRule) -> None:
    world = make_world(make_rule("a", status="draft"), make_rule("b"), make_rule("c", status="retired"))
    assert [rule.id for rule in world.rules] == ["b"]


def test_an_instrument_is_found_by_its_id(make_world: MakeWorld, make_instrument: MakeInstrument) -> None:
    other = make_instrument(id="other")
    assert make_world(make_instrument(), other).instrument("other") is other


def test_a_party_is_spoken_of_by_its_name_and_an_entry_by_its_own(
    make_world: MakeWorld, make_entry: MakeListEntry
) -> None:
    world = make_world(make_entry())
    assert (world.name_of("acme"), world.name_of("own/7")) == ("Acme Optics", "Dodgy Trading")


@pytest.mark.parametrize(
    ("published", "known"),
    [("2024-05-31", True), ("2024-06-01", True), ("2024-06-02", False), ("2024-05", True), ("2024-06", False)],
)
def test_a_claim_is_known_once_its_document_has_surely_been_published(
    make_world: MakeWorld, make_document: MakeDocument, make_claim: MakeClaim, published: str, *, known: bool
) -> None:
    claim = make_claim("deals", document="later")
    world = make_world(claim, make_document("later", published), as_of=date(2024, 6, 1))
    assert world.known_by_then(claim) is known
