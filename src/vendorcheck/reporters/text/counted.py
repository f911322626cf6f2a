"""What stands in a table besides plain lines, in words: each kind with its count and where it stands."""

from collections.abc import Iterator

from vendorcheck.model.bom import LineNumbers, Reading
from vendorcheck.model.report import NotScreened

#: How many stretches of line numbers are listed; a report as JSON has all.
MAX_LISTED = 25


def counted(reading: Reading) -> Iterator[str]:
    """Yield each kind of row that a table has, how many there are and on which lines."""
    for numbers, one, many in _kinds(reading):
        if numbers.count:
            yield f"{numbers.count} {one if numbers.count == 1 else many}{stretches(numbers)}"


def stretches(numbers: LineNumbers | NotScreened) -> str:
    """Return which lines are meant, as far as they are listed, in brackets."""
    texts = [str(first) if first == last else f"{first}-{last}" for first, last in numbers.stretches[:MAX_LISTED]]
    if not texts:
        return ""
    more = "" if numbers.complete and len(numbers.stretches) <= MAX_LISTED else " and more"
    return f" (line {', '.join(texts)}{more})"


def _kinds(reading: Reading) -> Iterator[tuple[LineNumbers, str, str]]:
    as_text = ", looked at as text"
    yield reading.before_header, "above the headings", "above the headings"
    yield reading.blank, "blank", "blank"
    yield reading.comments, "comment", "comments"
    yield reading.repeated_headers, "repeated heading row", "repeated heading rows"
    yield reading.group_headers, f"heading of a group{as_text}", f"headings of groups{as_text}"
    yield reading.footers, f"footer{as_text}", f"footers{as_text}"
    yield reading.beside, f"outside any table{as_text}", f"outside any table{as_text}"
    hidden = "hidden in the workbook, read like any other"
    yield reading.hidden, hidden, hidden
    continued = "without a maker, which may belong to the line above"
    yield reading.continued, continued, continued
    part = "taken for no part of an assembly"
    yield reading.no_level, f"that does not say its level, {part}", f"that do not say their level, {part}"
    yield reading.ragged, "ragged, screened as far as it goes", "ragged, screened as far as they go"
    unclosed = "with a quotation not closed, read as"
    yield reading.unclosed_quotes, f"{unclosed} it stands", f"{unclosed} they stand"
    broken = "with characters that could not be read"
    yield reading.broken_characters, broken, broken
