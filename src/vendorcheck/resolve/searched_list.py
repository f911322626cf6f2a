"""A list as one run searches it: its two indexes, and its entries as of a day, fetched where a name may be theirs."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.period import held
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth
from vendorcheck.model.watchlist import ListEntry, OpenList
from vendorcheck.resolve.index import NameIndex

#: How many entries are kept once they were fetched.
KEPT = 4_096

WEAK = "a weak alias, as the list calls it"
FORMER = "a former name"


class EntryName(NamedTuple):
    """A name of an entry as of a day: whether the entry is on the list, and what speaks against the name itself."""

    entry: ListEntry
    text: str
    held: Truth
    against: tuple[str, ...]

    @property
    def counts(self) -> Truth:
        """Whether the name counts; UNKNOWN where it is possible at most."""
        return min(self.held, UNKNOWN) if self.against else self.held

    @property
    def absence(self) -> str:
        """Why the entry is not on the list on the day."""
        since, until = self.entry.since, self.entry.until
        begun = f" from {since.text}" if since else ""
        ended = f" until {until.text}" if until else ""
        return f"on the list only{begun}{ended}"


class SearchedList:
    """One list, never read as a whole."""

    def __init__(self, opened: OpenList, as_of: date) -> None:
        """Search a list where it lies, as of a day."""
        self.name = opened.record.list
        self.firms, self.persons = self._index(opened.firms), self._index(opened.persons)
        self._as_of = as_of
        self._fetch = opened.entry
        self._entry = lru_cache(KEPT)(self._fetched)

    def _index(self, content: memoryview) -> NameIndex:
        try:
            return NameIndex(content)
        except VendorcheckError as error:
            raise VendorcheckError(error.code, f"the list {self.name}: {error.message}", help=error.help) from error

    def entry(self, name: str) -> ListEntry | None:
        """Return an entry of this list; None where the id is that of another's."""
        return self._entry(name)[0] if name.startswith(f"{self.name}:") else None

    def named(self, entry: str, text: str) -> EntryName:
        """Return a name that an index holds of an entry, as of the day."""
        found, on_list = self._entry(entry)
        return EntryName(found, text, on_list, against_alias(found, text))

    def counts(self, entry: str, text: str) -> Truth:
        """Return whether a name of an entry counts on the day; UNKNOWN where it is possible at most."""
        return self.named(entry, text).counts

    def bears(self, entry: str, text: str) -> Truth:
        """Return whether an entry that may be on the list on the day bears a name without a doubt about the name."""
        named = self.named(entry, text)
        return NO if named.against or named.held == NO else YES

    def _fetched(self, name: str) -> tuple[ListEntry, Truth]:
        entry = self._fetch(name)
        if entry is None:
            why = f"the list {self.name} has no entry {name}, of which it has a name"
            raise VendorcheckError("list_invalid", why, help="Import the list again.")
        return entry, held(entry.since, entry.until, self._as_of)


def searched(lists: Sequence[OpenList], as_of: date) -> tuple[SearchedList, ...]:
    """Return lists as they are searched on a day."""
    return tuple(SearchedList(each, as_of) for each in lists)


def against_alias(entry: ListEntry, text: str) -> tuple[str, ...]:
    """Return what speaks against a name of an entry; of one that it bears more than once, what the best does."""
    if text == entry.name:
        return ()
    aliases = [alias for alias in entry.aliases if alias.text == text]
    doubts = ((WEAK,) * (alias.strength == "weak") + (FORMER,) * (alias.type == "former") for alias in aliases)
    return min(doubts, key=len, default=())
