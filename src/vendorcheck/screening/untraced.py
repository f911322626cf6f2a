"""Why a number is that of no line of a bill: headings, blanks, comments, rows that could not be read, or nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.bom import Bill, LineNumbers, Reading, Table


class NoLine(NamedTuple):
    """What stands where no line does, and where lines are."""

    message: str
    help: str


def why_no_line(bill: Bill, number: int) -> NoLine:
    """Return what stands at a number of a bill whose tables were read; that nothing does, where nothing is known."""
    for table in bill.tables:
        said = next(_said(table, number), None)
        if said:
            sheet = f" of sheet {table.layout.sheet!r}" if table.layout.sheet else ""
            return NoLine(f"line {number}{sheet} is no line of {bill.name}: {said}", _HELP)
    return NoLine(f"{bill.name} has no line {number}", _HELP)


_HELP = "`vendorcheck inspect` says what was read of the file; a line has the number that an editor or sheet shows."


def _said(table: Table, number: int) -> Iterator[str]:
    if table.layout.header_line == number:
        yield "it holds the headings"
    for numbers, what in _kinds(table.reading):
        if any(first <= number <= last for first, last in numbers.stretches):
            yield what
    for reason, numbers in table.reading.unreadable.items():
        if any(first <= number <= last for first, last in numbers.stretches):
            yield f"it could not be read: {reason}"


def _kinds(reading: Reading) -> Iterator[tuple[LineNumbers, str]]:
    nobody = "; looked at as text, it shows nobody"
    yield reading.before_header, f"it stands above the headings{nobody}"
    yield reading.blank, "it is blank"
    yield reading.comments, f"it is a comment{nobody}"
    yield reading.repeated_headers, "it repeats the headings"
    yield reading.group_headers, f"it is the heading of a group{nobody}"
    yield reading.footers, f"it is a footer{nobody}"
    yield reading.beside, f"it stands outside any table{nobody}"
