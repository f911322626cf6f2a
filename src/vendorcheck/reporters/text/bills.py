"""The bills of a report as they were read: what was found of each table, and what stands in it besides lines."""

from collections.abc import Iterator

from vendorcheck.model.bom import Layout, Reading
from vendorcheck.model.report import BillRecord, TableRecord
from vendorcheck.reporters.text.counted import counted
from vendorcheck.reporters.text.rows import TOP, Indent, Row, paragraph, row
from vendorcheck.reporters.visible import display_width, visible

#: How many headings that nobody knows are listed, and how long they may be.
MAX_UNKNOWN, MAX_HEADING = 6, 40

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


def harmless_heading(heading: str) -> str:
    """Return a heading that nobody knows as it may be shown: a long one, or one with digits, may be a secret."""
    return "…" if len(heading) > MAX_HEADING or any(map(str.isdigit, heading)) else visible(heading)


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
    if besides := "; ".join(counted(reading)):
        yield from paragraph("counted", besides, width, TOP)


def _facts(layout: Layout, reading: Reading) -> Iterator[str]:
    yield lines_text(reading.lines)
    cut = _DELIMITERS.get(layout.delimiter, repr(layout.delimiter)) if layout.delimiter else None
    yield ", ".join(visible(fact) for fact in (layout.format, layout.encoding, cut) if fact)
    if not layout.columns:
        yield "no table, looked at as text"
    elif layout.header_line is not None:
        yield f"headings on line {layout.header_line}"
    elif layout.format in ("csv", "xlsx"):
        yield "no headings"


def _columns(layout: Layout) -> str:
    """The columns that are screened, the one that says what is part of what, and those nobody knows."""
    shown = (column for column in layout.columns if column.screened or column.role == "level")
    screened = ", ".join(f"{column.role} = “{visible(column.heading)}”" for column in shown)
    unknown = [harmless_heading(column.heading) for column in layout.columns if column.role == "unclassified"]
    if not unknown:
        return screened
    named = ", ".join(f"“{heading}”" for heading in unknown[:MAX_UNKNOWN])
    more = f" and {len(unknown) - MAX_UNKNOWN} more" if len(unknown) > MAX_UNKNOWN else ""
    return f"{screened}; under headings not known, looked at for names: {named}{more}"
