"""Two names laid side by side: which words agree and how, and which are left over."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple

from vendorcheck.resolve.similar.native import is_han
from vendorcheck.resolve.similar.pieces import NameWord
from vendorcheck.resolve.similar.spelling import one_edit, slip_of_the_hand, sound_alike
from vendorcheck.resolve.words import frequency

How = Literal["equal", "written together", "sounds alike", "one letter", "abbreviated", "initials"]

#: Words shorter than this, in letters, are never taken for a misspelling or another romanisation of each other.
MIN_ALIKE = 5

#: A word with one letter less than that may be a misspelt one.
MIN_MISSPELT = 4

#: Words shorter than this, in letters, have no sound that tells them apart.
MIN_SOUND = 3

#: A table word is taken for misspelt only from so many letters on: "exports" is no slip for "experts".
MIN_TABLE_ALIKE = 6

#: A word that so many of the counted companies have is a word of its own and no slip for another such word.
COMMON = 3

#: How many words may be written as one.
MAX_TOGETHER = 4

#: From so many letters on, words written together may hold one slip.
MIN_TOGETHER_ALIKE = 9

#: An abbreviation has so many letters or more: two abbreviate anything.
MIN_ABBREVIATION = 3

#: How many letters one romanisation of a word may have more than another.
MAX_LONGER = 5

#: Initials stand for so many words or more.
MIN_INITIALS = 3


class Pair(NamedTuple):
    """Words that agree, from either name."""

    how: How
    ones: tuple[NameWord, ...]
    others: tuple[NameWord, ...]

    @property
    def is_distinctive(self) -> bool:
        """Whether a word of its own, and not only words that any firm may use, stands on either side."""
        return any(word.kind == "distinctive" for word in (*self.ones, *self.others))


class Alignment(NamedTuple):
    """The pairs of two names, and the words of each that are left over."""

    pairs: tuple[Pair, ...]
    left: tuple[NameWord, ...]
    right: tuple[NameWord, ...]


def align(ones: Sequence[NameWord], others: Sequence[NameWord]) -> Alignment:
    """Return two names side by side: equal words first, then words written together, then words that are alike."""
    left, right = list(ones), list(others)
    pairs: list[Pair] = []
    for agreeing in _PASSES:
        if not left or not right:
            break
        pairs += agreeing(left, right)
    return Alignment(tuple(pairs), _counting(left), _counting(right))


def _counting(words: Sequence[NameWord]) -> tuple[NameWord, ...]:
    return tuple([word for word in words if word.kind != "stop"])


def _pairs(
    agree: Callable[[NameWord, NameWord], bool], how: How, left: list[NameWord], right: list[NameWord]
) -> Iterator[Pair]:
    for one in tuple(left):
        for other in right:
            if agree(one, other):
                left.remove(one)
                right.remove(other)
                yield Pair(how, (one,), (other,))
                break


def _equal(one: NameWord, other: NameWord) -> bool:
    """Whether two words are one; of two in Han signs the signs must be, since many are read alike."""
    if one.key != other.key:
        return False
    return one.kind != "distinctive" or one.raw == other.raw or not (is_han(one.raw) and is_han(other.raw))


def _abbreviated(one: NameWord, other: NameWord) -> bool:
    """Whether one is the beginning of the other, which is a word that any firm may use."""
    short, long = (one, other) if len(one.raw) < len(other.raw) else (other, one)
    return (
        long.raw.startswith(short.raw)
        and short.kind == "distinctive"
        and long.kind in ("business", "generic")
        and MIN_ABBREVIATION <= len(short.raw) < len(long.raw) - 1
        and frequency(short.raw) < COMMON
    )


def _sounds_alike(one: NameWord, other: NameWord) -> bool:
    return (
        min(len(one.letters), len(other.letters)) >= MIN_SOUND
        and abs(len(one.letters) - len(other.letters)) <= MAX_LONGER
        and _may_be_misspelt(one, other)
        and sound_alike(one.letters, other.letters)
    )


def _misspelt(one: NameWord, other: NameWord) -> bool:
    ones, its = one.letters, other.letters
    return (
        abs(len(ones) - len(its)) <= 1
        and len(ones) >= MIN_MISSPELT
        and len(its) >= MIN_MISSPELT
        and max(len(ones), len(its)) >= MIN_ALIKE
        and min(len(one.raw), len(other.raw)) >= MIN_MISSPELT
        and one_edit(ones, its)
        and (ones[0] == its[0] or slip_of_the_hand(ones, its))
        and _may_be_misspelt(one, other)
    )


def _may_be_misspelt(one: NameWord, other: NameWord) -> bool:
    """Whether not both are known to be words of their own, none is a number, and not both are in Han signs."""
    if not (one.key.isalpha() and other.key.isalpha()) or (is_han(one.raw) and is_han(other.raw)):
        return False
    if one.kind == "distinctive" and other.kind == "distinctive":
        return frequency(one.letters) < COMMON or frequency(other.letters) < COMMON
    return "distinctive" in (one.kind, other.kind)


def _together(left: list[NameWord], right: list[NameWord]) -> Iterator[Pair]:
    """Words of one name that are one word in the other."""
    yield from (Pair("written together", run, (word,)) for run, word in _runs(left, right))
    yield from (Pair("written together", (word,), run) for run, word in _runs(right, left))


def _runs(parts: list[NameWord], wholes: list[NameWord]) -> Iterator[tuple[tuple[NameWord, ...], NameWord]]:
    for whole in tuple(wholes):
        run = _run(parts, whole)
        if run:
            wholes.remove(whole)
            for word in run:
                parts.remove(word)
            yield run, whole


def _run(parts: Sequence[NameWord], whole: NameWord) -> tuple[NameWord, ...]:
    """Words that stand one after another and make the whole; none where there are none."""
    for start in range(len(parts) - 1):
        for end in range(start + 2, min(start + MAX_TOGETHER, len(parts)) + 1):
            if _make(parts[start:end], whole):
                return tuple(parts[start:end])
    return ()


def _make(parts: Sequence[NameWord], whole: NameWord) -> bool:
    written = "".join([word.letters for word in parts])
    if written in (whole.key, whole.raw):
        return True
    if whole.kind != "distinctive" or len(written) < MIN_TOGETHER_ALIKE:
        return False
    return abs(len(written) - len(whole.key)) <= MAX_LONGER and sound_alike(written, whole.letters)


def _initials(left: list[NameWord], right: list[NameWord]) -> Iterator[Pair]:
    """A word of one name that is made of the initials of all that is left of the other."""
    for short, long in ((left, right), (right, left)):
        words = tuple(word for word in long if word.kind != "stop")
        initials = "".join(word.raw[0] for word in words)
        one = next((word for word in short if word.kind == "distinctive" and word.raw == initials), None)
        if one and len(words) >= MIN_INITIALS:
            short.remove(one)
            long.clear()
            yield Pair("initials", (one,), words) if short is left else Pair("initials", words, (one,))


#: What is looked for, one after another, among the words that are left.
_PASSES: tuple[Callable[[list[NameWord], list[NameWord]], Iterator[Pair]], ...] = (
    partial(_pairs, _equal, "equal"),
    _together,
    partial(_pairs, _abbreviated, "abbreviated"),
    partial(_pairs, _sounds_alike, "sounds alike"),
    partial(_pairs, _misspelt, "one letter"),
    _initials,
)
