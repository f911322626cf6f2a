"""Words in other scripts: romanised, and Han signs in one form."""

import pytest

from vendorcheck.resolve.similar.native import is_han, romanised, simplified


@pytest.mark.parametrize(
    ("word", "latin"),
    [("норвик", "norvik"), ("сухой", "sukhoy"), ("海康威视", "haikangweishi"), ("トヨタ", "toyota")],
)
def test_a_word_is_romanised_in_small_letters(word: str, latin: str) -> None:
    assert romanised(word) == latin


@pytest.mark.parametrize("word", ["\ue000", "\U000f0000"])
def test_a_sign_nobody_can_read_stays_itself(word: str) -> None:
    assert romanised(word) == word


@pytest.mark.parametrize(
    ("text", "simple"),
    [("海康威視", "海康威视"), ("華為技術", "华为技术"), ("海康威视", "海康威视"), ("Norvik 東", "Norvik 东")],
)
def test_traditional_signs_are_simplified(text: str, simple: str) -> None:
    assert simplified(text) == simple


@pytest.mark.parametrize("text", ["", "Norvik", "норвик", "トヨタ", "삼성", "النور"])
def test_a_text_without_han_signs_is_left_alone(text: str) -> None:
    assert simplified(text) == text


@pytest.mark.parametrize(
    ("text", "han"), [("海", True), ("Norvik 海", True), ("トヨタ", False), ("삼성", False), ("", False)]
)
def test_han_signs_are_told_from_kana_and_hangul(text: str, han: bool) -> None:  # noqa: FBT001
    assert is_han(text) is han
