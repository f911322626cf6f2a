"""The sheet of provenance: all that the run rests on, so that it can be repeated."""

from collections.abc import Iterator

from vendorcheck.model.report import FileRecord, Report
from vendorcheck.reporters.list_text import list_text
from vendorcheck.reporters.table import Cell
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.tables import Table, write_table

_TABLE = Table(
    "Provenance",
    (("What", 16), ("Name", 34), ("Version or date", 18), ("SHA-256", 68), ("More", 60)),
    "Nothing is recorded.",
)


def write_provenance(book: Book, report: Report) -> None:
    """Write versions, dates and digests, and what was asked for."""
    rows = ([Value(what, "strong"), *map(Value, cells)] for what, *cells in _rows(report))
    write_table(book, _TABLE, rows)


def _rows(report: Report) -> Iterator[tuple[str, *tuple[Cell, ...]]]:
    settings, provenance = report.settings, report.provenance
    yield "program", "vendorcheck", provenance.version
    yield "as of", None, settings.as_of.isoformat()
    yield "made on", None, settings.today.isoformat()
    for profile in settings.profiles:
        yield "buyer", profile.id, None, None, f"{profile.title}; acts: {', '.join(profile.acts)}"
    if not settings.profiles:
        yield "buyer", "none chosen", None, None, "findings say whom they would bind"
    yield "purpose", settings.purpose or "none given"
    yield "reference", provenance.reference or "none given"
    yield "prepared by", provenance.prepared_by or "not said"
    for bill in report.coverage.bills:
        yield "bill", bill.name, None, bill.digest or "not read"
    for source in provenance.rulebook:
        through = source.verified_through.isoformat() if source.verified_through else "a day not recorded"
        reviewed = source.reviewed_by or "not recorded"
        yield (
            "rulebook",
            source.name,
            source.version,
            source.digest,
            f"verified through {through}; reviewed by {reviewed}",
        )
    for each in provenance.lists:
        yield "list", each.name, each.day, each.digest, list_text(each)
    yield from _files(report)
    for option in provenance.options:
        yield "option", option.name, None, None, (*option.values, f"({option.origin})")


def _files(report: Report) -> Iterator[tuple[str, *tuple[Cell, ...]]]:
    provenance = report.provenance
    files: dict[str, FileRecord | None] = {
        "waivers": provenance.waivers,
        "policy": provenance.policy,
        "configuration": provenance.config,
        "baseline": provenance.baseline,
    }
    for what, file in files.items():
        yield what, file.name if file else "none", None, file.digest if file else None
