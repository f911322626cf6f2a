"""Names of list entries: how sure a sighting is, by the comparison, the kind of the entry, the alias and the days."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.hit import Sighting
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import NEVER_COMPARED, Alias, EntryKind, ListEntry, OpenList
from vendorcheck.resolve.listed_names import MAY_BE_A_PERSON, NOT_THE_SAME, OF_A_PERSON, ONE_WORD, ListedNames
from vendorcheck.resolve.searched_list import FORMER, WEAK, searched

Listed = Callable[..., ListedNames]
Given = Callable[..., OpenList]

FIRM = ListEntry(
    "own:1",
    "own",
    "Grimm Devices Ltd",
    (
        Alias("Holzer Grimm", strength="weak"),
        Alias("Altwerk Grimm", type="former"),
        Alias("Grimm Zorro", strength="weak"),
        Alias("Grimm Zorro"),
    ),
)
PERSON = ListEntry("own:2", "own", "MORLOCK, Antrix Wexler", (Alias("Zorbas"), Alias("莫洛克")), kind="person")


@pytest.fixture(scope="module")
def names(listed: Listed) -> ListedNames:
    return listed(FIRM, PERSON)


@pytest.mark.parametrize(
    ("text", "basis", "confidence"),
    [
        ("Grimm Devices", "list_entry", "confirmed"),
        ("GRIMM DEVICES INC", "list_entry", "confirmed"),
        ("Devices Grimm", "list_entry", "confirmed"),
        ("Grimm Device", "list_entry", "confirmed"),
        ("Grimm Zorro", "list_entry", "confirmed"),
        ("Grimm", "similar_name", "possible"),
        ("Grimm Devices USA", "similar_name", "possible"),
        ("Altwerk Grimm", "list_entry", "possible"),
        ("Holzer Grimm GmbH", "list_entry", "possible"),
    ],
)
def test_a_name_is_as_sure_as_what_parts_it_and_as_the_list_calls_it(
    names: ListedNames, text: str, basis: str, confidence: str
) -> None:
    [sighting] = names.sightings(text)
    assert (sighting.basis, sighting.confidence, bool(sighting.against)) == (
        basis,
        confidence,
        confidence == "possible",
    )
    assert (sighting.party, sighting.entry, sighting.found) == ("own:1", "own:1", text)


@pytest.mark.parametrize(("text", "reason"), [("Holzer Grimm", WEAK), ("Altwerk Grimm", FORMER)])
def test_a_weak_alias_and_a_former_name_say_so(names: ListedNames, text: str, reason: str) -> None:
    [sighting] = names.sightings(text)
    assert sighting.against == (reason,)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("GRM", "possible"), ("GRM Ltd", "possible"), ("Zorbanix", "confirmed"), ("Zorbanix GmbH", "possible")],
)
def test_one_word_is_sure_where_it_is_long_and_no_legal_form_speaks_against(
    listed: Listed, text: str, confidence: str
) -> None:
    names = listed(ListEntry("own:1", "own", "Grimm Devices", (Alias("GRM"), Alias("Zorbanix"))))
    [sighting] = names.sightings(text)
    assert (sighting.basis, sighting.confidence) == ("list_entry", confidence)
    assert bool(sighting.against) == (confidence == "possible")


@pytest.mark.parametrize(
    ("text", "instrument", "confidence"),
    [("grm", None, "confirmed"), ("GRM Ltd", None, "possible"), ("GRM", "us-bis-entity-list", "possible")],
)
def test_whoever_keeps_a_list_knows_whom_they_mean_by_a_short_name(
    listed: Listed, text: str, instrument: str | None, confidence: str
) -> None:
    [sighting] = listed(ListEntry("own:1", "own", "GRM", instrument=instrument)).sightings(text)
    assert sighting.confidence == confidence


@pytest.mark.parametrize(
    ("name", "kind", "instrument", "against"),
    [
        ("Zorro Wexler", "unknown", "bis-entity-list", (MAY_BE_A_PERSON,)),
        ("Zorro Wexler", "unknown", None, ()),
        ("Zorro Wexler", "organisation", "bis-entity-list", ()),
        ("Zorro Wexler Ltd", "unknown", "bis-entity-list", ()),
        ("Zorro Electronics", "unknown", "bis-entity-list", ()),
        ("Zorbanix", "unknown", "bis-entity-list", ()),
    ],
)
def test_one_word_may_be_what_a_person_is_called(
    listed: Listed, name: str, kind: EntryKind, instrument: str | None, against: tuple[str, ...]
) -> None:
    entry = ListEntry("own:1", "own", name, (Alias("Zorbanix"),), kind=kind, instrument=instrument)
    [sighting] = listed(entry).sightings("Zorbanix")
    assert (sighting.against, sighting.confidence) == (against, "possible" if against else "confirmed")


def test_a_weak_alias_does_not_stand_before_a_better_name_nor_end_the_search(listed: Listed) -> None:
    weak = ListEntry("own:1", "own", "Grimmwald Optics", (Alias("Grimmwold Optics", strength="weak"),))
    misspelt = ListEntry("own:2", "own", "Grimmwoldt Optics")
    found = {each.party: each.confidence for each in listed(weak, misspelt).sightings("Grimmwold Optics")}
    assert found == {"own:1": "strong", "own:2": "strong"}


@pytest.mark.parametrize("text", ["Antrix Wexler Morlock", "Morlock Antrix Wexler Ltd", "莫洛克"])
def test_the_name_of_a_person_is_possible_where_it_is_the_same(names: ListedNames, text: str) -> None:
    assert list(names.sightings(text)) == []
    [sighting] = names.persons(text)
    assert (sighting.party, sighting.confidence, sighting.basis) == ("own:2", "possible", "list_entry")
    assert sighting.against == (OF_A_PERSON,)


@pytest.mark.parametrize(("text", "reason"), [("Antrix Wexler Morlok", NOT_THE_SAME), ("Zorbas", ONE_WORD)])
def test_what_is_only_like_a_person_or_one_word_is_nobody_and_is_told(
    names: ListedNames, text: str, reason: str
) -> None:
    assert (list(names.sightings(text)), list(names.persons(text))) == ([], [])
    [considered] = [each for each in names.rejected(text) if each.party == "own:2"]
    assert considered.reasons == (OF_A_PERSON, reason)


@pytest.mark.parametrize("kind", NEVER_COMPARED)
def test_vessels_aircraft_and_categories_are_never_compared(listed: Listed, kind: EntryKind) -> None:
    names = listed(ListEntry("own:1", "own", "Grimm Devices", kind=kind))
    assert (list(names.sightings("Grimm Devices")), list(names.persons("Grimm Devices"))) == ([], [])


@pytest.mark.parametrize(
    ("since", "until", "confidence", "absence"),
    [
        ("2026", None, "possible", None),
        ("2026-11-21", None, "confirmed", None),
        ("2026-11-22", None, None, "on the list only from 2026-11-22"),
        (None, "2026-11-22", "confirmed", None),
        (None, "2026", "possible", None),
        (None, "2026-11-21", None, "on the list only until 2026-11-21"),
        ("2020", "2021", None, "on the list only from 2020 until 2021"),
    ],
)
def test_an_entry_counts_on_the_days_on_which_it_is_on_the_list(
    listed: Listed, since: str | None, until: str | None, confidence: str | None, absence: str | None
) -> None:
    entry = FIRM._replace(since=Period.parse(since) if since else None, until=Period.parse(until) if until else None)
    names = listed(entry)
    seen = list(names.sightings("Grimm Devices"))
    assert [(each.confidence, each.uncertain) for each in seen] == (
        [(confidence, confidence == "possible")] if confidence else []
    )
    told = [each.reasons for each in names.rejected("Grimm Devices") if each.name == "Grimm Devices Ltd"]
    assert told == ([(absence,)] if absence else [])


def test_entries_that_are_off_the_list_take_the_place_of_no_other(listed: Listed) -> None:
    ended = [FIRM._replace(id=f"own:{number}", until=Period.parse("2020")) for number in range(2, 40)]
    [sighting] = listed(*ended, FIRM, *ended).sightings("Grimm Devices Ltd")
    assert sighting.party == "own:1"


def test_every_list_is_asked(given_list: Given) -> None:
    lists = [given_list(FIRM._replace(id=name)) for name in ("a:1", "b:1")]
    names = ListedNames(searched(lists, date(2026, 11, 21)))
    assert [each.party for each in names.sightings("Grimm Devices")] == ["a:1", "b:1"]


def test_an_entry_is_fetched_where_its_name_may_be_meant_and_once(given_list: Given) -> None:
    opened, asked = given_list(FIRM, PERSON), []

    class Asked:
        record, firms, persons = opened.record, opened.firms, opened.persons
        ids = opened.ids

        def entry(self, name: str) -> ListEntry | None:
            asked.append(name)
            return opened.entry(name)

    names = ListedNames(searched([Asked()], date(2026, 11, 21)))
    assert list(names.sightings("Umbrella Works")) == []
    assert asked == []
    for _ in range(2):
        assert list(names.sightings("Grimm Devices"))
    assert asked == ["own:1"]


def test_an_index_that_cannot_be_read_is_an_error_that_names_its_list(given_list: Given) -> None:
    opened = given_list(FIRM)

    class Cut:
        record, persons, entry, ids = opened.record, opened.persons, opened.entry, opened.ids
        firms = opened.firms[: len(opened.firms) // 2]

    with pytest.raises(VendorcheckError, match="the list own: an index of names is not whole"):
        searched([Cut()], date(2026, 11, 21))


def test_an_index_with_names_of_an_entry_that_is_not_there_is_an_error(given_list: Given) -> None:
    opened = given_list(FIRM)

    class Damaged:
        record, firms, persons = opened.record, opened.firms, opened.persons
        ids = opened.ids

        def entry(self, name: str) -> None: ...

    names = ListedNames(searched([Damaged()], date(2026, 11, 21)))
    with pytest.raises(VendorcheckError, match="has no entry own:1") as caught:
        list(names.sightings("Grimm Devices"))
    assert caught.value.help == "Import the list again."


@given(st.text(max_size=40))
def test_no_text_breaks_a_search_and_what_shows_is_an_entry(names: ListedNames, text: str) -> None:
    found: list[Sighting] = [*names.sightings(text), *names.persons(text)]
    assert {each.party for each in found} <= {"own:1", "own:2"}
    assert all(each.confidence == "possible" for each in names.persons(text))
    assert all(each.reasons for each in names.rejected(text))
