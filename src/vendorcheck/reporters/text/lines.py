"""The lines of a report, each with its source, who is behind it, and its findings."""

from collections.abc import Iterator

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.reporters.text.evidence import Evidence
from vendorcheck.reporters.text.findings import Steps, again_rows, finding_rows, heading
from vendorcheck.reporters.text.grouped import Again, again_groups, other_buyers_text
from vendorcheck.reporters.text.order import shown_lines
from vendorcheck.reporters.text.rows import (
    BESIDE_SEVERITY,
    EMPTY,
    MEASURE,
    UNDER_LINE,
    Row,
    paragraph,
    row,
    wrapped,
)
from vendorcheck.reporters.text.source import source_rows
from vendorcheck.reporters.text.title import DETERMINATION_STYLE, place_text, title
from vendorcheck.reporters.text.waivers import cleared_text
from vendorcheck.reporters.text.who import who_rows
from vendorcheck.reporters.text.words import count_text
from vendorcheck.reporters.visible import visible
from vendorcheck.reporters.waiver_stanza import stanza_rows, waiving_text

__all__ = ["DETERMINATION_STYLE", "MAX_PARTS", "line_blocks", "place_text"]

#: How many flagged parts of an assembly are listed; the JSON report has all.
MAX_PARTS = 10


def line_blocks(report: Report, width: int, evidence: Evidence) -> Iterator[Row]:
    """Yield the lines, each finding told in full once; what is said of whom is gathered to be told after them."""
    findings = {finding.id: finding for finding in report.findings}
    shown = shown_lines(report, findings)
    if shown.lines_left_out:
        yield from wrapped(f"The worst lines first, as there are {len(report.findings)} findings:", width, style="warn")
        yield EMPTY
    blocks = _Blocks(report, width, evidence)
    for line in shown.lines:
        yield from blocks.block(line, [findings[known] for known in line.findings])
        yield EMPTY
    if shown.lines_left_out:
        lines, findings_left = count_text(shown.lines_left_out, "line"), count_text(shown.findings_left_out, "finding")
        left = f"{lines} more with {findings_left}"
        yield from wrapped(f"… {left}: as JSON, CSV or XLSX (-o xlsx=report.xlsx)", width, style="warn")
        yield EMPTY


class _Blocks:
    """Writes one line after another, and remembers where it explained what."""

    def __init__(self, report: Report, width: int, evidence: Evidence) -> None:
        self._report = report
        self._width = width
        self._evidence = evidence
        self._layouts = {
            (bill.name, table.layout.sheet): table.layout for bill in report.coverage.bills for table in bill.tables
        }
        self._explained: dict[tuple[object, ...], LineResult] = {}
        self._steps = Steps()
        self._no_waivers_told = False
        self._others: dict[frozenset[object], LineResult] = {}

    def block(self, line: LineResult, findings: list[Finding]) -> Iterator[Row]:
        yield title(self._report, line, self._width)
        yield from source_rows(line, self._layouts.get((line.bill, line.place.sheet)), self._width)
        for said in _how_read(line):
            yield from paragraph("", said, self._width, UNDER_LINE)
        if line.determination in ("CLEAR", "NOT_SCREENED"):
            yield from paragraph("", _nothing(self._report, line), self._width, UNDER_LINE)
        yield from who_rows(findings, self._width)
        others = [finding for finding in findings if binds_others(self._report, finding)]
        again: list[Again] = []
        self._steps.begin(f"as at {self._name(line)}")
        for finding in findings:
            if not binds_others(self._report, finding):
                yield from self._finding(line, finding, again)
        yield from again_groups(again, self._width)
        if others:
            yield from paragraph("others", self._other_buyers(line, others), self._width, BESIDE_SEVERITY, style="dim")

    def _finding(self, line: LineResult, finding: Finding, again: list[Again]) -> Iterator[Row]:
        """A finding as far as it says anything new; one that bars the buyer has rows of its own on every line."""
        self._evidence.add(finding, self._name(line))
        content = (*_told(finding), finding.outcome, finding.severity, finding.provisional, finding.needs)
        same, known = self._explained.get(content), self._explained.get(_told(finding))
        self._explained.setdefault(_told(finding), line)
        self._explained.setdefault(content, line)
        if known is None:
            yield from finding_rows(finding, self._width, self._steps)
        elif not finding.barred:
            again.append(Again(finding, _as_at(same or known, line), differs=same is None))
            return
        elif same:
            yield from heading(finding, self._width, _as_at(same, line))
        else:
            yield from again_rows(finding, self._width, f"law and what to do {_as_at(known, line)}")
        yield from self._stanza(finding)

    def _name(self, line: LineResult) -> str:
        """What a line is called among those of the report."""
        return f"line {line.line}" if len(self._layouts) == 1 else place_text(line, whole=False)

    def _stanza(self, finding: Finding) -> Iterator[Row]:
        """What to paste to waive a finding that fails the gate; for a buyer alone, as without one nothing is barred.

        That a policy takes no waivers holds for all of them, and is said once.
        """
        if not (self._report.settings.profiles and finding.fails_gate) or self._no_waivers_told:
            return
        self._no_waivers_told = self._report.verdict.waivers is None
        yield from paragraph("waive", waiving_text(self._report), self._width)
        yield from (row((text, "dim")) for text in stanza_rows(finding, self._report, min(self._width, MEASURE)))

    def _other_buyers(self, line: LineResult, others: list[Finding]) -> str:
        key = frozenset((each.rule, each.provisional, each.waived, each.baseline) for each in others)
        first = self._others.setdefault(key, line)
        return other_buyers_text(others, None if first is line else _as_at(first, line).removeprefix("as "))


def binds_others(report: Report, finding: Finding) -> bool:
    """Return whether its rule binds buyers, a buyer was chosen, and it is none of them."""
    return bool(report.settings.profiles and finding.binds) and not finding.binds_buyer


def _as_at(first: LineResult, here: LineResult) -> str:
    """Where a finding was explained, as short as it can be said."""
    same = (first.bill, first.place.sheet) == (here.bill, here.place.sheet)
    return f"as at line {first.line}" if same else f"as at {place_text(first, whole=False)}"


def _how_read(line: LineResult) -> Iterator[str]:
    """What is to be known of how a line was read: that it is none, what is not its own, what is cleared, its parts."""
    if line.aside:
        yield f"No line of the bill: it stands in {line.aside}, and is looked at as text."
    yield from map(visible, line.notes)
    yield from cleared_text(line.cleared)
    if line.parts:
        parts = ", ".join(f"line {part.line} ({part.determination})" for part in line.parts[:MAX_PARTS])
        more = len(line.parts) - MAX_PARTS
        yield f"An assembly; flagged parts of it: {parts}{f' and {more} more' if more > 0 else ''}."


def _nothing(report: Report, line: LineResult) -> str:
    if line.determination == "NOT_SCREENED":
        return f"Not screened: {line.reason}."
    versions = ", ".join(f"{source.name} {source.version}" for source in report.provenance.rulebook)
    return f"No rule at medium or above reached it (as of {report.settings.as_of.isoformat()}, rulebook {versions})."


def _told(finding: Finding) -> tuple[object, ...]:
    """What need not be told again of a rule and a party."""
    return (finding.rule, finding.party, finding.message)
