"""The evidence of a report, once for each party and rule: the claims and, beside them, what is answered."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.finding import Finding
from vendorcheck.reporters.text.rows import EMPTY, Row, row, wrapped
from vendorcheck.reporters.text.said import Told, answer_text, claims_of, lines_of_evidence, said_rows
from vendorcheck.reporters.text.words import count_text, listed, standing_text, tallied
from vendorcheck.reporters.visible import display_width, visible

#: How many of the lines that an entry stands for are named; each line names its rules.
MAX_LINES = 12

HEADING = "Evidence: what is said and by whom, with the answer of the company beside it"


class _Entry(NamedTuple):
    finding: Finding
    lines: list[str]


class Evidence:
    """Gathers, while lines are written, whose evidence is to be told after them."""

    def __init__(self) -> None:
        """Begin with nothing gathered."""
        self._entries: dict[str, dict[tuple[object, ...], _Entry]] = {}

    def add(self, finding: Finding, line: str) -> None:
        """Keep the evidence of a finding for later, with the line it stands on."""
        if not has_evidence(finding):
            return
        of_party = self._entries.setdefault(finding.party_name or "No party", {})
        entry = of_party.setdefault(_key(finding), _Entry(finding, []))
        if line not in entry.lines:
            entry.lines.append(line)

    def rows(self, width: int) -> Iterator[Row]:
        """Yield all that was gathered: by party, then by rule in the order in which they came up."""
        if not self._entries:
            return
        yield from wrapped(HEADING, width, style="strong")
        for party, entries in self._entries.items():
            told = Told()
            for entry in entries.values():
                told.begin(entry.finding.rule)
                yield _heading(party, entry, width)
                yield from said_rows(entry.finding, width, told)
        yield EMPTY


def has_evidence(finding: Finding) -> bool:
    """Return whether anything is said of the party that is told below the lines."""
    return bool(claims_of(finding) or finding.threads or finding.contradictions)


def summary_texts(finding: Finding, where: str = "under Evidence below") -> Iterator[tuple[str, str]]:
    """Yield, with a label, what stands on the line itself: how much is said, with what standing, and the answer.

    `where` all of it is told.
    """
    claims = claims_of(finding)
    if claims:
        standings = tallied(standing_text(claim.standing) for claim in claims)
        yield "said", f"{lines_of_evidence(claims)}, told {where}: {standings}"
        if finding.answers:
            yield "answer", answer_text(finding.answers[0])
    if beside := _beside(finding, answers=bool(claims)):
        yield "more", f"{beside}{'' if claims else f', told {where}'}"


def _beside(finding: Finding, *, answers: bool) -> str:
    """What else is told below: further answers, letters with what is open in them, and where sources differ."""
    parts = []
    if answers and len(finding.answers) > 1:
        parts.append(count_text(len(finding.answers) - 1, "more answer"))
    if finding.threads:
        points = sum(len(thread.open) for thread in finding.threads)
        unanswered = f" ({count_text(points, 'point')} unanswered)" if points else ""
        parts.append(f"{count_text(len(finding.threads), 'exchange of letters', 'exchanges of letters')}{unanswered}")
    if finding.contradictions:
        unresolved = sum(each.state == "unresolved" for each in finding.contradictions)
        open_points = f" ({unresolved} unresolved)" if unresolved else ""
        parts.append(f"{count_text(len(finding.contradictions), 'point')} on which sources differ{open_points}")
    return ", ".join(parts)


def _heading(party: str, entry: _Entry, width: int) -> Row:
    name = f"  {visible(party)} · {entry.finding.rule}"
    room = width - display_width(name)
    for most in (MAX_LINES, 3, 1):
        lines = f"  ({listed(entry.lines, most).replace(', line ', ', ')})"
        if display_width(lines) <= room:
            return row((name, "strong"), (lines, "dim"))
    return row((name, "strong"))


def _key(finding: Finding) -> tuple[object, ...]:
    """What is told of a rule, so that it is told again only where it differs."""
    return (
        finding.rule,
        *(proof.id for proof in claims_of(finding)),
        *((answer.id, answer.statement) for answer in finding.answers),
        *((thread.id, len(thread.messages), len(thread.open)) for thread in finding.threads),
        *(each.id for each in finding.contradictions),
    )
