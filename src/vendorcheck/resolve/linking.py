"""Which entries of lists are the same legal person as a party of the rulebook."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from vendorcheck.model.party import Party
from vendorcheck.resolve.folding import folded
from vendorcheck.resolve.name_entries import registered_names
from vendorcheck.resolve.searched_list import SearchedList
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

    def party_of(self, entry: str) -> str:
        """Return the party of the rulebook that an entry is; the entry itself where it is none, and so of a party."""
        return self._party_of.get(entry, entry) if self._lists else entry

    def entries_of(self, party: str) -> tuple[str, ...]:
        """Return the entries of lists that are a party; of an entry that is no party of the rulebook, it alone."""
        if not self._lists:
            return ()
        return self._entries_of.get(party, ()) if party in self._parties else (party,)

    @cached_property
    def _entries_of(self) -> Mapping[str, tuple[str, ...]]:
        screened = (party for party in self._parties.values() if party.screened)
        return {party.id: tuple(dict.fromkeys(self._found(party))) for party in screened}

    @cached_property
    def _party_of(self) -> Mapping[str, str]:
        """Each entry's party; the first, where two parties of the rulebook share a registered name."""
        pairs = ((entry, party) for party, entries in self._entries_of.items() for entry in entries)
        found: dict[str, str] = {}
        for entry, party in pairs:
            found.setdefault(entry, party)
        return found

    def _found(self, party: Party) -> Iterator[str]:
        for name in registered_names(party, self._as_of):
            for each in self._lists:
                for candidate in each.firms.same(name, each.bears):
                    if not _contradict(each.named(candidate.key, candidate.name).entry.country, party.country):
                        yield candidate.key


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
