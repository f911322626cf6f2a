"""Doubts about words that agree without being equal."""

import pytest

from vendorcheck.resolve.similar.alignment import align
from vendorcheck.resolve.similar.likeness import doubts_of_likeness
from vendorcheck.resolve.similar.pairing import Compared, Setting
from vendorcheck.resolve.similar.parsed import parse


def doubts(one: str, other: str, setting: Setting = "pair") -> list[tuple[str, bool]]:
    mine, its = parse(one), parse(other)
    compared = Compared(mine, its, align(mine.words, its.words), setting)
    return [(doubt.reason, doubt.parts) for doubt in doubts_of_likeness(compared)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvik", "Norvik"),
        ("Nor Vik", "Norvik"),
        ("Sukhoy Aviation", "Sukhoi Aviation"),
        ("Norvikson Optics", "Norvijson Optics"),
        ("Norvik Optics", "Novrik Optics"),
    ],
)
def test_equal_words_and_sure_slips_raise_no_doubt(one: str, other: str) -> None:
    assert doubts(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "reason", "parts"),
    [
        ("Xinhua Trading", "Xinhui Trading", "'xinhua' and 'xinhui' are different Chinese syllables", True),
        ("Norb", "Norbu", "'norb' and 'norbu' are too short to be one misspelt", True),
        ("Hikvision", "Hikvison", "'hikvision' and 'hikvison' differ by a letter", False),
        ("Norvig Optics", "Norvin Optics", "'norvig' and 'norvin' differ by a letter", False),
        ("Nzw", "Norvik Zeta Works", "initials may stand for other words", False),
        ("Vax", "Wax", "'vax' and 'wax' are too short to be told apart by their sound", True),
        ("Suchoj", "Sukhoy", "'suchoj' and 'sukhoy' only sound alike", False),
    ],
)
def test_a_word_that_is_not_equal_is_doubted(one: str, other: str, reason: str, parts: bool) -> None:  # noqa: FBT001
    assert doubts(one, other) == [(reason, parts)]


@pytest.mark.parametrize(
    ("one", "other"), [("Norvig", "Norvin Optics"), ("Alkon", "Alcon"), ("Global", "Global Optics")]
)
def test_a_lone_word_that_is_nearly_another_is_chance_in_a_list(one: str, other: str) -> None:
    assert not any(parts for _, parts in doubts(one, other))
    if one != "Global":
        assert any(parts for _, parts in doubts(one, other, "list"))


def test_a_word_that_many_firms_have_is_no_name_by_itself_in_a_list() -> None:
    assert doubts("Star", "Star Optics") == []
    assert doubts("Qzeta", "Qzeta Optics", "list") == []
    assert doubts("Star", "Star Optics", "list") == [("many firms are called 'star'", True)]


def test_beside_many_words_that_agree_even_a_chinese_syllable_may_be_misspelt_in_a_list() -> None:
    one, other = "Zhejiang Xinhua Digital Technology", "Zhejiang Xinhui Digital Technology"
    assert [parts for _, parts in doubts(one, other)] == [True]
    assert [parts for _, parts in doubts(one, other, "list")] == [False]
