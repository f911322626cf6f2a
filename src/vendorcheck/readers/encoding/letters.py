"""What it costs to believe that a text is written in an alphabet or a script, and from which cost on it is none."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from vendorcheck.readers.encoding.alphabets import (
    NOT_BEFORE_VOWELS,
    SIGNS,
    UNITS,
    VOWELS,
    WIDE_SIGNS,
    Alphabet,
    Script,
)

#: One reading is clearly likelier than another when it costs so much less, in nats.
MARGIN = 2.5

#: Characters beyond ASCII that cost more than this on average were not written in any alphabet that is known.
PLAUSIBLE = 6.0

#: What a character of two bytes costs that everybody learns and hardly a bill holds.
_ORDINARY = 9.8

_FOREIGN, _LOST = 12.0, 18.0
VOWELS_TOGETHER, CONSONANTS_TOGETHER = 0.8, 0.3

#: What may stand beside a letter: a sign or nothing, a Latin letter, a letter beyond ASCII.
_SIGN, _LATIN, _OTHER = range(3)


class _Place(NamedTuple):
    """A character, the kinds of its neighbours, and what they cost it."""

    sign: str
    before: int
    after: int
    extra: float


class Judged(NamedTuple):
    """What it costs to believe in a text, in nats, and what it may cost at most."""

    cost: float
    bound: float


def in_alphabets(text: str, alphabets: Iterable[tuple[Alphabet, float]]) -> Judged:
    """Return what a text costs in the likeliest of these alphabets, each with how unlikely it is by itself."""
    places = Counter(_places(text))
    return min(Judged(extra + _cost_of_all(places, each), _bound(places, each, extra)) for each, extra in alphabets)


def in_script(text: str, script: Script) -> Judged:
    """Return what a text costs in a script of two bytes to a character."""
    signs = Counter(sign for sign in text if not sign.isascii())
    cost = script.cost + sum(count * _wide_cost(sign, script) for sign, count in signs.items())
    return Judged(cost, _ORDINARY * signs.total() - MARGIN)  # one character alone is no word


def _bound(places: Mapping[_Place, int], alphabet: Alphabet, extra: float) -> float:
    """What a text may cost at most, in an encoding that is so unlikely by itself.

    Letters that make whole words must be clearly likelier than letters drawn blindly: any bytes are some letters.
    """
    total = sum(places.values())
    if not alphabet.runs:
        return PLAUSIBLE * total
    letters = sum(count for place, count in places.items() if place.sign.lower() in _letters(alphabet))
    return _blind(alphabet) * letters + PLAUSIBLE * (total - letters) + extra - MARGIN


def _cost_of_all(places: Mapping[_Place, int], alphabet: Alphabet) -> float:
    return sum(count * _cost(place, alphabet) for place, count in places.items())


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


@cache
def _blind(alphabet: Alphabet) -> float:
    """What a letter costs on average that is as likely to be any of its alphabet."""
    costs = _letters(alphabet).values()
    return sum(costs) / len(costs)


def _wide_cost(sign: str, script: Script) -> float:
    if sign in _common(script):
        return -log(0.75 / len(_common(script)))
    if sign in WIDE_SIGNS or sign in SIGNS:
        return 6.0
    if not sign.isprintable() or sign == "\ufffd":
        return _LOST
    first = sign.encode(script.encoding, "replace")[0]
    return _ORDINARY if script.ordinary[0] <= first <= script.ordinary[1] else 15.0


@cache
def _common(script: Script) -> frozenset[str]:
    return frozenset(script.common)
