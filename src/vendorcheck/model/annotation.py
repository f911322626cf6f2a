"""What is written beside the lines of a bill, for those who write it and those who know the words."""

from collections.abc import Callable
from typing import Literal, NamedTuple

#: What is written beside one row, a text for each new column.
Cells = tuple[str, ...]


class Seen(NamedTuple):
    """A row of a bill as it was found again: its sheet or table, if there are several, its line, and what it is.

    An `aside` is no line of the bill (a title, a comment, the headings), an `unread` row could not be read as either.
    Of the others, too, `reason` says why not all could be read.
    """

    sheet: str | None
    line: int
    kind: Literal["line", "aside", "unread"]
    reason: str | None = None


class Annotation(NamedTuple):
    """What is to be written beside the lines of the bill whose bytes have this SHA-256.

    `beside` gives the cells of a row, as many as there are headings; None for one that is left alone.
    """

    digest: str
    headings: Cells
    beside: Callable[[Seen], Cells | None]
