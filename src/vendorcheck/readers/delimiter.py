"""Which character separates the cells: the one that gives the most lines of one width."""

import csv
from collections import Counter
from collections.abc import Sequence

CANDIDATES = (",", ";", "\t", "|")


def find_delimiter(sample: Sequence[str]) -> str:
    """Return the delimiter that cuts the sample most evenly; a comma when nothing cuts it."""
    return max(CANDIDATES, key=lambda candidate: _evenness(sample, candidate))


def _evenness(sample: Sequence[str], delimiter: str) -> tuple[float, int]:
    widths = Counter(len(row) for row in csv.reader(sample, delimiter=delimiter) if any(row))
    cut = {width: lines for width, lines in widths.items() if width > 1}
    if not cut:
        return (0.0, 0)
    width, lines = max(cut.items(), key=lambda item: (item[1], item[0]))
    return (round(lines / widths.total(), 1), width)
