"""Spellings: how a word sounds across romanisations, and which words are one slip apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.resolve.similar.spelling import (
    MAX_READ,
    MAX_READINGS,
    deletions,
    one_edit,
    slip_of_the_hand,
    sound,
    sound_alike,
    sounds,
)

LETTERS = st.text("abcdehj", max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sukhoy", "sukhoi"),
        ("sukhoi", "suchoj"),
        ("kuznetsov", "kouznetsov"),
        ("kaspersky", "kasperskiy"),
        ("milosevic", "milosevich"),
        ("petrowicz", "petrovich"),
        ("rasheed", "rashid"),
        ("mueller", "muller"),
        ("huawei", "huavei"),
        ("choseon", "joseon"),
        ("peiching", "beijing"),
        ("hsinhua", "xinhua"),
    ],
)
def test_romanisations_of_one_word_sound_alike(one: str, other: str) -> None:
    assert sound_alike(one, other)
    assert sound_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hikvision", "hisense"),
        ("hikvision", "hikari"),
        ("dahua", "dahao"),
        ("xinhua", "xinhui"),
        ("jinda", "junda"),
        ("norvik", "norman"),
        ("zte", "ztec"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert not sound_alike(one, other)


def test_groups_of_letters_are_read_in_one_pass_the_longest_first() -> None:
    assert sound("itch") == sound("ich") != sound("ith")
    assert sound("ash") != sound("as")


def test_a_short_word_has_no_loose_sound() -> None:
    assert not sound_alike("ben", "bin")
    assert sound_alike("bender", "bindir")


def test_a_word_that_can_be_read_in_endless_ways_is_read_in_some() -> None:
    assert len(sounds("chjqckaeoeuechjqckaeoeue")) <= 2 * MAX_READINGS + 2


def test_a_word_longer_than_any_is_not_read() -> None:
    assert sounds("a" * MAX_READ)
    assert sounds("a" * (MAX_READ + 1)) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hikvision", "hikvison"),
        ("hikvision", "hikvisiion"),
        ("hikvision", "hikvizion"),
        ("hikvision", "hikvisoin"),
        ("hikvision", "ikvision"),
        ("hikvision", "hikvisio"),
        ("a", ""),
    ],
)
def test_one_edit_parts_two_words(one: str, other: str) -> None:
    assert one_edit(one, other)
    assert one_edit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hikvision", "hikvision"),
        ("hikvision", "hikvzn"),
        ("hikvision", "hikvizoin"),
        ("abcd", "badc"),
        ("abc", "cba"),
        ("", ""),
        ("", "ab"),
    ],
)
def test_none_or_more_than_one_edit_is_not_one(one: str, other: str) -> None:
    assert not one_edit(one, other)
    assert not one_edit(other, one)


@given(LETTERS, LETTERS)
def test_one_edit_is_what_the_definition_says(one: str, other: str) -> None:
    left_out = {one[:at] + one[at + 1 :] for at in range(len(one))}
    put_in = {one[:at] + letter + one[at:] for at in range(len(one) + 1) for letter in "abcdehj"}
    other_one = {one[:at] + letter + one[at + 1 :] for at in range(len(one)) for letter in "abcdehj"}
    swapped = {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)}
    assert one_edit(one, other) == (other != one and other in left_out | put_in | other_one | swapped)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("norvik", "norrvik", True),
        ("norvik", "novrik", True),
        ("norvik", "norvig", False),
        ("norvik", "norvi", False),
        ("norvik", "norvika", False),
    ],
)
def test_a_slip_of_the_hand_doubles_a_letter_or_swaps_two(one: str, other: str, slip: bool) -> None:  # noqa: FBT001
    assert slip_of_the_hand(one, other) == slip_of_the_hand(other, one) == slip


def test_deletions_are_the_word_with_each_letter_left_out() -> None:
    assert list(deletions("abc")) == ["bc", "ac", "ab"]


@given(st.text("abcehjkqsuwy", min_size=1, max_size=12), st.text("abcehjkqsuwy", min_size=1, max_size=12))
def test_sounding_alike_is_mutual(one: str, other: str) -> None:
    assert sound_alike(one, other) == sound_alike(other, one)
