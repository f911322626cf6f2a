"""A list that is published as one file: its entries to the list, with its date."""

from collections.abc import Iterable, Sequence

from vendorcheck.lists.fields import newest_day, refused, told_apart
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import DateBasis, LeftOut, ListEntry


def only_file(files: Sequence[SourceFile]) -> SourceFile:
    """Return the file of a list; an error where there are several, for none of them would be the list."""
    if len(files) > 1:
        what = f"is a second file, beside {files[0].name}, of a list that is one file"
        raise refused(files[1], None, what, "Import one file at a time.")
    return files[0]


def list_of(
    entries: Iterable[ListEntry], rows: int, left_out: Iterable[LeftOut] = (), said: Period | None = None
) -> ParsedList:
    """Return the list with these entries, of the day that its file says, else of the newest in them."""
    kept = told_apart(entries)
    dated = said.first if said else newest_day(kept)
    basis: DateBasis = "file" if said else "newest_entry"
    strays = sorted(left_out, key=lambda stray: stray.line)
    return ParsedList(kept, rows, strays, dated, basis if dated else None)
