"""The opening and the end of the text report: what was read, the suppliers, what was not screened, the verdict."""

from collections.abc import Iterator

from vendorcheck.model.finding import Determination
from vendorcheck.model.report import NotScreened, Report, SupplierResult
from vendorcheck.reporters.list_text import list_text
from vendorcheck.reporters.text.bills import bill_rows, lines_text, table_text
from vendorcheck.reporters.text.counted import stretches
from vendorcheck.reporters.text.first import first_rows
from vendorcheck.reporters.text.rows import EMPTY, TOP, Indent, Row, Span, Style, paragraph, row, wrapped
from vendorcheck.reporters.text.title import DETERMINATION_STYLE
from vendorcheck.reporters.text.waivers import waivers_text
from vendorcheck.reporters.text.words import SEVERITY_STYLE, count_text
from vendorcheck.reporters.visible import cut, display_width, visible, wrap

#: How many suppliers the text report lists; the JSON report has all.
MAX_LISTED = 25

GOOD: Style = "good"
BAD: Style = "bad"

_DOT = " · "
_WORDS: dict[Determination, str] = {
    "PROHIBITED": "prohibited",
    "UNDETERMINED": "undetermined",
    "REVIEW": "review",
    "CLEAR": "clear (no rule at medium or above)",
    "NOT_SCREENED": "NOT SCREENED",
}


def opening(report: Report, width: int) -> Iterator[Row]:
    """Yield what the report is: for whom, as of when, on which bills and which rulebook."""
    settings = report.settings
    buyers = ", ".join(profile.id for profile in settings.profiles) or "no profile (findings say whom they would bind)"
    about = f"{report.provenance.version} · for {buyers} · as of {settings.as_of.isoformat()}"
    first, *rest = wrap(f"vendorcheck {about}", width)
    yield row(("vendorcheck", "strong"), first.removeprefix("vendorcheck"))
    for text in rest:
        yield row(text)
    if settings.as_of < settings.today:
        yield row(("HISTORICAL SCREENING, NOT A CLEARANCE", "warn"), f": today is {settings.today.isoformat()}")
    elif settings.as_of > settings.today:
        yield row(("AS OF A DAY TO COME", "warn"), f": today is {settings.today.isoformat()}")
    for label, said in (
        ("purpose", settings.purpose),
        ("reference", settings.reference),
        ("prepared by", settings.prepared_by),
    ):
        if said:
            yield from paragraph(f"{label}:", visible(said), width, Indent(0, len(label) + 2))
    for bill in report.coverage.bills:
        yield from bill_rows(bill, width)
    yield EMPTY


def suppliers(report: Report, width: int) -> Iterator[Row]:
    """Yield the roll-up per supplier: those with findings or questions, the weightiest first."""
    found = [supplier for supplier in report.suppliers if supplier.findings or supplier.questions]
    if not found:
        return
    yield row(("Suppliers", "strong"))
    longest = max(display_width(visible(supplier.name)) for supplier in found[:MAX_LISTED])
    room = max(min(longest, width * 2 // 5), 16)
    for supplier in found[:MAX_LISTED]:
        yield from _supplier(supplier, width, room)
    if len(found) > MAX_LISTED:
        yield row(("  … ", "dim"), f"and {len(found) - MAX_LISTED} more (the JSON report has all)")
    asked = {question.id: question for supplier in found for question in supplier.questions}
    for question in asked.values():
        yield from paragraph("ask all", f"{question.ask} ({question.id})", width, TOP)
    yield EMPTY


def _supplier(supplier: SupplierResult, width: int, room: int) -> Iterator[Row]:
    counts = [
        f"{count} {_WORDS[name].partition(' (')[0]}" for name, count in supplier.by_determination.items() if count
    ]
    text = f"{lines_text(supplier.lines)}: {', '.join(counts)}"
    yield from paragraph(cut(visible(supplier.name), room), text, width, Indent(2, room + 2))


def closing(report: Report, width: int) -> Iterator[Row]:
    """Yield what was not screened, what waivers cleared, the counts, the verdict with its reasons, and the limits."""
    for item in report.coverage.not_screened:
        yield from wrapped(f"NOT SCREENED: {_not_screened(item)}", width, style="warn")
    for bill in report.coverage.bills:
        for table in bill.tables:
            for reason, numbers in table.reading.unreadable.items():
                text = f"{table_text(bill.name, table.layout.sheet)}: {reason}{stretches(numbers)}"
                yield from wrapped(f"NOT READABLE: {text}", width, style="warn")
    if waived := waivers_text(report.coverage.waivers):
        yield from wrapped(waived, width)
    if report.settings.summary_only:
        yield row(("lines and findings are left out (--summary-only)", "dim"))
    yield from first_rows(report, width)
    yield from _findings(report, width)
    yield from _counts(report, width)
    yield from _gate(report, width)
    for limit in report.limits:
        yield from wrapped(limit, width, style="dim")


def _findings(report: Report, width: int) -> Iterator[Row]:
    """How many findings there are of each severity, and how many are waived, provisional or new."""
    summary = report.summary
    if not summary.findings:
        return
    pieces = [Span(count_text(summary.findings, "finding"), "strong")]
    pieces += [Span(f"{count} {name}", SEVERITY_STYLE[name]) for name, count in summary.by_severity.items() if count]
    new = sum(finding.baseline == "new" for finding in report.findings)
    known = sum(finding.baseline == "known" for finding in report.findings)
    asides = ((summary.waived, "waived"), (summary.provisional, "provisional"), (new, "new"), (known, "known before"))
    pieces += [Span(f"{count} {word}", "plain") for count, word in asides if count]
    yield from _dotted(pieces, width)


def _counts(report: Report, width: int) -> Iterator[Row]:
    asides = f", {report.summary.asides} of them no line of a bill" if report.summary.asides else ""
    pieces: list[Span] = [Span(lines_text(report.summary.lines) + asides, "strong")]
    for name, count in report.summary.by_determination.items():
        pieces.append(Span(f"{count} {_WORDS[name]}", DETERMINATION_STYLE[name] if count else "dim"))
    yield from _dotted(pieces, width)


def _dotted(pieces: list[Span], width: int) -> Iterator[Row]:
    """Pieces with dots between them, broken between two of them where there is no more room."""
    shown: list[Span] = []
    used = 0
    for piece in pieces:
        if shown and used + len(_DOT) + len(piece.text) > width:
            yield tuple(shown)
            shown, used = [], 0
        elif shown:
            shown.append(Span(_DOT, "dim"))
            used += len(_DOT)
        shown.append(piece)
        used += len(piece.text)
    yield tuple(shown)


def _gate(report: Report, width: int) -> Iterator[Row]:
    verdict = report.verdict
    word, style = ("passed", GOOD) if verdict.passed else ("failed", BAD)
    reasons = "; ".join(verdict.reasons) or f"nothing at {verdict.fail_on} or above"
    sources = " · ".join(
        f"rulebook {source.name} {source.version}"
        + (f" verified through {source.verified_through.isoformat()}" if source.verified_through else "")
        for source in report.provenance.rulebook
    )
    yield row(("gate: ", "strong"), (f"{word} (exit {verdict.exit_code})", style))
    yield from wrapped(f"{reasons} · as of {report.settings.as_of.isoformat()} · {sources}", width)
    for listed in report.provenance.lists:
        yield from wrapped(f"list {list_text(listed)}", width)


def _not_screened(item: NotScreened) -> str:
    return f"{table_text(item.bill, item.sheet)}: {lines_text(item.lines)}, {item.reason}{stretches(item)}"
