"""Scores: how much of two names agrees, within the range of the level; they only sort."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.resolve.similar.alignment import Alignment, align
from vendorcheck.resolve.similar.parsed import parse
from vendorcheck.resolve.similar.scoring import score

LEVELS = {"strong": (0.8, 1.0), "possible": (0.5, 0.79), None: (0.0, 0.49)}
NAMES = st.lists(
    st.sampled_from(["norvik", "optics", "china", "2", "of", "global", "zeta", "hikvison", "hikvision"]), max_size=4
)


def laid(one: str, other: str) -> Alignment:
    return align(parse(one).words, parse(other).words)


@given(NAMES, NAMES, st.sampled_from(list(LEVELS)), st.integers(0, 5))
def test_a_score_lies_within_the_range_of_its_level(
    one: list[str], other: list[str], level: str | None, parting: int
) -> None:
    low, high = LEVELS[level]
    assert low <= score(laid(" ".join(one), " ".join(other)), level, parting) <= high


@pytest.mark.parametrize(("level", "whole"), [("strong", 1.0), ("possible", 0.79), (None, 0.49)])
def test_names_that_agree_in_all_reach_the_end_of_the_range(level: str | None, whole: float) -> None:
    assert score(laid("Norvik Optics", "Norvik Optics"), level, 0) == whole


@pytest.mark.parametrize(("level", "least"), [("strong", 0.8), ("possible", 0.5), (None, 0.0)])
def test_names_that_agree_in_nothing_stay_at_its_beginning(level: str | None, least: float) -> None:
    assert score(laid("Norvik", "Zeta"), level, 0) == score(Alignment((), (), ()), level, 0) == least


def test_what_parts_two_names_lowers_their_score() -> None:
    aligned = laid("Norvik Optics", "Norvik")
    assert score(aligned, None, 0) > score(aligned, None, 1) > score(aligned, None, 2)


def test_equal_words_weigh_more_than_words_that_are_alike() -> None:
    scores = [
        score(laid("Hikvision", other), "possible", 0) for other in ("Hikvision", "Hik Vision", "Hikvysion", "Hikvison")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_word_of_its_own_weighs_more_than_one_that_any_firm_may_use() -> None:
    own, common = laid("Norvik Optics", "Norvik"), laid("Norvik Optics", "Optics")
    assert score(own, "possible", 0) > score(common, "possible", 0)


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    rare, frequent = laid("Qzorvik Optics", "Qzorvik"), laid("Delta Optics", "Delta")
    assert score(rare, "possible", 0) > score(frequent, "possible", 0)
