"""What is written beside the lines of a bill, for those who write it and those who know the words."""

from collections.abc import Callable
from typing import NamedTuple

#: What is written beside one row, a text for each new column.
Cells = tuple[str, ...]


class Seen(NamedTuple):
    """A row of a bill as it was found again: its sheet or table, if there are several, its line, and what it is.

    `is_line` is False for titles, comments, footers and the headings; `unread` says why it could not be read, or not
    all of it.
    """

    sheet: str | None
    line: int
    is_line: bool
    unread: str | None = None


class Annotation(NamedTuple):
    """What is to be written beside the lines of the bill whose bytes have this SHA-256.

    `beside` gives the cells of a row, as many as there are headings; None for one that is left alone.
    """

    digest: str
    headings: Cells
    beside: Callable[[Seen], Cells | None]
