"""What to do now: the few steps that matter most, each told once with the lines it is for."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rule import at_least
from vendorcheck.reporters.deciding import deciding
from vendorcheck.reporters.html.words import counted, line_name, not_screened_text, short_names
from vendorcheck.reporters.html.worst import Chosen

#: How many steps there are at most, and of how many lines each names the number.
MOST_STEPS, MOST_LINES = 5, 12

#: What comes first: the first step of a finding, what would settle it, what was not looked at, its other steps.
_CHOOSE, _STEP, _SETTLE, _LOOK, _MORE = range(5)

_CHOICE = "Say who buys and screen again (-p): without a buyer no line can come out PROHIBITED."


class Step(NamedTuple):
    """Something to do: what, and for which lines, as places in the report and texts."""

    text: str
    lines: tuple[tuple[str, str | None], ...]
    more: int


def steps(report: Report, chosen: Chosen, anchors: dict[str, str]) -> list[Step]:
    """Return the steps in the order of their weight; `anchors` leads from a finding to the line it stands at.

    What was not looked at always has its place among them.
    """
    found: dict[str, tuple[int, list[Finding]]] = {}
    pressing = deciding(report, chosen.findings.values())
    for finding in pressing:
        for rank, text in _of(finding, pressing[0]):
            found.setdefault(text, (rank, []))[1].append(finding)
    names = short_names(report)
    unseen = [(_LOOK, Step(text, (), 0)) for text in _not_looked_at(report)][: MOST_STEPS - 1]
    if pressing and not report.settings.profiles:
        unseen.append((_CHOOSE, Step(_CHOICE, (), 0)))
    told = [(rank, _step(text, each, anchors, names)) for text, (rank, each) in found.items()]
    kept = sorted(told, key=_rank)[: MOST_STEPS - len(unseen)]
    return [step for _, step in sorted([*kept, *unseen], key=_rank)]


def _rank(told: tuple[int, Step]) -> int:
    return told[0]


def _of(finding: Finding, worst: Finding) -> Iterator[tuple[int, str]]:
    """The steps of a finding with their ranks: the first step comes first only for what is as bad as the worst."""
    whom = f"For {'; '.join(finding.binds)}: " if finding.binds and not finding.binds_buyer else ""
    matters = at_least(finding.severity, "medium")
    for at, text in enumerate(finding.next_steps):
        yield (_STEP if matters and at == 0 and finding.severity == worst.severity else _MORE), whom + text
    for need in finding.needs:
        yield (_SETTLE if matters else _MORE), f"Find out: {need.ask}"


def _step(text: str, findings: list[Finding], anchors: dict[str, str], names: Mapping[str, str]) -> Step:
    in_order = sorted(findings, key=lambda each: (each.bill, each.place.sheet or "", each.line or 0))
    lines = {line_name(each, names): anchors.get(each.id) for each in in_order}
    return Step(text, tuple(lines.items())[:MOST_LINES], max(len(lines) - MOST_LINES, 0))


def _not_looked_at(report: Report) -> Iterator[str]:
    """What was not screened or not read: it has to be looked at by a person, or mended and screened again."""
    coverage = report.coverage
    if coverage.not_screened:
        names = short_names(report)
        places = "; ".join(not_screened_text(item, names) for item in coverage.not_screened[:MOST_STEPS])
        yield f"Look at what was not screened, or fill in what is missing and screen again: {places}."
    if coverage.unreadable:
        yield f"Mend what could not be read, and screen again: {counted(coverage.unreadable, 'line')}."
    for bill in coverage.bills:
        if bill.error:
            yield f"Mend {bill.name}, which could not be read, and screen again: {bill.error}"
