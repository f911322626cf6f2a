"""Names in name cells that are like a party's and yet not as recorded: misspelt, romanised otherwise, shortened."""

from collections.abc import Iterable, Iterator
from datetime import date

from vendorcheck.model.hit import Sighting
from vendorcheck.model.party import Party
from vendorcheck.model.trace import Considered
from vendorcheck.resolve.index import Candidate, IndexedName, NameIndex, build
from vendorcheck.resolve.name_entries import NameEntry, may_be_misspelt, party_names


class SimilarNames:
    """An index of the names of parties, asked with the whole of a cell."""

    def __init__(self, entries: Iterable[NameEntry], prepared: bytes | None = None) -> None:
        """Index these names; `prepared` is an index built before, taken where it is of just these."""
        self._entries = _by_name(entries)
        self._index = NameIndex.of(_indexed(self._entries), prepared)

    def sightings(self, text: str) -> Iterator[Sighting]:
        """Yield a sighting of each party that a cell may name."""
        for candidate in self._index.search(text) if self._entries else ():
            yield _sighting(text, candidate, self._entries[candidate.key, candidate.name])

    def parties_near(self, text: str) -> frozenset[str]:
        """Return the parties with a name that one index or the other could find for this text: few, and too many."""
        return self._index.near(text) if self._entries else frozenset()

    def rejected(self, text: str) -> Iterator[Considered]:
        """Yield the names that the whole of a cell was compared with and is not, each with what speaks against it."""
        for candidate in self._index.considered(text) if self._entries else ():
            if candidate.level is None:
                yield Considered(candidate.name, candidate.key, candidate.comparison.against)


def prepared_names(parties: Iterable[Party]) -> bytes:
    """Return the index of the names of parties, to be built once and kept; it is the same on every day."""
    return build(_indexed(_by_name(names_to_misspell(parties, date.max))))


def names_to_misspell(parties: Iterable[Party], as_of: date) -> Iterator[NameEntry]:
    """Yield the names for which what is only like them may be meant."""
    screened = (party for party in parties if party.screened)
    return (name for party in screened for name in party_names(party, as_of) if may_be_misspelt(name))


def _by_name(entries: Iterable[NameEntry]) -> dict[tuple[str, str], NameEntry]:
    named: dict[tuple[str, str], NameEntry] = {}
    for entry in entries:
        named.setdefault((entry.party, entry.text), entry)
    return named


def _indexed(named: Iterable[tuple[str, str]]) -> Iterator[IndexedName]:
    return (IndexedName(text, party) for party, text in named)


def _sighting(text: str, candidate: Candidate, entry: NameEntry) -> Sighting:
    comparison = candidate.comparison
    return Sighting(
        party=entry.party,
        basis="similar_name",
        relation=entry.relation,
        confidence="strong" if comparison.level == "strong" and entry.current else "possible",
        found=" ".join(text.split()),
        listed=entry.text,
        uncertain=not entry.current,
        agreed=comparison.agreed,
        set_aside=comparison.set_aside,
        against=(*comparison.against, *((entry.note,) if entry.note and not entry.current else ())),
    )
