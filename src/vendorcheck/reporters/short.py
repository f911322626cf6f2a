"""A finding in a few sentences, for formats that give it no more room: never the claim without the answer."""

from collections.abc import Iterator

from vendorcheck.model.finding import Finding, Outcome
from vendorcheck.model.hit import Basis
from vendorcheck.model.period import days_text
from vendorcheck.reporters.text.findings import standing_text
from vendorcheck.reporters.visible import cut, visible

#: How much of a cell, of a sentence of the rulebook, of an answer is repeated; and how many cells.
MAX_CELL, MAX_SENTENCE, MAX_ANSWER, MAX_CELLS = 60, 600, 200, 4

_LEADS: dict[Outcome, str] = {"yes": "", "unknown": "Not settled: ", "possible": "Only possible: "}


def headline(finding: Finding) -> str:
    """Return what a finding is, in one sentence without its full stop: how sure, the title, about whom."""
    about = f": {visible(finding.party_name)}" if finding.party_name else ""
    return f"{_LEADS[finding.outcome]}{visible(finding.title)} ({visible(finding.rule)}){about}"


def short_text(finding: Finding) -> str:
    """Return a finding on one line: what, who, why, for whom, the answer, what is provisional, what to do."""
    return " ".join(_sentences(finding))


def shown_by(finding: Finding) -> str:
    """Return the cells that show who it is, by role, and how sure that is."""
    found = (match for match in finding.matches if match.found)
    cells = dict.fromkeys(f"{match.role} “{cut(visible(match.found), MAX_CELL)}”" for match in found)
    told = ", ".join(list(cells)[:MAX_CELLS]) or "what the line is"
    more = f" and {len(cells) - MAX_CELLS} more" if len(cells) > MAX_CELLS else ""
    uncertain = ", uncertain" if finding.uncertain else ""
    through = f" through {visible(finding.through)}" if finding.through else ""
    return f"{told}{more} ({_basis(finding.basis)}, {finding.confidence}; {finding.relation}{through}{uncertain})"


def answers_text(finding: Finding) -> Iterator[str]:
    """Yield what is said for each company against which something is claimed, or that no answer is recorded."""
    if not claims(finding):
        return
    for answer in finding.answers:
        standing = f", {standing_text(answer.standing)}" if answer.standing else ""
        day = f", {days_text(answer.date)}" if answer.date else ""
        yield f"{visible(answer.asserted_by or answer.party)}{standing}{day}: {visible(answer.statement)}"


def claims(finding: Finding) -> int:
    """Return on how many claims a finding rests; an instrument is none."""
    return sum(proof.line_of_evidence is not None for proof in finding.evidence)


def waived_text(finding: Finding) -> str | None:
    """Return in words which waiver covers a finding."""
    if finding.waived is None:
        return None
    return f"Waived by {visible(finding.waived.id)} ({finding.waived.reason.replace('_', ' ')})"


def _sentences(finding: Finding) -> Iterator[str]:
    if waived := waived_text(finding):
        yield f"{waived}."
    yield f"{headline(finding)}."
    yield f"Shown by {shown_by(finding)}."
    yield cut(visible(finding.message), MAX_SENTENCE)
    if finding.binds and not finding.binds_buyer:
        yield f"Binds {visible('; '.join(finding.binds))}."
    yield from _answer(finding)
    if finding.needs:
        yield f"Open: {visible(', '.join(need.fact for need in finding.needs))}."
    if finding.provisional:
        yield f"Provisional, fails no gate by itself: {cut(visible(finding.provisional), MAX_SENTENCE)}"
    if finding.next_steps:
        yield f"To do: {cut(visible(finding.next_steps[0]), MAX_SENTENCE)}"


def _answer(finding: Finding) -> Iterator[str]:
    answers = list(answers_text(finding))
    if answers:
        more = f" ({len(answers) - 1} more in the JSON report)" if len(answers) > 1 else ""
        yield f"Answer of {cut(answers[0], MAX_ANSWER)}{more}"


def _basis(basis: Basis) -> str:
    return basis.replace("_", " ")
