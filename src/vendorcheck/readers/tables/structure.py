"""What rows look like whose headings nobody knows: whether they make a table, and which of them heads it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

#: A table has at least so large a share of its rows cut into the same number of cells; with three cells or more,
#: less will do.
EVEN, EVEN_WHERE_WIDE = 0.8, 0.6

#: So many cells make a row wide.
WIDE = 3

#: So many headings in a row are no part of a sentence.
MANY = 5

#: Rows below a heading that are compared with it, and how many of them make a column one of numbers.
COMPARED, MOSTLY = 30, 0.8

#: What a word above numbers says for a row of headings, against 1 for a value that stands there again.
WORDS_ABOVE_NUMBERS = 2.0

#: A heading is no longer than this, in characters and in words.
MAX_HEADING, MAX_WORDS = 60, 10

#: Of a list so large a share is short: few words, and no more cells than a name with commas falls into.
LISTED, MAX_LISTED_WORDS, MAX_LISTED_CELLS = 0.9, 8, 4

#: Headings that stand alone have few words.
MAX_BRIEF_WORDS = 4

#: Nothing longer is a number, a date or a sum.
MAX_NUMBER = 40

_NUMBER = re.compile(r"[\W\d_]*\d[\W\d_]*(?:[^\W\d_]{1,3}[\W\d_]*)?")

#: What stands where a value is missing.
_ABSENT = re.compile(r"[\W_]*|n\W?[adk]\W?|none|null|nil|nan|tb[adc]|unknown|missing|free", re.IGNORECASE)

YEARS = range(1900, 2101)

Row = Sequence[str]


class Structure(NamedTuple):
    """A table by its looks: at which of the rows it begins, and whether that row is one of headings."""

    start: int
    headed: bool


def structure_of(rows: Sequence[Row]) -> Structure | None:
    """Return where a table begins in rows that are not blank; None where they make none."""
    width = _width(rows)
    start = next((at for at, row in enumerate(rows) if _fills(row, rows[at + 1 : at + 1 + COMPARED], width)), None)
    if not width or start is None or not _is_even(rows[start:], width):
        return None
    return Structure(start, headed=_differs(rows[start], rows[start + 1 : start + 1 + COMPARED]))


def surely_heads(row: Row, below: Sequence[Row]) -> bool:
    """Return whether the looks of the rows below say that a row is one of headings, each of its cells a word or more.

    In a line of data a sign that a number is missing stands above numbers as well.
    """
    if not below or not all(is_wordy(cell) and _ABSENT.fullmatch(cell.strip()) is None for cell in row):
        return False
    return _score(row, below[:COMPARED]) >= WORDS_ABOVE_NUMBERS


def is_wordy(cell: str) -> bool:
    """Return whether a cell may be a heading: short, and not a number, a date or a sum of money."""
    text = cell.strip()
    return len(text) <= MAX_HEADING and len(text.split()) <= MAX_WORDS and not is_number(text)


def is_number(cell: str) -> bool:
    """Return whether a cell is a number, with or without a unit, a date, a time or a sum of money."""
    text = cell.strip()
    return len(text) <= MAX_NUMBER and _NUMBER.fullmatch(text) is not None


def _width(rows: Sequence[Row]) -> int:
    """The commonest number of cells, of rows with more than one; 0 where there is none."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.items(), key=lambda item: (item[1], item[0]))[0] if widths else 0


def _is_even(rows: Sequence[Row], width: int) -> bool:
    counted = [row for row in rows if not _is_comment(row)]
    even = sum(1 for row in counted if len(row) == width)
    filled = sum(1 for row in counted if _filled(row) > 1)
    least = EVEN if width < WIDE else EVEN_WHERE_WIDE
    return even > 0 and even >= least * len(counted) and filled >= max(2, len(counted) / 2)


def _fills(row: Row, below: Sequence[Row], width: int) -> bool:
    """Whether a row fills at least half of the columns that the rows below fill: titles and group headings do not."""
    if _is_comment(row) and len(row) != width:
        return False
    used = {column for other in below for column, cell in enumerate(other) if cell.strip()}
    return _filled(row) * 2 >= max(len(used), 2) and _filled(row) > 1


def _is_comment(row: Row) -> bool:
    return row[0].lstrip().startswith("#")


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell.strip())


def _differs(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row looks like headings of the rows below it; in doubt it is taken for headings.

    Taken wrongly, a row of data costs its line; taken for data, headings cost the whole table.
    """
    if not below or _counts_up(row):
        return True
    return _score(row, below) > -0.5  # noqa: PLR2004 (half a column's word)


def _score(row: Row, below: Sequence[Row]) -> float:
    """What all columns say together of a row: more than 0 for headings."""
    score = 0.0
    for at, cell in enumerate(row):
        values = [other[at].strip() for other in below if at < len(other) and other[at].strip()]
        if cell.strip() and values:
            score += _evidence(cell.strip(), values)
    return score


def _evidence(cell: str, values: Sequence[str]) -> float:
    """What a column says of the cell above it: more than 0 for a heading, less for another value.

    Words above numbers say most: values that are missing stand there now and then, and hardly anything else.
    """
    numbers = sum(map(is_number, values)) / len(values)
    if is_number(cell):
        return -1.0 if numbers >= MOSTLY else -0.5
    if numbers >= MOSTLY:
        return WORDS_ABOVE_NUMBERS
    if cell in values:
        return -1.0
    if not _has_digit(cell) and sum(map(_has_digit, values)) >= MOSTLY * len(values):
        return 0.5
    return 0.0 if is_wordy(cell) else -0.5


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _counts_up(row: Row) -> bool:
    """Whether the numbers of a row are years, or each one more than the last: months, or steps of quantity."""
    numbers = [int(cell) for cell in row if cell.strip().isdecimal() and len(cell) < MAX_NUMBER]
    years = len(numbers) > 1 and all(number in YEARS for number in numbers)
    return years or (len(numbers) > WIDE and all(after - before == 1 for before, after in pairwise(numbers)))


def mostly_as_wide(rows: Sequence[Row], width: int) -> bool:
    """Return whether most rows are cut into one number of cells, at least half of so many; true of no row at all."""
    if not rows:
        return True
    common, count = Counter(map(len, rows)).most_common(1)[0]
    return common > 1 and common * 2 >= width and count * 2 >= len(rows)


def widely_cut(rows: Sequence[Row], width: int) -> bool:
    """Return whether at least half of the rows, however uneven, are cut into at least half of many cells."""
    return width >= MANY and 2 * sum(1 for row in rows if 2 * len(row) >= width) >= len(rows)


def is_list(rows: Sequence[Row]) -> bool:
    """Return whether rows make a list of one column: there are some, and nearly all are short."""
    short = sum(1 for row in rows if len(row) < MAX_LISTED_CELLS and is_short(",".join(row)))
    return short > 0 and short >= LISTED * len(rows)


def is_brief(text: str) -> bool:
    """Return whether a text is of few words, and does not end as a sentence does."""
    return len(text.split()) <= MAX_BRIEF_WORDS and not text.rstrip().endswith((".", "!", "?", "。"))


def is_short(text: str) -> bool:
    """Return whether a text is as short as a name or a part number, and not a sentence."""
    return len(text) <= MAX_HEADING and len(text.split()) <= MAX_LISTED_WORDS
