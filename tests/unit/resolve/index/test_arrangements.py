"""The ways in which the words of a name may be written."""

import pytest

from vendorcheck.resolve.index.arrangements import as_it_is, rearranged, spelt
from vendorcheck.resolve.similar.parsed import MAX_WORDS, parse
from vendorcheck.resolve.similar.pieces import single_word


def written(text: str, *strange: str) -> list[list[str]]:
    """The own words of a name, in each way to write it but the one it is written in."""
    name = parse(text)
    kept = [word for word in name.words if word.raw in strange]
    return [[word.raw for word in each.own] + [each.joined] * bool(each.joined) for each in rearranged(name, kept)]


def test_a_name_as_it_is_has_all_its_words() -> None:
    arranged = as_it_is(parse("Norvik Optics (Alpha) Ltd"))
    assert [word.raw for word in arranged.words] == ["norvik", "optics", "alpha"]
    assert [word.raw for word in arranged.own] == ["norvik", "alpha"]
    assert not arranged.joined


def test_a_name_is_written_without_brackets_and_with_neighbours_as_one() -> None:
    assert written("Norvik Zeta (Alpha)") == [
        ["norvik", "zeta"],
        ["alpha", "norvikzeta"],
        ["norvik", "zetaalpha"],
        ["norvikzetaalpha"],
    ]


def test_words_that_make_a_word_of_a_table_are_that_word() -> None:
    [arranged] = rearranged(parse("Tele Com"))
    assert (arranged.own, arranged.joined) == ([], "")
    assert [word.kind for word in arranged.words] == [single_word("telecom").kind]


@pytest.mark.parametrize(
    ("strange", "expected"),
    [
        (("norvik",), [["alpha", "norvikzeta"], ["norvikzetaalpha"]]),
        (("zeta",), [["alpha", "norvikzeta"], ["norvik", "zetaalpha"], ["norvikzetaalpha"]]),
        (("alpha",), [["norvik", "zeta"], ["norvik", "zetaalpha"], ["norvikzetaalpha"]]),
        (("norvik", "alpha"), [["norvikzetaalpha"]]),
        (("norvik", "zeta"), [["alpha", "norvikzeta"], ["norvikzetaalpha"]]),
    ],
)
def test_a_strange_word_stands_nowhere_by_itself(strange: tuple[str, ...], expected: list[list[str]]) -> None:
    assert written("Norvik Zeta (Alpha)", *strange) == expected


def test_neighbours_are_one_only_where_that_may_be_a_word() -> None:
    arranged = [each.joined for each in rearranged(parse("Norvik Zeta Alpha"), (), {"zetaalpha"}.__contains__)]
    assert arranged == ["zetaalpha"]


def test_a_name_too_long_for_one_is_written_as_it_is_only() -> None:
    assert len(list(rearranged(parse("norvik " * MAX_WORDS)))) >= MAX_WORDS - 1
    assert list(rearranged(parse("norvik " * (MAX_WORDS + 1)))) == []


def test_other_spellings_may_be_words_of_a_table() -> None:
    arranged = spelt(as_it_is(parse("Norvik Qzeta Ltd 3")), (single_word("norwik"), single_word("optics")))
    assert [word.raw for word in arranged.own] == ["norwik"]
    assert [word.raw for word in arranged.words] == ["norwik", "optics", "3"]
