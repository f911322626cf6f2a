"""Name cells asked in lists of any size: the names of firms, and those of persons, which count for less."""

from collections.abc import Callable, Iterator, Sequence

from vendorcheck.model.hit import Confidence, Sighting
from vendorcheck.model.trace import Considered
from vendorcheck.model.truth import NO, YES
from vendorcheck.resolve.folding import folded
from vendorcheck.resolve.index import Candidate
from vendorcheck.resolve.one_word import against_one_word, may_be_a_nickname
from vendorcheck.resolve.searched_list import EntryName, SearchedList
from vendorcheck.resolve.similar.parsed import parse

OF_A_PERSON = "the entry is of a person"
NOT_THE_SAME = "the name of a person counts only where it is the same"
MAY_BE_A_PERSON = "one word, of an entry that may be a person: its list does not say which it is"
ONE_WORD = "one word is too little to tell a person by"


class ListedNames:
    """The names of the entries of some lists; an entry is fetched only where one of its names may be meant."""

    def __init__(
        self,
        lists: Sequence[SearchedList] = (),
        party_of: Callable[[str], str] = str,
        recorded: Callable[[str], str] = str,
    ) -> None:
        """Search these lists; what is found of an entry is found of the party that it is, by `party_of`.

        `recorded` says which party of a rulebook it is, or else the entry itself.
        """
        self._recorded = recorded
        self._lists = lists
        self._party_of = party_of

    def __bool__(self) -> bool:
        """Return whether there is any list."""
        return bool(self._lists)

    def sightings(self, text: str) -> Iterator[Sighting]:
        """Yield a sighting of each entry that a text may name as a firm, of all lists."""
        for each in self._lists:
            for candidate in each.firms.search(text, each.counts):
                yield self._sighting(text, candidate, each.named(candidate.key, candidate.name))

    def persons(self, text: str) -> Iterator[Sighting]:
        """Yield a sighting of each person of whom a text is the name, possible at most: they may be a sole trader."""
        for each in self._lists:
            found = each.persons.same(text, each.counts)
            for candidate in found if found and tells_a_person(text) else ():
                named = each.named(candidate.key, candidate.name)
                yield self._sighting(text, candidate, named._replace(against=(OF_A_PERSON, *named.against)))

    def rejected(self, text: str) -> Iterator[Considered]:
        """Yield the names that the whole of a cell was compared with and that do not count, each with the reason."""
        for each in self._lists:
            for candidate in each.firms.considered(text):
                named = each.named(candidate.key, candidate.name)
                if candidate.level is None:
                    yield Considered(candidate.name, candidate.key, candidate.comparison.against)
                elif named.held == NO:
                    yield Considered(candidate.name, candidate.key, (named.absence,))
            for candidate in each.persons.considered(text):
                named = each.named(candidate.key, candidate.name)
                if candidate.level and (reason := _why_not(text, candidate, named)):
                    yield Considered(candidate.name, candidate.key, (OF_A_PERSON, reason))

    def _sighting(self, text: str, candidate: Candidate, named: EntryName) -> Sighting:
        comparison = candidate.comparison
        doubts = (*named.against, *(_of_one_word(text, candidate, named) if candidate.level == "strong" else ()))
        return Sighting(
            party=self._party_of(candidate.key),
            basis="list_entry" if comparison.same else "similar_name",
            relation="self",
            confidence="possible" if doubts else _confidence(candidate, named),
            found=" ".join(text.split()),
            listed=candidate.name,
            uncertain=named.held != YES,
            agreed=comparison.agreed,
            set_aside=comparison.set_aside,
            against=(*comparison.against, *doubts),
            entry=candidate.key,
            pairs_with=self._recorded(candidate.key),
        )


def _of_one_word(text: str, candidate: Candidate, named: EntryName) -> tuple[str, ...]:
    """What speaks against an agreement of one word; nothing where a list of no authority calls an entry just that.

    Whoever keeps a list of their own knows whom they mean by a short name, and the bill says just that.
    """
    if named.entry.instrument is None and folded(text) == folded(named.entry.name):
        return ()
    nickname = (MAY_BE_A_PERSON,) if may_be_a_nickname(candidate.name, named.entry) else ()
    return (*against_one_word(text, candidate.name), *nickname)


def tells_a_person(text: str) -> bool:
    """Return whether a name can tell a person: by two words at least, or in signs, of which a word holds several."""
    words = parse(text).words
    return len(words) > 1 or any(not word.raw.isascii() for word in words)


def _why_not(text: str, candidate: Candidate, named: EntryName) -> str | None:
    """Why a name that is like that of a person is not taken for it."""
    if named.held == NO:
        return named.absence
    if not candidate.comparison.same:
        return NOT_THE_SAME
    return None if tells_a_person(text) else ONE_WORD


def _confidence(candidate: Candidate, named: EntryName) -> Confidence:
    if candidate.level != "strong" or named.counts != YES:
        return "possible"
    return "confirmed" if candidate.comparison.same else "strong"
