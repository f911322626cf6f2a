"""The ways in which one may write the words of a name: as they are, without brackets, neighbours as one."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vendorcheck.resolve.similar.parsed import Name
from vendorcheck.resolve.similar.pieces import NameWord, joined_word

#: From so many own words on, they are also written as one: two neighbours are in any case.
_MANY = 3


class Arrangement(NamedTuple):
    """A way to write a name: its words, which of them are its own, and the own word that was two or more before."""

    words: Sequence[NameWord]
    own: Sequence[NameWord]
    joined: str = ""


def as_it_is(name: Name) -> Arrangement:
    """Return a name as it is written."""
    return _arranged(name.words)


def _any_word(_: str) -> bool:
    return True


def rearranged(
    name: Name, strange: Sequence[NameWord] = (), may_be: Callable[[str], bool] = _any_word
) -> Iterator[Arrangement]:
    """Yield the other ways to write a name.

    None in which one of its `strange` words stands by itself, and none in which words written as one `may_be` no word.
    """
    words = name.words
    if name.is_too_long:
        return
    if any([word.aside for word in words]):  # noqa: C419 - a list is quicker to make than a generator
        without = [word for word in words if not word.aside]
        if not any(word in without for word in strange):
            yield _arranged(without)
    for at in _neighbours(words, strange):
        one, other = words[at : at + 2]
        if may_be(one.letters + other.letters):
            yield _joined((one, other), words[:at] + words[at + 2 :])
    own = [word for word in words if word.kind == "distinctive"]
    if len(own) >= _MANY and may_be("".join([word.letters for word in own])):
        yield _joined(own, ())


def _neighbours(words: Sequence[NameWord], strange: Sequence[NameWord]) -> range:
    """Where two neighbours begin that hold every strange word."""
    if not strange:
        return range(len(words) - 1)
    places = [at for at, word in enumerate(words) if word in strange]
    return range(max(places[-1] - 1, 0), min(places[0] + 1, len(words) - 1))


def _arranged(words: Sequence[NameWord], joined: str = "") -> Arrangement:
    return Arrangement(words, [word for word in words if word.kind == "distinctive"], joined)


def _joined(two: Sequence[NameWord], words: tuple[NameWord, ...]) -> Arrangement:
    word = joined_word(two)
    return _arranged(words, word.key) if word.kind == "distinctive" else _arranged((*words, word))


def spelt(arrangement: Arrangement, own: Sequence[NameWord]) -> Arrangement:
    """Return an arrangement with other spellings of its own words, which may be words of a table."""
    others = [word for word in arrangement.words if word.kind != "distinctive"]
    return _arranged((*own, *others), arrangement.joined)
