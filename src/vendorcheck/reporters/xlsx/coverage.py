"""The sheet of coverage: first what was not screened and why, then how each table was read."""

from collections.abc import Iterator

from vendorcheck.model.bom import Column, LineNumbers
from vendorcheck.model.report import BillRecord, NotScreened, Report, TableRecord
from vendorcheck.reporters.text.bills import harmless_heading
from vendorcheck.reporters.text.counted import counted
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.styles import Style
from vendorcheck.reporters.xlsx.tables import Table, write_table

_TABLE = Table(
    "Coverage",
    (("Bill", 28), ("Sheet or table", 18), ("What", 18), ("Lines", 8), ("In words", 70), ("Which lines", 40)),
    "No bill.",
)

Row = list[Value]


def write_coverage(book: Book, report: Report) -> None:
    """Write what was read and looked at, and before all what was not."""
    write_table(book, _TABLE, _rows(report))


def _rows(report: Report) -> Iterator[Row]:
    coverage = report.coverage
    for item in coverage.not_screened:
        yield _row(item.bill, item.sheet, ("NOT SCREENED", "loud"), item.lines, item.reason, _which(item))
    for bill in coverage.bills:
        yield from _not_read(bill)
    if report.settings.summary_only:
        yield _row(None, None, ("left out", "warn"), None, "Lines and findings are left out (--summary-only).")
    if left := coverage.suppliers_left_out:
        yield _row(None, None, ("left out", "warn"), None, f"{left} suppliers are counted and not listed.")
    for bill in coverage.bills:
        for table in bill.tables:
            yield from _table(bill.name, table)


def _not_read(bill: BillRecord) -> Iterator[Row]:
    if bill.error is not None:
        yield _row(bill.name, None, ("NOT READ", "loud"), None, bill.error, str(bill.spot) if bill.spot else None)
    for table in bill.tables:
        for reason, numbers in table.reading.unreadable.items():
            yield _row(bill.name, table.layout.sheet, ("NOT READABLE", "loud"), numbers.count, reason, _which(numbers))


def _table(bill: str, table: TableRecord) -> Iterator[Row]:
    """A table: how it was read, the role of each column, and what stands in it besides lines."""
    layout, reading = table.layout, table.reading
    facts = [layout.format, layout.encoding, layout.delimiter and f"cut at {layout.delimiter!r}"]
    facts.append("looked at as text, no table" if not layout.columns else None)
    facts.append(f"headings on line {layout.header_line}" if layout.header_line is not None else None)
    yield _row(bill, layout.sheet, ("read", "strong"), reading.lines, ", ".join(filter(None, facts)))
    for remark in layout.remarks:
        yield _row(bill, layout.sheet, ("read so", "text"), None, remark)
    for column in layout.columns:
        yield _row(bill, layout.sheet, ("column", "text"), None, _column(column))
    for kind in counted(reading):
        yield _row(bill, layout.sheet, ("counted beside", "text"), None, kind)


def _column(column: Column) -> str:
    known = column.role not in ("unclassified", "ignored")
    heading = column.heading if known else harmless_heading(column.heading)
    role = column.role.replace("_", " ")
    match column.role:
        case "unclassified":
            role = "heading not known, looked at for names"
        case "ignored":
            role = "not looked at"
    return f"{column.cell}. “{heading}”: {role}"


def _which(numbers: LineNumbers | NotScreened) -> str:
    """All stretches of lines that are listed; a cell of a sheet has room for them."""
    texts = [str(first) if first == last else f"{first}-{last}" for first, last in numbers.stretches]
    return ", ".join(texts) + ("" if numbers.complete else " and more")


def _row(  # noqa: PLR0913, PLR0917  # a row has its cells
    bill: str | None,
    sheet: str | None,
    what: tuple[str, Style],
    lines: int | None,
    words: str,
    which: str | None = None,
) -> Row:
    return [Value(bill), Value(sheet), Value(*what), Value(lines, "number"), Value(words), Value(which)]
