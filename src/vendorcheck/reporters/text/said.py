"""What is said of a party, by whom and with what standing, and what is answered: every word of it, told once."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import Answer, Finding, Proof
from vendorcheck.model.period import dated, days_text
from vendorcheck.reporters.text.rows import UNDER_FINDING, UNDER_LINE, Indent, Row, paragraph
from vendorcheck.reporters.text.words import count_text, standing_text


class Told:
    """What was told of somebody's words, and where: equal words of one speaker are told once."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[tuple[object, ...], str] = {}
        self._here = ""

    def begin(self, rule: str) -> None:
        """Tell from here on under a rule."""
        self._here = rule

    def again(self, words: tuple[object, ...]) -> str | None:
        """Return where the same words were told before; None where they are new."""
        rule = self._told.setdefault(words, self._here)
        return None if rule == self._here else f"as under {rule}"


def claims_of(finding: Finding) -> tuple[Proof, ...]:
    """Return what is claimed: the evidence that is no law."""
    return tuple(proof for proof in finding.evidence if proof.line_of_evidence is not None)


def lines_of_evidence(claims: Sequence[Proof]) -> str:
    """Return in words how many claims there are, and on how many lines of evidence they rest."""
    lines = len({proof.line_of_evidence for proof in claims})
    return f"{count_text(len(claims), 'claim')}, {count_text(lines, 'line')} of evidence"


def said_rows(finding: Finding, width: int, told: Told) -> Iterator[Row]:
    """Yield what is claimed and by whom, the company's answer, the letters, and where sources differ."""
    claims = claims_of(finding)
    yield from _speakers("said", claims, width, told)
    if len(claims) > 1:
        yield from paragraph("", lines_of_evidence(claims), width, UNDER_LINE, style="dim")
    if claims:
        yield from _speakers("answer", finding.answers, width, told)
    for thread in finding.threads:
        if under := told.again((thread.id, *thread.messages)):
            yield from paragraph("letters", f"{thread.title}, {thread.messages[0].sender}: {under}", width, UNDER_LINE)
        else:
            yield from thread_rows(thread, width, UNDER_LINE)
    yield from _differences(finding.contradictions, width, told)


def thread_rows(thread: Thread, width: int, indent: Indent = UNDER_FINDING) -> Iterator[Row]:
    """Yield a correspondence: each letter with its date, then what was asked and not answered."""
    yield from paragraph("letters", thread.title, width, indent)
    for message in thread.messages:
        who = f"{message.sender} to {message.addressee}"
        text = f"{days_text(message.date.text)}, {who}, {message.kind}: {message.says} [{message.source}]"
        yield from paragraph("", text, width, indent)
    for point in thread.open:
        note = f" ({point.note})" if point.note else ""
        yield from paragraph(
            "open", f"unanswered {dated('since', point.since.text)}: {point.point}{note}", width, indent
        )


def answer_text(answer: Answer) -> str:
    """Return an answer with who gave it, when and with what standing."""
    return f"{_speaker(answer)}: {_statement(answer)}"


def _differences(found: Sequence[Contradiction], width: int, told: Told) -> Iterator[Row]:
    """Where sources differ: the question, both sides, and how they are read."""
    for each in found:
        question = f"{each.question} ({each.state})"
        under = told.again((each.id, *each.claims))
        text = f"{question}: {under}" if under else f"{question} {each.says} {each.reading} [{', '.join(each.claims)}]"
        yield from paragraph("differ", text, width, UNDER_LINE)


def _speakers(label: str, said: Sequence[Proof] | Sequence[Answer], width: int, told: Told) -> Iterator[Row]:
    """What was said, by speaker and day: one beside its speaker, several below; what was told before, where."""
    spoken: dict[str, list[str]] = {}
    for each in said:
        spoken.setdefault(_speaker(each), []).append(_statement(each))
    for speaker, statements in spoken.items():
        places = {statement: told.again((speaker, statement)) for statement in statements}
        new = [statement for statement, place in places.items() if place is None]
        under = ", ".join(dict.fromkeys(filter(None, places.values())))
        if len(places) == 1 or not new:
            yield from paragraph(label, f"{speaker}: {under or new[0]}", width, UNDER_LINE)
            continue
        yield from paragraph(label, f"{speaker}:", width, UNDER_LINE)
        for statement in new:
            yield from paragraph("", f"- {statement}", width, UNDER_LINE)
        if under:
            yield from paragraph("", f"- {len(places) - len(new)} more {under}", width, UNDER_LINE)


def _speaker(said: Proof | Answer) -> str:
    if said.standing is None:
        return said.asserted_by or (said.party if isinstance(said, Answer) else "")
    day = f"{days_text(said.date)}, " if said.date else ""
    return f"{day}{said.asserted_by}, {standing_text(said.standing)}"


def _statement(said: Proof | Answer) -> str:
    return f"{said.statement} [{said.citation}]" if said.citation else said.statement
