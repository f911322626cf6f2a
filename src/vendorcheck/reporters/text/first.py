"""What to do first: the next steps of the worst findings, each once, with the lines it is about."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.reporters.deciding import deciding
from vendorcheck.reporters.text.rows import Indent, Row, paragraph, row
from vendorcheck.reporters.text.title import place_text
from vendorcheck.reporters.text.words import count_text, listed

#: How many steps are listed, and how many lines each of them names.
MAX_STEPS, MAX_LINES = 5, 6

_UNDER = Indent(2, 3)


class Step(NamedTuple):
    """Something to do, for which rules and on which lines."""

    text: str
    rules: tuple[str, ...]
    lines: tuple[str, ...]


def first_rows(report: Report, width: int) -> Iterator[Row]:
    """Yield the heading and the first steps; nothing where there is nothing to do."""
    steps = first_steps(report)
    if not steps:
        return
    yield row(("First", "strong"))
    for number, step in enumerate(steps[:MAX_STEPS], start=1):
        lines = f" (line {listed(step.lines, MAX_LINES)})" if step.lines else ""
        rules = f" [{listed(step.rules, 2)}]" if step.rules else ""
        yield from paragraph(f"{number}.", f"{step.text}{lines}{rules}", width, _UNDER)
    if len(steps) > MAX_STEPS:
        yield row((f"  … {len(steps) - MAX_STEPS} more under the lines", "dim"))


def first_steps(report: Report) -> list[Step]:
    """Return what to do about the findings of the highest severities, the most pressing first."""
    single = sum(len(bill.tables) for bill in report.coverage.bills) == 1
    found: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    if not report.settings.profiles and any(finding.binds for finding in report.findings):
        found["Name the buyer with --profile: what a rule bars depends on who buys."] = ({}, {})
    pressing = deciding(report, report.findings)
    for texts in (_first_step, _open, _other_steps):
        for finding in pressing:
            where = str(finding.line) if single else place_text(finding, whole=False)
            for text in texts(finding):
                rules, lines = found.setdefault(text, ({}, {}))
                rules[finding.rule] = None
                lines[where] = None
    if count := report.summary.by_determination.get("NOT_SCREENED", 0):
        found[
            f"Complete what was not screened, {count_text(count, 'line')} (who made it, which model), and screen again."
        ] = ({}, {})
    return [Step(text, tuple(rules), tuple(lines)) for text, (rules, lines) in found.items()]


def _first_step(finding: Finding) -> tuple[str, ...]:
    return finding.next_steps[:1]


def _open(finding: Finding) -> tuple[str, ...]:
    """What would settle a finding that bars the buyer if it holds."""
    return tuple(need.ask for need in finding.needs) if finding.barred and finding.outcome != "yes" else ()


def _other_steps(finding: Finding) -> tuple[str, ...]:
    return finding.next_steps[1:] if finding.barred else ()
