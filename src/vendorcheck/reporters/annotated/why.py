"""Why a line came out as it did, in a sentence or two."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.reporters.text.waivers import cleared_text

#: How many flagged parts of an assembly are listed.
MAX_PARTS = 10


class Reached(NamedTuple):
    """The findings of a line that are named, the weightiest first, and how many others there are.

    `others` bind other buyers, `notes` are of low severity or for information; `is_own` is False where only rules for
    other buyers could be named. `laws` are the names of the laws that rules rest on.
    """

    named: tuple[Finding, ...]
    others: int
    notes: int
    is_own: bool
    laws: Mapping[str, str]


def reached_of(report: Report, findings: Sequence[Finding]) -> Reached:
    """Return what is named of these findings: those at medium or above, first what bars the chosen buyers."""
    weighty = [finding for finding in findings if SEVERITIES.index(finding.severity) >= SEVERITIES.index("medium")]
    others = [finding for finding in weighty if _binds_others(report, finding)]
    own = [finding for finding in weighty if not _binds_others(report, finding)]
    named = sorted(own or others, key=lambda each: (not each.barred, -SEVERITIES.index(each.severity)))
    laws = {rule.id: rule.law.partition(": ")[0] for rule in report.rules if rule.law}
    return Reached(tuple(named), len(others) if own else 0, len(findings) - len(weighty), bool(own), laws)


def why_text(lines: Sequence[LineResult], reached: Reached, clear: str) -> str:
    """Return the reason in words: who and which rules, what is not settled, and how the line was read."""
    return " ".join((*_decided(lines[0], reached, clear), *_further(reached), *_how_read(lines)))


def _decided(line: LineResult, reached: Reached, clear: str) -> Iterator[str]:
    if line.determination == "NOT_SCREENED":
        yield f"Not screened: {line.reason}."
    elif line.determination == "CLEAR":
        yield clear
    elif not reached.named and line.reason:
        yield f"{line.reason[:1].upper()}{line.reason[1:]}."
    if reached.named and not reached.is_own:
        yield "Only rules that bind other buyers reach it."
    by_party: dict[str, list[str]] = {}
    for finding in reached.named:
        by_party.setdefault(_who(finding), []).append(_rule(finding, reached.laws))
    for who, rules in by_party.items():
        yield f"{who}: {'; '.join(dict.fromkeys(rules))}."


def _who(finding: Finding) -> str:
    """The party and how sure that is: a possible match is said to be no more."""
    if finding.party_name is None:
        return "Whoever made it"
    through = f" through {finding.through}" if finding.through else ""
    seller = ", as the one who sells it" if finding.subject == "counterparty" else ""
    sure = "possible match only" if finding.confidence == "possible" else finding.confidence
    return f"{finding.party_name}{through} ({sure}{seller}{', relation not certain' if finding.uncertain else ''})"


def _rule(finding: Finding, laws: Mapping[str, str]) -> str:
    said = [laws[finding.rule]] if finding.barred and finding.rule in laws else []
    if finding.outcome == "unknown":
        said.append("not settled")
    if finding.waived:
        said.append(f"waived by {finding.waived.id}: {finding.waived.reason.replace('_', ' ')}")
    if finding.provisional:
        said.append(f"provisional: {finding.provisional.rstrip('.')}")
    return f"{finding.title} ({'; '.join(said)})" if said else finding.title


def _further(reached: Reached) -> Iterator[str]:
    if reached.others:
        yield f"Reached as well by {_counted(reached.others, 'rule')} for other buyers."
    if reached.notes:
        yield f"{_counted(reached.notes, 'note')} of low severity or for information: see the full report."


def _how_read(lines: Sequence[LineResult]) -> Iterator[str]:
    """What is to be known of how it was read: that it is no line, what is not its own, what is cleared, its parts."""
    for line in lines:
        if line.aside:
            yield f"No line of the bill: it stands in {line.aside}."
        yield from line.notes
        yield from cleared_text(line.cleared)
        if line.parts:
            parts = ", ".join(f"line {part.line} ({part.determination})" for part in line.parts[:MAX_PARTS])
            more = len(line.parts) - MAX_PARTS
            yield f"An assembly; flagged parts of it: {parts}{f' and {more} more' if more > 0 else ''}."


def _binds_others(report: Report, finding: Finding) -> bool:
    """Whether its rule binds buyers, a buyer was chosen, and it is none of them."""
    return bool(report.settings.profiles and finding.binds) and not finding.binds_buyer


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
