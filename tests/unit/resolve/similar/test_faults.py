"""Names that are none: whatever is written, the answer is calm, and nobody is met by accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.resolve.index import IndexedName, NameIndex
from vendorcheck.resolve.index.arrangements import as_it_is, rearranged
from vendorcheck.resolve.similar import annotations, compare_names, parse
from vendorcheck.resolve.similar.annotations import MAX_LOOKED_AT
from vendorcheck.resolve.similar.spelling import sounds
from vendorcheck.resolve.similar.syllables import is_pinyin

GENERIC = [
    "group",
    "international",
    "global",
    "national",
    "general",
    "first",
    "new",
    "united",
    "services",
    "company",
    "trading",
    "technology",
]
FORMS = ["ltd", "limited", "inc", "gmbh", "llc", "co", "corp", "s.a.", "ooo", "有限公司"]

#: Pieces of which hostile cells are made: what annotations, brackets, numbers and runs of blanks begin with.
HOSTILE = (
    *("1", "1 ", "(", ")", "()", ":", "a:", "AB ", ",", "a,", ", 1 a", "a.", "a.b.", "fka ", "ex ", "ex-", "c/o "),
    *(" - ", " - branch", "（", "reg no ", "\n", "\t", " ", "no ", "and any ", "海", "（海", "qjq", "nana", "d/b/a "),
)


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex.of(
        IndexedName(text, text)
        for text in ("Norvik Optics Ltd", "海康威视", "Shrouded Works (formerly Hollow)", "Nana Trading", "Group Ltd")
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\x01\x1b[31m",
        "\u200b\u200e",
        "🙂🙃",
        "\u202eabc",
        "...",
        "()[]{}",
        "\ud7ff",
        "\U0010ffff",
        "\u0301",
    ],
)
def test_a_text_without_a_name_meets_nobody(index: NameIndex, text: str) -> None:
    assert index.search(text) == []
    assert compare_names(text, "Norvik").level is None


@pytest.mark.parametrize("text", ["النور", "הייטק", "شركة النور للتجارة", "\u202bنور\u202c"])
def test_a_name_from_right_to_left_is_itself_and_nobody_else(index: NameIndex, text: str) -> None:
    assert compare_names(text, text).level == "strong"
    assert index.search(text) == []


@pytest.mark.parametrize("letter", list("abxiv1é海あ"))
def test_a_single_letter_meets_only_itself(index: NameIndex, letter: str) -> None:
    assert compare_names(letter, letter).level == "strong"
    assert compare_names(letter, f"{letter}q").level is None
    assert index.search(letter) == []


@given(st.text(), st.text())
def test_any_two_texts_are_compared(one: str, other: str) -> None:
    compared = compare_names(one, other)
    assert 0 <= compared.score <= 1
    assert (compared.level == "strong") <= (compared.against == ())
    assert (compared.level is None) <= bool(compared.against)


@given(st.text() | st.lists(st.sampled_from(HOSTILE), max_size=30).map("".join))
def test_any_text_is_searched_and_what_is_found_is_of_the_index(index: NameIndex, text: str) -> None:
    for candidate in index.search(text):
        assert candidate.level is not None
        assert candidate.comparison.agreed


@given(
    st.lists(st.sampled_from(GENERIC), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(GENERIC), min_size=1, max_size=4, unique=True),
    st.sampled_from(["", *FORMS]),
)
def test_names_of_generic_words_are_strong_only_with_the_same_words(
    one: list[str], other: list[str], form: str
) -> None:
    if compare_names(" ".join([*one, form]), " ".join(other)).level == "strong":
        assert set(one) - {"company"} == set(other) - {"company"}


@given(st.sampled_from(FORMS), st.sampled_from([*FORMS, *GENERIC, "norvik"]))
def test_a_name_of_a_legal_form_alone_is_strong_with_nothing_else(form: str, other: str) -> None:
    same = parse(form).joined == parse(other).joined
    assert (compare_names(form, other).level == "strong") is same


def test_a_cell_with_twelve_names_is_none_of_them_surely(index: NameIndex) -> None:
    cell = "; ".join(["Norvik Optics Ltd", "Hollow Works", *(f"Qzmaker{letter}" for letter in "abcdefghij")])
    assert [candidate for candidate in index.search(cell) if candidate.level == "strong"] == []


def test_a_very_long_name_is_itself_and_no_other() -> None:
    long = "norvik " * 1_400
    assert parse(long).is_too_long
    assert compare_names(long, long).level == "strong"
    compared = compare_names(long, "norvik")
    assert (compared.level, compared.against) == (None, ("more words than a name has",))


def test_a_word_of_ten_thousand_letters_is_one_word_without_a_sound(index: NameIndex) -> None:
    long = "nana" * 2_500
    assert len(parse(long).words) == 1
    assert sounds(long) == frozenset()
    assert index.search(long) == []
    assert compare_names(long, long[:-1]).level != "strong"


def test_a_very_long_name_is_looked_up_as_it_stands_only() -> None:
    name = parse("1 1-" * 5_000)
    assert len(as_it_is(name).words) == len(name.words)
    assert list(rearranged(name)) == []


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("before", ["", "a ", ":", "a, "])
def test_a_cell_of_a_hundred_thousand_signs_is_read(before: str, unit: str) -> None:
    text = (before + unit * 100_000)[:100_000]
    assert parse(text).text == text


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("before", ["", "a ", ":", "a, "])
def test_a_hostile_text_as_long_as_a_name_is_read(before: str, unit: str) -> None:
    text = (before + unit * MAX_LOOKED_AT)[:MAX_LOOKED_AT]
    found = annotations.bare(text)
    assert len(found.text) <= len(text)


def test_a_word_that_is_nearly_chinese_is_cut_in_one_pass() -> None:
    assert not is_pinyin("nanana" * 1_000 + "x")  # an expression would try two ways to cut every "nan"
