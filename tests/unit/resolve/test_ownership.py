"""Ownership: who owned a party on a day, through whom, and what is not known of it."""

from datetime import date

import pytest

from vendorcheck.model.hit import Holding
from vendorcheck.model.party import Ownership, Party
from vendorcheck.model.period import Period
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.truth import UNKNOWN, YES, Truth
from vendorcheck.resolve.ownership import MAX_STEPS, holdings

DAY = date(2026, 11, 21)


def party(id_: str, *owners: Ownership) -> Party:
    return Party(id_, id_.title(), "CN", (), owners=owners)


def owned_by(owner: str | None, share: float | None = None, held: str = "", disputed: str | None = None) -> Ownership:
    """Ownership by a party, `held` from/to as `2020..2024`."""
    since, _, until = held.partition("..")
    return Ownership(
        owner or "somebody",
        owner,
        share,
        Period.parse(since) if since else None,
        Period.parse(until) if until else None,
        "a filing",
        disputed,
    )


def owners(*parties: Party, of: str = "a", on: date = DAY) -> tuple[Holding, ...]:
    return holdings({each.id: each for each in parties}, on)[of]


def test_a_party_without_owners_has_none() -> None:
    assert owners(party("a")) == ()


def test_an_owner_without_a_record_is_left_out() -> None:
    assert owners(party("a", owned_by(None, 40))) == ()


def test_every_party_is_answered_for() -> None:
    found = holdings({"a": party("a", owned_by("b", 51)), "b": party("b")}, DAY)
    assert found == {"a": (Holding("b", 51, YES),), "b": ()}


@pytest.mark.parametrize(
    ("held", "on", "truth"),
    [
        ("2020-05-01..", date(2020, 4, 30), None),
        ("2020-05-01..", date(2020, 5, 1), YES),
        ("..2024-01-31", date(2024, 1, 30), YES),
        ("..2024-01-31", date(2024, 1, 31), None),
        ("..2024", date(2024, 6, 1), UNKNOWN),
        ("2020..", date(2020, 6, 1), UNKNOWN),
        ("2020..2024", date(2022, 6, 1), YES),
    ],
)
def test_an_owner_is_one_only_between_its_dates(held: str, on: date, truth: Truth | None) -> None:
    found = owners(party("a", owned_by("b", 10, held)), party("b"), on=on)
    assert found == (() if truth is None else (Holding("b", 10, truth),))


def test_an_owner_through_another_holds_the_product_of_the_shares() -> None:
    found = owners(party("a", owned_by("b", 50)), party("b", owned_by("c", 40)), party("c"))
    assert found == (Holding("b", 50, YES), Holding("c", 20, YES))


@pytest.mark.parametrize(("first", "second"), [(None, 40), (50, None), (None, None)])
def test_a_share_that_is_not_known_on_the_way_is_not_known_at_all(first: float | None, second: float | None) -> None:
    found = owners(party("a", owned_by("b", first)), party("b", owned_by("c", second)), party("c"))
    assert found[1] == Holding("c", None, YES)


def test_a_share_of_nothing_is_known() -> None:
    found = owners(party("a", owned_by("b", 0)), party("b", owned_by("c", 40)), party("c"))
    assert found[1].share == 0


def test_a_doubt_on_the_way_is_a_doubt_about_the_whole() -> None:
    found = owners(
        party("a", owned_by("b", 50, "..2026", "No day was found.")),
        party("b", owned_by("c", 50, disputed="The share is.")),
        party("c"),
    )
    assert found == (
        Holding("b", 50, UNKNOWN, "No day was found."),
        Holding("c", 25, UNKNOWN, "No day was found.; The share is."),
    )


def test_a_chain_that_bites_its_tail_ends() -> None:
    found = owners(party("a", owned_by("b", 50)), party("b", owned_by("a", 50), owned_by("b", 1)))
    assert found == (Holding("b", 50, YES),)


def test_a_chain_ends_after_some_steps() -> None:
    chain = [party(f"p{at}", owned_by(f"p{at + 1}", 100)) for at in range(20)]
    found = owners(*chain, party("p20"), of="p0")
    assert [holding.owner for holding in found] == [f"p{at}" for at in range(1, MAX_STEPS + 1)]


def test_an_owner_by_two_ways_is_given_for_each() -> None:
    found = owners(
        party("a", owned_by("b", 50), owned_by("c", 50)),
        party("b", owned_by("top", 10)),
        party("c", owned_by("top", 20)),
        party("top"),
    )
    assert found == (Holding("b", 50, YES), Holding("c", 50, YES), Holding("top", 5, YES), Holding("top", 10, YES))


def test_nearer_owners_come_before_farther_ones() -> None:
    found = owners(
        party("a", owned_by("b"), owned_by("c")),
        party("b", owned_by("d")),
        party("d", owned_by("e")),
        party("c", owned_by("f")),
        *map(party, "ef"),
    )
    assert [holding.owner for holding in found] == ["b", "c", "d", "f", "e"]


@pytest.mark.parametrize(
    ("of", "on", "found"),
    [
        ("hisilicon", DAY, [("huawei", None, YES)]),
        ("ezviz", DAY, [("hikvision", 48, YES), ("cethik", 17.76, YES), ("cetc", 17.76, YES)]),
        ("ezviz", date(2022, 12, 27), [("hikvision", None, YES), ("cethik", None, YES), ("cetc", None, YES)]),
        ("imou", date(2025, 3, 2), [("dahua", 32.7321, YES)]),
        ("imou", DAY, [("dahua", 32.7321, UNKNOWN)]),
        ("hikvision", DAY, [("cethik", 37, YES), ("cetc", 37, YES)]),
        ("hikvision", date(2015, 1, 1), [("cethik", 37, UNKNOWN), ("cetc", 37, UNKNOWN)]),
        ("hikvision", date(2010, 5, 27), []),
        ("cethik", DAY, [("cetc", 100, YES)]),
        ("cetc", DAY, []),
        ("hikrobot", DAY, [("hikvision", 60, YES), ("cethik", 22.2, YES), ("cetc", 22.2, YES)]),
        ("hikmicro", date(2015, 12, 31), []),
        ("pyronix", DAY, [("hikvision", None, YES), ("cethik", None, YES), ("cetc", None, YES)]),
        ("hikvision-pishan", DAY, [("hikvision", None, YES), ("cethik", None, YES), ("cetc", None, YES)]),
        ("imou", date(2025, 3, 3), [("dahua", 32.7321, UNKNOWN)]),
        ("lorex", date(2018, 1, 31), [("flir", None, YES)]),
        ("lorex", date(2020, 6, 1), [("dahua", 100, YES)]),
        ("lorex", date(2022, 12, 15), [("dahua", 100, YES)]),
        ("lorex", date(2023, 1, 15), [("dahua", 100, UNKNOWN), ("skywatch", 100, UNKNOWN)]),
        ("lorex", date(2024, 1, 1), [("skywatch", 100, YES)]),
        ("dahua-usa", date(2023, 6, 1), [("dahua", 100, YES)]),
        ("dahua-usa", date(2024, 1, 15), [("dahua", 100, UNKNOWN), ("central-motion-picture-usa", 100, UNKNOWN)]),
        ("dahua-usa", date(2024, 3, 1), [("central-motion-picture-usa", 100, YES)]),
        ("dahua-chengdu-wisdom", DAY, [("dahua", None, YES)]),
        ("dahua", DAY, []),
        ("hytera-hong-kong", DAY, [("hytera", None, UNKNOWN)]),
        ("zte-parsian", DAY, [("zte", None, UNKNOWN)]),
        ("sepura", date(2020, 6, 1), [("hytera", None, YES)]),
        ("sepura", DAY, []),
        ("teltronic", DAY, [("hytera", None, UNKNOWN)]),
    ],
)
def test_the_shipped_owners_as_of_a_day(
    rulebook: Rulebook, of: str, on: date, found: list[tuple[str, float | None, Truth]]
) -> None:
    held = [(holding.owner, holding.share, holding.held) for holding in holdings(rulebook.parties, on)[of]]
    assert held == found
