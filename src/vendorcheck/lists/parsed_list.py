"""What a reader of a format makes of the files of a list."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.model.watchlist import DateBasis, LeftOut, ListEntry


class ParsedList(NamedTuple):
    """The entries of a list in the order of its files, with every row accounted for.

    `rows` counts the rows that hold something, headings aside (elements, in XML and JSON): each is part of an entry or
    stands in `left_out`. `dated` is the day that the files say the list is of. `notes` say what else whoever
    imports it should know: columns that nobody reads, labels that nobody knows.
    """

    entries: Sequence[ListEntry]
    rows: int
    left_out: Sequence[LeftOut] = ()
    dated: date | None = None
    dated_by: DateBasis | None = None
    notes: Sequence[str] = ()
