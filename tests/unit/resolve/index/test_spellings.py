"""The keys of a word: words that are a slip apart, or alike in sound, share one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.resolve.index.spellings import MIN_ALIKE, keys, misspelt_keys, sound_keys, written_key
from vendorcheck.resolve.similar.spelling import one_edit, sound_alike

WORDS = st.text("abcehjkqsuvwy", min_size=MIN_ALIKE, max_size=9)


def looked_up(word: str) -> set[int]:
    return {written_key(word), *misspelt_keys(word), *sound_keys(word)}


@given(WORDS, st.data())
def test_words_one_slip_apart_share_a_key(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcehjkqsuvwy"))
    for other in (word[:at] + letter + word[at + 1 :], word[:at] + letter + word[at:]):
        assert other == word or one_edit(word, other)
        assert looked_up(word) & set(keys(other))
        assert looked_up(other) & set(keys(word))


@given(WORDS, WORDS)
def test_words_alike_in_sound_share_a_key(one: str, other: str) -> None:
    if sound_alike(one, other):
        assert set(sound_keys(one)) & set(sound_keys(other))


@pytest.mark.parametrize(("one", "other"), [("sukhoi", "suchoj"), ("rasheed", "rashid"), ("kuznetsov", "kouznetsov")])
def test_romanisations_share_a_key(one: str, other: str) -> None:
    assert set(sound_keys(one)) & set(sound_keys(other))


@pytest.mark.parametrize("word", ["ab", "2000", "海康威视", "x200b"])
def test_short_words_numbers_and_signs_are_found_as_written_only(word: str) -> None:
    assert list(keys(word)) == [written_key(word)]


def test_a_word_is_not_taken_for_the_sound_of_another() -> None:
    assert written_key("norvik") not in set(sound_keys("norvik"))
