"""Which entries of lists are the same legal person as a party of the rulebook."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache

from vendorcheck.model.party import Party
from vendorcheck.model.watchlist import ListEntry
from vendorcheck.resolve.folding import folded
from vendorcheck.resolve.name_entries import may_be_misspelt, registered_names
from vendorcheck.resolve.searched_list import KEPT, EntryName, SearchedList
from vendorcheck.resolve.similar_names import SimilarNames
from vendorcheck.resolve.words.senses import word_table

#: How long the code of a country is.
_CODE = 2


class Links:
    """Parties with their entries; a party is looked for once, and not before it was found or an entry near it was."""

    def __init__(
        self, parties: Mapping[str, Party], lists: Sequence[SearchedList], as_of: date, similar: SimilarNames
    ) -> None:
        """Look in these lists for the parties that are screened, by the registered names of the day.

        `similar` are the names of these parties: they say which of them an entry may be.
        """
        self._parties = parties
        self._lists = lists
        self._as_of = as_of
        self._similar = similar
        self._names_of = lru_cache(None)(self._entries_with_names)
        self._party_of = lru_cache(KEPT)(self._screened_party)
        self._same_firm = lru_cache(KEPT)(self._alike)

    def party_of(self, entry: str) -> str:
        """Return the party of the rulebook that an entry is; where it is none, the first entry that is the same firm.

        Of a party it returns the party.
        """
        recorded = self.recorded(entry)
        if not self._lists or recorded in self._parties:
            return recorded
        return next(iter(self._same_firm(entry)), entry)

    def recorded(self, entry: str) -> str:
        """Return the party of the rulebook that an entry is, or a party itself; the entry where it is none."""
        if not self._lists or entry in self._parties:
            return entry
        return self._party_of(entry) or entry

    def entries_of(self, party: str, seen: Collection[str] = ()) -> tuple[str, ...]:
        """Return the entries of lists that are a party; of an entry that is no party of the rulebook, those alike.

        Those that are it by a name that was `seen` come first: a group has many companies, and a list many of them.
        """
        if not self._lists:
            return ()
        if party not in self._parties:
            return self._same_firm(party) or (party,)
        by_name = self._names_of(party)
        return tuple(sorted(by_name, key=lambda entry: by_name[entry] not in seen))

    def _entries_with_names(self, party: str) -> Mapping[str, str]:
        """The entries of a party, with the registered name by which each is the party."""
        its = self._parties[party]
        return dict(self._found(its)) if its.screened else {}

    def _screened_party(self, entry: str) -> str | None:
        """An entry's party; the first, where two parties of the rulebook share a registered name."""
        its = self._entry(entry)
        if its is None:
            return None
        near = self._in_no_index.union(*map(self._similar.parties_near, its.names))
        return next((party for party in self._parties if party in near and entry in self._names_of(party)), None)

    @cached_property
    def _in_no_index(self) -> frozenset[str]:
        """The parties of which a registered name is short or weak, so that no index has it."""
        return frozenset(
            party.id
            for party in self._parties.values()
            if not all(map(may_be_misspelt, registered_names(party, self._as_of)))
        )

    def _entry(self, entry: str) -> ListEntry | None:
        return next(filter(None, (each.entry(entry) for each in self._lists)), None)

    def _alike(self, entry: str) -> tuple[str, ...]:
        """The entries whose main names are the same, in the order of the lists: lists repeat each other's."""
        its = self._entry(entry)
        if its is None:
            return ()
        return tuple(
            candidate.key
            for each in self._lists
            for candidate in (each.persons if its.kind == "person" else each.firms).same(its.name, each.bears)
            if self._is_alike(each.named(candidate.key, candidate.name), its.country)
        )

    @staticmethod
    def _is_alike(named: EntryName, country: str | None) -> bool:
        return named.text == named.entry.name and not _contradict(named.entry.country, country)

    def _found(self, party: Party) -> Iterator[tuple[str, str]]:
        for name in registered_names(party, self._as_of):
            for each in self._lists:
                for candidate in each.firms.same(name.text, each.bears):
                    if not _contradict(each.named(candidate.key, candidate.name).entry.country, party.country):
                        yield candidate.key, name.text


def _contradict(one: str | None, other: str | None) -> bool:
    """Whether two countries are known and not the same."""
    codes = [_code(country) for country in (one, other) if country]
    return len(codes) > 1 and None not in codes and codes[0] != codes[1]


def _code(country: str) -> str | None:
    """The code of a country, given by its code or a name of it; None where neither is known."""
    if len(country) == _CODE and country.isascii() and country.isalpha():
        return country.lower()
    word = word_table().get(folded(country))
    return word.sense if word and word.kind == "country" else None
