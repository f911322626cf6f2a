"""A finding in rows: what it means for this buyer, the law, what is said, the answer, what is open, what to do."""

from collections.abc import Iterator

from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import Answer, Finding, Proof
from vendorcheck.model.rule import Severity
from vendorcheck.reporters.text.rows import UNDER_LINE, Row, Span, Style, paragraph, row
from vendorcheck.reporters.visible import cut, display_width, visible

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


def finding_rows(finding: Finding, width: int) -> Iterator[Row]:
    """Yield a finding in full."""
    yield from heading(finding, width)
    yield from paragraph("means", _meaning(finding), width)
    yield from _proof(finding, width)
    if finding.provisional:
        yield from paragraph("caution", finding.provisional, width, style="warn")
    yield from _to_do(finding, width)


def again_rows(finding: Finding, width: int, note: str) -> Iterator[Row]:
    """Yield a finding whose rule and party were explained above, but which came out differently here."""
    yield from heading(finding, width, note)
    yield from paragraph("means", _certainty(finding) or "Here it is settled.", width)
    yield from _to_do(finding, width)


def _proof(finding: Finding, width: int) -> Iterator[Row]:
    """The law, what is claimed and by whom, and the company's answer."""
    if law := _law(finding):
        yield from paragraph("law", law, width)
    claims = [proof for proof in finding.evidence if proof.line_of_evidence is not None]
    for proof in claims:
        yield from paragraph("said", _claim(proof), width)
    if len(claims) > 1:
        lines = len({proof.line_of_evidence for proof in claims})
        yield from paragraph("", f"{len(claims)} claims, {_count(lines, 'line')} of evidence", width, style="dim")
    if claims:
        for answer in finding.answers:
            yield from paragraph("answer", _answer(answer), width)
    for thread in finding.threads:
        yield from thread_rows(thread, width)


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
    if finding.barred or not finding.binds:
        return ""
    return f" Binds {'; '.join(finding.binds)}."


def _law(finding: Finding) -> str:
    laws = [proof for proof in finding.evidence if proof.line_of_evidence is None]
    bars = f" · bars {', '.join(finding.bars)}" if finding.bars else ""
    return "; ".join(f"{proof.statement} ({proof.citation})" for proof in laws) + bars if laws else ""


def _claim(proof: Proof) -> str:
    day = f"{proof.date}, " if proof.date else ""
    return f"{day}{proof.asserted_by}, {_standing(proof.standing)}: {proof.statement} [{proof.citation}]"


def _answer(answer: Answer) -> str:
    if answer.standing is None or answer.citation is None:
        return f"{answer.party}: {answer.statement}"
    day = f"{answer.date}, " if answer.date else ""
    return f"{day}{answer.asserted_by}, {_standing(answer.standing)}: {answer.statement} [{answer.citation}]"


def _standing(standing: str) -> str:
    return _STANDING.get(standing, standing.replace("_", " "))


def who_rows(findings: list[Finding], width: int) -> Iterator[Row]:
    """Yield who is behind a line: each party once a subject, with every match that shows it."""
    seen: set[tuple[str | None, str]] = set()
    for finding in findings:
        key = (finding.party, finding.subject)
        if finding.party is None or key in seen:
            continue
        seen.add(key)
        matches = "; ".join(_matches(finding))
        who = f"{finding.party_name} ({_relation(finding)}) · {finding.confidence} · {matches}"
        yield from paragraph("who", who, width, UNDER_LINE)
        against = dict.fromkeys(reason for match in finding.matches for reason in match.against)
        for reason in against:
            yield from paragraph("", f"against it: {visible(reason)}", width, UNDER_LINE)
        if finding.relation_note:
            yield from paragraph("", f"not certain: {finding.relation_note}", width, UNDER_LINE)


def _matches(finding: Finding) -> Iterator[str]:
    """What was found against what is listed, the roles of equal matches together."""
    roles: dict[tuple[str, str], list[str]] = {}
    for match in finding.matches:
        roles.setdefault((match.found, match.listed), []).append(match.role)
    for (found, listed), where in roles.items():
        yield f"{', '.join(dict.fromkeys(where))} “{visible(found)}” ↔ {visible(listed)}"


def _relation(finding: Finding) -> str:
    through = f" through {finding.through}" if finding.through else ""
    return f"{finding.subject}, {finding.relation}{through}{', uncertain' if finding.uncertain else ''}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
