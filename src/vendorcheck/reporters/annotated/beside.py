"""What stands beside each row of a bill: the four cells of a line that was screened, and of one that was not."""

from collections.abc import Sequence

from vendorcheck.model.annotation import Cells, Seen
from vendorcheck.model.finding import DETERMINATIONS, Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.reporters.annotated.evidence import evidence_text
from vendorcheck.reporters.annotated.steps import steps_text
from vendorcheck.reporters.annotated.why import reached_of, why_text
from vendorcheck.reporters.formula import harmless
from vendorcheck.reporters.visible import visible

#: How many characters a cell of a spreadsheet holds, as they are counted there: in units of UTF-16.
MAX_CELL = 32_767
_CUT = "... (cut: a cell holds no more; the JSON report has all of it)"

#: Lines that came out alike have their words made once; so many are kept.
_KEPT = 1_000

_MEND = "Mend the row, or save the file with its values stored, and screen it again."
_NAME = "Have the supplier name the maker, brand or model, and screen it again."

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "↔": "/"})


class Beside:
    """Gives the cells of each row of the bill; `missing` counts the lines of the report that were not asked for."""

    def __init__(self, report: Report) -> None:
        """Know what the report says of each line."""
        self._report = report
        self._findings = {finding.id: finding for finding in report.findings}
        self._lines: dict[tuple[str | None, int], list[LineResult]] = {}
        for line in report.lines:
            self._lines.setdefault((line.place.sheet, line.line or 0), []).append(line)
        self._left = {place for place, lines in self._lines.items() if any(line.aside is None for line in lines)}
        versions = ", ".join(f"{source.name} {source.version}" for source in report.provenance.rulebook)
        as_of = report.settings.as_of.isoformat()
        lists = "".join(f", list {each.name} of {each.day}" for each in report.provenance.lists)
        self._clear = f"No rule at medium or above reached it (as of {as_of}, rulebook {versions}{lists})."
        self._made: dict[object, Cells] = {}

    @property
    def missing(self) -> int:
        """How many places of lines were not asked for."""
        return len(self._left)

    def cells(self, seen: Seen) -> Cells | None:
        """Return what stands beside a row; None for one that is no line and shows nobody."""
        lines = self._lines.get((seen.sheet, seen.line))
        self._left.discard((seen.sheet, seen.line))
        if lines is None and seen.kind == "aside" and seen.reason is None:
            return None
        if lines is None and seen.kind != "line":
            return _cells("NOT SCREENED", f"Not readable: {seen.reason}.", _MEND, "")
        determination, *others = self._of(lines) if lines else ("CLEAR", self._clear, "", "")
        if seen.reason is None:
            return _cells(determination, *others)
        why, *rest = others
        partly = f"{why} Not all of it could be read: {seen.reason}."
        return _cells("CLEAR (not all readable)" if determination == "CLEAR" else determination, partly, *rest)

    def _of(self, lines: Sequence[LineResult]) -> Cells:
        """The cells of what stands on one row: mostly one line, the worst first where there are several."""
        lines = sorted(lines, key=lambda line: DETERMINATIONS.index(line.determination))
        findings = [self._findings[known] for line in lines for known in line.findings]
        key = (*map(_content_of_line, lines), *map(_content, findings))
        if key not in self._made:
            if len(self._made) == _KEPT:
                self._made.clear()
            self._made[key] = self._words(lines, findings)
        return self._made[key]

    def _words(self, lines: Sequence[LineResult], findings: Sequence[Finding]) -> Cells:
        reached = reached_of(self._report, findings)
        determination = lines[0].determination
        return (
            determination.replace("_", " "),
            why_text(lines, reached, self._clear),
            _NAME if determination == "NOT_SCREENED" else steps_text(reached.named),
            evidence_text(reached.named),
        )


def _cells(*texts: str) -> Cells:
    return tuple(_cut(harmless(visible(text.strip()).translate(_PLAIN))) for text in texts)


def _cut(text: str) -> str:
    """A text as far as a cell holds it, and a word on what was cut."""
    if len(text) * 2 <= MAX_CELL or len(text.encode("utf-16-le")) // 2 <= MAX_CELL:
        return text
    kept = text.encode("utf-16-le")[: (MAX_CELL - len(_CUT)) * 2]
    return kept.decode("utf-16-le", "ignore") + _CUT


def _content_of_line(line: LineResult) -> tuple[object, ...]:
    return line.determination, line.reason, line.aside, line.notes, line.parts, line.cleared


def _content(finding: Finding) -> tuple[object, ...]:
    """What the words of a finding depend on."""
    who = (finding.rule, finding.party, finding.subject, finding.relation, finding.through, finding.confidence)
    outcome = (finding.outcome, finding.severity, finding.barred, finding.provisional, finding.needs, finding.waived)
    return *who, *outcome, len(finding.evidence), len(finding.answers)
