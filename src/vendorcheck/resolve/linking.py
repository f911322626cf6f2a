"""Which entries of lists are the same legal person as a party of the rulebook."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache

from vendorcheck.model.party import Party
from vendorcheck.resolve.folding import folded
from vendorcheck.resolve.name_entries import registered_names
from vendorcheck.resolve.searched_list import KEPT, EntryName, SearchedList
from vendorcheck.resolve.words.senses import word_table

#: How long the code of a country is.
_CODE = 2


class Links:
    """Parties with their entries; looked for once, and not before somebody was found whom a list may name."""

    def __init__(self, parties: Mapping[str, Party], lists: Sequence[SearchedList], as_of: date) -> None:
        """Look in these lists for the parties that are screened, by the registered names of the day."""
        self._parties = parties
        self._lists = lists
        self._as_of = as_of
        self._same_firm = lru_cache(KEPT)(self._alike)

    def party_of(self, entry: str) -> str:
        """Return the party of the rulebook that an entry is; where it is none, the first entry that is the same firm.

        Of a party it returns the party.
        """
        if not self._lists or entry in self._parties:
            return entry
        return self._party_of.get(entry) or next(iter(self._same_firm(entry)), entry)

    def entries_of(self, party: str, seen: Collection[str] = ()) -> tuple[str, ...]:
        """Return the entries of lists that are a party; of an entry that is no party of the rulebook, those alike.

        Those that are it by a name that was `seen` come first: a group has many companies, and a list many of them.
        """
        if not self._lists:
            return ()
        if party not in self._parties:
            return self._same_firm(party) or (party,)
        by_name = self._names_of.get(party, {})
        return tuple(sorted(by_name, key=lambda entry: by_name[entry] not in seen))

    @cached_property
    def _names_of(self) -> Mapping[str, Mapping[str, str]]:
        """The entries of each party, with the registered name by which each is the party."""
        screened = (party for party in self._parties.values() if party.screened)
        return {party.id: dict(self._found(party)) for party in screened}

    @cached_property
    def _party_of(self) -> Mapping[str, str]:
        """Each entry's party; the first, where two parties of the rulebook share a registered name."""
        pairs = ((entry, party) for party, entries in self._names_of.items() for entry in entries)
        found: dict[str, str] = {}
        for entry, party in pairs:
            found.setdefault(entry, party)
        return found

    def _alike(self, entry: str) -> tuple[str, ...]:
        """The entries whose main names are the same, in the order of the lists: lists repeat each other's."""
        its = next(filter(None, (each.entry(entry) for each in self._lists)), None)
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
                for candidate in each.firms.same(name, each.bears):
                    if not _contradict(each.named(candidate.key, candidate.name).entry.country, party.country):
                        yield candidate.key, name


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
