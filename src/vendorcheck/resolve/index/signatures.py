"""What a name is found by: the words of its own together, with neighbours also written as one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from struct import pack

from vendorcheck.resolve.index.hashes import hash_of
from vendorcheck.resolve.similar.parsed import Name, NameWord

#: Names without a word of their own are found by so many others, or more.
MIN_DESCRIBING = 2

#: Stands between the kind of a word and the word.
TAG = ":"

#: Begins a word that was made of two neighbours.
JOINED = "+"

#: Kinds of words that a name has beside its own, and that are found misspelt as well.
DESCRIBING_KINDS = ("business", "generic", "place", "country")

#: Kinds of words in which two names of one company may not differ on both sides.
_OF_MASK = ("business", "generic")

_OF_REST = ("place", "country", "number", "form")

#: The mask of a name that is found by a second one as well: it may agree with any.
ANY_MASK = 2**64 - 1

_DESCRIBING = ("business", "generic", "number")


def signature(words: Iterable[int]) -> int:
    """Return the hash by which a name with these words, by their numbers, is found."""
    ordered = sorted(words)
    return hash_of(pack(f"<{len(ordered)}I", *ordered))


def arrangements(name: Name) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which the words of a name that it is found by may be written, the usual one first."""
    if any(word.kind == "distinctive" for word in name.words):
        yield from _arranged(name.words)
        if any(word.aside for word in name.words):
            yield from _arranged([word for word in name.words if not word.aside])
    else:
        yield from _described([word for word in name.words if word.kind != "stop"])


def _arranged(words: Sequence[NameWord]) -> Iterator[tuple[str, ...]]:
    own = [word for word in words if word.kind == "distinctive"]
    if own:
        yield tuple(word.key for word in own)
        yield from _joined(words)
        if len(own) > 2:  # noqa: PLR2004 - two neighbours are among the joined
            yield (JOINED + "".join(word.letters for word in own),)


def _described(words: Sequence[NameWord]) -> Iterator[tuple[str, ...]]:
    """The words of a name that has none of its own; and those without the places."""
    if words:
        yield tuple(map(_tagged, words))
        describing = tuple(_tagged(word) for word in words if word.kind in _DESCRIBING)
        if MIN_DESCRIBING <= len(describing) < len(words):
            yield describing
        yield from _joined(words)


def _joined(words: Sequence[NameWord]) -> Iterator[tuple[str, ...]]:
    """The own words of a name, with two neighbours written as one."""
    for at in range(len(words) - 1):
        others = (word.key for word in (*words[:at], *words[at + 2 :]) if word.kind == "distinctive")
        yield (*others, JOINED + words[at].letters + words[at + 1].letters)


def _tagged(word: NameWord) -> str:
    """A word that any firm may use, apart from words of their own that are written like it."""
    return f"{word.kind}{TAG}{word.key}"


def mask(name: Name) -> int:
    """Return a bit, of 64, for each business and generic word of a name."""
    return _bits(word.key for word in name.words if word.kind in _OF_MASK)


def rest(name: Name) -> int:
    """Return a bit, of 64, for each place, country and number of a name, and each legal form."""
    words = (word.key for word in name.words if word.kind in _OF_REST)
    return _bits((*words, *(form.name for form in name.forms)))


def _bits(words: Iterable[str]) -> int:
    return reduce(or_, (1 << (hash_of(word.encode()) & 63) for word in words), 0)


def may_agree(ones: int, others: int, *, exactly: bool) -> bool:
    """Return whether names with these masks may be one: not where both have words that the other lacks.

    `exactly` asks for the same words in both.
    """
    if exactly:
        return others in (ones, ANY_MASK)
    return not (ones & ~others and others & ~ones)
