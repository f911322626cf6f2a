"""The opening and the end of the text report: what was read, the suppliers, what was not screened, the verdict."""

from collections.abc import Iterator

from vendorcheck.model.bom import LineNumbers
from vendorcheck.model.finding import Determination
from vendorcheck.model.report import BillRecord, NotScreened, Report, SupplierResult
from vendorcheck.reporters.text.lines import DETERMINATION_STYLE
from vendorcheck.reporters.text.rows import EMPTY, TOP, Indent, Row, Span, Style, paragraph, row, wrapped
from vendorcheck.reporters.visible import cut, display_width, visible, wrap

#: How many suppliers and line numbers the text report lists; the JSON report has all.
MAX_LISTED = 25

GOOD: Style = "good"
BAD: Style = "bad"

_DOT = " · "
_NOT_READ = Indent(2, 10)

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", None: "none"}

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
        yield from _bill(bill, width)
    yield EMPTY


def _bill(bill: BillRecord, width: int) -> Iterator[Row]:
    name = visible(bill.name)
    layout = bill.layout
    if layout is None:
        yield row((name, "place"))
        yield from paragraph("NOT READ", visible(bill.error or ""), width, _NOT_READ, style="bad")
        return
    if layout.format == "prompt":
        return
    delimiter = _DELIMITERS.get(layout.delimiter, layout.delimiter)
    facts = (
        f"{_lines(bill.reading.lines)} · {layout.format}, {layout.encoding}, {delimiter}"
        f" · headings on line {layout.header_line}"
    )
    if display_width(name) + 2 + display_width(facts) <= width:
        yield row((name, "place"), "  " + facts)
    else:
        yield row((name, "place"))
        yield from paragraph("read", facts, width, TOP)
    roles = ", ".join(f"{column.role} = “{visible(column.heading)}”" for column in layout.screened)
    yield from paragraph("columns", roles, width, TOP)
    counted = [f"{numbers.count} {what}{_stretches(numbers)}" for numbers, what in _counted(bill) if numbers.count]
    if counted:
        yield from paragraph("counted", "; ".join(counted), width, TOP)


def _counted(bill: BillRecord) -> Iterator[tuple[LineNumbers, str]]:
    """What stands in the file besides plain lines."""
    reading = bill.reading
    yield reading.before_header, "above the headings"
    yield reading.blank, "blank"
    yield reading.comments, "comments"
    yield reading.repeated_headers, "repeated headings"
    yield reading.ragged, "ragged, screened as far as they go"
    yield reading.unclosed_quotes, "with a quotation not closed, read as they stand"
    yield reading.broken_characters, "with characters that could not be read"


def suppliers(report: Report, width: int) -> Iterator[Row]:
    """Yield the roll-up per supplier: those with findings or questions, the weightiest first."""
    found = [supplier for supplier in report.suppliers if supplier.findings or supplier.questions]
    if not found:
        return
    yield row(("Suppliers", "strong"))
    for supplier in found[:MAX_LISTED]:
        yield from _supplier(supplier, width)
    if len(found) > MAX_LISTED:
        yield row(("  … ", "dim"), f"and {len(found) - MAX_LISTED} more (the JSON report has all)")
    asked = {question.id: question for supplier in found for question in supplier.questions}
    for question in asked.values():
        yield from paragraph("ask all", f"{question.ask} ({question.id})", width, TOP)
    yield EMPTY


def _supplier(supplier: SupplierResult, width: int) -> Iterator[Row]:
    counts = [
        f"{count} {_WORDS[name].partition(' (')[0]}" for name, count in supplier.by_determination.items() if count
    ]
    room = max(width // 3, 16)
    text = f"{_lines(supplier.lines)}: {', '.join(counts)}"
    yield from paragraph(cut(visible(supplier.name), room), text, width, Indent(2, room + 2))


def closing(report: Report, width: int) -> Iterator[Row]:
    """Yield what was not screened, the counts, the verdict with its reasons, and the limits."""
    for item in report.coverage.not_screened:
        yield from wrapped(f"NOT SCREENED: {_not_screened(item)}", width, style="warn")
    for bill in report.coverage.bills:
        for reason, numbers in bill.reading.unreadable.items():
            text = f"{visible(bill.name)}: {reason}{_stretches(numbers)}"
            yield from wrapped(f"NOT READABLE: {text}", width, style="warn")
    if report.settings.summary_only:
        yield row(("lines and findings are left out (--summary-only)", "dim"))
    yield from _counts(report, width)
    yield from _gate(report, width)
    for limit in report.limits:
        yield from wrapped(limit, width, style="dim")


def _counts(report: Report, width: int) -> Iterator[Row]:
    pieces: list[Span] = [Span(_lines(report.summary.lines), "strong")]
    used = len(pieces[0].text)
    for name, count in report.summary.by_determination.items():
        text = f"{count} {_WORDS[name]}"
        if used + len(_DOT) + len(text) > width:
            yield tuple(pieces)
            pieces, used = [], 0
        else:
            pieces.append(Span(_DOT, "dim"))
        pieces.append(Span(text, DETERMINATION_STYLE[name] if count else "dim"))
        used += len(_DOT) + len(text)
    yield tuple(pieces)


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


def _not_screened(item: NotScreened) -> str:
    return f"{visible(item.bill)}: {_lines(item.lines)}, {item.reason}{_stretches(item)}"


def _stretches(numbers: LineNumbers | NotScreened) -> str:
    """Which lines are meant, as far as they are listed."""
    texts = [str(first) if first == last else f"{first}-{last}" for first, last in numbers.stretches[:MAX_LISTED]]
    if not texts:
        return ""
    more = "" if numbers.complete and len(numbers.stretches) <= MAX_LISTED else " and more"
    return f" (line {', '.join(texts)}{more})"


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"
