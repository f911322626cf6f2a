"""Where a claim stands: the numbers and digests of normalised lines, and what is found there."""

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.evidence import Claim, Locator
from vendorcheck.rulebook.locators import Lines, check, digest_of, index, locator_of, normalised

#: Signs that all count as white space inside a line.
BLANKS = " \t\v\f\r\x1c\x85\xa0\u2003\u2028\u3000"

words = st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1, max_size=6)
texts = st.lists(st.lists(words, min_size=1, max_size=5), min_size=1, max_size=8)
blanks = st.text(BLANKS, min_size=1, max_size=3)


def _claim(line: int, text: str) -> Claim:
    locator = Locator(line, digest_of(text))
    return Claim("acme-1", "acme", (), "conduct", None, "It is so.", "A Paper", "investigative_report", locator, "acme")


def _found(text: str, claim: Claim) -> tuple[str, int | None, int | None]:
    outcome = check(claim, index(text, {locator_of(claim).sha256}))
    return outcome.found, outcome.line, outcome.file_line


def _claims(lines: Sequence[Sequence[str]]) -> list[Claim]:
    """A claim for every line, as the lines are when they are first seen."""
    return [_claim(number, line) for number, (_, line) in enumerate(normalised(_text(lines)), 1)]


def _text(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(" ".join(line) for line in lines)


def test_lines_that_are_not_empty_are_numbered_as_the_file_has_them() -> None:
    assert list(normalised("one\r\n\r\n  \t\n two \u00a0 words\n\u3000\nthree")) == [
        (1, "one"),
        (4, "two words"),
        (6, "three"),
    ]


def test_letters_are_composed() -> None:
    assert list(normalised("Cafe\u0301")) == [(1, "Caf\u00e9")]


def test_only_a_line_feed_ends_a_line() -> None:
    assert list(normalised("a\rb\u2028c\vd")) == [(1, "a b c d")]


def test_nothing_has_no_lines() -> None:
    assert index("\n \n", {digest_of("a")}) == Lines(index("", ()).in_file, {})


def test_the_digest_is_that_of_the_line_in_utf8() -> None:
    assert digest_of("Café 华") == hashlib.sha256("Café 华".encode()).hexdigest()


def test_an_index_holds_every_place_of_the_wanted_lines_alone() -> None:
    lines = index("a\n\nb\na", {digest_of("a"), digest_of("z")})
    assert (list(lines.in_file), lines.places) == ([1, 3, 4], {digest_of("a"): [1, 3]})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one\n\ntwo\n", ("holds", 2, 3)),
        ("one\n two \n", ("holds", 2, 2)),
        ("two\ntwo", ("holds", 2, 2)),
        ("one\nTwo", ("another_text", 2, 2)),
        ("one\n\n2\n", ("another_text", 2, 3)),
        ("nought\none\n\ntwo", ("moved", 3, 4)),
        ("two", ("moved", 1, 1)),
        ("two\none\nthree\nfour\ntwo", ("moved", 1, 1)),
        ("one", ("no_such_line", None, None)),
        ("", ("no_such_line", None, None)),
    ],
)
def test_what_is_found_at_a_locator(text: str, found: tuple[str, int | None, int | None]) -> None:
    assert _found(text, _claim(2, "two")) == found


@given(texts, st.data())
def test_other_white_space_keeps_every_locator(lines: list[list[str]], data: st.DataObject) -> None:
    between = st.lists(st.sampled_from(["\n", "\r\n", "\n \t\n", "\r\n\r\n"]), min_size=len(lines), max_size=len(lines))
    spaced = [data.draw(blanks) + data.draw(blanks).join(line) + data.draw(blanks) for line in lines]
    text = "".join(line + end for line, end in zip(spaced, data.draw(between), strict=True))
    assert [_found(text, claim)[0] for claim in _claims(lines)] == ["holds"] * len(lines)


@given(texts, st.data())
def test_another_word_breaks_the_locators_of_its_line_and_no_other(lines: list[list[str]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    changed = [list(line) for line in lines]
    word = data.draw(st.integers(0, len(changed[at]) - 1))
    changed[at][word] += "x"
    found = [_found(_text(changed), claim)[0] == "holds" for claim in _claims(lines)]
    assert found == [number != at for number in range(len(lines))]


def test_a_claim_of_a_text_that_was_not_seen_has_no_place_to_look_at() -> None:
    with pytest.raises(ValueError, match="acme-1"):
        locator_of(_claim(1, "a line")._replace(locator=None))
