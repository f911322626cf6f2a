"""The sheet of waivers: what each covers, who answers for it, until when, and what it came to in this run."""

from collections.abc import Iterator

from vendorcheck.model.report import Report
from vendorcheck.model.waiver import WaiverResult, WaiverState
from vendorcheck.reporters.text.waivers import scope_text
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.styles import Style
from vendorcheck.reporters.xlsx.tables import Table, write_table

_TABLE = Table(
    "Waivers",
    (
        ("Id", 22),
        ("State", 14),
        ("What it covers", 40),
        ("Rule", 22),
        ("Reason", 20),
        ("Statement", 50),
        ("Owner", 18),
        ("Approved by", 18),
        ("Created", 12),
        ("Expires", 12),
        ("Exception", 28),
        ("Lines", 8),
        ("Findings", 10),
        ("To know", 36),
    ),
    "No waivers were given for this run.",
)

_STATES: dict[WaiverState, tuple[str, Style]] = {
    "used": ("used", "text"),
    "unused": ("NOT USED", "warn"),
    "expired": ("EXPIRED", "bad"),
    "lapsed": ("LAPSED", "bad"),
}


def write_waivers(book: Book, report: Report) -> None:
    """Write every waiver that the run was given, used or not."""
    write_table(book, _TABLE, (list(_row(result)) for result in report.coverage.waivers))


def _row(result: WaiverResult) -> Iterator[Value]:
    waiver = result.waiver
    yield Value(waiver.id, "strong")
    yield Value(*_STATES[result.state])
    yield Value(scope_text(waiver))
    yield Value(waiver.rule)
    yield Value(waiver.reason.replace("_", " "))
    yield from map(Value, (waiver.statement, waiver.owner, waiver.approved_by))
    yield from map(Value, (waiver.created.isoformat(), waiver.expires.isoformat()))
    yield Value((waiver.exception.citation, waiver.exception.authority) if waiver.exception else None)
    yield Value(result.lines, "number")
    yield Value(result.findings, "number")
    yield Value(result.remarks)
