"""The ordinary words of company names with their senses, from `words.txt` and `places.txt`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from vendorcheck.resolve.words.tables import lines_of

#: What an ordinary word of a company's name says.
Kind = Literal["business", "generic", "place", "country", "stop", "number", "branch"]

#: Files of words, and what marks a word that says nothing about who a firm is, even beside a listed name.
_FILES, _PLAIN = ("words.txt", "countries.txt", "places.txt"), " +"


class Word(NamedTuple):
    """What a word stands for; translations, inflections and abbreviations of a word share its sense.

    The sense of a country is its ISO 3166 code in lower case, of a place its English name, of a number its digits.
    `home` is the country in which a place lies; a `plain` word says nothing about who a firm is, even beside the name
    of a listed party.
    """

    kind: Kind
    sense: str
    home: str | None = None
    plain: bool = False


@cache
def word_table() -> Mapping[str, Word]:
    """Return every spelling of an ordinary word, its folded tokens parted by a blank."""
    table: dict[str, Word] = {}
    for name in _FILES:
        _read(name, table)
    return MappingProxyType(table)


def _read(name: str, table: dict[str, Word]) -> None:
    kind, home = "", None
    for line in lines_of(name):
        if line.startswith("["):
            kind, _, country = line[1:-1].partition(" ")
            home = country or None
            continue
        sense, _, spellings = line.partition(": ")
        word = Word(cast("Kind", kind), sense.removesuffix(_PLAIN), home, sense.endswith(_PLAIN))
        table.update(dict.fromkeys(spellings.split(", "), word))
