"""The words of a heading, in order."""

import re

from vendorcheck.readers.headings.lexicon import Word, lexicon, look_up
from vendorcheck.readers.headings.runs import exactly, similar, taken_apart

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|er|e|a|o)?")

#: A shorter run of parted letters may be anything.
_LEAST_PARTED = 5


def words_of(normal: str) -> list[Word]:
    """Return the words of a normal heading; numbers and ordinals are left out."""
    texts = _texts(normal)
    found: list[Word] = []
    while texts:
        words, length = _first(texts)
        found += words
        del texts[:length]
    return found


def all_known(normal: str) -> bool:
    """Return whether every word of a normal heading is one that is known, as it is spelled."""
    texts = _texts(normal)
    known = bool(texts)
    while texts and known:
        word, length = _longest(texts)
        known = word is not None or bool(exactly(texts[0]))
        del texts[:length]
    return known


def _texts(normal: str) -> list[str]:
    return [text for text in normal.split() if not _ORDINAL.fullmatch(text)]


def _longest(texts: list[str]) -> tuple[Word | None, int]:
    """The longest word that texts begin with, and how many texts it is; one where there is none."""
    for length in range(min(len(texts), lexicon().longest), 0, -1):
        word = look_up(lexicon().words, " ".join(texts[:length])) or _parted(texts[:length])
        if word:
            return word, length
    return None, 1


def _first(texts: list[str]) -> tuple[list[Word], int]:
    """The words that texts begin with, and how many texts they are; a slip may have cut a word in two."""
    word, length = _longest(texts)
    if word:
        return [word], length
    words = taken_apart(texts[0])
    if words[0].sense == "unknown" and len(texts) > 1:
        joined = similar(texts[0] + texts[1])
        if joined:
            return [joined], 2
    return words, 1


def _parted(texts: list[str]) -> Word | None:
    """A word that a capital inside it parted, as in "SparkFun"."""
    run = "".join(texts)
    return lexicon().runs.get(run) if len(texts) > 1 and len(run) >= _LEAST_PARTED else None
