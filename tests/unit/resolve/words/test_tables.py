"""Every spelling is stored as a text folds, once, and every line is one of its table."""

import pkgutil

import pytest

from vendorcheck.resolve.folding import folded
from vendorcheck.resolve.words import form_table, word_table
from vendorcheck.resolve.words.tables import lines_of

WORD_FILES = ("words.txt", "countries.txt", "places.txt")


def spellings(name: str) -> list[str]:
    lines = (line for line in lines_of(name) if not line.startswith("["))
    separator = " | " if name == "legal_forms.txt" else ": "
    return [spelling for line in lines for spelling in line.rpartition(separator)[2].split(", ")]


@pytest.mark.parametrize("name", ["legal_forms.txt", *WORD_FILES])
def test_spellings_are_stored_folded(name: str) -> None:
    assert [spelling for spelling in spellings(name) if folded(spelling) != spelling] == []


@pytest.mark.parametrize("name", ["legal_forms.txt", *WORD_FILES])
def test_a_table_says_what_it_is_and_where_it_is_from(name: str) -> None:
    text = (pkgutil.get_data("vendorcheck.resolve.words", name) or b"").decode()
    header = [line for line in text.splitlines()[:14] if line.startswith("#")]
    assert len(header) > 3
    assert "# Source: " in " ".join(header)


def test_a_spelling_of_a_form_stands_once() -> None:
    listed = spellings("legal_forms.txt")
    assert sorted({spelling for spelling in listed if listed.count(spelling) > 1}) == []
    assert len(form_table()) == len(listed)


def test_a_word_stands_once_in_all_files() -> None:
    listed = [spelling for name in WORD_FILES for spelling in spellings(name)]
    assert len(word_table()) == len(set(listed)) == len(listed)
