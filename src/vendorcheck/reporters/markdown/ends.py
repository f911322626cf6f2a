"""The beginning and the end of the report in Markdown: the verdict and counts, then what it rests on."""

from collections.abc import Iterator

from vendorcheck.model.report import Report, SupplierResult
from vendorcheck.reporters.list_text import list_text
from vendorcheck.reporters.markdown.safe import code, prose, table, table_row
from vendorcheck.reporters.text.bills import lines_text, table_text
from vendorcheck.reporters.text.counted import stretches
from vendorcheck.reporters.text.first import MAX_LINES, MAX_STEPS, first_steps
from vendorcheck.reporters.text.waivers import waiver_texts
from vendorcheck.reporters.text.words import listed

#: How many entries a list at the beginning or the end has.
MAX_LISTED = 25

_SHORT = 400


def head(report: Report) -> str:
    """Return the verdict with its reasons, the counts, and what to do first."""
    verdict, settings, summary = report.verdict, report.settings, report.summary
    word = "passed" if verdict.passed else "failed"
    buyers = ", ".join(code(profile.id) for profile in settings.profiles) or "no profile"
    parts = [f"# Vendor screening: {word} (exit {verdict.exit_code})\n\n"]
    if settings.as_of != settings.today:
        kind = "Historical screening, not a clearance" if settings.as_of < settings.today else "As of a day to come"
        parts.append(f"**{kind}: today is {settings.today.isoformat()}.**\n\n")
    parts.append(f"For {buyers} · as of {settings.as_of.isoformat()}\n\n")
    names = [name.replace("_", " ").capitalize() for name in summary.by_determination]
    parts.append(table(("Lines", *names, "Findings", "Waived", "Provisional")))
    counts = (*summary.by_determination.values(), summary.findings, summary.waived, summary.provisional)
    parts.append(table_row(tuple(map(str, (summary.lines, *counts)))) + "\n")
    reasons = list(verdict.reasons) or [f"nothing at {verdict.fail_on} or above"]
    parts.append(_list(f"Gate, which fails on {verdict.fail_on}", (prose(reason, _SHORT) for reason in reasons)))
    steps = first_steps(report)
    parts.append(_list("First", (_step(step.text, step.lines) for step in steps[:MAX_STEPS])))
    if settings.summary_only:
        parts.append("Lines and findings are left out (`--summary-only`).\n\n")
    return "".join(parts)


def tail(report: Report) -> str:
    """Return what was not screened, the suppliers, the waivers, the provenance and the limits."""
    return "".join(
        (
            _list("Not screened", _not_screened(report)),
            _suppliers(report),
            _list("Waivers", (prose(text, _SHORT) for text in waiver_texts(report.coverage.waivers))),
            _list("Provenance", _provenance(report)),
            _list("Limits", (prose(limit, _SHORT) for limit in report.limits)),
        )
    )


def _step(text: str, lines: tuple[str, ...]) -> str:
    return prose(text, _SHORT) + (f" (line {prose(listed(lines, MAX_LINES), _SHORT)})" if lines else "")


def _list(heading: str, entries: Iterator[str]) -> str:
    """A heading and its entries, as many as are listed; nothing where there are none."""
    every = list(entries)
    if not every:
        return ""
    more = len(every) - MAX_LISTED
    shown = [*every[:MAX_LISTED], *([f"and {more} more, in the report as JSON"] if more > 0 else [])]
    return f"## {heading}\n\n" + "".join(f"- {entry}\n" for entry in shown) + "\n"


def _not_screened(report: Report) -> Iterator[str]:
    coverage = report.coverage
    for bill in coverage.bills:
        if bill.error:
            yield f"{code(bill.name)} was not read: {prose(bill.error, _SHORT)}"
    for item in coverage.not_screened:
        text = f"{lines_text(item.lines)}, {item.reason}{stretches(item)}"
        yield f"{code(table_text(item.bill, item.sheet))}: {prose(text, _SHORT)}"
    for bill in coverage.bills:
        for each in bill.tables:
            for reason, numbers in each.reading.unreadable.items():
                name = code(table_text(bill.name, each.layout.sheet))
                yield f"{name}: not readable, {prose(f'{reason}{stretches(numbers)}', _SHORT)}"


def _suppliers(report: Report) -> str:
    found = [supplier for supplier in report.suppliers if supplier.findings or supplier.questions]
    if not found:
        return ""
    rows = "".join(table_row(_supplier(supplier)) for supplier in found[:MAX_LISTED])
    more = len(found) - MAX_LISTED
    notice = f"\nand {more} more, in the report as JSON\n" if more > 0 else ""
    return f"## Suppliers\n\n{table(('Supplier', 'Lines', 'Came to', 'Findings'))}{rows}{notice}\n"


def _supplier(supplier: SupplierResult) -> tuple[str, ...]:
    counts = (f"{count} {name.replace('_', ' ')}" for name, count in supplier.by_determination.items() if count)
    return (code(supplier.name), str(supplier.lines), ", ".join(counts), str(supplier.findings))


def _provenance(report: Report) -> Iterator[str]:
    """What the run rests on, each with its digest."""
    provenance = report.provenance
    yield f"vendorcheck {prose(provenance.version)}"
    for label, text in (("reference", provenance.reference), ("prepared by", provenance.prepared_by)):
        if text:
            yield f"{label}: {prose(text, _SHORT)}"
    for source in provenance.rulebook:
        through = f", verified through {source.verified_through.isoformat()}" if source.verified_through else ""
        yield f"rulebook {prose(f'{source.name} {source.version}', _SHORT)}{through}, {code(source.digest)}"
    for each in provenance.lists:
        yield f"list {prose(list_text(each))}, {code(each.digest)}"
    files = ("waivers", "policy", "config", "baseline")
    for name in files:
        if record := getattr(provenance, name):
            yield f"{name} {code(record.name)}, {code(record.digest)}"
    for bill in report.coverage.bills:
        yield f"bill {code(bill.name)}, {code(bill.digest) if bill.digest else 'not read'}"
