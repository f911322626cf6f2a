"""Doubts about what is left over of two names, and about their legal forms."""

import pytest

from vendorcheck.resolve.similar.alignment import align
from vendorcheck.resolve.similar.leftovers import doubts_of_leftovers
from vendorcheck.resolve.similar.pairing import Compared, Setting
from vendorcheck.resolve.similar.parsed import parse


def doubts(one: str, other: str, setting: Setting = "pair") -> dict[str, bool]:
    mine, its = parse(one), parse(other)
    compared = Compared(mine, its, align(mine.words, its.words), setting)
    return {doubt.reason: doubt.parts for doubt in doubts_of_leftovers(compared)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvik Optics Ltd", "Norvik Optics Inc"),
        ("Norvik Optics GmbH", "Norvik Optics"),
        ("The Norvik", "Norvik"),
        ("Hangzhou Digital Optics", "Hangzhou Digital Optics"),
    ],
)
def test_names_with_nothing_left_over_raise_no_doubt(one: str, other: str) -> None:
    assert doubts(one, other) == {}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Norvik Zeta", "Norvik Alpha", "the names differ: 'zeta' and 'alpha'"),
        ("Norvik 1", "Norvik 2", "the numbers differ: '1' and '2'"),
        ("Norvik France", "Norvik Germany", "the countries differ: 'france' and 'germany'"),
        ("Norvik London", "Norvik Moscow", "the places differ: 'london' and 'moscow'"),
        ("Norvik Shipping", "Norvik Optics", "the business differs: 'shipping' and 'optics'"),
        ("Norvik Global", "Norvik National", "they are named for different things: 'global' and 'national'"),
        ("Norvik for Optics", "Norvik by Optics", "the names differ: 'for' and 'by'"),
    ],
)
def test_different_words_of_a_kind_part_two_names(one: str, other: str, reason: str) -> None:
    assert doubts(one, other)[reason]
    assert doubts(one, other, "list")[reason]


@pytest.mark.parametrize(
    ("one", "other", "reason", "pair", "listed"),
    [
        ("Norvik Zeta", "Norvik", "only one has 'zeta'", True, True),
        ("Norvik (Zeta)", "Norvik", "only one has 'zeta'", False, False),
        ("Norvik 7", "Norvik", "only one has '7', a number", True, False),
        ("Norvik USA", "Norvik", "only one has 'usa', a country", False, False),
        ("Norvik USA Inc", "Norvik Ltd", "only one has 'usa', a country: an affiliate to check", True, False),
        ("Norvik London", "Norvik", "only one has 'london', a place", False, False),
        ("Norvik London", "Norvik Optics", "only one has 'london', a place", True, True),
        ("Norvik Optics", "Norvik", "only one has 'optics', a business", False, False),
        ("Norvik Insurance", "Norvik", "only one has 'insurance', a business", True, False),
        ("Abc Optics", "Abc", "only one has 'optics', a business", True, True),
        ("Norvik Global", "Norvik", "only one has 'global', a word that any firm may use", False, False),
    ],
)
def test_a_word_that_only_one_name_has_is_weighed_by_its_kind(
    one: str, other: str, reason: str, *, pair: bool, listed: bool
) -> None:
    assert doubts(one, other)[reason] is pair
    assert doubts(one, other, "list")[reason] is listed
    assert doubts(other, one)[reason] is pair


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Technology", "Technologies"),
        ("Global Trading", "International Trading"),
        ("Hangzhou", "Hangzhou Norvik"),
        ("Bank of China", "Bank of India"),
        ("Hangzhou Digital Technology", "Hangzhou Norvik Digital Technology"),
    ],
)
def test_without_a_word_of_their_own_little_agrees(one: str, other: str) -> None:
    assert doubts(one, other)["no word of their own agrees"]


def test_two_words_that_any_firm_may_use_are_never_sure() -> None:
    assert doubts("General Trading", "Trading General") in (
        {},
        {"only words that any firm may use agree": False},
    )
    assert doubts("General Trading LLC", "Trading, General") == doubts("Trading, General", "General Trading LLC")


@pytest.mark.parametrize(
    ("one", "other", "reason", "pair"),
    [
        ("Norvik GmbH", "Norvik Srl", "the legal forms are of different countries: gmbh and srl", True),
        ("Norvik GmbH", "Norvik AG", "the legal forms differ: gmbh and ag", False),
    ],
)
def test_legal_forms_speak_against_by_their_countries(one: str, other: str, reason: str, *, pair: bool) -> None:
    assert doubts(one, other)[reason] is pair
    assert doubts(one, other, "list")[reason] is False


def test_a_word_more_beside_another_form_or_spelling_is_another_company_of_the_group() -> None:
    by_form = doubts("Norvik Optics GmbH", "Norvik AG")
    assert by_form["a legal form of its own with 'optics': another company of the group"]
    by_spelling = doubts("Hikvision Optics", "Hikvison")
    assert by_spelling["a word differs, and only one has 'optics'"]
    assert not any("of the group" in reason for reason in doubts("Norvik Optics GmbH", "Norvik AG", "list"))
