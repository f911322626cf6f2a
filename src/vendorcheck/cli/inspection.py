"""`inspect`: what was read of a file, before anything is screened."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from vendorcheck.cli import options
from vendorcheck.cli.terminal import write_out
from vendorcheck.model.bom import Bill, LineNumbers
from vendorcheck.readers import HeadingRole, open_bom
from vendorcheck.reporters.json_report import dump, layout_data, reading_data
from vendorcheck.reporters.visible import visible


def inspect(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A bill of materials.")],
    mapping: Annotated[list[str], typer.Option("--map", metavar="ROLE=HEADING", help="As for scan.")] = [],
    output: options.Shown = "text",
) -> int:
    """Show what was read: format, encoding, delimiter, heading row, each column's role, rows, what was not readable."""
    options.check_shown(output)
    bill = open_bom(file, tuple(HeadingRole.parse(text) for text in mapping))
    for _ in bill.batches():
        pass
    if output == "json":
        write_out(dump({"file": bill.name, **layout_data(bill.layout), **reading_data(bill.reading)}))
    else:
        write_out("".join(f"{visible(line)}\n" for line in _lines(bill)), encoding=sys.stdout.encoding or "utf-8")
    return 0


def _lines(bill: Bill) -> Iterator[str]:
    layout, reading = bill.layout, bill.reading
    yield bill.name
    yield f"  format     {layout.format}"
    yield f"  encoding   {layout.encoding}"
    yield f"  delimiter  {layout.delimiter!r}"
    yield f"  headings   line {layout.header_line}"
    yield f"  rows       {reading.lines}"
    for name, numbers in (
        ("above the headings", reading.before_header),
        ("blank", reading.blank),
        ("comments", reading.comments),
        ("repeated headings", reading.repeated_headers),
        ("ragged", reading.ragged),
        ("quotation not closed", reading.unclosed_quotes),
        ("characters not read", reading.broken_characters),
    ):
        if numbers.count:
            yield f"  {name}: {numbers.count} ({_stretches(numbers)})"
    for reason, numbers in reading.unreadable.items():
        yield f"  not readable: {reason}: {numbers.count} ({_stretches(numbers)})"
    yield "  columns"
    for column in layout.columns:
        yield f"    {column.cell:>3}  {column.role:<13} {column.heading}"


def _stretches(numbers: LineNumbers) -> str:
    texts = [str(first) if first == last else f"{first}-{last}" for first, last in numbers.stretches]
    return "line " + ", ".join(texts) + ("" if numbers.complete else " and more")
