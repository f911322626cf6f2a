"""The vocabulary of headings, from `headings.txt`."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeVar

from vendorcheck.model.bom import ROLES, Role
from vendorcheck.readers.headings.text import without_accents, without_umlauts

T = TypeVar("T")

#: Languages that say first what is meant: "fabricante del producto", against "product manufacturer".
_MEANT_FIRST = frozenset(
    (
        "ar",
        "bg",
        "cs",
        "el",
        "es",
        "fr",
        "he",
        "hr",
        "id",
        "it",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "th",
        "uk",
        "vi",
    )
)

#: A shorter spelling without its accents is often another word: "số" and "SO", "ár" and "AR".
_PLAIN_FROM = 5


class Entry(NamedTuple):
    """Spellings under their section and language."""

    section: str
    language: str
    spellings: list[str]


class Word(NamedTuple):
    """A word of a heading, the role or kind of word that it stands for, and the languages that have it."""

    spelling: str
    sense: str
    languages: frozenset[str] = frozenset()

    @property
    def meant_first(self) -> bool:
        """Whether only such languages have it as say first what is meant."""
        return bool(self.languages) and self.languages <= _MEANT_FIRST


class Lexicon(NamedTuple):
    """Whole headings with their roles, words, words without their spaces; and how many words the longest has."""

    headings: dict[str, tuple[Role, ...]]
    words: dict[str, Word]
    runs: dict[str, Word]
    longest: int


@cache
def lexicon() -> Lexicon:
    """Return the vocabulary; of two meanings the first keeps a spelling."""
    headings: dict[str, tuple[Role, ...]] = {}
    senses: dict[str, str] = {}
    languages: dict[str, frozenset[str]] = {}
    for section, language, spellings in _last_first():
        sense, mine = section.removeprefix("word "), frozenset((language,))
        if sense == section:
            headings.update(dict.fromkeys(spellings, _roles(section)))
        if sense != section or section in ROLES:
            senses.update(dict.fromkeys(spellings, sense))
            for spelling in spellings:
                languages[spelling] = languages.get(spelling, mine) | mine
    words = {spelling: Word(spelling, sense, languages[spelling]) for spelling, sense in senses.items()}
    runs = {spelling.replace(" ", ""): word for spelling, word in words.items()}
    _add_plain(headings)
    _add_plain(words)
    _add_plain(runs)
    return Lexicon(headings, words, runs, max(spelling.count(" ") for spelling in words) + 1)


def entries() -> Iterator[Entry]:
    """Yield what stands in `headings.txt`, in its order."""
    data = (pkgutil.get_data(__package__, "headings.txt") or b"").decode("utf-8")
    section = language = ""
    for line in data.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line.startswith(" "):
            section = line.rstrip(":")
            continue
        label, colon, rest = line.partition(": ")
        language = label.strip() if colon else language
        yield Entry(section, language, (rest if colon else line).strip().split(" | "))


def whole(text: str) -> tuple[Role, ...] | None:
    """Return the roles of a normal heading that is known as a whole; `None` where it is not."""
    return look_up(lexicon().headings, text)


def look_up(table: dict[str, T], text: str) -> T | None:
    """Return what a spelling stands for, with or without its accents; `None` where it is not known."""
    found = table.get(text)
    return table.get(without_accents(text)) if found is None and len(text) >= _PLAIN_FROM else found


def _last_first() -> list[Entry]:
    """The entries, the first last, since it keeps its spellings: those of words, then those of headings."""
    found = list(entries())
    found.reverse()
    found.sort(key=lambda entry: entry.section.startswith("word "))
    return found


@cache
def _roles(section: str) -> tuple[Role, ...]:
    """The roles that a section is named by; none for headings that mean nothing."""
    named = section.split(" + ")
    return tuple(role for role in ROLES if role in named and role != "ignored")


def _add_plain(table: dict[str, T]) -> None:
    """Add every spelling without its accents, and with its umlauts in two letters, where that is not another's."""
    accented = [spelling for spelling in table if not spelling.isascii() and len(spelling) >= _PLAIN_FROM]
    for plain in (without_accents, without_umlauts):
        for spelling in accented:
            table.setdefault(plain(spelling), table[spelling])
