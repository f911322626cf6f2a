"""Rows of the table of lines: lines in a row that were not screened for one reason share a row."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from vendorcheck.reporters.html.lines import Line

#: From how many lines on they share a row.
FROM = 6


class Run(NamedTuple):
    """Lines that share a row: the first and the last of them, and how many there are."""

    first: Line
    last: Line
    lines: int


def runs(lines: Sequence[Line]) -> list[Run]:
    """Return the rows, in the order of the lines; a row holds several only where they say the same."""
    found: list[Run] = []
    for _, group in groupby(enumerate(lines), key=_alike):
        alike = [line for _, line in group]
        if len(alike) < FROM:
            found += [Run(line, line, 1) for line in alike]
        else:
            found.append(Run(alike[0], alike[-1], len(alike)))
    return found


def _alike(placed: tuple[int, Line]) -> tuple[object, ...]:
    """What lines of a row have in common; what was screened, or has notes, stands alone."""
    at, line = placed
    result = line.result
    if result.determination != "NOT_SCREENED" or result.parties or line.notes or result.line is None:
        return (at,)
    return result.bill, result.place.sheet, result.reason
