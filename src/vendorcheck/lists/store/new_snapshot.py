"""A snapshot that is to be kept: what the store is given, and by what it is told from others."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.watchlist import LeftOut, ListEntry, Snapshot

#: What entries are counted under that have neither an instrument nor a programme.
NO_SUBLIST = "-"

#: How many signs of a digest tell the snapshots of one day apart.
_SIGNS = 12


class NewSnapshot(NamedTuple):
    """A list as it was read, with the indexes of its names and the files it came in."""

    snapshot: Snapshot
    entries: Sequence[ListEntry]
    left_out: Sequence[LeftOut]
    firms: bytes
    persons: bytes
    sources: Sequence[SourceFile]


def sublist_of(entry: ListEntry) -> str:
    """Return the part of its list in which an entry stands: its instrument, else its first programme."""
    return entry.instrument or next(iter(entry.programmes), NO_SUBLIST)


def sublists_of(entries: Iterable[ListEntry]) -> dict[str, int]:
    """Return how many entries each part of a list has, the largest first."""
    return dict(Counter(map(sublist_of, entries)).most_common())


def content_digest(records: Iterable[str]) -> str:
    """Return the SHA-256 of the records of all entries, in their order."""
    told = hashlib.sha256()
    for record in records:
        told.update(record.encode() + b"\n")
    return told.hexdigest()


def key_of(snapshot: Snapshot, content: str) -> str:
    """Return what the same files, read to the same entries by the same version, of the same date, share."""
    said = (snapshot.digest, content, snapshot.importer, snapshot.format, str(snapshot.dated), str(snapshot.dated_by))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:_SIGNS]
