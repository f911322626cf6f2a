"""Product marks: whose model numbers a text holds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendorcheck.model.hit import Sighting
from vendorcheck.model.party import Mark, Party
from vendorcheck.resolve.folding import plain

#: Model numbers are of letters, digits and a few signs; anything else ends them.
_WORDS = re.compile(r"[^\W_][\w.+/-]*")

#: By how many first signs marks are found.
_KEY = 2


class _Entry(NamedTuple):
    party: str
    mark: Mark
    pattern: re.Pattern[str]

    def matches(self, word: str) -> bool:
        return word.startswith(self.mark.starts) and self.pattern.match(word) is not None


class Marks:
    """The product marks of the parties."""

    def __init__(self, parties: Iterable[Party], components: frozenset[str]) -> None:
        """Index the marks; `components` are the kinds of equipment that go into other equipment."""
        self._free: dict[str, list[_Entry]] = defaultdict(list)
        self._named: dict[str, list[_Entry]] = defaultdict(list)
        self._components = components
        for party in parties:
            for mark in party.marks:
                self._add(_Entry(party.id, mark, re.compile(mark.pattern, re.IGNORECASE)))
        self.hint = _hint(start for entries in self._free.values() for entry in entries for start in entry.mark.starts)

    def _add(self, entry: _Entry) -> None:
        entries, signs = (self._named, 1) if entry.mark.needs_name else (self._free, _KEY)
        for key in {start[:signs] for start in entry.mark.starts}:
            entries[key].append(entry)

    def find(self, text: str) -> tuple[Sighting, ...]:
        """Return what the model numbers of a text show by themselves."""
        found: dict[str, Sighting] = {}
        for word in _words(text):
            for entry in self._free.get(word[:_KEY], ()):
                if entry.mark.id not in found and entry.matches(word):
                    found[entry.mark.id] = self._sighting(entry, word)
        return tuple(found.values())

    def beside_name(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return which kind of equipment a text's model numbers show beside the name of which party."""
        shown: dict[tuple[str, str], None] = {}
        for word in _words(text):
            for entry in self._named.get(word[:1], ()):
                if entry.mark.equipment and entry.matches(word):
                    shown[entry.party, entry.mark.equipment] = None
        return tuple(shown)

    def _sighting(self, entry: _Entry, word: str) -> Sighting:
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


def _words(text: str) -> Iterator[str]:
    for word in _WORDS.findall(plain(text)):
        yield word
        yield from word.split("/")[1:]


def _hint(starts: Iterable[str]) -> re.Pattern[str] | None:
    """A search that is quick and finds at least every text in which a mark may be."""
    prefixes = sorted({re.escape(start[:4].lower()) for start in starts})
    return re.compile("(?<![a-z0-9])(?:" + "|".join(prefixes) + ")") if prefixes else None
