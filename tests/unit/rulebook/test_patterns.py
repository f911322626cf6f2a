"""Model patterns: what is in the subset, what is refused, and that none of it can run for ever."""

import re
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vendorcheck.rulebook.patterns import MAX_REPEAT, MAX_WAYS, pattern_fault

#: A pattern with the number of ways in which a backtracking search can go through it.
Counted = tuple[str, int]

#: For any of these the longest text of one sign is the hardest.
SIGNS = st.sampled_from(["A", "[A-Z]", "[A-Z0-9-]", "\\d", "0"])
QUANTIFIERS = st.sampled_from([("", 1), ("(?", 1), ("{2}", 1), ("{1,3}", 3), ("{0,32}", 33)])


def _one(sign: str, quantifier: Counted) -> Counted:
    return sign + quantifier[0], quantifier[1]


def _row(parts: list[Counted]) -> Counted:
    ways = 1
    for _, more in parts:
        ways *= more
    return "".join(text for text, _ in parts), ways


def _choice(parts: list[Counted], optional: bool) -> Counted:  # noqa: FBT001 (drawn by position)
    text = "|".join(text for text, _ in parts)
    return f"(?:{text})" + "?" * optional, sum(ways for _, ways in parts) + optional


PATTERNS = st.recursive(
    st.builds(_one, SIGNS, QUANTIFIERS),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=12).map(_row)
        | st.builds(_choice, st.lists(inner, min_size=1, max_size=4), st.booleans())
    ),
    max_leaves=25,
)


@pytest.mark.parametrize(
    ("pattern", "model"),
    [
        ("DS-2", "ds-2cd2143"),
        ("DS-2CD\\d{4}", "DS-2CD2143"),
        ("DS-[0-9A-Z]{2,6}", "DS-7608NI"),
        ("[A-Za-z0-9-]", "-"),
        ("[-A]", "-"),
        ("AC(-X)?", "AC-X"),
        ("AC(?:-X|-Y)?", "AC-Y"),
        ("AC((X|Y)|Z)", "ACZ"),
        ("A B/C_D", "A B/C_D"),
        ("AC\\.1\\+\\(B\\)\\[C\\]", "AC.1+(B)[C]"),
        ("A{32}", "A" * 32),
        ("A{0,32}", ""),
        ("A??B", "AB"),
    ],
)
def test_what_is_in_the_subset(pattern: str, model: str) -> None:
    assert pattern_fault(pattern) is None
    assert re.compile(pattern, re.IGNORECASE).fullmatch(model) or re.compile(pattern, re.IGNORECASE).match(model)


@pytest.mark.parametrize(
    ("pattern", "sign", "at"),
    [
        ("A*", "*", 2),
        ("A+", "+", 2),
        ("AB.C", ".", 3),
        ("^AB", "^", 1),
        ("AB$", "$", 3),
        ("A{2,}", "{", 2),
        ("A{,2}", "{", 2),
        ("A{111}", "{", 2),
        ("A}", "}", 2),
        ("\\w", "\\", 1),
        ("AB\\", "\\", 3),
        ("(A)\\1", "\\", 4),
        ("(?=A)", "(?", 1),
        ("(?!A)", "(?", 1),
        ("(?<=A)B", "(?", 1),
        ("(?P<own>A)", "(?", 1),
        ("(?>A)", "(?", 1),
        ("(?i:A)", "(?", 1),
        ("(?#A)", "(?", 1),
        ("A?+", "+", 3),
        ("[^A]", "[", 1),
        ("[A", "[", 1),
        ("[]", "[", 1),
        ("[A_]", "[", 1),
        ("[\\d]", "[", 1),
        ("Aé", "é", 2),
        ("А", "А", 1),
        ("A\n", "\n", 2),
        ("A\t", "\t", 2),
    ],
)
def test_what_is_not_in_the_subset_is_named_with_its_place(pattern: str, sign: str, at: int) -> None:
    assert pattern_fault(pattern) == f"{sign!r} at character {at} is not allowed in a model pattern"


@pytest.mark.parametrize(
    "pattern", ["(A", "A)", "(A|B", "?", "{3}", "A{5,2}", "A{1,2}{1,2}", "A?{2}", "[Z-A]", "A|?", "(?:", "A???"]
)
def test_what_means_nothing_is_refused(pattern: str) -> None:
    fault = pattern_fault(pattern)
    assert fault is not None
    assert fault.startswith("not a pattern: ")


@pytest.mark.parametrize("pattern", ["(A){2}", "(A?){5}", "(A|A){32}", "(?:A{1,3}){1,3}", "((A?)?){2}", "(AB){1}"])
def test_a_group_is_never_repeated(pattern: str) -> None:
    fault = pattern_fault(pattern)
    assert fault is not None
    assert fault.endswith(f"may repeat one sign, at most {MAX_REPEAT} times")


@pytest.mark.parametrize("pattern", ["A{33}", "A{0,33}", "[A-Z]{99}", "\\d{40,50}"])
def test_a_sign_is_repeated_no_more_often_than_allowed(pattern: str) -> None:
    assert pattern_fault(pattern) == f"{pattern[pattern.index('{') :]} may repeat one sign, at most {MAX_REPEAT} times"


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("A?" * 16, 2**16),
        ("A{0,32}" * 4, 33**4),
        ("(A|B)" * 16, 2**16),
        ("(A|B|C|D)" * 8, 4**8),
        ("(?:A|B)?" * 8, 4**8),
        ("A|" * 50_000 + "A", 50_001),
        ("(A?B?C?D?|E?F?G?H?)" * 2, 2 * 2**8 * 2 * 2**8),
    ],
)
def test_too_many_ways_to_try_a_text_are_refused(pattern: str, ways: int) -> None:
    assert pattern_fault(pattern) == f"it has {ways} ways to try a text; at most {MAX_WAYS} are allowed"


@pytest.mark.parametrize("pattern", ["A?" * 15, "A{0,32}" * 3, "(A|B)" * 15, "(?:A|B)?" * 7, "A|" * 49_999 + "A"])
def test_as_many_ways_as_allowed_are_not_refused(pattern: str) -> None:
    assert pattern_fault(pattern) is None


@pytest.mark.parametrize(
    "pattern", ["A?" * 15 + "A{15}B", "A{0,32}" * 3 + "A{28}B", "(A|A)" * 15 + "B", "(?:A|A)?" * 7 + "B"]
)
def test_the_hardest_patterns_that_are_allowed_come_to_an_end(pattern: str) -> None:
    assert pattern_fault(pattern) is None
    assert re.match(pattern, "A" * 60, re.IGNORECASE) is None


@given(PATTERNS, st.text("aA0-", max_size=60) | st.just("A" * 60))
@settings(max_examples=200, deadline=None)
def test_an_allowed_pattern_has_a_bounded_number_of_ways_through_any_text(pattern: Counted, text: str) -> None:
    written, ways = pattern
    assume(pattern_fault(written + "B") is None)
    assert ways <= MAX_WAYS
    assert re.match(written + "B", text, re.IGNORECASE) is None


@given(st.text("AB0-?{}()[]|\\d,3 .:", max_size=25))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_pattern_that_compiles_or_gets_one_sentence(pattern: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        fault = pattern_fault(pattern)
        if fault is None:
            re.compile(pattern)
    assert fault is None or ("\n" not in fault and fault.strip() == fault != "")


@pytest.mark.parametrize("pattern", ["(?i)AB", "(?s)AB", "(?x)A B", "(A)?(?(1)B|C)"])
def test_flags_and_conditions_are_not_in_the_subset(pattern: str) -> None:
    assert pattern_fault(pattern) is not None


def test_a_class_whose_meaning_may_change_is_refused() -> None:
    assert pattern_fault("[A--Z]") is not None


def test_bounds_are_written_in_ascii_digits() -> None:
    assert pattern_fault("A{٣}") is not None
