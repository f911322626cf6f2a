"""A list given as a file: what is open of it in memory."""

from datetime import date

from vendorcheck.model.watchlist import Alias, ListEntry
from vendorcheck.resolve import list_indexes
from vendorcheck.screening.given_list import GivenList, record_of

ENTRIES = (
    ListEntry("own:1", "own", "Grimm Optics", (Alias("Grimm"),), kind="organisation"),
    ListEntry("own:2", "own", "Antrix Wexler", kind="person"),
)


def test_entries_names_and_record_are_those_of_the_file() -> None:
    given = GivenList(record_of("own", "abc", ENTRIES, date(2026, 1, 2)), ENTRIES)
    indexes = list_indexes(ENTRIES)
    assert (bytes(given.firms), bytes(given.persons)) == tuple(indexes)
    assert (given.entry("own:2"), given.entry("own:3"), list(given.ids())) == (ENTRIES[1], None, ["own:1", "own:2"])
    record = given.record
    assert (record.list, record.digest, record.entries, record.names) == ("own", "abc", 2, 3)
    assert (record.imported, dict(record.kinds)) == (date(2026, 1, 2), {"organisation": 1, "person": 1})
