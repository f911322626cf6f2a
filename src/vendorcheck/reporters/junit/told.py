"""A line and its findings in plain lines: all that the attributes of its test say, with law, evidence and answer."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.finding import Finding, LineResult, Proof
from vendorcheck.model.period import dated, days_text
from vendorcheck.reporters.short import answers_text, headline, shown_by, waived_text
from vendorcheck.reporters.text.findings import rests_on_law, standing_text
from vendorcheck.reporters.text.lines import place_text
from vendorcheck.reporters.text.waivers import cleared_text
from vendorcheck.reporters.visible import cut, visible

#: How many findings of a line are told in full, and how many claims of each; how much of a cell is repeated.
MAX_IN_FULL, MAX_CLAIMS, MAX_CELL = 5, 12, 200


def line_texts(line: LineResult, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a line's place, determination and cells, its worst findings in full, and the others by name."""
    yield place_text(line)
    yield f"{line.determination}: {visible(line.reason)}" if line.reason else line.determination
    if line.aside:
        yield f"no line of the bill: {visible(line.aside)}"
    yield " · ".join(f"{cell.role} “{cut(visible(cell.text), MAX_CELL)}”" for cell in line.excerpt)
    yield from map(visible, line.notes)
    yield from cleared_text(line.cleared)
    for finding in findings[:MAX_IN_FULL]:
        yield from _in_full(finding)
    for finding in findings[MAX_IN_FULL:]:
        yield _head(finding)


def _head(finding: Finding) -> str:
    marks = [mark for mark in ("provisional" if finding.provisional else None, waived_text(finding)) if mark]
    return f"{finding.severity}: {headline(finding)}" + (f" [{'; '.join(marks)}]" if marks else "")


def _in_full(finding: Finding) -> Iterator[str]:
    yield _head(finding)
    for label, text in _told(finding):
        yield f"  {label}: {text}"


def _told(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "who", shown_by(finding)
    if finding.relation_note:
        yield "not certain", finding.relation_note
    for reason in dict.fromkeys(reason for match in finding.matches for reason in match.against):
        yield "against it", cut(visible(reason), MAX_CELL)
    yield "means", finding.message
    yield from _reach(finding)
    yield from _evidence(finding.evidence, "law" if rests_on_law(finding) else "listed")
    yield from _other_side(finding)
    if finding.provisional:
        yield "provisional", finding.provisional
    for need in finding.needs:
        yield "open", f"{need.fact}: {need.ask}"
    for step in finding.next_steps:
        yield "do", step


def _reach(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.binds:
        yield "binds", "; ".join(finding.binds)
    if finding.bars:
        yield "bars", ", ".join(finding.bars)


def _other_side(finding: Finding) -> Iterator[tuple[str, str]]:
    """What is said for the company, what it has not answered, and where sources differ."""
    for answer in answers_text(finding):
        yield "answer", answer
    for thread in finding.threads:
        for point in thread.open:
            yield "unanswered", f"{dated('since', point.since.text)}: {point.point}"
    for each in finding.contradictions:
        yield "sources differ", f"{each.question} {each.says} {each.reading}"


def _evidence(evidence: Sequence[Proof], law: str) -> Iterator[tuple[str, str]]:
    for proof in evidence:
        if proof.line_of_evidence is None:
            url = f", {proof.url}" if proof.url else ""
            yield law, f"{proof.statement} ({proof.citation}{url})"
    said = [proof for proof in evidence if proof.line_of_evidence is not None]
    for proof in said[:MAX_CLAIMS]:
        day = f"{days_text(proof.date)}, " if proof.date else ""
        yield "said", f"{day}{proof.asserted_by}, {standing_text(proof.standing)}: {proof.statement} [{proof.citation}]"
    if len(said) > MAX_CLAIMS:
        yield "said", f"{len(said) - MAX_CLAIMS} more claims are in the JSON report"
