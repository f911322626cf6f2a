"""Chinese syllables: names in pinyin lie so close together that a letter parts two firms."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

_FINALS = {
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ue v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
    "": "a ai an ang ao e ei en er o ou",
}
_PINYIN = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())

#: The syllables of Wade-Giles without its apostrophes, as it is printed.
_WG_INITIALS = "ch hs sh ts tz ss p t k f h l m n j y w s"
_WG_FINALS = (
    "iang iung uang ieh ien iao ang eng ing ung erh ueh uei uai uan ai an ao ei en ih ia in iu ou ua ui un uo a e i o u"
)
_WADE_GILES = frozenset(initial + final for initial in ("", *_WG_INITIALS.split()) for final in _WG_FINALS.split())

#: The letters of the longest syllable.
_LONGEST = 6

#: The bound of the cache, in words.
_KEPT = 20_000

#: How a Chinese word ends; and what it never has: "v" but after "l" and "n", and most consonants side by side.
_ENDS = frozenset("aeiouhngr")
_NOT_CHINESE = re.compile("(?<![ln])v|[bdfjkmpqrwxy][^aeiou]|l[^aeiouv]")

#: Letters of both romanisations that stand for one sound, or for sounds that Wade-Giles tells apart by an apostrophe.
_SHARED = (
    ("sh", "x"),
    ("hs", "x"),
    ("tz", "z"),
    ("ts", "z"),
    ("zh", "j"),
    ("ch", "j"),
    ("q", "j"),
    ("c", "z"),
    ("ien", "ian"),
    ("ieh", "ie"),
    ("ueh", "ue"),
    ("ung", "ong"),
    ("ih", "i"),
    ("p", "b"),
    ("t", "d"),
    ("k", "g"),
    ("r", "j"),
)


@lru_cache(maxsize=_KEPT)
def is_pinyin(word: str) -> bool:
    """Return whether a word can be cut into Chinese syllables from end to end."""
    return _may_be_chinese(word) and _is_made_of(_PINYIN, word)


def chinese_sound(word: str) -> str | None:
    """Return what a Chinese word in pinyin and in Wade-Giles share; None for a word that is in neither."""
    if not _may_be_chinese(word) or not (_is_made_of(_WADE_GILES, word) or is_pinyin(word)):
        return None
    for letters, heard in _SHARED:
        word = word.replace(letters, heard)
    return word


def _may_be_chinese(word: str) -> bool:
    return word[-1:] in _ENDS and not _NOT_CHINESE.search(word)


def _is_made_of(syllables: AbstractSet[str], word: str) -> bool:
    """Whether a word is one or more of these; an expression would try every way to cut "nanana" before it gave up."""
    cuts = {0}
    for at in range(len(word)):
        if at in cuts:
            ends = range(at + 1, min(at + _LONGEST, len(word)) + 1)
            cuts.update(end for end in ends if word[at:end] in syllables)
    return len(word) in cuts and bool(word)
