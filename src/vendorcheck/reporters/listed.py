"""Entries of lists that a case is given, in a few words."""

from vendorcheck.model.watchlist import ListEntry


def entry_text(entry: ListEntry) -> str:
    """Return the name of an entry, with its list, its programmes and its days as far as the case says them."""
    since = f"since {entry.since.text}" if entry.since else ""
    until = f"until {entry.until.text}" if entry.until else ""
    said = ", ".join(filter(None, (entry.list, *entry.programmes, since, until)))
    return f"{entry.name} ({said})" if said else entry.name
