"""Words that many firms have in their names, or that say what a thing is, where it comes from or what it is for."""

from collections.abc import Iterator, Mapping
from typing import Any

from vendorcheck.lint.book import Book
from vendorcheck.resolve.folding import folded
from vendorcheck.resolve.words.senses import word_table

_SENSES = {
    "business": "a word for a business",
    "generic": "a generic word",
    "place": "a place",
    "country": "a country",
    "stop": "a word that says nothing",
    "number": "a number",
    "branch": "a word for a branch",
}


class CommonWords:
    """The ordinary words of names, and those of the rulebook's vocabulary."""

    def __init__(self, book: Book) -> None:
        """Take the words of every vocabulary record of the book."""
        self._vocabulary = {
            folded(word): said for record in book.all("vocabulary") for said, word in _words(record.value)
        }
        self._ordinary = word_table()

    def said_of(self, key: str) -> str | None:
        """Return what a folded name is besides a name; None where no table has it."""
        word = self._ordinary.get(key)
        return _SENSES[word.kind] if word else self._vocabulary.get(key)


def _words(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for part in ("generic", "things", "resold", "subordinators"):
        yield from (("a generic word of the vocabulary", word) for word in value.get(part, ()))
    yield from (("a distributor of the vocabulary", word) for word in value.get("distributors", ()))
    for part, said in (("equipment", "a word for equipment"), ("purposes", "a word for a purpose")):
        yield from ((said, word) for item in value.get(part, ()) for word in item["words"])
    yield from (("a country", word) for names in value.get("countries", {}).values() for word in names)
