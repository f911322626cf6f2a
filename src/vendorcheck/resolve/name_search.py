"""Searching an index of names with a cell: with all of it, then with each maker or phrase that it holds."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from vendorcheck.model.hit import Sighting
from vendorcheck.model.trace import Considered
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.listed_makers import parts_of, phrases_of
from vendorcheck.resolve.phrases import Phrases
from vendorcheck.resolve.set_aside import legal_forms
from vendorcheck.resolve.similar.parsed import parse


class SearchedNames(Protocol):
    """Names that a text may be compared with."""

    def sightings(self, text: str) -> Iterator[Sighting]:
        """Yield a sighting of each party that a text may name."""

    def rejected(self, text: str) -> Iterator[Considered]:
        """Yield the names that a text was compared with and that do not count, each with the reason."""


class NameSearch:
    """Searches for what a cell, or a part of it, is like."""

    def __init__(self, names: SearchedNames, resold: Phrases[str]) -> None:
        """Search these names; `resold` are "made by" and the like, which may stand before one."""
        self._names = names
        self._resold = resold

    def whole(self, text: str, tokens: Sequence[str]) -> tuple[Sighting, ...]:
        """Return what a cell shows that is like a name; where that is nothing, what each maker shows that it lists."""
        seen = tuple(self._names.sightings(text))
        if seen:
            return seen
        parts = parts_of(text)
        if len(parts) == 1 and self._resold.firsts.isdisjoint(tokens):
            return ()
        parts = [part for part in map(self._without_resold, parts) if part != text and len("".join(fold(part))) > 1]
        return tuple(
            sighting.doubted("it is a part of the cell") for part in parts for sighting in self._names.sightings(part)
        )

    def within(self, text: str) -> tuple[Sighting, ...]:
        """Return list entries whose whole name stands between commas, brackets or "and"."""
        phrases = [phrase for phrase in phrases_of(text) if legal_forms().whole(fold(phrase)) is None]
        if len(phrases) == 1:
            return ()
        return tuple(
            sighting.doubted("it is a part of the cell")
            for phrase in phrases
            if _tells_a_firm(phrase)
            for sighting in self._names.sightings(phrase)
            if sighting.basis == "list_entry"
        )

    def rejected(self, text: str) -> Iterator[Considered]:
        """Yield the names that a cell was compared with and that are not meant, each with what spoke against it."""
        return self._names.rejected(text)

    def _without_resold(self, text: str) -> str:
        """A part of a cell without "made by" and the like at its beginning."""
        words = text.split()
        for count in range(min(self._resold.longest, len(words) - 1), 0, -1):
            if self._resold.whole(fold(" ".join(words[:count]))):
                return " ".join(words[count:])
        return text


def _tells_a_firm(phrase: str) -> bool:
    """Whether a phrase is a name by itself: of two words at least, one of them the firm's own."""
    words = parse(phrase).words
    return len(words) > 1 and any(word.kind == "distinctive" for word in words)
