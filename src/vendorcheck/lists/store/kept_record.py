"""What the store notes of a snapshot, beside what everybody sees of it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vendorcheck.model.watchlist import Snapshot

#: The files of a snapshot but that which describes them.
ENTRIES, FIRMS, PERSONS, SOURCES = "entries.sqlite", "firms.index", "persons.index", "sources.zip"
FILES = (ENTRIES, FIRMS, PERSONS, SOURCES)


class KeptFile(NamedTuple):
    """A file of a snapshot as it was written: its size in bytes, and its SHA-256."""

    size: int
    digest: str


class KeptRecord(NamedTuple):
    """A snapshot with its entries by sublist, the digest of them all, and the files that hold it."""

    snapshot: Snapshot
    sublists: Mapping[str, int]
    content: str
    files: Mapping[str, KeptFile]

    @property
    def day(self) -> date:
        """The day from which it counts."""
        return day_of(self.snapshot)


def day_of(snapshot: Snapshot) -> date:
    """Return the day from which a list counts: that of its date, else that of its import."""
    return snapshot.dated or snapshot.imported
