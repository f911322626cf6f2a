"""Phrases: what is found in a row of words, and what hides what."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.resolve.phrases import Found, Phrases

WORDS = st.lists(st.sampled_from("abc"), max_size=12)
PHRASES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), max_size=8)


def test_a_phrase_is_found_wherever_it_stands_whole() -> None:
    found = list(Phrases([("co ltd", 1)]).find(["co", "ltd", "x", "co", "y", "co", "ltd"]))
    assert found == [Found(0, 2, 1), Found(5, 7, 1)]


def test_the_words_of_a_phrase_are_folded() -> None:
    assert list(Phrases([("Co.,LTD", "form")]).find(["co", "ltd"])) == [Found(0, 2, "form")]


def test_a_longer_phrase_hides_the_shorter_ones_inside_it() -> None:
    phrases = Phrases([("dome", 1), ("dome camera", 2), ("camera", 3), ("camera lens", 4)])
    assert [found.value for found in phrases.find(["dome", "camera"])] == [2]
    assert [found.value for found in phrases.find(["dome", "camera", "lens"])] == [2, 4]
    assert [found.value for found in phrases.find(["dome", "x", "camera"])] == [1, 3]


def test_equal_phrases_are_all_found() -> None:
    assert [found.value for found in Phrases([("a b", 1), ("A-B", 2), ("a", 3)]).find(["a", "b"])] == [1, 2]


def test_a_phrase_cut_off_at_the_end_is_not_found() -> None:
    assert list(Phrases([("a b c", 1)]).find(["x", "a", "b"])) == []


def test_phrases_without_a_word_are_left_out() -> None:
    phrases = Phrases([("--", 1), ("", 2), ("Hik Vision", 3)])
    assert phrases.firsts == {"hik"}
    assert list(phrases.find([])) == []


@pytest.mark.parametrize(("words", "value"), [(["a", "b"], 1), (["a"], 2), (["b"], None), (["a", "b", "c"], None)])
def test_whole_is_the_phrase_that_is_exactly_these_words(words: list[str], value: int | None) -> None:
    assert Phrases([("a b", 1), ("a", 2)]).whole(words) == value


def test_no_words_are_no_whole_phrase() -> None:
    assert Phrases([("a", 1)]).whole([]) is None


@pytest.mark.parametrize(("start", "end", "covered"), [(2, 4, True), (3, 4, True), (1, 3, False), (3, 5, False)])
def test_found_covers_what_lies_within_it(start: int, end: int, *, covered: bool) -> None:
    assert Found(2, 4, "x").covers(start, end) is covered


@given(PHRASES, WORDS)
@settings(max_examples=200, deadline=None)
def test_every_place_of_a_phrase_is_found_or_lies_in_a_longer_one(phrases: list[list[str]], words: list[str]) -> None:
    found = list(Phrases((" ".join(phrase), tuple(phrase)) for phrase in phrases).find(words))
    places = {
        (start, start + len(phrase))
        for phrase in phrases
        for start in range(len(words))
        if words[start : start + len(phrase)] == phrase
    }
    assert {(one.start, one.end) for one in found} <= places
    assert all(tuple(words[one.start : one.end]) == one.value for one in found)
    assert all(any(one.covers(*place) for one in found) for place in places)
    spans = sorted({(one.start, one.end) for one in found})
    assert all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(spans))
