"""What a name is found by: the words of its own together, with neighbours also written as one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from vendorcheck.resolve.index.hashes import LARGEST, hash_of
from vendorcheck.resolve.similar.parsed import Name
from vendorcheck.resolve.similar.pieces import NameWord, joined_word

#: Names without a word of their own are found by so many others, or more.
MIN_DESCRIBING = 2

#: What tells names without a word of their own apart, from the least to the most that may be missing.
_DESCRIBING = (
    ("business", "place", "country", "number", "generic", "form"),
    ("business", "place", "country", "number"),
    ("business", "place", "number"),
)

#: Kinds of words in which two names of one company may not differ on both sides, and the other kinds but its own.
_OF_MASK = ("business", "generic")
_OF_REST = ("place", "country", "number", "form")

#: The mask of a name that is found by a second one as well: it may agree with any.
ANY_MASK = 2**64 - 1

_BITS = 63

#: How many hashes of words are kept.
_KEPT = 50_000


class Arrangement(NamedTuple):
    """A way to write a name: its words, which of them are its own, and the own word that was two or more before."""

    words: Sequence[NameWord]
    own: Sequence[NameWord]
    joined: str = ""


def arrangements(name: Name) -> Iterator[Arrangement]:
    """Yield the ways in which the words of a name may be written: as they are, without brackets, two as one."""
    words = name.words
    yield _arranged(words)
    if name.is_too_long:
        return
    if any([word.aside for word in words]):  # noqa: C419 - a list is quicker to make than a generator
        yield _arranged([word for word in words if not word.aside])
    for at in range(len(words) - 1):
        yield _joined(words[at : at + 2], words[:at] + words[at + 2 :])
    own = [word for word in words if word.kind == "distinctive"]
    if len(own) > 2:  # noqa: PLR2004 - two neighbours were joined above
        yield _joined(own, ())


def _arranged(words: Sequence[NameWord], joined: str = "") -> Arrangement:
    return Arrangement(words, [word for word in words if word.kind == "distinctive"], joined)


def _joined(two: Sequence[NameWord], words: tuple[NameWord, ...]) -> Arrangement:
    word = joined_word(two)
    return _arranged(words, word.key) if word.kind == "distinctive" else _arranged((*words, word))


def signatures(arrangement: Arrangement) -> Iterable[int]:
    """Return the hashes by which a name is found: the sum of those of its own words; without any, by the others."""
    words, own, joined = arrangement
    if not own and not joined:
        return map(_of_others, _describing(words))
    added = sum([own_hash(word.key) for word in own])
    return ((added + own_hash(joined) & LARGEST if joined else added & LARGEST),)


def spelt(arrangement: Arrangement, own: Sequence[NameWord]) -> Iterable[int]:
    """Return the signatures of an arrangement with other spellings of its own words, which may be words of a table."""
    others = [word for word in arrangement.words if word.kind != "distinctive"]
    return signatures(_arranged((*own, *others), arrangement.joined))


@lru_cache(maxsize=_KEPT)
def own_hash(key: str) -> int:
    """Return what a word of its own adds to the signature of a name."""
    return hash_of(key.encode())


def _describing(words: Sequence[NameWord]) -> Iterable[tuple[str, ...]]:
    seen: dict[tuple[str, ...], None] = {}
    for kinds in _DESCRIBING:
        describing = tuple(sorted(f"{word.kind}:{word.key}" for word in words if word.kind in kinds))
        if describing and (len(describing) >= MIN_DESCRIBING or not seen):
            seen[describing] = None
    return seen


def _of_others(words: Iterable[str]) -> int:
    return hash_of("\x1f".join(words).encode())


def mask(name: Name) -> int:
    """Return a bit, of 64, for each business and generic word of a name."""
    return _bits(word.key for word in name.words if word.kind in _OF_MASK)


def rest(name: Name) -> int:
    """Return a bit, of 64, for each place, country and number of a name, and each legal form."""
    words = (word.key for word in name.words if word.kind in _OF_REST)
    return _bits((*words, *(form.name for form in name.forms)))


def _bits(words: Iterable[str]) -> int:
    return reduce(or_, (1 << (hash_of(word.encode()) & _BITS) for word in words), 0)


def may_agree(ones: int, others: int, *, exactly: bool) -> bool:
    """Return whether names with these masks may be one: not where both have words that the other lacks.

    `exactly` asks for the same words in both.
    """
    if exactly:
        return others in (ones, ANY_MASK)
    return not (ones & ~others and others & ~ones)
