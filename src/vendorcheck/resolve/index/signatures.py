"""What a name is found by: the words of its own together, with neighbours also written as one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from struct import pack

from vendorcheck.resolve.index.hashes import hash_of
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


def arrangements(name: Name) -> Iterator[Sequence[NameWord]]:
    """Yield the ways in which the words of a name may be written: as they are, without brackets, two as one."""
    yield name.words
    if name.is_too_long:
        return
    if any(word.aside for word in name.words):
        yield [word for word in name.words if not word.aside]
    for at in range(len(name.words) - 1):
        yield (*name.words[:at], joined_word(name.words[at : at + 2]), *name.words[at + 2 :])
    own = [word for word in name.words if word.kind == "distinctive"]
    if len(own) > 2:  # noqa: PLR2004 - two neighbours were joined above
        yield (joined_word(own),)


def signatures(words: Sequence[NameWord]) -> Iterator[int]:
    """Yield the hashes by which a name with these words is found: by its own words, or, without any, by the others."""
    own = [word.key for word in words if word.kind == "distinctive"]
    if own:
        yield _signature(own)
        return
    seen: set[tuple[str, ...]] = set()
    for kinds in _DESCRIBING:
        describing = tuple(f"{word.kind}:{word.key}" for word in words if word.kind in kinds)
        if (len(describing) >= MIN_DESCRIBING or not seen) and describing and describing not in seen:
            seen.add(describing)
            yield _signature(describing)


def _signature(words: Iterable[str]) -> int:
    hashes = sorted(hash_of(word.encode()) for word in words)
    return hash_of(pack(f"<{len(hashes)}I", *hashes))


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
