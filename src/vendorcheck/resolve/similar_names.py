"""Names in name cells that are like a party's and yet not as recorded: misspelt, romanised otherwise, shortened."""

from collections.abc import Iterable, Iterator, Mapping

from vendorcheck.model.hit import Confidence, Sighting
from vendorcheck.resolve.index import Candidate, IndexedName, NameIndex
from vendorcheck.resolve.name_entries import NameEntry


class SimilarNames:
    """An index of the names of parties or of the entries of lists, asked with the whole of a cell."""

    def __init__(self, entries: Iterable[NameEntry], homes: Mapping[str, str]) -> None:
        """Index these names; `homes` gives parties' home countries by their ISO codes."""
        self._entries: dict[tuple[str, str], NameEntry] = {}
        for entry in entries:
            self._entries.setdefault((entry.party, entry.text), entry)
        self._index = NameIndex.of(IndexedName(text, party, homes.get(party)) for party, text in self._entries)

    def sightings(self, text: str) -> Iterator[Sighting]:
        """Yield a sighting of each party that a cell may name."""
        for candidate in self._index.search(text):
            yield _sighting(text, candidate, self._entries[candidate.key, candidate.name])


def _sighting(text: str, candidate: Candidate, entry: NameEntry) -> Sighting:
    comparison = candidate.comparison
    same = entry.basis == "list_entry" and comparison.same
    against = (*comparison.against, *((entry.note,) if entry.note and not entry.current else ()))
    return Sighting(
        party=entry.party,
        basis="list_entry" if same else "similar_name",
        relation=entry.relation,
        confidence=_confidence(candidate, entry, same=same),
        found=" ".join(text.split()),
        listed=entry.text,
        uncertain=not entry.current,
        agreed=comparison.agreed,
        set_aside=comparison.set_aside,
        against=against,
    )


def _confidence(candidate: Candidate, entry: NameEntry, *, same: bool) -> Confidence:
    if candidate.comparison.level != "strong" or not entry.current:
        return "possible"
    return "confirmed" if same else "strong"
