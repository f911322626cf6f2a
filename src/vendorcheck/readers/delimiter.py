"""Which character separates the cells: the one that shows the most headings, and cuts most evenly."""

from collections import Counter
from collections.abc import Sequence

from vendorcheck.readers.choices import ALL_FOUND, Choices
from vendorcheck.readers.columns import roles_shown
from vendorcheck.readers.records import Records

CANDIDATES = (",", ";", "\t", "|")


def find_delimiter(sample: Sequence[str], choices: Choices = ALL_FOUND) -> str:
    """Return the delimiter under which the sample makes most sense as a table; a comma when nothing cuts it."""
    return max(CANDIDATES, key=lambda candidate: _sense(sample, candidate, choices))


def _sense(sample: Sequence[str], delimiter: str, choices: Choices) -> tuple[int, float, int]:
    """The roles that its headings show, the share of lines with the commonest width, and that width."""
    rows = [row for batch in Records(sample, delimiter).batches() for row in batch.rows if any(map(str.strip, row))]
    cut = Counter(len(row) for row in rows if len(row) > 1)
    if not cut:
        return (0, 0.0, 0)
    width, lines = max(cut.items(), key=lambda item: (item[1], item[0]))
    return (roles_shown(rows, choices), lines / len(rows), width)
