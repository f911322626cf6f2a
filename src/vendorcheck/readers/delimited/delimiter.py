"""Which signs a table in text is written with: those that show the most headings, and cut most evenly."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vendorcheck.readers.choices import ALL_FOUND, Choices
from vendorcheck.readers.delimited.dialect import Dialect, unwrapped
from vendorcheck.readers.delimited.records import Records
from vendorcheck.readers.tables.header import roles_shown

#: From the one that hardly ever stands in a text to the one that often does; of equals the first is taken.
CANDIDATES = ("\t", "|", ";", ",")

#: Signs that part cells now and then, looked at where none of the above cuts anything.
SELDOM = ("^", "~", "\x1f", "\x01", "¦", "§")

#: Signs that every text holds: they part cells only below headings that are known.
EVERYWHERE = (":", " ")

#: So tidy a table such a sign must make.
TIDY = 0.5

#: A line on which a spreadsheet program says what it wrote the cells apart with.
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)

#: Cells looked at for what should not be left in them.
_LOOKED_AT = 2000


class Sense(NamedTuple):
    """How much sense a sample makes in a dialect; the greater, the more."""

    roles: int
    tidiness: float
    width: int


def find_dialect(sample: Sequence[str], choices: Choices = ALL_FOUND) -> Dialect:
    """Return the dialect in which the sample makes most sense as a table; commas where nothing cuts it."""
    said = choices.delimiter or stated_delimiter(sample)
    if said:
        return _best(sample, [said], choices)[1]
    text = "".join(sample)
    for signs in (CANDIDATES, SELDOM):
        present = [sign for sign in signs if sign in text]
        if present:
            sense, dialect = _best(sample, present, choices)
            if sense.tidiness > 0:
                return dialect
    sense, dialect = _best(sample, EVERYWHERE, choices)
    return dialect if sense.roles > 1 and sense.tidiness >= TIDY else Dialect(",")


def stated_delimiter(sample: Sequence[str]) -> str | None:
    """Return the delimiter that the first line names and does nothing else, as in `sep=;`."""
    found = _SEPARATOR_LINE.fullmatch(sample[0]) if sample else None
    return found[1] if found else None


def _best(sample: Sequence[str], signs: Sequence[str], choices: Choices) -> tuple[Sense, Dialect]:
    tried = [(_sense(sample, dialect, choices), dialect) for sign in signs for dialect in _dialects(sample, sign)]
    return max(tried, key=lambda each: each[0])


def _dialects(sample: Sequence[str], sign: str) -> Iterator[Dialect]:
    """The plain dialect of a delimiter, and each further one that the sample gives a reason to try."""
    text = "".join(sample)
    plain = Dialect(sign)
    yield plain
    cut = re.escape(sign)
    if sign != "\\" and ('\\"' in text or "\\\n" in text or "\\\r" in text):
        yield plain._replace(escape="\\")
    if sign != " " and re.search(rf'{cut} +"', text):
        yield plain._replace(spaced=True)
    apostrophes = re.findall(rf"(?:^|{cut})'([^'\r\n]*)'(?={cut}|\r|\n|$)", text, re.MULTILINE)
    if sign != "'" and (len(apostrophes) > 1 or any(sign in cell for cell in apostrophes)):
        yield plain._replace(quote="'")
    wrapped = sum(sign in unwrapped(line) for line in sample if line.startswith('"') and unwrapped(line) != line)
    if wrapped * 2 > len(sample):
        yield plain._replace(wrapped=True)


def _sense(sample: Sequence[str], dialect: Dialect, choices: Choices) -> Sense:
    """The roles that its headings show, how evenly and cleanly it cuts, and into how many cells."""
    batches = list(Records(sample, dialect).batches())
    rows = [row for batch in batches for row in batch.rows if any(map(str.strip, row))]
    cut = Counter(len(row) for row in rows if len(row) > 1)
    if not cut:
        return Sense(0, 0.0, 0)
    width, lines = max(cut.items(), key=lambda item: (item[1], item[0]))
    evenness = (lines - sum(len(batch.unclosed) for batch in batches) / 2) / len(rows)
    return Sense(roles_shown(rows, choices), evenness * (1 - 1 / width) * _cleanness(rows, dialect), width)


def _cleanness(rows: Sequence[Sequence[str]], dialect: Dialect) -> float:
    """The share of cells that hold neither a quotation mark at an end nor a sign that parts cells more often."""
    stronger = CANDIDATES[: CANDIDATES.index(dialect.delimiter)] if dialect.delimiter in CANDIDATES else ()
    cells = [cell for row in rows for cell in row if cell][:_LOOKED_AT]
    return sum(_is_clean(cell.strip(), stronger) for cell in cells) / max(len(cells), 1)


def _is_clean(cell: str, stronger: Sequence[str]) -> bool:
    marks = {cell[:1], cell[-1:]}
    return marks.isdisjoint("\"'") and not any(sign in cell for sign in stronger)
