"""Which encoding text that is not UTF-8 was written in, judged by the letters it would hold in each."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from vendorcheck.readers.encoding.alphabets import (
    ALPHABETS,
    NOT_BEFORE_VOWELS,
    SCRIPTS,
    SIGNS,
    UNITS,
    VOWELS,
    WIDE_SIGNS,
    Alphabet,
    Script,
)
from vendorcheck.readers.headings import normal_heading, spellings

#: The best encoding must be this much likelier than the next that reads the text otherwise, in nats.
MARGIN = 2.5

#: Bytes beyond ASCII that cost more than this on average were not written in any alphabet that is known.
PLAUSIBLE = 6.0

#: So many bytes of distinct words are enough.
ENOUGH = 600

#: Headings stand on one of the first so many lines beyond ASCII, if they are beyond it.
HEADINGS = 3

#: What parts words: signs that are never the second byte of a character of two.
_between_words = re.compile(rb"[\x00-\x2c]+").split

_ASCII, _FOREIGN, _LOST = log(90), 12.0, 18.0
_KNOWN_HEADING = 6.0
VOWELS_TOGETHER, CONSONANTS_TOGETHER = 0.8, 0.3


#: What may stand beside a letter: a sign or nothing, a Latin letter, a letter beyond ASCII.
_SIGN, _LATIN, _OTHER = range(3)


class Guess(NamedTuple):
    """An encoding, and whether the text speaks for it clearly."""

    encoding: str
    sure: bool


class _Place(NamedTuple):
    """A character, the kinds of its neighbours, and what they cost it."""

    sign: str
    before: int
    after: int
    extra: float


class _Reading(NamedTuple):
    cost: float
    encoding: str
    text: str


def guess(sample: bytes) -> Guess:
    """Return the encoding in which lines with characters beyond ASCII make most sense."""
    words = _words(sample)
    readings = list(_readings(words, b"\n".join(sample.splitlines()[:HEADINGS])))
    likeliest = min(readings)
    best = next(each for each in readings if each.text == likeliest.text)  # of encodings that agree, the commonest
    other = min((each for each in readings if each.text != best.text), default=None)
    clear = other is None or other.cost - likeliest.cost >= MARGIN
    beyond = len(words) - sum(map(str.isascii, best.text))
    return Guess(best.encoding, sure=clear and likeliest.cost - _ascii_cost(best.text) <= PLAUSIBLE * beyond)


def _words(sample: bytes) -> bytes:
    """The distinct words beyond ASCII, up to a bound: what is said twice is said once."""
    words: dict[bytes, None] = {}
    size = 0
    for word in _between_words(sample):
        if not word.isascii() and word not in words and size < ENOUGH:
            words[word] = None
            size += len(word)
    return b" ".join(words)


def _readings(words: bytes, headings: bytes) -> Iterator[_Reading]:
    """The words in every encoding, with what it costs to believe in them."""
    for encoding, alphabets in _single().items():
        text = words.decode(encoding, "replace")
        places = Counter(_places(text))
        cost = min(extra + _cost_of_all(places, alphabet) for alphabet, extra in alphabets)
        yield _Reading(cost + _ascii_cost(text) - _known_headings(headings, encoding), encoding, text)
    for script in SCRIPTS:
        text = words.decode(script.encoding, "replace")
        signs = Counter(sign for sign in text if not sign.isascii())
        cost = script.cost + sum(count * _wide_cost(sign, script) for sign, count in signs.items())
        yield _Reading(cost + _ascii_cost(text) - _known_headings(headings, script.encoding), script.encoding, text)


def _cost_of_all(places: Mapping[_Place, int], alphabet: Alphabet) -> float:
    return sum(count * _cost(place, alphabet) for place, count in places.items())


@cache
def _single() -> dict[str, list[tuple[Alphabet, float]]]:
    found: dict[str, list[tuple[Alphabet, float]]] = {}
    for alphabet in ALPHABETS:
        for encoding, cost in alphabet.encodings:
            found.setdefault(encoding, []).append((alphabet, cost))
    return found


def _ascii_cost(text: str) -> float:
    return _ASCII * sum(map(str.isascii, text))


def _known_headings(headings: bytes, encoding: str) -> float:
    """What speaks for an encoding: headings beyond ASCII that are known."""
    cells = (cell for line in headings.decode(encoding, "replace").splitlines() for cell in _cells(line))
    known = spellings()
    return _KNOWN_HEADING * sum(1 for cell in cells if _is_foreign(cell) and normal_heading(cell) in known)


def _is_foreign(cell: str) -> bool:
    """Whether more than one letter is beyond ASCII: a single one is easily a heading by chance."""
    return sum(1 for sign in cell if not sign.isascii()) > 1


def _cells(line: str) -> Iterable[str]:
    for sign in ";\t|":
        line = line.replace(sign, ",")
    return line.split(",")


def _places(text: str) -> Iterator[_Place]:
    for at, sign in enumerate(text):
        if not sign.isascii():
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            yield _Place(sign, _kind(before), _kind(after), _case(before, sign) + _turns(before, sign, after))


def _case(before: str, sign: str) -> float:
    """What the case of a letter costs after the one before it."""
    if not sign.isupper():
        return 0.0
    return 6.0 if before.islower() else 0.1 if before.isupper() else 1.2


def _turns(before: str, sign: str, after: str) -> float:
    """What it costs that vowels or consonants follow each other, for they take turns more often than not."""
    vowel = _is_vowel(sign)
    cost = VOWELS_TOGETHER if vowel else CONSONANTS_TOGETHER
    found = cost * sum(1 for other in (before, after) if other.isalpha() and _is_vowel(other) == vowel)
    return found + 4.0 if sign in NOT_BEFORE_VOWELS and after and _is_vowel(after) else found


@lru_cache(maxsize=1024)
def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter.lower())[0] in VOWELS


def _kind(sign: str) -> int:
    if not sign.isalpha():
        return _SIGN
    return _LATIN if sign.isascii() else _OTHER


def _cost(place: _Place, alphabet: Alphabet) -> float:
    """What it costs to believe that a character stands where it stands in a text of this alphabet."""
    sign, before, after, extra = place
    if sign in SIGNS and _SIGN in (before, after):
        return 3.0 if sign in UNITS and before != _SIGN else min(5.0, _letters(alphabet).get(sign, 5.0) + extra)
    cost = _letters(alphabet).get(sign.lower())
    if cost is not None:
        if alphabet.runs:
            return cost + extra + 3 * (before == _LATIN) + 3 * (after == _LATIN) + 1.5 * (before == after == _SIGN)
        return cost + extra + 1.5 * (before == _OTHER) + 2 * (before == after == _SIGN)
    if sign in SIGNS:
        return 12.0
    return _LOST if not sign.isprintable() or sign == "\ufffd" else _FOREIGN


@cache
def _letters(alphabet: Alphabet) -> dict[str, float]:
    """What each letter costs: the last is forty times as rare as the first."""
    step = log(40) / len(alphabet.letters)
    weights = {letter: 2.718281828 ** (-step * at) for at, letter in enumerate(alphabet.letters)}
    total = sum(weights.values())
    return {letter: -log(0.9 * weight / total) for letter, weight in weights.items()}


def _wide_cost(sign: str, script: Script) -> float:
    if sign in _common(script):
        return -log(0.75 / len(_common(script)))
    if sign in WIDE_SIGNS or sign in SIGNS:
        return 6.0
    if not sign.isprintable() or sign == "\ufffd":
        return _LOST
    first = sign.encode(script.encoding, "replace")[0]
    return 9.8 if script.ordinary[0] <= first <= script.ordinary[1] else 15.0


@cache
def _common(script: Script) -> frozenset[str]:
    return frozenset(script.common)
