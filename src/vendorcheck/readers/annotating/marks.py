"""Which rows of a bill something is written beside, from reading it once more as it was read for the screening."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.annotation import Annotation, Cells, Seen
from vendorcheck.model.bom import Reading, Table

#: What tells a new heading from one that the bill has already.
_OURS = "vendorcheck"


class Mark(NamedTuple):
    """A line on which something is to be written; of headings, those that the table has."""

    line: int
    seen: tuple[Seen, ...]
    headings: tuple[str, ...] | None = None


class Marks:
    """Takes marks from the first to the last."""

    def __init__(self, marks: Iterator[Mark]) -> None:
        """Take from these."""
        self._marks = marks
        self._next = next(marks, None)

    def __bool__(self) -> bool:
        """Whether any is left."""
        return self._next is not None

    def up_to(self, line: int) -> Mark:
        """Return all that is left of the lines up to this one, as one."""
        taken = Mark(line, ())
        while self._next and self._next.line <= line:
            headings = taken.headings if self._next.headings is None else self._next.headings
            taken = Mark(line, (*taken.seen, *self._next.seen), headings)
            self._next = next(self._marks, None)
        return taken


def marks_of(table: Table) -> Iterator[Mark]:
    """Yield the rows of a table in order: its headings, its lines, what is no line, and what could not be read."""
    layout = table.layout
    header = layout.header_line or 0
    heading = Mark(header, (Seen(layout.sheet, header, "aside"),), layout.headings) if header else None
    for seen in _rows(table):
        if heading and seen.line >= header:
            yield heading
            heading = None
        if seen.line != header:
            yield Mark(seen.line, (seen,))
    if heading:
        yield heading


def cells_of(mark: Mark, annotation: Annotation) -> Cells | None:
    """Return what is to be written on a line; None for nothing.

    What was found in the headings themselves stands behind the new ones.
    """
    found = [cells for seen in mark.seen if (cells := annotation.beside(seen))]
    if mark.headings is not None:
        headings = _told_apart(annotation.headings, mark.headings)
        return tuple(": ".join(filter(None, each)) for each in zip(headings, *found, strict=True))
    return tuple("; ".join(dict.fromkeys(filter(None, each))) for each in zip(*found, strict=True)) or None


def _rows(table: Table) -> Iterator[Seen]:
    """The rows of a table in order; one without headings begins with what its name shows, told as of line 1."""
    sheet = table.layout.sheet
    named = sheet is not None and not table.layout.header_line
    for batch in table.batches():
        unread = _unread(table.reading)
        rows = {line: Seen(sheet, line, "unread", reason) for line, reason in unread.items()}
        for index, line in enumerate(batch.lines):
            rows[line] = Seen(sheet, line, "aside" if index in batch.asides else "line", unread.get(line))
        for line in sorted(rows):
            if named and line > 1:
                yield Seen(sheet, 1, "aside")
            named = False
            yield rows[line]
    for line, reason in sorted(_unread(table.reading).items()):
        yield Seen(sheet, line, "unread", reason)


def _unread(reading: Reading) -> dict[int, str]:
    """Lines that could not be read since this was last asked, and why: the reading itself lists only so many."""
    found: dict[int, list[str]] = {}
    for reason, numbers in reading.unreadable.items():
        for first, last in numbers.stretches:
            for line in range(first, last + 1):
                found.setdefault(line, []).append(reason)
    reading.unreadable.clear()
    return {line: "; ".join(reasons) for line, reasons in found.items()}


def _told_apart(headings: Cells, taken: tuple[str, ...]) -> Cells:
    """The new headings, none of which the table has already."""
    known = {heading.strip().casefold() for heading in taken}
    return tuple(_new(heading, known) for heading in headings)


def _new(heading: str, known: set[str]) -> str:
    name, number = heading, 1
    while name.casefold() in known:
        name = f"{heading} ({_OURS} {number})" if number > 1 else f"{heading} ({_OURS})"
        number += 1
    return name
