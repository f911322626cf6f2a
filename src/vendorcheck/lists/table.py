"""The rows of a published table under its headings: what is no row of it is left out with its reason."""

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from vendorcheck.lists.fields import CutOffError, Row, opening_of, refused, rows_of
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.watchlist import LeftOut

#: Why a row is part of no entry.
NAMELESS = "names nobody"
REPEATED = "repeats the headings"
TOO_MANY = "has more cells than there are headings"
CUT_OFF = "is cut off: the file ends within it"


class Table:
    """The rows of one file, as the cells of the columns that are read, and the account of those left out.

    `columns` are all that are read, and `needed` those without which the file is refused: in both a heading stands as
    `headings_of` gives it. The account is whole when the rows have been gone through.
    """

    def __init__(
        self, file: SourceFile, delimiter: str, columns: Sequence[str], needed: Sequence[str], *, above: int = 0
    ) -> None:
        """Take the headings of the file, below so many other rows; an error says which of those needed it lacks."""
        self.file = file
        self.rows = 0
        self.left_out: list[LeftOut] = []
        self._short = 0
        self._rows = rows_of(file, delimiter)
        self.above = list(islice(self._rows, above))
        header = next(self._rows, Row(1, []))
        self._headings = headings_of(header.cells)
        self._read = {heading: self._headings.index(heading) for heading in columns if heading in self._headings}
        missing = [heading for heading in needed if heading not in self._read]
        if missing:
            told = f"lacks the column{'s' * (len(missing) > 1)} {', '.join(missing)}"
            raise refused(file, header.line, told, "Fetch it again: a list that lacks columns is not imported.")
        twice = next((heading for heading in needed if self._headings.count(heading) > 1), None)
        if twice:
            raise refused(
                file, header.line, f"has the column {twice} twice", "Fetch it again: nobody can say which is it."
            )
        width = len(self._headings)
        self._cells = itemgetter(*(self._read.get(heading, width) for heading in columns))

    def __iter__(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the line of each row with its cells in the order of the columns; "" for those that are not there."""
        width = len(self._headings)
        for line, cells in self._whole_rows():
            self.rows += 1
            if len(cells) > width:
                self._leave_out(line, TOO_MANY)
            elif headings_of(cells[:1]) == self._headings[:1] and headings_of(cells) == self._headings:
                self._leave_out(line, REPEATED)
            else:
                self._short += len(cells) < width
                yield line, self._cells(cells + [""] * (width + 1 - len(cells)))

    def _whole_rows(self) -> Iterator[Row]:
        """The rows but for one within which the file ends: in a quotation, or in a line without all its cells."""
        last: Row | None = None
        try:
            for row in self._rows:
                if last:
                    yield last
                last = row
        except CutOffError as cut:
            if last:
                yield last
            self._cut_off(cut.line)
            return
        if last and len(last.cells) < len(self._headings) and not _ends_a_line(self.file):
            self._cut_off(last.line)
        elif last:
            yield last

    def _cut_off(self, line: int) -> None:
        self.rows += 1
        self._leave_out(line, CUT_OFF)

    def _leave_out(self, line: int, reason: str) -> None:
        self.left_out.append(LeftOut(self.file.name, line, reason))

    @property
    def notes(self) -> Sequence[str]:
        """What else is to be known of the file: columns that are not read, rows that are short, a missing end."""
        unknown = [heading for heading in self._headings if heading and heading not in self._read]
        unread = [f"{self.file.name}: columns that are not read: {', '.join(unknown)}"] if unknown else []
        return [*unread, *self.damage]

    @property
    def damage(self) -> Sequence[str]:
        """The notes on rows that are short and on a missing end, for tables of which few columns are read."""
        cut_off = any(left.reason == CUT_OFF for left in self.left_out)
        said = (
            f"{self._short} rows have fewer cells than there are headings" if self._short else "",
            "the file is not whole: it ends within a row" if cut_off else "",
        )
        return [f"{self.file.name}: {note}" for note in said if note]


def _ends_a_line(file: SourceFile) -> bool:
    """Whether the last line of a file is ended: the zero is half of a sign of UTF-16."""
    return file.content.rstrip(b"\0").endswith((b"\n", b"\r"))


def headings_of(cells: Sequence[str]) -> list[str]:
    """Return headings in small letters, with their words joined by low lines."""
    return ["_".join(cell.lower().split()) for cell in cells]


def heads(file: SourceFile, delimiter: str, signs: Sequence[str], least: int, *, above: int = 0) -> bool:
    """Return whether a line of a file, the first or one below others, has so many headings that no other table has."""
    first = next(islice(opening_of(file).lstrip().splitlines(), above, None), "")
    found = headings_of([cell.strip().strip('"') for cell in first.split(delimiter)])
    return sum(sign in found for sign in signs) >= least
