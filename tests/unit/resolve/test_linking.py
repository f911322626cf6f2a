"""Links: which entries of lists are the same legal person as a party of the rulebook, and which are not."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.party import Party, PartyName, Unit
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, ListEntry, OpenList
from vendorcheck.resolve.linking import Links
from vendorcheck.resolve.searched_list import searched
from vendorcheck.resolve.similar_names import SimilarNames, names_to_misspell

DAY = date(2026, 11, 21)
PARTY = Party(
    "acme",
    "Acme",
    "CN",
    (
        PartyName("Zhejiang Acmewerk Technology Co., Ltd.", "legal"),
        PartyName("阿克梅技术股份有限公司", "native"),
        PartyName("Acmewerk Oldname Ltd", "legal", until=Period.parse("2020")),
        PartyName("Acmewerk", "short"),
        PartyName("Glimmer", "brand"),
    ),
    units=(Unit("Acmewerk Iberia SL"),),
)
OTHER = Party("other", "Other", "DE", (PartyName("Holzer Grimm GmbH", "legal"),))
SLEEPING = OTHER._replace(id="sleeping", screened=False, names=(PartyName("Schlafwerk AG", "legal"),))

Given = Callable[..., OpenList]


@pytest.fixture
def links(given_list: Given) -> Callable[..., Links]:
    def of(*entries: ListEntry) -> Links:
        parties = {party.id: party for party in (PARTY, OTHER, SLEEPING)}
        return links_of(parties, given_list(*entries))

    return of


def links_of(parties: Mapping[str, Party], *lists: OpenList) -> Links:
    return Links(parties, searched(lists, DAY), DAY, SimilarNames(names_to_misspell(parties.values(), DAY)))


def entry(name: str, *aliases: Alias, number: int = 1, **changes: object) -> ListEntry:
    return ListEntry(f"own:{number}", "own", name, aliases)._replace(**changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "named",
    [
        entry("ZHEJIANG ACMEWERK TECHNOLOGY CO LTD", country="CN"),
        entry("Zhejiang Acmewerk Technology", country="China"),
        entry("阿克梅技术股份有限公司"),
        entry("Something else", Alias("Zhejiang Acmewerk Technology Co., Ltd.")),
        entry("Zhejiang Acmewerk Technology", country="nobody knows where"),
        entry("Zhejiang Acmewerk Technology", since=Period.parse("2026")),
    ],
)
def test_an_entry_with_a_registered_name_is_the_party(links: Callable[..., Links], named: ListEntry) -> None:
    found = links(named)
    assert (found.party_of("own:1"), found.entries_of("acme"), found.entries_of("other")) == ("acme", ("own:1",), ())


@pytest.mark.parametrize(
    "named",
    [
        entry("Zhejiang Acmewerk Technology", country="DE"),
        entry("Zhejiang Acmewerk Technology", country="Germany"),
        entry("Acmewerk"),
        entry("Glimmer"),
        entry("Acmewerk Iberia SL"),
        entry("Acmewerk Oldname Ltd"),
        entry("Acmewerk Technology"),
        entry("Schlafwerk AG"),
        entry("Something else", Alias("Zhejiang Acmewerk Technology", strength="weak")),
        entry("Something else", Alias("Zhejiang Acmewerk Technology", type="former")),
        entry("Zhejiang Acmewerk Technology", kind="person"),
        entry("Zhejiang Acmewerk Technology", kind="vessel"),
        entry("Zhejiang Acmewerk Technology", until=Period.parse("2020")),
    ],
)
def test_any_other_entry_is_nobody_but_itself(links: Callable[..., Links], named: ListEntry) -> None:
    found = links(named)
    assert (found.party_of("own:1"), found.entries_of("acme"), found.entries_of("own:1")) == ("own:1", (), ("own:1",))


def test_a_party_is_every_entry_of_its_names(links: Callable[..., Links]) -> None:
    found = links(entry("Holzer Grimm"), entry("Holzer Grimm GmbH", number=2), entry("Umbrella", number=3))
    assert found.entries_of("other") == ("own:1", "own:2")
    assert [found.party_of(f"own:{number}") for number in (1, 2, 3)] == ["other", "other", "own:3"]


def test_of_a_group_the_companies_that_were_seen_come_first(links: Callable[..., Links]) -> None:
    found = links(entry("阿克梅技术股份有限公司"), entry("Zhejiang Acmewerk Technology", number=2))
    assert found.entries_of("acme", {"Zhejiang Acmewerk Technology Co., Ltd."}) == ("own:2", "own:1")


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (entry("UMBRELLA TRADING LTD", country="DE"), True),
        (entry("Umbrella Trading"), True),
        (entry("Umbrella Trading", country="FR"), False),
        (entry("Umbrella Works"), False),
        (entry("Something else", Alias("Umbrella Trading")), False),
        (entry("Umbrella Trading", kind="person"), False),
    ],
)
def test_lists_that_repeat_an_entry_speak_of_one_firm(given_list: Given, other: ListEntry, *, alike: bool) -> None:
    first = entry("Umbrella Trading", country="DE")
    found = links_of({}, given_list(first, other._replace(id="own:2")))
    assert found.party_of("own:2") == ("own:1" if alike else "own:2")
    assert found.entries_of("own:1") == (("own:1", "own:2") if alike else ("own:1",))


def test_who_was_taken_off_a_list_is_no_entry_of_anybody(given_list: Given) -> None:
    entries = [entry("Umbrella Trading"), entry("Umbrella Trading", number=2, until=Period.parse("2020"))]
    assert links_of({}, given_list(*entries)).entries_of("own:1") == ("own:1",)


def test_a_person_on_two_lists_is_one(given_list: Given) -> None:
    entries = [entry("Quill Umbrella", number=number, kind="person") for number in (1, 2)]
    found = links_of({}, given_list(*entries))
    assert (found.party_of("own:2"), found.entries_of("own:1")) == ("own:1", ("own:1", "own:2"))


def test_without_a_list_nobody_is_looked_for() -> None:
    nobody = links_of({})
    assert (nobody.party_of("acme"), nobody.entries_of("acme")) == ("acme", ())


def test_a_name_that_is_in_no_index_is_looked_for_all_the_same(given_list: Given) -> None:
    short = OTHER._replace(names=(PartyName("霍尔策公司", "short"),))
    assert links_of({"other": short}, given_list(entry("霍尔策公司"))).party_of("own:1") == "other"


@given(st.data())
def test_an_entry_is_the_party_whose_entry_it_is(given_list: Given, data: st.DataObject) -> None:
    words = st.sampled_from(
        ("Holzer", "Grimm", "Holzergrimm", "GmbH", "(China)", "Technology", "Ltd", "Wuhan", "霍尔策")
    )
    texts = st.lists(words, min_size=1, max_size=4).map(" ".join)
    parties = {
        name: Party(
            name, name, "CN", tuple(PartyName(text, "legal") for text in data.draw(st.lists(texts, max_size=3)))
        )
        for name in ("one", "two")
    }
    entries = [entry(text, number=number) for number, text in enumerate(data.draw(st.lists(texts, max_size=4)))]
    links = links_of(parties, given_list(*entries))
    of_party = {name: links.entries_of(name) for name in parties}
    for each in entries:
        first = next((name for name, its in of_party.items() if each.id in its), None)
        assert (links.party_of(each.id) if first else None) == first


def test_a_party_is_not_looked_for_before_somebody_near_it_is_found(given_list: Given) -> None:
    class Nobody(SimilarNames):
        def parties_near(self, text: str) -> frozenset[str]:
            raise AssertionError(text)

    links = Links({"other": OTHER}, searched([given_list(entry("Acmewerk"))], DAY), DAY, Nobody(()))
    assert links.entries_of("other") == ()
    with pytest.raises(AssertionError, match="Acmewerk"):
        links.party_of("own:1")
