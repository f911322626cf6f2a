"""What a name is found by: the words of its own together; and masks that tell at once which names cannot agree."""

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_

from vendorcheck.resolve.index.arrangements import Arrangement
from vendorcheck.resolve.index.hashes import LARGEST, hash_of
from vendorcheck.resolve.similar.parsed import Name
from vendorcheck.resolve.similar.pieces import NameWord

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


def signatures(arrangement: Arrangement) -> Iterable[int]:
    """Return the hashes by which a name is found: the sum of those of its own words; without any, by the others."""
    words, own, joined = arrangement
    if not own and not joined:
        return map(_of_others, _describing(words))
    return (sum(own_hashes(arrangement)) & LARGEST,)


def own_hashes(arrangement: Arrangement) -> list[int]:
    """Return the hash of each word of its own, and of that which it has as one."""
    hashes = [own_hash(word.key) for word in arrangement.own]
    return [*hashes, own_hash(arrangement.joined)] if arrangement.joined else hashes


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
