"""Cells that a sure sighting accounts for as a whole: which sightings of entries are noise beside it."""

from typing import Any

import pytest

from vendorcheck.model.hit import Sighting
from vendorcheck.resolve.accounted import accounts_for_all, sifted

PARTY = Sighting("acme", "listed_name", "self", "confirmed", "Acme Ltd", "Acme", set_aside=("legal form 'ltd'",))
LIKE = Sighting("own:1", "similar_name", "self", "possible", "Acme Ltd", "Acme Air", against=("why",), entry="own:1")
SAME = LIKE._replace(party="own:2", entry="own:2", basis="list_entry", confidence="confirmed", against=())
LINKED = SAME._replace(party="acme", entry="own:3")


def test_what_is_only_like_an_entry_is_left_out_with_the_reason() -> None:
    assert sifted([PARTY, LIKE]) == ((PARTY,), (LIKE.doubted("the whole cell is 'Acme'"),))
    assert sifted([LIKE, SAME]).counting == (SAME,)


@pytest.mark.parametrize(
    "sightings",
    [
        [],
        [LIKE],
        [PARTY],
        [PARTY, SAME],
        [SAME, SAME._replace(party="own:4", entry="own:4")],
        [PARTY, LIKE._replace(against=(), uncertain=True)],
        [PARTY, LIKE._replace(basis="list_entry", against=("a former name",))],
        [PARTY._replace(confidence="possible", against=("other words beside it: air",)), LIKE],
        [PARTY._replace(set_aside=("business word 'marine'",)), LIKE],
        [PARTY._replace(alone=False), LIKE],
        [PARTY._replace(basis="product_mark", set_aside=()), LIKE],
        [SAME._replace(found="Acme Ltd f/k/a Grimm Devices"), LIKE],
        [PARTY, PARTY._replace(confidence="possible", party="other", against=("why",))],
    ],
)
def test_the_only_sighting_and_a_sure_one_and_one_in_doubt_for_its_days_stay(sightings: list[Sighting]) -> None:
    assert sifted(sightings) == (tuple(sightings), ())


@pytest.mark.parametrize(
    ("others", "counting"),
    [
        ([PARTY], [PARTY]),
        ([PARTY._replace(confidence="strong")], [PARTY._replace(confidence="strong"), LINKED]),
        ([LINKED._replace(entry="own:5")], [LINKED._replace(entry="own:5")]),
        ([PARTY._replace(relation="affiliate")], [PARTY._replace(relation="affiliate"), LINKED]),
        ([PARTY._replace(alone=False)], [PARTY._replace(alone=False), LINKED]),
        ([SAME], [SAME, LINKED]),
    ],
)
def test_an_entry_that_is_the_party_adds_a_sighting_only_where_it_says_more(
    others: list[Sighting], counting: list[Sighting]
) -> None:
    assert sifted([*others, LINKED]).counting == tuple(counting)


@pytest.mark.parametrize(
    ("changes", "whole"),
    [
        ({}, True),
        ({"basis": "similar_name", "confidence": "strong", "set_aside": ("'1 Quay' beside the name",)}, True),
        ({"set_aside": ("country 'germany'",)}, False),
        ({"basis": "identifier"}, False),
    ],
)
def test_only_a_sure_name_with_nothing_beside_it_is_the_whole_cell(changes: dict[str, Any], *, whole: bool) -> None:
    assert accounts_for_all(PARTY._replace(**changes)) is whole
