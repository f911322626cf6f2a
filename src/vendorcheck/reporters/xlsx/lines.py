"""The sheet of lines, in the order of the bill."""

from collections.abc import Iterator

from vendorcheck.model.finding import LineResult
from vendorcheck.model.report import Report
from vendorcheck.reporters.table import excerpt_text, how_read
from vendorcheck.reporters.text.lines import place_text
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.findings import determination_value
from vendorcheck.reporters.xlsx.places import LINES, Places
from vendorcheck.reporters.xlsx.tables import Table, write_table

_TABLE = Table(
    LINES,
    (
        ("Place", 20),
        ("Determination", 16),
        ("Why", 40),
        ("Who is behind it", 24),
        ("Findings", 12),
        ("As written (screened cells)", 52),
        ("Read so", 32),
        ("Screened on", 18),
        ("Bill", 22),
        ("Sheet", 14),
        ("Line", 8),
        ("Parties", 20),
    ),
    "No line is listed: each is CLEAR (--all-lines lists those too).",
    printed=8,
)


def write_lines(book: Book, report: Report, places: Places) -> None:
    """Write every line that the report lists, each with a link to the worst of its findings."""
    empty = "Left out of this report (--summary-only)." if report.settings.summary_only else _TABLE.empty
    write_table(book, _TABLE._replace(empty=empty), _rows(report, places))


def _rows(report: Report, places: Places) -> Iterator[list[Value]]:
    for line in report.lines:
        worst = places.worst_of(line)
        yield [
            Value(place_text(line), "link" if worst else "text", worst),
            determination_value(line.determination),
            Value(_why(report, line)),
            Value(line.behind),
            Value(len(line.findings), "number"),
            Value(tuple(map(excerpt_text, line.excerpt))),
            Value(tuple(how_read(line))),
            Value(line.screened_on),
            Value(line.bill),
            Value(line.place.sheet),
            Value(line.line, "number"),
            Value(line.parties),
        ]


def _why(report: Report, line: LineResult) -> str | None:
    if line.determination == "CLEAR" and line.reason is None:
        return f"no rule at medium or above reached it as of {report.settings.as_of.isoformat()}"
    return line.reason
