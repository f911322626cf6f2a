"""Product marks: whose model numbers a text holds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendorcheck.model.hit import Sighting
from vendorcheck.model.party import Mark, Party
from vendorcheck.resolve.folding import plain

#: Model numbers are of letters, digits and a few signs; anything else ends them.
_WORDS = re.compile(r"[A-Z0-9][A-Z0-9_.+/-]*")

#: How many of them, written as one word with the model: 2xDS-1200.
_QUANTITY = re.compile(r"[0-9]{1,4}X(?=[A-Z])")


class _Entry(NamedTuple):
    party: str
    mark: Mark

    def matches(self, word: str) -> bool:
        return word.startswith(self.mark.starts) and re.match(self.mark.pattern, word, re.IGNORECASE) is not None


class _Shelf:
    """The entries for words of one first letter."""

    def __init__(self, entries: list[_Entry]) -> None:
        self._entries = entries
        self._starts = tuple({start for entry in entries for start in entry.mark.starts})

    def matching(self, word: str) -> Iterator[_Entry]:
        """Yield the entries that match a word; most words begin like none of them, which one question settles."""
        if word.startswith(self._starts):
            yield from (entry for entry in self._entries if entry.matches(word))


class Marks:
    """The product marks of the parties."""

    def __init__(self, parties: Iterable[Party], components: frozenset[str]) -> None:
        """Index the marks; `components` are the kinds of equipment that go into other equipment."""
        self._components = components
        entries = [_Entry(party.id, mark) for party in parties for mark in party.marks]
        free = [entry for entry in entries if not entry.mark.needs_name]
        self._free = _by_first(free)
        self._named = _by_first(entry for entry in entries if entry.mark.needs_name)
        self.hint = _hint(start for entry in free for start in entry.mark.starts)

    def find(self, text: str) -> tuple[Sighting, ...]:
        """Return what each model number of a text shows by itself."""
        return tuple(
            self._sighting(entry, word) for word in dict.fromkeys(_words(text)) for entry in _matching(self._free, word)
        )

    def beside_name(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return which kind of equipment a text's model numbers show beside the name of which party."""
        shown: dict[tuple[str, str], None] = {}
        for word in _words(text):
            for entry in _matching(self._named, word):
                if entry.mark.equipment:
                    shown[entry.party, entry.mark.equipment] = None
        return tuple(shown)

    def _sighting(self, entry: _Entry, word: str) -> Sighting:
        if entry.mark.follows:
            return _successor(entry, word, entry.mark.follows)
        component = entry.mark.equipment in self._components
        return Sighting(
            party=entry.party,
            basis="product_mark",
            relation="component" if component else "self",
            confidence="strong",
            found=word,
            listed=f"model form of {entry.mark.what}",
            equipment=entry.mark.equipment,
            agreed=(f"the form {entry.mark.id}",),
        )


def _successor(entry: _Entry, word: str, follows: str) -> Sighting:
    """A model of another maker whose goods follow the party's designs: a lead, never more."""
    return Sighting(
        party=entry.party,
        basis="product_mark",
        relation="successor",
        confidence="possible",
        found=word,
        listed=f"model form of {entry.mark.what}",
        equipment=entry.mark.equipment,
        agreed=(f"the form {entry.mark.id}",),
        against=(follows,),
    )


def _by_first(entries: Iterable[_Entry]) -> dict[str, _Shelf]:
    shelves: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        for first in {start[0] for start in entry.mark.starts}:
            shelves[first].append(entry)
    return {first: _Shelf(found) for first, found in shelves.items()}


def _matching(shelves: dict[str, _Shelf], word: str) -> Iterator[_Entry]:
    shelf = shelves.get(word[:1])
    return iter(()) if shelf is None else shelf.matching(word)


def best_by_form(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Return for each form of model numbers the weightiest sighting, the first of equals."""
    best: dict[tuple[str, str, tuple[str, ...]], Sighting] = {}
    for sighting in sightings:
        known = best.setdefault((sighting.party, sighting.listed, sighting.agreed), sighting)
        if sighting.weight > known.weight:
            best[sighting.party, sighting.listed, sighting.agreed] = sighting
    return tuple(best.values())


def _words(text: str) -> Iterator[str]:
    for word in _WORDS.findall(plain(text)):
        yield word
        yield from word.split("/")[1:]
        counted = _QUANTITY.match(word)
        if counted:
            yield word[counted.end() :]


def _hint(starts: Iterable[str]) -> re.Pattern[str]:
    """A search that is quick and finds at least every text in which a mark or an FCC ID may be."""
    prefixes = sorted({re.escape(start[:4].lower()) for start in starts})
    return re.compile("fcc|(?<![a-wyz0-9])(?:" + "|".join(prefixes) + ")") if prefixes else re.compile("fcc")
