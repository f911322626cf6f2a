"""Lists to screen against: entries with their names, and the snapshot they came in."""

from typing import NamedTuple

from vendorcheck.model.evidence import Standing
from vendorcheck.model.period import Period


class ListEntry(NamedTuple):
    """One entry of a list; `id` is the list's name and its own number, or a digest where it has none."""

    id: str
    list: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    since: Period | None
    reference: str | None
    standing: Standing


class Watchlist(NamedTuple):
    """A list as it was imported, with the digest of its file and the date it bears."""

    name: str
    digest: str
    date: str | None
    entries: tuple[ListEntry, ...]
