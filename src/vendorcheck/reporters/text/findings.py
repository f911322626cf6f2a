"""A finding in rows: what it means for this buyer, the law, what is said, the answer, what is open, what to do."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import Answer, Finding, Proof
from vendorcheck.model.rule import Severity
from vendorcheck.reporters.text.rows import Row, Span, Style, paragraph, row
from vendorcheck.reporters.visible import cut, display_width

SEVERITY_STYLE: dict[Severity, Style] = {
    "critical": "bad",
    "high": "bad",
    "medium": "warn",
    "low": "plain",
    "info": "dim",
}

#: Titles that would be cut shorter than this are left out.
MIN_TITLE = 16

_SEVERITY_WIDTH = 8
_RULE_AT = _SEVERITY_WIDTH + 4

_STANDING = {
    "government_action": "government action",
    "parliamentary_finding": "finding of a committee of Parliament",
    "regulator_correspondence": "regulator's letter",
    "government_allegation": "government's allegation",
    "investigative_report": "investigative report",
    "ngo_allegation": "allegation by rights groups",
    "retained_counsel_statement": "retained counsel's statement",
    "company_denial": "denial",
    "company_statement": "statement",
    "procedural": "filing",
}


class Told:
    """What was told of somebody's words, and where: equal words of one speaker are told once."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[tuple[object, ...], tuple[str, str]] = {}
        self._here = ("", "")

    def begin(self, place: str, rule: str) -> None:
        """Tell from here on under a finding at a place."""
        self._here = (place, rule)

    def again(self, words: tuple[object, ...]) -> str | None:
        """Return where the same words were told before; None where they are new."""
        place, rule = self._told.setdefault(words, self._here)
        if (place, rule) == self._here:
            return None
        return f"as under {rule}" if place == self._here[0] else f"as under {rule}, {place}"


def heading(finding: Finding, width: int, note: str = "") -> Iterator[Row]:
    """Yield the head of a finding: severity, rule, as much of the title as the width allows, and a note."""
    notes: list[tuple[str, Style]] = [("provisional", "plain")] if finding.provisional else []
    room = width - _RULE_AT - display_width(finding.rule)
    if note and display_width(f" (provisional) ({note})" if notes else f" ({note})") <= room:
        notes.append((note, "dim"))
        note = ""
    room -= sum(display_width(f" ({text})") for text, _ in notes) + 2
    title = "  " + cut(finding.title, room) if room >= MIN_TITLE else ""
    yield row(
        "  ",
        (finding.severity.ljust(_SEVERITY_WIDTH), SEVERITY_STYLE[finding.severity]),
        "  ",
        (finding.rule, "strong"),
        title,
        *(Span(f" ({text})", style) for text, style in notes),
    )
    if note:
        yield from paragraph("", note, width, style="dim")


def finding_rows(finding: Finding, width: int, told: Told) -> Iterator[Row]:
    """Yield a finding in full, but for what somebody said that was told under another."""
    yield from heading(finding, width)
    yield from paragraph("means", _meaning(finding), width)
    yield from _proof(finding, width, told)
    if finding.provisional:
        yield from paragraph("caution", finding.provisional, width, style="warn")
    yield from _to_do(finding, width)


def again_rows(finding: Finding, width: int, note: str) -> Iterator[Row]:
    """Yield a finding whose rule and party were explained above, but which came out differently here."""
    yield from heading(finding, width, note)
    yield from paragraph("means", _certainty(finding) or "Here it is settled.", width)
    yield from _to_do(finding, width)


def other_buyer_rows(finding: Finding, width: int, _told: Told) -> Iterator[Row]:
    """Yield a finding whose rule binds other buyers: whom, by which law since when, and what is open."""
    yield from heading(finding, width)
    yield from paragraph("binds", ": ".join(filter(None, ("; ".join(finding.binds), _law(finding)))), width)
    if certainty := _certainty(finding):
        yield from paragraph("", certainty, width)
    yield from _open(finding, width)


def open_rows(finding: Finding, width: int, note: str) -> Iterator[Row]:
    """Yield such a finding whose law was told above: its head, and by name what is open here."""
    yield from heading(finding, width, note)
    yield from _open(finding, width)


def _proof(finding: Finding, width: int, told: Told) -> Iterator[Row]:
    """The law, what is claimed and by whom, the company's answer, the letters, and where sources differ."""
    if law := _law(finding):
        yield from paragraph("law", law, width)
    claims = [proof for proof in finding.evidence if proof.line_of_evidence is not None]
    yield from _speakers("said", claims, width, told)
    if len(claims) > 1:
        lines = len({proof.line_of_evidence for proof in claims})
        yield from paragraph("", f"{len(claims)} claims, {_count(lines, 'line')} of evidence", width, style="dim")
    if claims:
        yield from _speakers("answer", finding.answers, width, told)
    for thread in finding.threads:
        if under := told.again((thread.id, *thread.messages)):
            yield from paragraph("letters", f"{thread.title}, {thread.messages[0].sender}: {under}", width)
        else:
            yield from thread_rows(thread, width)
    yield from _differences(finding.contradictions, width, told)


def _differences(found: Sequence[Contradiction], width: int, told: Told) -> Iterator[Row]:
    """Where sources differ: the question, both sides, and how they are read."""
    for each in found:
        question = f"{each.question} ({each.state})"
        under = told.again((each.id, *each.claims))
        text = f"{question}: {under}" if under else f"{question} {each.says} {each.reading} [{', '.join(each.claims)}]"
        yield from paragraph("differ", text, width)


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
            yield from paragraph(label, f"{speaker}: {under or new[0]}", width)
            continue
        yield from paragraph(label, f"{speaker}:", width)
        for statement in new:
            yield from paragraph("", f"- {statement}", width)
        if under:
            yield from paragraph("", f"- {len(places) - len(new)} more {under}", width)


def _speaker(said: Proof | Answer) -> str:
    if said.standing is None:
        return said.asserted_by or (said.party if isinstance(said, Answer) else "")
    day = f"{said.date}, " if said.date else ""
    return f"{day}{said.asserted_by}, {standing_text(said.standing)}"


def _statement(said: Proof | Answer) -> str:
    return f"{said.statement} [{said.citation}]" if said.citation else said.statement


def thread_rows(thread: Thread, width: int) -> Iterator[Row]:
    """Yield a correspondence: each letter with its date, then what was asked and not answered."""
    yield from paragraph("letters", thread.title, width)
    for message in thread.messages:
        who = f"{message.sender} to {message.addressee}"
        yield from paragraph(
            "", f"{message.date.text}, {who}, {message.kind}: {message.says} [{message.source}]", width
        )
    for point in thread.open:
        note = f" ({point.note})" if point.note else ""
        yield from paragraph("open", f"unanswered since {point.since.text}: {point.point}{note}", width)


def _to_do(finding: Finding, width: int) -> Iterator[Row]:
    yield from _open(finding, width)
    for step in finding.next_steps if finding.barred else finding.next_steps[:1]:
        yield from paragraph("do", step, width)


def _open(finding: Finding, width: int) -> Iterator[Row]:
    """What would settle it: in full where it bars this buyer, by name where it does not."""
    if finding.barred:
        for need in finding.needs:
            yield from paragraph("open", f"{need.fact}: {need.ask}", width)
    elif finding.needs:
        yield from paragraph("open", ", ".join(need.fact for need in finding.needs), width)


def _meaning(finding: Finding) -> str:
    return f"{_certainty(finding)} {finding.message}{_for_whom(finding)}".lstrip()


def _certainty(finding: Finding) -> str:
    match finding.outcome:
        case "unknown":
            return "Not settled."
        case "possible":
            return (
                "Who it is is only possible." if finding.subject == "counterparty" else "Who made it is only possible."
            )
    return ""


def _for_whom(finding: Finding) -> str:
    """For whom the rule would be binding, where it does not bind the buyer of this run."""
    if finding.binds_buyer or not finding.binds:
        return ""
    return f" Binds {'; '.join(finding.binds)}."


def _law(finding: Finding) -> str:
    laws = [proof for proof in finding.evidence if proof.line_of_evidence is None]
    bars = f" · bars {', '.join(finding.bars)}" if finding.bars else ""
    return "; ".join(f"{proof.statement} ({proof.citation})" for proof in laws) + bars if laws else ""


def standing_text(standing: str) -> str:
    """Return a standing in words."""
    return _STANDING.get(standing, standing.replace("_", " "))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
