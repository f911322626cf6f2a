"""The picture of what came out over the lines, one for each table, with what it shows in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from vendorcheck.model.finding import DETERMINATIONS, Determination, LineResult
from vendorcheck.model.report import Report, TableRecord
from vendorcheck.reporters.html.tables import table_name
from vendorcheck.reporters.html.words import DETERMINATION, MEANING, short_names
from vendorcheck.reporters.svg import strip
from vendorcheck.reporters.svg.strip import Stretch, swatch

#: How many tables are drawn; the others stand in the coverage.
MOST = 12


class Count(NamedTuple):
    """How many lines came to something, with the sign of it."""

    determination: Determination
    word: str
    meaning: str
    number: int
    swatch: Markup


class Strip(NamedTuple):
    """A table's picture: the lines at its two ends, and how many lines one bar stands for."""

    name: str
    picture: Markup
    first: int
    last: int
    lines_a_bar: int


def counts(report: Report) -> list[Count]:
    """Return what the lines of all bills came to."""
    return [
        Count(each, DETERMINATION[each], MEANING[each], report.summary.by_determination.get(each, 0), _swatch(each))
        for each in DETERMINATIONS
    ]


def strips(report: Report) -> list[Strip]:
    """Return a picture for each table that has lines with numbers, as far as there is room for them."""
    if report.settings.summary_only:
        return []
    by_table: dict[tuple[str, str | None], list[LineResult]] = {}
    for line in report.lines:
        by_table.setdefault((line.bill, line.place.sheet), []).append(line)
    tables = [(bill, table) for bill in report.coverage.bills for table in bill.tables if table.reading.lines]
    names = short_names(report)
    drawn = (
        _strip(f"strip-{at}", table_name(bill, table, names), table, by_table.get((bill.name, table.layout.sheet), []))
        for at, (bill, table) in enumerate(tables[:MOST], 1)
    )
    return [each for each in drawn if each]


def _strip(name: str, called: str, table: TableRecord, lines: Sequence[LineResult]) -> Strip | None:
    """The strip of a table; None where all are clear, or one has no number."""
    found = {line.line: line.determination for line in lines if line.line is not None}
    if table.layout.format == "prompt" or len(found) != len(lines):
        return None
    found |= dict.fromkeys(_unreadable(table), "NOT_SCREENED")
    if all(determination == "CLEAR" for determination in found.values()):
        return None
    first = min([(table.layout.header_line or 0) + 1, *found])
    shown = Stretch(first, max([first + table.reading.lines - 1, *found]))
    title = f"What the lines of {called} came to"
    picture = strip(name, title, _described(found, table), found, shown)
    return Strip(called, Markup(picture), shown.first, shown.last, shown.lines_a_bar)  # noqa: S704 -- drawn with escaped texts


def _unreadable(table: TableRecord) -> Iterator[int]:
    for numbers in table.reading.unreadable.values():
        for first, last in numbers.stretches:
            yield from range(first, last + 1)


def _described(found: Mapping[int, Determination], table: TableRecord) -> str:
    """The picture in words."""
    numbers = {each: [line for line, came in found.items() if came == each] for each in DETERMINATIONS}
    told = (
        f"{DETERMINATION[each]}: {len(lines)}, the first at line {min(lines)}"
        for each, lines in numbers.items()
        if lines
    )
    return f"{table.reading.lines} lines. {'; '.join(told) or 'None but clear ones'}. All others are clear."


def _swatch(determination: Determination) -> Markup:
    return Markup(swatch(f"key-{determination}", determination))  # noqa: S704 -- it holds no text
