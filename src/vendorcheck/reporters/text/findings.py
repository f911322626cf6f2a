"""A finding in rows: what it means for this buyer, the law, how much is said and answered, what is open, what to do."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.finding import Finding
from vendorcheck.reporters.text.evidence import summary_texts
from vendorcheck.reporters.text.rows import Row, Span, Style, paragraph, row
from vendorcheck.reporters.text.said import thread_rows
from vendorcheck.reporters.text.words import SEVERITY_STYLE, standing_text
from vendorcheck.reporters.visible import cut, display_width

__all__ = [
    "SEVERITY_STYLE",
    "again_rows",
    "certainty",
    "finding_rows",
    "heading",
    "law_text",
    "rests_on_law",
    "standing_text",
    "thread_rows",
]

#: Titles that would be cut shorter than this are left out.
MIN_TITLE = 16

_SEVERITY_WIDTH = 8
_RULE_AT = _SEVERITY_WIDTH + 4


class Steps:
    """What to do: told once on a line whatever the number of rules that ask for it, and once for each rule."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._on_line: set[str] = set()
        self._of_rule: dict[tuple[str, tuple[str, ...]], str] = {}
        self._here = ""

    def begin(self, line: str) -> None:
        """Tell from here on on a line."""
        self._on_line = set()
        self._here = line

    def new(self, rule: str, steps: Sequence[str]) -> list[str]:
        """Return the steps as far as they are new, or on which line those of the rule stand."""
        place = self._of_rule.setdefault((rule, tuple(steps)), self._here)
        if steps and place != self._here:
            return [place]
        new = [step for step in dict.fromkeys(steps) if step not in self._on_line]
        self._on_line.update(new)
        return new


def notes_of(finding: Finding) -> Iterator[str]:
    """Yield what must be known of a finding wherever it is named: provisional, new, waived and by what."""
    if finding.provisional:
        yield "provisional"
    if finding.baseline == "new":
        yield "new"
    if finding.waived:
        yield f"waived by {finding.waived.id}: {finding.waived.reason}"


def heading(finding: Finding, width: int, note: str = "") -> Iterator[Row]:
    """Yield the head of a finding: severity, rule, as much of the title as the width allows, and its notes."""
    notes: list[tuple[str, Style]] = [(text, "plain") for text in notes_of(finding)]
    room = width - _RULE_AT - display_width(finding.rule)
    if note and sum(display_width(f" ({text})") for text, _ in (*notes, (note, "dim"))) <= room:
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


def finding_rows(finding: Finding, width: int, steps: Steps) -> Iterator[Row]:
    """Yield a finding with its meaning and its law; of what is said, how much and what is answered."""
    yield from heading(finding, width)
    yield from paragraph("means", _meaning(finding), width)
    if law := law_text(finding):
        yield from paragraph("law" if rests_on_law(finding) else "listed", law, width)
    for label, text in summary_texts(finding):
        yield from paragraph(label, text, width)
    if finding.provisional:
        yield from paragraph("caution", finding.provisional, width, style="warn")
    yield from _to_do(finding, width, steps)


def again_rows(finding: Finding, width: int, note: str) -> Iterator[Row]:
    """Yield a finding whose rule and party were explained above, but which came out differently here."""
    yield from heading(finding, width, note)
    yield from paragraph("means", certainty(finding) or "Here it is settled.", width)
    yield from _open(finding, width)


def certainty(finding: Finding) -> str:
    """Return in words what keeps a finding from being settled; nothing where it is."""
    match finding.outcome:
        case "unknown":
            return "Not settled."
        case "possible":
            return (
                "Who it is is only possible." if finding.subject == "counterparty" else "Who made it is only possible."
            )
    return ""


def law_text(finding: Finding) -> str:
    """Return the law that a finding rests on, as far as it does, and what it bars."""
    laws = [proof for proof in finding.evidence if proof.line_of_evidence is None]
    bars = f" · bars {', '.join(finding.bars)}" if finding.bars else ""
    return "; ".join(f"{proof.statement} ({proof.citation})" for proof in laws) + bars if laws else ""


def rests_on_law(finding: Finding) -> bool:
    """Return whether something else than entries of lists says what a finding says; such an entry alone is no law."""
    entries = {ground.id for ground in finding.grounds if ground.kind == "list"}
    return any(proof.line_of_evidence is None and proof.id not in entries for proof in finding.evidence)


def _to_do(finding: Finding, width: int, steps: Steps) -> Iterator[Row]:
    yield from _open(finding, width)
    for step in steps.new(finding.rule, finding.next_steps if finding.barred else finding.next_steps[:1]):
        yield from paragraph("do", step, width)


def _open(finding: Finding, width: int) -> Iterator[Row]:
    """What would settle it: in full where it bars this buyer, by name where it does not."""
    if finding.barred:
        for need in finding.needs:
            yield from paragraph("open", f"{need.fact}: {need.ask}", width)
    elif finding.needs:
        yield from paragraph("open", ", ".join(need.fact for need in finding.needs), width)


def _meaning(finding: Finding) -> str:
    return f"{certainty(finding)} {finding.message}{_for_whom(finding)}".lstrip()


def _for_whom(finding: Finding) -> str:
    """For whom the rule would be binding, where it does not bind the buyer of this run."""
    if finding.binds_buyer or not finding.binds:
        return ""
    return f" Binds {'; '.join(finding.binds)}."
