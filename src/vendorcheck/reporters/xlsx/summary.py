"""The first sheet: one page that says what it came to and what to do, and that is signed."""

from collections.abc import Iterator

from vendorcheck.model.finding import DETERMINATIONS
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.reporters.xlsx.advice import to_do
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.limits import MEANINGS
from vendorcheck.reporters.xlsx.page import Page
from vendorcheck.reporters.xlsx.places import FINDINGS, LINES, Places
from vendorcheck.reporters.xlsx.styles import DETERMINATION_STYLE, SEVERITY_STYLE, Style

_VERDICTS = {
    0: "PASSED: the gate lets this through",
    1: "FAILED: the gate does not let this through",
    2: "SCREENING INCOMPLETE: a bill could not be read",
    3: "NOTHING WAS SCREENED",
    4: "NOT TO BE RELIED ON: screened, and not all of it",
}

#: How many reasons of the gate stand on the page; more would drive the signature off it.
MAX_REASONS = 12


def write_summary(book: Book, report: Report, places: Places) -> None:
    """Write the page to sign."""
    page = Page(book, "Summary")
    _verdict(page, report)
    _about(page, report)
    _counts(page, report)
    page.section("What to do")
    for number, step in enumerate(to_do(report, places), start=1):
        page.text(f"{number}.", step)
    _sign_off(page)
    page.close()


def _verdict(page: Page, report: Report) -> None:
    verdict, settings = report.verdict, report.settings
    page.title("Vendor screening report")
    style: Style = "good" if verdict.passed else "bad"
    page.text("Verdict", _VERDICTS.get(verdict.exit_code, f"exit code {verdict.exit_code}"), style)
    if settings.as_of < settings.today:
        page.text("Caution", f"HISTORICAL SCREENING, NOT A CLEARANCE: made on {settings.today.isoformat()}", "warn")
    elif settings.as_of > settings.today:
        page.text("Caution", f"AS OF A DAY TO COME: made on {settings.today.isoformat()}", "warn")
    if count := report.summary.by_determination.get("NOT_SCREENED", 0):
        page.text("Caution", f"{_lines(count)} NOT SCREENED: nothing here speaks for or against them", "loud")
    if count := report.coverage.unreadable:
        page.text("Caution", f"{_lines(count)} NOT READABLE: see the sheet Coverage", "loud")
    reasons = verdict.reasons or (f"nothing at {verdict.fail_on} or above",)
    more = len(reasons) - MAX_REASONS
    shown = (*reasons[:MAX_REASONS], *((f"and {more} more, in the JSON report",) if more > 0 else ()))
    page.text("Reasons of the gate", shown)


def _about(page: Page, report: Report) -> None:
    settings = report.settings
    buyers = tuple(f"{profile.title} ({profile.id})" for profile in settings.profiles)
    page.text("For which buyer", buyers or "none chosen: findings say whom they would bind")
    page.text("As of", settings.as_of.isoformat())
    page.text("Bills", tuple(bill.name for bill in report.coverage.bills))
    policy = report.verdict.policy
    page.text("Fails at", f"{report.verdict.fail_on} and above" + (f" (policy {policy})" if policy else ""))
    page.text("Purpose", settings.purpose or "none given")
    page.text("Reference", settings.reference or "none given")
    page.text("Prepared by", settings.prepared_by or "not said")
    page.text("Rulebook", tuple(_rulebooks(report)))


def _counts(page: Page, report: Report) -> None:
    summary = report.summary
    page.section("Lines")
    page.count(Value("all lines", "link", f"internal:'{LINES}'!A1"), summary.lines, "")
    for name in DETERMINATIONS:
        count = summary.by_determination.get(name, 0)
        style = DETERMINATION_STYLE[name] if count else "text"
        page.count(Value(name.replace("_", " "), style), count, MEANINGS[name])
    if summary.asides:
        page.count(Value("of them no lines"), summary.asides, "titles, notes and footers that show somebody")
    page.section("Findings")
    listed = "waived and provisional ones included"
    page.count(Value("all findings", "link", f"internal:'{FINDINGS}'!A1"), summary.findings, listed)
    for severity in reversed(SEVERITIES):
        count = summary.by_severity.get(severity, 0)
        page.count(Value(severity, SEVERITY_STYLE[severity] if count else "text"), count, "")
    page.count(Value("waived"), summary.waived, "signed off by somebody and approved by another; still listed")
    page.count(Value("provisional"), summary.provisional, "never fail the gate by themselves")


def _sign_off(page: Page) -> None:
    page.section("Decision taken (to be filled in by the officer)")
    page.field("Decision", "[   ] Award          [   ] Do not award          [   ] Hold")
    for label in ("Name", "Role", "Date", "Signature"):
        page.field(label, "", rows=1.6)
    page.field("Remarks", "", rows=4)


def _rulebooks(report: Report) -> Iterator[str]:
    for source in report.provenance.rulebook:
        through = source.verified_through.isoformat() if source.verified_through else "a day not recorded"
        yield f"{source.name} {source.version}, verified through {through}"


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"
