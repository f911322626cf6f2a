"""The vocabulary file: what stands in it, and what is made of it."""

from collections import defaultdict

import pytest

from vendorcheck.model.bom import ROLES
from vendorcheck.readers.headings.lexicon import entries, lexicon, look_up, whole
from vendorcheck.readers.headings.rules import role_alone
from vendorcheck.readers.headings.text import normal_heading

#: The languages that have a word for every role.
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "zh", "ja", "ko")
#: The languages beyond them that have words for what is asked of every bill.
MORE = ("cs", "sv", "da", "no", "fi", "tr", "hu", "uk", "ro", "el", "vi", "ar")

#: Kinds of word that only mean something beside others.
BESIDE = {
    "article", "equipment", "identifier", "link", "make", "model", "name", "number", "other", "price", "private",
    "qualifier", "quantity", "seller", "series", "type",
}  # fmt: skip


def _roles_of(language: str) -> set[str]:
    found = set()
    for section, spoken, spellings in entries():
        if spoken == language and not section.startswith("word "):
            found |= set(section.split(" + "))
        elif spoken == language:
            found |= {role_alone(lexicon().words[spelling]) or "" for spelling in spellings}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_a_word_in_the_languages_of_the_buyers(language: str) -> None:
    assert set(ROLES) - {"unclassified", "ignored"} - _roles_of(language) == set()


@pytest.mark.parametrize("language", MORE)
def test_the_commonest_roles_have_a_word_in_more_languages(language: str) -> None:
    assert {"maker", "brand", "vendor", "part", "description", "quantity", "unit_price"} - _roles_of(language) == set()


def test_every_section_is_a_role_two_roles_or_a_kind_of_word() -> None:
    sections = {section for section, _, _ in entries()}
    kinds = {section.removeprefix("word ") for section in sections if section.startswith("word ")}
    named = {role for section in sections if not section.startswith("word ") for role in section.split(" + ")}
    assert kinds == BESIDE
    assert named - set(ROLES) == set()


def test_every_spelling_is_written_as_headings_are_compared() -> None:
    spellings = [spelling for _, _, spellings in entries() for spelling in spellings]
    assert [spelling for spelling in spellings if normal_heading(spelling) != spelling] == []


def test_no_heading_stands_under_two_roles() -> None:
    under = defaultdict(set)
    for section, _, spellings in entries():
        for spelling in spellings:
            under[section.startswith("word "), spelling].add(section)
    assert {spelling: sections for (word, spelling), sections in under.items() if not word and len(sections) > 1} == {}


def test_an_entry_has_its_section_its_language_and_its_spellings() -> None:
    first, going_on = list(entries())[:2]
    assert (first.section, first.language, first.spellings[0]) == ("maker", "en", "manufacturer")
    assert (going_on.section, going_on.language) == ("maker", "en")


def test_of_two_meanings_the_first_keeps_a_spelling_and_a_word_goes_before_a_heading() -> None:
    known = lexicon()
    assert known.headings["part"] == ("part",)
    assert known.words["part"].sense == "article"
    assert known.words["series"].sense == "series"


def test_a_heading_that_means_nothing_is_known_as_such() -> None:
    assert whole("reference") == ()
    assert whole("zebra") is None


def test_a_heading_of_two_roles_has_them_in_their_order() -> None:
    assert whole("device type") == ("part", "category")


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("hersteller", "maker"),
        ("händler", "vendor"),
        ("haendler", "vendor"),
        ("handler", "vendor"),
        ("produçtor", "maker"),
        ("réf", "number"),
        ("lieferant", "vendor"),
    ],
)
def test_words_are_found_with_and_without_accents(text: str, sense: str) -> None:
    word = look_up(lexicon().words, text)
    assert word is not None
    assert word.sense == sense


@pytest.mark.parametrize("text", ["so", "SO", "ar", "ten", "mac-", ""])
def test_a_short_word_without_its_accents_is_another_word(text: str) -> None:
    assert look_up(lexicon().words, text) is None


@pytest.mark.parametrize(
    ("spelling", "meant_first"), [("fabricante", True), ("hersteller", False), ("material", False), ("marca", True)]
)
def test_words_know_whether_their_languages_say_first_what_is_meant(spelling: str, meant_first: bool) -> None:  # noqa: FBT001
    assert lexicon().words[spelling].meant_first is meant_first


def test_words_run_together_are_words_too() -> None:
    assert lexicon().runs["partnumber"].sense == lexicon().words["part number"].sense == "part"
    assert lexicon().longest >= 3  # country of origin
