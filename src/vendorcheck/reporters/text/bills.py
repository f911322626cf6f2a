"""The bills of a report as they were read: what was found of each table, and what stands in it besides lines."""

from collections.abc import Iterator

from vendorcheck.model.bom import Layout, LineNumbers, Reading
from vendorcheck.model.report import BillRecord, NotScreened, TableRecord
from vendorcheck.reporters.text.rows import TOP, Indent, Row, paragraph, row
from vendorcheck.reporters.visible import display_width, visible

#: How many stretches of line numbers the text report lists; the JSON report has all.
MAX_LISTED = 25

_NOT_READ = Indent(2, 10)

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def bill_rows(bill: BillRecord, width: int) -> Iterator[Row]:
    """Yield a bill with each of its tables, or why it was not read."""
    if not bill.tables:
        yield row((visible(bill.name), "place"))
        yield from paragraph("NOT READ", visible(bill.error or ""), width, _NOT_READ, style="bad")
    for table in bill.tables:
        if table.layout.format != "prompt":
            yield from _table(bill.name, table, width)


def table_text(bill: str, sheet: str | None) -> str:
    """Return how a table is called: by its bill, and by its sheet where it has one."""
    return visible(bill) if sheet is None else f"{visible(bill)}:{visible(sheet)}"


def lines_text(count: int) -> str:
    """Return so many lines in words."""
    return f"{count} line" if count == 1 else f"{count} lines"


def stretches(numbers: LineNumbers | NotScreened) -> str:
    """Return which lines are meant, as far as they are listed, in brackets."""
    texts = [str(first) if first == last else f"{first}-{last}" for first, last in numbers.stretches[:MAX_LISTED]]
    if not texts:
        return ""
    more = "" if numbers.complete and len(numbers.stretches) <= MAX_LISTED else " and more"
    return f" (line {', '.join(texts)}{more})"


def _table(bill: str, table: TableRecord, width: int) -> Iterator[Row]:
    layout, reading = table.layout, table.reading
    name, facts = table_text(bill, layout.sheet), " · ".join(_facts(layout, reading))
    if display_width(name) + 2 + display_width(facts) <= width:
        yield row((name, "place"), "  " + facts)
    else:
        yield row((name, "place"))
        yield from paragraph("read", facts, width, TOP)
    if layout.columns:
        yield from paragraph("columns", _columns(layout), width, TOP)
    if layout.remarks:
        yield from paragraph("read so", visible("; ".join(layout.remarks)), width, TOP)
    counted = [f"{numbers.count} {what}{stretches(numbers)}" for numbers, what in _counted(reading) if numbers.count]
    if counted:
        yield from paragraph("counted", "; ".join(counted), width, TOP)


def _facts(layout: Layout, reading: Reading) -> Iterator[str]:
    yield lines_text(reading.lines)
    cut = _DELIMITERS.get(layout.delimiter, repr(layout.delimiter)) if layout.delimiter else None
    yield ", ".join(visible(fact) for fact in (layout.format, layout.encoding, cut) if fact)
    if not layout.columns:
        yield "no table, looked at as text"
    elif layout.header_line is not None:
        yield f"headings on line {layout.header_line}"


def _columns(layout: Layout) -> str:
    return ", ".join(f"{column.role} = “{visible(column.heading)}”" for column in layout.screened)


def _counted(reading: Reading) -> Iterator[tuple[LineNumbers, str]]:
    """What stands in a table besides plain lines."""
    yield reading.before_header, "above the headings"
    yield reading.blank, "blank"
    yield reading.comments, "comments"
    yield reading.repeated_headers, "repeated headings"
    yield reading.group_headers, "headings of groups, looked at as text"
    yield reading.footers, "footers, looked at as text"
    yield reading.beside, "outside any table, looked at as text"
    yield reading.hidden, "hidden in the workbook, read like any other"
    yield reading.continued, "without a maker, which may belong to the line above"
    yield reading.no_level, "that do not say their level, and are taken for no part of an assembly"
    yield reading.ragged, "ragged, screened as far as they go"
    yield reading.unclosed_quotes, "with a quotation not closed, read as they stand"
    yield reading.broken_characters, "with characters that could not be read"
