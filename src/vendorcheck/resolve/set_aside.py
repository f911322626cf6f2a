"""What stands beside a name and says nothing about whose it is: legal forms, places, words any firm may use."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from vendorcheck.resolve.phrases import Found, Phrases
from vendorcheck.resolve.words import Form, form_table, longest_at, word_table

_PLACE = "place"


class Place(NamedTuple):
    """A country, a region or a place as written, and the ISO code of the country, or the region."""

    written: str
    country: str | None


class Written(NamedTuple):
    """A legal form as written, its folded tokens parted by a blank."""

    written: str
    form: Form


class Beside(NamedTuple):
    """Notes on the words that carry no identity, and the words that might; the places and the legal forms among them.

    `places` are countries and regions.
    """

    notes: tuple[str, ...]
    others: tuple[str, ...]
    places: tuple[Place, ...] = ()
    forms: tuple[Written, ...] = ()


class _Kind(NamedTuple):
    """What a word that carries no identity is, and whether it is so only at the beginning or end."""

    label: str
    outermost: bool = False
    country: str | None = None
    form: Form | None = None


@cache
def legal_forms() -> Phrases[Form]:
    """Return every legal form, to be found among tokens."""
    return Phrases.of_tokens((tuple(spelling.split()), form) for spelling, form in form_table().items())


def set_aside(tokens: Sequence[str]) -> Beside:
    """Split the words beside a name; a word with a digit is neither."""
    found = list(_without_identity(tokens))
    at_all = {at for word in found for at in range(word.start, word.end)}
    counted = [word for word in found if not word.value.outermost or _is_outermost(word, at_all, len(tokens))]
    taken = {at for word in counted for at in range(word.start, word.end)}
    written = [" ".join(tokens[word.start : word.end]) for word in counted]
    return Beside(
        tuple(f"{word.value.label} {text!r}" for word, text in zip(counted, written, strict=True)),
        tuple(token for at, token in enumerate(tokens) if at not in taken and not any(map(str.isdigit, token))),
        tuple(
            Place(text, word.value.country)
            for word, text in zip(counted, written, strict=True)
            if word.value.label == _PLACE
        ),
        tuple(Written(text, word.value.form) for word, text in zip(counted, written, strict=True) if word.value.form),
    )


def _is_outermost(word: Found[_Kind], others: set[int], count: int) -> bool:
    return others.issuperset(range(word.start)) or others.issuperset(range(word.end, count))


def _without_identity(tokens: Sequence[str]) -> Iterator[Found[_Kind]]:
    """The longest phrases at each token that carry no identity; a longer one hides those inside it."""
    reached = 0
    for start in range(len(tokens)):
        for end in range(start + longest_at(tokens, start), max(start, reached), -1):
            kind = _kind(" ".join(tokens[start:end]))
            if kind:
                reached = end
                yield Found(start, end, kind)
                break


def _kind(spelling: str) -> _Kind | None:
    form = form_table().get(spelling)
    if form:
        return _Kind("legal form", outermost=form.where != "anywhere", form=form)
    word = word_table().get(spelling)
    if word is None or not word.plain:
        return None
    if word.kind not in ("place", "country"):
        return _Kind("business word")
    return _Kind(_PLACE, country=(word.home or "").lower() or None if word.kind == "place" else word.sense)
