"""The first screen: what the run came to, in a sentence, and why."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.report import Report
from vendorcheck.reporters.html.tables import columns, table_name
from vendorcheck.reporters.html.words import buyers, counted, listed, short_names
from vendorcheck.reporters.list_text import list_text

EXITS = {
    0: "the gate passed",
    1: "findings stand in the way",
    2: "screening incomplete: something could not be read",
    3: "nothing was screened",
    4: "screened, but not to be relied on",
}


class Opening(NamedTuple):
    """The verdict in words: `tone` is good, bad or warn; `looked_at` says what was screened, and how."""

    headline: str
    rest: str
    tone: str
    exit_text: str
    reasons: tuple[str, ...]
    bills: str
    buyers: str
    warnings: tuple[str, ...]
    looked_at: tuple[str, ...]


def opening(report: Report) -> Opening:
    """Return what an officer needs first."""
    headline, *rest = _sentences(report)
    verdict, names = report.verdict, short_names(report)
    return Opening(
        headline=headline,
        rest=" ".join(rest),
        tone=_tone(report),
        exit_text=EXITS.get(verdict.exit_code, ""),
        reasons=verdict.reasons or (f"nothing at {verdict.fail_on} or above",),
        bills=listed((names.get(bill.name, bill.name) for bill in report.coverage.bills), 3) or "no bill",
        buyers=buyers(report),
        warnings=tuple(_warnings(report)),
        looked_at=tuple(_looked_at(report)),
    )


def _tone(report: Report) -> str:
    if not report.verdict.passed:
        return "bad"
    return "warn" if report.summary.findings or _unknown(report) else "good"


def _unknown(report: Report) -> int:
    """How many lines nothing is known of."""
    return report.summary.by_determination.get("NOT_SCREENED", 0) + report.coverage.unreadable


def _sentences(report: Report) -> Iterator[str]:
    """What the lines came to, the worst first, and always what was not looked at."""
    counts = report.summary.by_determination
    prohibited, undetermined, review = (counts.get(each, 0) for each in ("PROHIBITED", "UNDETERMINED", "REVIEW"))
    whom = "for this buyer" if len(report.settings.profiles) == 1 else "for at least one of these buyers"
    if not report.coverage.screened:
        yield "Nothing was screened: this report says nothing about any vendor."
        return
    if prohibited:
        yield f"{counted(prohibited, 'line is', 'lines are')} prohibited {whom}."
    if undetermined:
        lines = f"{undetermined} more" if prohibited else counted(undetermined, "line")
        yield f"{lines} cannot be decided until a fact is known."
    if review and (prohibited or undetermined):
        yield f"{counted(review, 'needs', 'need')} a review."
    elif review:
        barred = f"No line is barred {whom}" if report.settings.profiles else "No buyer was chosen"
        yield f"{barred}; {counted(review, 'line needs', 'lines need')} a review."
    yield from _not_looked_at(report)
    if not (prohibited or undetermined or review):
        yield f"No rule at medium or above reached the {counted(report.coverage.screened, 'line')} that were screened."


def _not_looked_at(report: Report) -> Iterator[str]:
    if missing := report.summary.by_determination.get("NOT_SCREENED", 0):
        were, them = ("line was", "it") if missing == 1 else ("lines were", "them")
        yield f"{missing:,} {were} NOT SCREENED: nothing is known of {them}."
    if unreadable := report.coverage.unreadable:
        yield f"{counted(unreadable, 'line')} could not be read."


def _warnings(report: Report) -> Iterator[str]:
    """What a reader must know before relying on any of it."""
    settings = report.settings
    if settings.as_of < settings.today:
        yield f"Historical screening, not a clearance: what held on {settings.as_of}; today is {settings.today}."
    elif settings.as_of > settings.today:
        yield f"As of a day to come: {settings.as_of}; today is {settings.today}."
    if not settings.profiles:
        yield "No buyer was chosen, so no line can be PROHIBITED: each finding says whom its rule binds."
    for bill in report.coverage.bills:
        if bill.error:
            yield f"NOT READ: {bill.name}: {bill.error}"
    if settings.summary_only:
        yield "Lines and findings are left out (--summary-only); the counts are whole."
    if report.summary.provisional:
        count = counted(report.summary.provisional, "finding is", "findings are")
        yield (
            f"{count} provisional: what they rest on was not seen in a primary or official source. "
            "Each says why; none of them fails the gate."
        )
    if report.summary.waived:
        yield f"{counted(report.summary.waived, 'finding is', 'findings are')} waived: still listed, not in the gate."


def _looked_at(report: Report) -> Iterator[str]:
    """Each table as it was read, and against what it was screened."""
    for bill in report.coverage.bills:
        for table in bill.tables:
            yield f"{table_name(bill, table)}: {counted(table.reading.lines, 'line')}, screened by {columns(table)}"
    for source in report.provenance.rulebook:
        day = source.verified_through.isoformat() if source.verified_through else "a day that is not recorded"
        yield f"Rulebook {source.name} {source.version}, verified through {day}"
    for each in report.provenance.lists:
        yield f"List {list_text(each)}"
