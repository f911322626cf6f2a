"""Syllables: which words are Chinese, and what their two romanisations share."""

import pytest

from vendorcheck.resolve.similar.syllables import chinese_sound, is_pinyin


@pytest.mark.parametrize("word", ["hangzhou", "dahua", "huawei", "xinhua", "zhongxing", "haikang", "lve", "er", "a"])
def test_words_of_chinese_syllables_are_pinyin(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["hikvision", "norvik", "siemens", "bosch", "", "hsinhua", "xk", "hangzhou7", "航"])
def test_other_words_are_not(word: str) -> None:
    assert not is_pinyin(word)


@pytest.mark.parametrize(
    ("pinyin", "older"),
    [
        ("beijing", "peiching"),
        ("xinhua", "hsinhua"),
        ("qing", "ching"),
        ("zhang", "chang"),
        ("guangdong", "kuangtung"),
        ("tianjin", "tienchin"),
        ("jie", "chieh"),
    ],
)
def test_pinyin_and_wade_giles_of_one_word_share_a_sound(pinyin: str, older: str) -> None:
    assert chinese_sound(pinyin) == chinese_sound(older) is not None


@pytest.mark.parametrize("word", ["norvik", "strasse", "x1", ""])
def test_a_word_in_neither_has_no_chinese_sound(word: str) -> None:
    assert chinese_sound(word) is None


@pytest.mark.parametrize(("one", "other"), [("dahua", "dahao"), ("xinhua", "xinhui"), ("hualu", "huali")])
def test_syllables_a_letter_apart_are_other_sounds(one: str, other: str) -> None:
    assert chinese_sound(one) != chinese_sound(other)


def test_a_long_word_that_is_nearly_chinese_is_told_at_once() -> None:
    assert not is_pinyin("nanana" * 2_000 + "x")
    assert chinese_sound("nanana" * 2_000 + "x") is None
