"""The sheet of suppliers: what the lines of each came to, and what to ask it."""

from collections.abc import Iterator

from vendorcheck.model.finding import DETERMINATIONS
from vendorcheck.model.report import Report, SupplierResult
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.styles import DETERMINATION_STYLE
from vendorcheck.reporters.xlsx.tables import Table, write_table

_TABLE = Table(
    "Suppliers",
    (
        ("Supplier", 34),
        ("Lines", 8),
        *((name.replace("_", " "), 15) for name in DETERMINATIONS),
        ("Findings", 10),
        ("Rules", 60),
        ("To ask", 70),
    ),
    "No supplier is named.",
)


def write_suppliers(book: Book, report: Report) -> None:
    """Write every supplier of a report."""
    write_table(book, _TABLE, map(list, map(_row, report.suppliers)))


def _row(supplier: SupplierResult) -> Iterator[Value]:
    yield Value(supplier.name, "strong")
    yield Value(supplier.lines, "number")
    for name in DETERMINATIONS:
        count = supplier.by_determination.get(name, 0)
        yield Value(count, DETERMINATION_STYLE[name] if count and name != "CLEAR" else "number")
    yield Value(supplier.findings, "number")
    yield Value(", ".join(supplier.rules))
    yield Value(tuple(f"{question.ask} (for the {question.to})" for question in supplier.questions))
