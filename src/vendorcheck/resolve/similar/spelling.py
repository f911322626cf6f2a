"""Spellings of one word: how it sounds across romanisations, and which words are one slip of the hand away."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

from vendorcheck.resolve.similar.syllables import chinese_sound

#: Letters and groups of letters that romanisations of one sound share, the longest first; a capital is a sound of its
#: own. One pass from left to right: "tch" is never read as "t" and "ch".
_SOUNDS = (
    ("shch", "S"),
    ("tsch", "C"),
    ("dsch", "J"),
    ("witz", "viC"),
    ("wicz", "viC"),
    ("vitch", "viC"),
    ("witch", "viC"),
    ("vich", "viC"),
    ("vits", "viC"),
    ("vic", "viC"),
    ("sch", "S"),
    ("tch", "C"),
    ("dzh", "J"),
    ("eye", "ee"),
    ("eje", "ee"),
    ("aye", "ae"),
    ("oye", "oe"),
    ("sh", "S"),
    ("ch", "C"),
    ("cz", "C"),
    ("zh", "Z"),
    ("dj", "J"),
    ("kh", "h"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("bh", "b"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("yo", "e"),
    ("ts", "c"),
    ("tz", "c"),
    ("qu", "kv"),
    ("ah", "a"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
)
_SOUND_OF = dict(_SOUNDS)


def _by_first_letter(spellings: Iterable[str]) -> str:
    """An expression of spellings in their order; where a letter begins none, they are not tried one by one."""
    ends: dict[str, list[str]] = {}
    for spelling in spellings:
        ends.setdefault(spelling[0], []).append(spelling[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in ends.items())


_SPELT = re.compile(_by_first_letter(_SOUND_OF))

#: Begins how a word sounds with its vowels taken loosely.
_LOOSELY = "~"

#: Begins how a Chinese word sounds in pinyin and in Wade-Giles.
_CHINESE = "zh:"

#: Begins how a Korean word sounds in either romanisation, and what no Korean word has.
_KOREAN_HEARD = "ko:"
_NOT_KOREAN = re.compile("[fqvxz]|(?<!n)g$")
_NO_KOREAN_END = frozenset("bcdfhjqrsvwxyz")

#: Letters that stand for different sounds in different languages, and the other way in which they are read.
_AMBIGUOUS = (
    ("ch", "kh"),
    ("j", "zh"),
    ("q", "gh"),
    ("ck", "k"),
    ("c", "ts"),
    ("hs", "x"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
)
_IS_AMBIGUOUS = re.compile("[cjq]|hs|[aou]e")
_KOREAN_VOWEL = re.compile("eo|eu|oo|u")
_KOREAN = str.maketrans("kptr", "gbdl")

#: Shorter words, in letters, are compared by their sound only as it is.
MIN_LOOSE = 4

#: The bound of the cache of sounds, in words.
_KEPT = 20_000

#: Longer words, in letters, are not read aloud, and no word is read in more ways: both bound what a word can cost.
MAX_READ, MAX_READINGS = 60, 16


@lru_cache(maxsize=_KEPT)
def sound(word: str) -> str:
    """Return what the romanised spellings of one word share; meant for words of five letters and more."""
    return _once(_SPELT.sub(_heard, word))


def _heard(spelt: re.Match[str]) -> str:
    return _SOUND_OF[spelt[0]]


@lru_cache(maxsize=_KEPT)
def sounds(word: str) -> frozenset[str]:
    """Return how a word may sound, by each reading of its letters; words of four letters and more also loosely."""
    if len(word) > MAX_READ:
        return frozenset()
    heard = {sound(reading) for reading in _readings(word)}
    if len(word) >= MIN_LOOSE:
        heard.update([_LOOSELY + _loosely(one) for one in heard])
        chinese = chinese_sound(word)
        heard.update((_CHINESE + chinese,) if chinese else ())
        heard.update((_KOREAN_HEARD + _korean(word),) if _may_be_korean(word) else ())
    return frozenset(heard)


def sound_alike(one: str, other: str) -> bool:
    """Return whether two words share a sound."""
    return not sounds(one).isdisjoint(sounds(other))


def _readings(word: str) -> list[str]:
    """The ways in which the letters are read that languages write differently: "Suchoj" is "Sukhoy"."""
    readings = [word]
    if not _IS_AMBIGUOUS.search(word):
        return readings
    for letters, otherwise in _AMBIGUOUS:
        if letters in word and len(readings) < MAX_READINGS:
            readings += [reading.replace(letters, otherwise) for reading in readings]
    return readings


def _loosely(heard: str) -> str:
    """Arabic, Persian and Hebrew names are written with whichever vowels the writer hears."""
    return _once(heard.replace("e", "i").replace("o", "u").replace("ai", "i"))


def _may_be_korean(word: str) -> bool:
    return word[-1] not in _NO_KOREAN_END and not _NOT_KOREAN.search(word)


def _korean(word: str) -> str:
    """The two romanisations of Korean differ in their consonants (k/g, p/b, t/d, ch/j) and two vowels."""
    return _once(_KOREAN_VOWEL.sub("o", word).replace("ch", "j").translate(_KOREAN))


def _once(word: str) -> str:
    """A word in which no letter stands twice in a row."""
    for letter, after in pairwise(word):
        if letter == after:
            return "".join(map(itemgetter(0), groupby(word)))
    return word


def one_edit(one: str, other: str) -> bool:
    """Return whether a letter too many, too few or another one, or two neighbours swapped, parts two words."""
    if len(one) > len(other):
        one, other = other, one
    gap = len(other) - len(one)
    if gap > 1 or one == other:
        return False
    at = next((at for at, letter in enumerate(one) if other[at] != letter), len(one))
    if gap:
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped


def slip_of_the_hand(one: str, other: str) -> bool:
    """Return whether the one edit between two words is of the kind fingers make: a letter doubled or two swapped."""
    if len(one) == len(other):
        return sorted(one) == sorted(other)
    return _once(one) == _once(other)


def deletions(word: str) -> Iterator[str]:
    """Yield a word with each of its letters left out in turn."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
