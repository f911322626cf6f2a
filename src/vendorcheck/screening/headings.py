"""The headings of a table, and the name it goes by, as a row beside its lines: they may name somebody, too."""

from vendorcheck.model.bom import Batch, Layout

HEADINGS = "the headings"


def headings_of(layout: Layout) -> Batch:
    """Return a batch of one aside: the headings or keys of a table, and the name of its sheet."""
    cells = tuple(enumerate((layout.sheet or "", *layout.headings)))
    said = tuple((cell, text) for cell, text in cells if text.strip())
    blank = tuple([""] for _ in layout.looked_at)
    return Batch([layout.header_line or 1], blank, {0: said}, _Nowhere(), {0: HEADINGS})


class _Nowhere:
    """Says of no cell where it stands."""

    def column_of(self, index: int, cell: int) -> None:
        """Return None: only the line of headings is known."""

    def pointer_of(self, index: int, cell: int) -> None:
        """Return None: a key stands in many places."""
