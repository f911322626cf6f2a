"""The tables of the bills as they were read: which columns were screened, what was counted, what was not readable."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from vendorcheck.model.report import BillRecord, Report, TableRecord
from vendorcheck.reporters.html.words import counted
from vendorcheck.reporters.text.counted import counted as besides
from vendorcheck.reporters.text.counted import stretches

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


class Table(NamedTuple):
    """A table, or a bill that has none: how it was read and what is to be known of it."""

    name: str
    read_as: str
    lines: int
    columns: str
    remarks: tuple[str, ...]
    unreadable: tuple[str, ...]
    error: str | None


def tables(report: Report) -> list[Table]:
    """Return every table of the run, and the bills that could not be read."""
    return [each for bill in report.coverage.bills for each in _tables(bill)]


def table_name(bill: BillRecord, table: TableRecord, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return how a table is called: by its bill, which may have a shorter name, and its sheet where it has one."""
    called = names.get(bill.name, bill.name)
    return f"{called} ({table.layout.sheet})" if table.layout.sheet else called


def columns(table: TableRecord) -> str:
    """Return the screened columns in words: each role with its heading.

    A heading that nobody knows is only counted: it may be a value, and anybody's secret.
    """
    if not table.layout.columns:
        return "no columns: looked at as text"
    screened = [f"{column.role} “{column.heading}”" for column in table.layout.screened]
    unknown = sum(column.role == "unclassified" for column in table.layout.columns)
    if unknown:
        screened.append(f"{counted(unknown, 'column')} under headings not known, looked at for names")
    return ", ".join(screened) or "no column that says who is behind a line"


def _tables(bill: BillRecord) -> Iterator[Table]:
    if bill.error:
        yield Table(bill.name, "not read", bill.lines, "", (), (), bill.error)
    for table in bill.tables:
        layout = table.layout
        yield Table(
            name=table_name(bill, table),
            read_as=", ".join(_read_as(table)),
            lines=table.reading.lines,
            columns=columns(table),
            remarks=(*layout.remarks, *besides(table.reading)),
            unreadable=tuple(f"{why}{stretches(lines)}" for why, lines in table.reading.unreadable.items()),
            error=None,
        )


def _read_as(table: TableRecord) -> Iterator[str]:
    layout = table.layout
    yield layout.format
    if layout.encoding:
        yield layout.encoding
    if layout.delimiter:
        yield _DELIMITERS.get(layout.delimiter, repr(layout.delimiter))
    yield f"headings on line {layout.header_line}" if layout.header_line is not None else "no headings"
