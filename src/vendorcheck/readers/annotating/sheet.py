"""The markup of a sheet with cells added: its own bytes stay where they are, but for blank cells that are filled."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendorcheck.model.annotation import Annotation, Cells
from vendorcheck.readers.annotating.cell_markup import cells_markup, prefix_of, reaching, spanning
from vendorcheck.readers.annotating.edits import Edits
from vendorcheck.readers.annotating.marks import Marks, cells_of
from vendorcheck.readers.annotating.widths import Widths, listed
from vendorcheck.readers.workbook.markup import Attributes, Markup
from vendorcheck.readers.workbook.references import Columns, row_number


class Place(NamedTuple):
    """Where the new columns stand, and the style of their headings."""

    first: int
    last: int
    heading_style: str


class Blank(NamedTuple):
    """A cell at or beyond the new columns, where no cell holds anything: from which byte to which, column and style."""

    start: int
    stop: int
    column: int
    style: str


def annotated_sheet(
    part: str, chunks: Iterable[bytes], place: Place, marks: Marks, annotation: Annotation
) -> Iterator[bytes]:
    """Yield the bytes of a sheet with the cells of its rows, the widths of the new columns, and its range."""
    sheet = _Sheet(part, place, marks, annotation)
    for chunk in chunks:
        yield sheet.feed(chunk)
    yield sheet.feed(b"")


class _Sheet:
    """Walks through the markup of a sheet, and puts in what is new."""

    def __init__(self, part: str, place: Place, marks: Marks, annotation: Annotation) -> None:
        starts = {
            "dimension": self._dimension,
            "cols": self._list_begins,
            "col": self._listed,
            "sheetData": self._rows_begin,
            "row": self._row,
            "c": self._cell,
        }
        ends = {"cols": self._list_ends, "c": self._cell_ends, "row": self._row_ends}
        self._markup = Markup(part, starts, ends)
        self._place, self._marks, self._annotation = place, marks, annotation
        self._edits = Edits()
        self._letters = Columns()
        self._widths: Widths | None = None
        self._number = self._column = 0
        self._cells: Cells | None = None
        self._blanks: list[Blank] = []

    def feed(self, chunk: bytes) -> bytes:
        """Return what is settled of the sheet after this chunk, the last of which is empty."""
        self._edits.hold(chunk)
        self._markup.feed(chunk)
        return self._edits.take() if chunk else self._edits.rest()

    def _dimension(self, _: Attributes) -> None:
        tag = self._edits.tag(self._markup.at)
        self._edits.replace(self._markup.at, len(tag), reaching(tag, self._place.last))

    def _list_begins(self, _: Attributes) -> None:
        self._list = self._markup.at
        self._widths = Widths(self._place.first, self._place.last)

    def _listed(self, attributes: Attributes) -> None:
        if self._widths:
            self._widths.add(self._edits.tag(self._markup.at), attributes)

    def _list_ends(self) -> None:
        tag = self._edits.tag(self._list)
        if self._widths and tag.endswith(b"/>"):
            self._edits.replace(self._list, len(tag), listed(tag, self._widths))
        elif self._widths:
            inside = self._list + len(tag)
            self._edits.replace(inside, self._markup.at - inside, self._widths.markup(prefix_of(tag)))

    def _rows_begin(self, _: Attributes) -> None:
        if self._widths is None:
            new = Widths(self._place.first, self._place.last)
            self._edits.replace(self._markup.at, 0, listed(self._edits.tag(self._markup.at), new))

    def _row(self, attributes: Attributes) -> None:
        self._number = row_number(attributes.get("r"), self._number + 1)
        self._column = 0
        self._start = self._markup.at
        mark = self._marks.up_to(self._number)
        self._is_heading = mark.headings is not None
        self._cells = cells_of(mark, self._annotation)
        self._markup.heard.clear()

    def _cell(self, attributes: Attributes) -> None:
        self._column = self._letters.of(attributes.get("r"), self._column + 1)
        if self._cells and self._column >= self._place.first:
            self._blanks.append(Blank(self._markup.at, 0, self._column, attributes.get("s", "")))

    def _cell_ends(self) -> None:
        if self._cells and self._column >= self._place.first:
            blank = self._blanks[-1]
            tag = self._edits.tag(blank.start)
            closed = blank.start + len(tag) if tag.endswith(b"/>") else 0
            stop = closed or self._markup.at + len(self._edits.tag(self._markup.at))
            self._blanks[-1] = blank._replace(stop=stop)

    def _row_ends(self) -> None:
        if self._cells:
            self._put(self._cells)
        self._blanks.clear()
        self._edits.settle(self._markup.at)

    def _put(self, cells: Cells) -> None:
        """Put cells into the row, in the order of their columns; blank ones of these columns make way."""
        tag = self._edits.tag(self._start)
        prefix = prefix_of(tag)
        styles = dict.fromkeys(range(self._place.first, self._place.last + 1), self._heading_style())
        taken = [blank for blank in self._blanks if blank.column <= self._place.last]
        styles |= {blank.column: blank.style for blank in taken if blank.style}
        markup = cells_markup(prefix, self._number, self._place.first, cells, styles)
        spanned = spanning(tag, self._place.last)
        if tag.endswith(b"/>"):
            name = tag[1:].split(None, 1)[0].rstrip(b"/>")
            self._edits.replace(self._start, len(tag), spanned[:-2] + b">" + markup + b"</" + name + b">")
            return
        self._edits.replace(self._start, len(tag), spanned)
        self._edits.replace(self._blanks[0].start if self._blanks else self._markup.at, 0, markup)
        for blank in taken:
            self._edits.replace(blank.start, blank.stop - blank.start, b"")

    def _heading_style(self) -> str:
        return self._place.heading_style if self._is_heading else ""
