"""The entries of a snapshot in a file of SQLite: one is read without the others."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from weakref import finalize

from vendorcheck.lists.store.entry_text import entry_of
from vendorcheck.lists.store.faults import damaged
from vendorcheck.model.watchlist import LeftOut, ListEntry

_TABLES = """
CREATE TABLE entries (at INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
CREATE TABLE left_out (at INTEGER PRIMARY KEY, file TEXT NOT NULL, line INTEGER NOT NULL, reason TEXT NOT NULL);
"""


def write_entries(path: Path, entries: Iterable[tuple[str, str]], left_out: Iterable[LeftOut]) -> None:
    """Write a new file with the records of entries under their ids, and the rows that are no part of any."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        # The whole snapshot is either given its name or thrown away: a journal of this file would help nobody.
        file.execute("PRAGMA journal_mode = OFF")
        file.execute("PRAGMA synchronous = OFF")
        file.executescript(_TABLES)
        file.execute("BEGIN")
        file.executemany("INSERT INTO entries (id, record) VALUES (?, ?)", entries)
        file.executemany("INSERT INTO left_out (file, line, reason) VALUES (?, ?, ?)", left_out)
        file.execute("COMMIT")


class EntriesFile:
    """Reads the entries of a snapshot where they lie; an error where they are not what was written."""

    def __init__(self, path: Path) -> None:
        """Open a file that nobody changes any more."""
        self._folder = path.parent
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._file = sqlite3.connect(uri, uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise damaged(self._folder, f"its entries cannot be read ({error})") from error
        finalize(self, self._file.close)

    def entry(self, name: str) -> ListEntry | None:
        """Return the entry with this id; None where there is none."""
        found = next(self._asked("SELECT record FROM entries WHERE id = ?", name), None)
        return None if found is None else self._entry(found[0])

    def entries(self) -> Iterator[ListEntry]:
        """Yield all entries in the order of the list."""
        return (self._entry(record) for (record,) in self._asked("SELECT record FROM entries ORDER BY at"))

    def records(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of all entries with their records as they were written."""
        return ((str(name), str(record)) for name, record in self._asked("SELECT id, record FROM entries ORDER BY at"))

    def ids(self) -> Iterator[str]:
        """Yield all ids in the order of the list."""
        return (str(name) for (name,) in self._asked("SELECT id FROM entries ORDER BY at"))

    def left_out(self) -> Iterator[LeftOut]:
        """Yield the rows that are no part of an entry."""
        rows = self._asked("SELECT file, line, reason FROM left_out ORDER BY at")
        return (LeftOut(str(file), int(line), str(reason)) for file, line, reason in rows)

    def _asked(self, question: str, *values: str) -> Iterator[tuple[str, ...]]:
        try:
            yield from self._file.execute(question, values)
        except sqlite3.Error as error:
            raise damaged(self._folder, f"its entries cannot be read ({error})") from error

    def _entry(self, record: str) -> ListEntry:
        try:
            return entry_of(record)
        except (ValueError, LookupError, TypeError) as error:
            raise damaged(self._folder, "one of its entries is none") from error
