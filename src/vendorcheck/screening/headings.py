"""The headings of a table, and the name it goes by, as a row beside its lines: they may name somebody, too."""

import re

from vendorcheck.model.bom import Batch, Layout

HEADINGS = "the headings"

#: How a heading says what a thing is not, or only goes with: "NDAA compliant (no Acme)", "Acme compatible". A number of
#: parts is no denial: "Acme Part No", "No. Acme".
_NOT_OF_IT = re.compile(
    r"(?:^|[(\[,;/:-])\s*(?:no(?!\.)|not|non|without|excluding|except|ohne|keine?|nicht|sans|sin|sem|senza|bez|без)\s+\w"
    r"|\b(?:compatible|kompatibel|compatibles)\b",
    re.IGNORECASE,
)


def headings_of(layout: Layout) -> Batch:
    """Return a batch of one aside: the headings or keys of a table, and the name of its sheet."""
    said = tuple(
        (cell, text.replace(".", " "))
        for cell, text in enumerate((layout.sheet or "", *layout.headings))
        if text.strip() and not _NOT_OF_IT.search(text)
    )
    blank = tuple([""] for _ in layout.looked_at)
    return Batch([layout.header_line or 1], blank, {0: said}, _Nowhere(), {0: HEADINGS})


class _Nowhere:
    """Says of no cell where it stands."""

    def column_of(self, index: int, cell: int) -> None:
        """Return None: only the line of headings is known."""

    def pointer_of(self, index: int, cell: int) -> None:
        """Return None: a key stands in many places."""
