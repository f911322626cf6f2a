"""Two names laid side by side: which words agree and how, and which are left over."""

import pytest

from vendorcheck.resolve.similar.alignment import Alignment, align
from vendorcheck.resolve.similar.parsed import parse


def laid(one: str, other: str) -> Alignment:
    return align(parse(one).words, parse(other).words)


def pairs(one: str, other: str) -> set[tuple[str, str, str]]:
    return {
        (pair.how, " ".join(word.raw for word in pair.ones), " ".join(word.raw for word in pair.others))
        for pair in laid(one, other).pairs
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Norvik Optics", "Optics Norvik", {("equal", "norvik", "norvik"), ("equal", "optics", "optics")}),
        ("Norvik Tech", "Norvik 技术", {("equal", "norvik", "norvik"), ("equal", "tech", "技术")}),
        ("Nor Vik Zq", "Norvik Zq", {("written together", "nor vik", "norvik"), ("equal", "zq", "zq")}),
        ("Norvik Zq", "Nor Vik Zq", {("written together", "norvik", "nor vik"), ("equal", "zq", "zq")}),
        ("Sukhoy", "Sukhoi", {("sounds alike", "sukhoy", "sukhoi")}),
        ("Hikvision", "Hikvison", {("one letter", "hikvision", "hikvison")}),
        ("Hikvision", "Hikvisoin", {("one letter", "hikvision", "hikvisoin")}),
        (
            "Norvik Technolgoy",
            "Norvik Technology",
            {("equal", "norvik", "norvik"), ("one letter", "technolgoy", "technology")},
        ),
        (
            "Norvik Instru",
            "Norvik Instruments",
            {("equal", "norvik", "norvik"), ("abbreviated", "instru", "instruments")},
        ),
        ("Nzw", "Norvik Zeta Works", {("initials", "nzw", "norvik zeta works")}),
    ],
)
def test_words_agree_in_their_ways(one: str, other: str, expected: set[tuple[str, str, str]]) -> None:
    assert pairs(one, other) == expected
    mirrored = {(how, its, mine) for how, mine, its in expected}
    assert pairs(other, one) == mirrored


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abc", "Abd"),
        ("Norb", "Norp"),
        ("2000", "2001"),
        ("X200b", "X201b"),
        ("Norvik", "Borvik"),
        ("诺维克视", "诺维克讯"),
        ("Shipping", "Shopping"),
        ("Exports", "Experts"),
        ("NW", "Norvik Works"),
    ],
)
def test_short_words_numbers_signs_and_known_words_must_be_equal(one: str, other: str) -> None:
    assert laid(one, other).pairs == ()


def test_what_agrees_with_nothing_is_left_over_but_words_of_grammar_are_not() -> None:
    aligned = laid("The Norvik Optics of Hangzhou", "Norvik Shipping")
    assert [word.raw for word in aligned.left] == ["optics", "hangzhou"]
    assert [word.raw for word in aligned.right] == ["shipping"]


def test_a_word_agrees_once() -> None:
    aligned = laid("Norvik Norvik", "Norvik")
    assert (len(aligned.pairs), [word.raw for word in aligned.left], aligned.right) == (1, ["norvik"], ())


def test_a_pair_is_distinctive_by_either_of_its_sides() -> None:
    [own, common] = laid("Norvik Optics", "Norvik Optics").pairs
    assert (own.is_distinctive, common.is_distinctive) == (True, False)


def test_names_without_words_lie_beside_anything() -> None:
    assert align((), ()) == Alignment((), (), ())
    assert [word.raw for word in align((), parse("Norvik").words).right] == ["norvik"]
