"""`inspect`: what was read of a file, before anything is screened."""

import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.terminal import write_out
from vendorcheck.model.bom import Bill, Layout, Table
from vendorcheck.readers import identifies, open_bom
from vendorcheck.reporters.report_json import Data, dump, layout_data, reading_data
from vendorcheck.reporters.text.counted import counted, stretches
from vendorcheck.reporters.visible import visible
from vendorcheck.screening import choices_of


def inspect(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A bill of materials; - is standard input.")],
    mapping: options.Maps = [],
    sheet: options.Sheet = None,
    delimiter: options.Delimiter = None,
    encoding: options.Encoding = None,
    header_line: options.HeaderLine = None,
    output: options.Shown = "text",
) -> int:
    """Show what was read: format, encoding, delimiter, heading row, each column's role, rows, what was not readable."""
    options.check_shown(output)
    with closing(open_bom(file, choices_of(mapping, sheet, delimiter, encoding, header_line))) as bill:
        for table in bill.tables:
            for _ in table.batches():
                pass
    if output == "json":
        write_out(dump(_data(bill)))
    else:
        write_out("".join(f"{visible(line)}\n" for line in _lines(bill)), encoding=sys.stdout.encoding or "utf-8")
    return 0


def _data(bill: Bill) -> Data:
    """The first table that may be screened, the counts of all, and then every table by itself."""
    first = next((table for table in bill.tables if identifies(table.layout.columns)), bill.tables[0])
    tables = [_table_data(table) for table in bill.tables]
    unreadable = [{"sheet": table["sheet"], **each} for table in tables for each in table["unreadable"]]
    rows = sum(table.reading.lines for table in bill.tables)
    return {"file": bill.name, **_table_data(first), "rows": rows, "unreadable": unreadable, "tables": tables}


def _table_data(table: Table) -> Data:
    screenable = identifies(table.layout.columns)
    return {**layout_data(table.layout), "screenable": screenable, **reading_data(table.reading)}


def _lines(bill: Bill) -> Iterator[str]:
    yield bill.name
    for table in bill.tables:
        yield from _table_lines(table)


def _table_lines(table: Table) -> Iterator[str]:
    layout, reading = table.layout, table.reading
    yield from (f"  {name:<9}  {fact}" for name, fact in _facts(layout, reading.lines) if fact is not None)
    yield from (f"  {'remark':<9}  {remark}" for remark in layout.remarks)
    yield from (f"  {'counted':<9}  {each}" for each in counted(reading))
    for reason, numbers in reading.unreadable.items():
        yield f"  not readable: {reason}: {numbers.count}{stretches(numbers)}"
    if not identifies(layout.columns):
        yield "  no column says who made anything: --map maker=HEADING would"
    yield "  columns"
    for column in layout.columns:
        yield f"    {column.cell:>3}  {column.role:<13} {column.heading}"


def _facts(layout: Layout, lines: int) -> Iterator[tuple[str, object]]:
    yield "sheet", layout.sheet
    yield "format", layout.format
    yield "encoding", layout.encoding
    yield "delimiter", repr(layout.delimiter) if layout.delimiter else None
    yield "headings", "no line of their own" if layout.header_line is None else f"line {layout.header_line}"
    yield "rows", lines
