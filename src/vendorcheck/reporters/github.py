"""The report as annotations of a GitHub workflow: the worst lines first, at most ten a level, and the counts."""

from collections.abc import Iterator
from typing import BinaryIO, Literal, NamedTuple

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.rule import Severity
from vendorcheck.reporters.bill_paths import relative_path
from vendorcheck.reporters.gaps import Gap, gaps
from vendorcheck.reporters.output import text_writer
from vendorcheck.reporters.short import headline, short_text
from vendorcheck.reporters.text.bills import lines_text
from vendorcheck.reporters.visible import cut, visible
from vendorcheck.reporters.worst import worst_first

#: GitHub shows so many annotations of a level that one step gives, and drops the rest without a word.
MOST_A_LEVEL = 10

#: How long a title and a message may be.
MAX_TITLE, MAX_MESSAGE = 200, 4_000

Level = Literal["error", "warning", "notice"]

_LEVELS: dict[Severity, Level] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "notice",
    "info": "notice",
}

#: A notice is kept free for the counts.
_ROOM: dict[Level, int] = {"error": MOST_A_LEVEL, "warning": MOST_A_LEVEL, "notice": MOST_A_LEVEL - 1}


class Note(NamedTuple):
    """One annotation, before it is escaped."""

    level: Level
    bill: str
    line: int | None
    column: int | None
    title: str
    message: str


def write(report: Report, file: BinaryIO) -> None:
    """Write one workflow command a row; no text of a bill can begin one."""
    text_writer(f"{command}\n" for command in _commands(report))(file)


def _commands(report: Report) -> Iterator[str]:
    notes = [*map(_of_gap, gaps(report)), *_of_lines(report)]
    shown = 0
    for level, room in _ROOM.items():
        kept = [note for note in notes if note.level == level][:room]
        shown += len(kept)
        yield from map(_command, kept)
    yield f"::notice title=vendorcheck::{_data(_counts(report, len(notes) - shown))}"


def _of_lines(report: Report) -> Iterator[Note]:
    """A note for each line with findings, told by its worst one, in the order of these."""
    lines = {known: at for at, line in enumerate(report.lines) for known in line.findings}
    told: dict[int | str, list[Finding]] = {}
    for finding in worst_first(report):
        told.setdefault(lines.get(finding.id, finding.id), []).append(finding)
    for at, findings in told.items():
        yield _of_findings(report.lines[at] if isinstance(at, int) else None, findings)


def _of_findings(line: LineResult | None, findings: list[Finding]) -> Note:
    open_ = [finding for finding in findings if finding.waived is None]
    first = (open_ or findings)[0]
    place = first.place
    column = place.column if isinstance(place.column, int) and place.sheet is None else None
    determination = f"{line.determination}: " if line else ""
    more = f" And {len(findings) - 1} more on this line." if len(findings) > 1 else ""
    level: Level = _LEVELS[first.severity] if open_ else "notice"
    message = cut(short_text(first), MAX_MESSAGE)
    return Note(level, first.bill, first.line, column, determination + headline(first), message + more)


def _of_gap(gap: Gap) -> Note:
    if gap.kind == "bill-not-read":
        return Note("error", gap.bill, gap.line, None, "Bill not screened", gap.text)
    return Note("warning", gap.bill, gap.line, None, "Lines not screened", gap.text)


def _counts(report: Report, left: int) -> str:
    summary, verdict = report.summary, report.verdict
    counts = ", ".join(f"{count} {name}" for name, count in summary.by_determination.items() if count)
    reasons = "; ".join(verdict.reasons) or f"nothing at {verdict.fail_on} or above"
    told = [
        f"{lines_text(summary.lines)}: {counts}." if counts else f"{lines_text(summary.lines)}.",
        f"{_findings(summary.findings)}, {summary.waived} of them waived.",
        f"The gate {'passed' if verdict.passed else 'failed'} (exit {verdict.exit_code}): {reasons}.",
    ]
    if left:
        told.append(
            f"{left} more {'annotation is' if left == 1 else 'annotations are'} left out; the reports have all."
        )
    if report.settings.summary_only:
        told.append("Lines and findings are left out (--summary-only).")
    return " ".join(told)


def _findings(count: int) -> str:
    return f"{count} finding" if count == 1 else f"{count} findings"


def _command(note: Note) -> str:
    where = {"file": relative_path(note.bill), "line": str(max(note.line or 1, 1))}
    if note.column is not None:
        where["col"] = str(note.column)
    where["title"] = cut(visible(note.title), MAX_TITLE)
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{note.level} {properties}::{_data(note.message)}"


def _data(text: str) -> str:
    """A text as the message of a command, with the older form of commands broken up."""
    return _unmarked(visible(text)).replace("%", "%25")


def _property(text: str) -> str:
    return _unmarked(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _unmarked(text: str) -> str:
    return text.replace("##[", "# #[")
