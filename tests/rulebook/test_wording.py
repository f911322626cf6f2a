"""No text of the rulebook says more than its source or than the law does."""

import re
from datetime import date
from typing import Any

import pytest

from vendorcheck.lint.book import Book
from vendorcheck.lint.wording import forbidden, texts, wording
from vendorcheck.rulebook import load_rulebook, survey

FORBIDDEN = forbidden()


def _caught(entry: dict[str, Any], text: str) -> bool:
    return re.search(entry["pattern"], text, re.IGNORECASE) is not None


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(survey([]), date(2026, 11, 21))


def test_no_text_says_what_is_forbidden(book: Book) -> None:
    assert list(wording(book)) == []


@pytest.mark.parametrize("entry", FORBIDDEN, ids=lambda entry: entry["id"])
def test_every_entry_holds_some_texts(entry: dict[str, Any], book: Book) -> None:
    assert any(not text.groups.isdisjoint(entry["in"]) for text in texts(book))


@pytest.mark.parametrize(
    ("entry", "sentence"), [(entry, sentence) for entry in FORBIDDEN for sentence in entry["catches"]]
)
def test_what_is_forbidden_is_caught(entry: dict[str, Any], sentence: str) -> None:
    assert _caught(entry, sentence)


@pytest.mark.parametrize(
    ("entry", "sentence"), [(entry, sentence) for entry in FORBIDDEN for sentence in entry["passes"]]
)
def test_what_is_allowed_is_let_pass(entry: dict[str, Any], sentence: str) -> None:
    assert not _caught(entry, sentence)


def test_the_words_of_retained_counsel_are_said_by_counsel() -> None:
    claims = [claim for claim in load_rulebook().claims.values() if claim.standing == "retained_counsel_statement"]
    by_others = [claim.id for claim in claims if not re.search("counsel|review", claim.asserted_by, re.IGNORECASE)]
    for_the_company = [claim.id for claim in claims if re.match("(Hikvision|The company) (says|said)", claim.statement)]
    assert claims
    assert (by_others, for_the_company) == ([], [])
