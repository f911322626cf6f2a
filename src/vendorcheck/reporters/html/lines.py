"""The lines as the page shows them: what stands in the bill, what it came to and why, who is behind it, which rules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.model.finding import Excerpt, Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.rule import at_least
from vendorcheck.reporters.html.cases import Cases, weighed
from vendorcheck.reporters.html.people import Person, people
from vendorcheck.reporters.html.words import counted, line_name, listed, short_names
from vendorcheck.reporters.html.worst import Chosen, weight
from vendorcheck.reporters.text.lines import place_text
from vendorcheck.reporters.text.waivers import cleared_text

#: How many titles of rules, and how many parts of an assembly, a row names.
MOST_TITLES, MOST_PARTS = 3, 10

#: Fewer findings than this are told again for every line.
FEW = 4


class Shown(NamedTuple):
    """A finding at its line: where it stands in the page, where its proof does, and on what it rests, in short."""

    anchor: str
    finding: Finding
    proof: str
    rests_on: str


class Group(NamedTuple):
    """Findings of a line that stand in one table; `same_as` is the line above that has the very same ones."""

    findings: Sequence[Shown]
    same_as: tuple[str, str] | None


class Line(NamedTuple):
    """A line: `binding` rules bind the buyer of the run, `others` only other buyers, `risks` nobody."""

    anchor: str
    name: str
    place: str
    result: LineResult
    what: str
    more: str
    why: str
    rules: str
    notes: tuple[str, ...]
    people: Sequence[Person]
    binding: Sequence[Shown]
    risks: Group
    others: Group
    left_out: int

    @property
    def findings(self) -> int:
        """How many findings it has."""
        return len(self.result.findings)


def line_anchors(chosen: Chosen) -> dict[str, str]:
    """Return where in the page the line of each finding stands."""
    return {known: f"line-{at}" for at, line in enumerate(chosen.lines, 1) for known in line.findings}


def lines(report: Report, chosen: Chosen, cases: Cases) -> list[Line]:
    """Return the lines in the order of the bills."""
    builder = _Builder(chosen.findings, cases, short_names(report))
    return [builder.line(f"line-{at}", line) for at, line in enumerate(chosen.lines, 1)]


class _Builder:
    """Builds one line after another, and remembers which findings stood together above."""

    def __init__(self, findings: Mapping[str, Finding], cases: Cases, names: Mapping[str, str]) -> None:
        self._findings = findings
        self._cases = cases
        self._names = names
        self._seen: dict[tuple[object, ...], tuple[str, str]] = {}

    def line(self, anchor: str, line: LineResult) -> Line:
        here = sorted((self._findings[known] for known in line.findings if known in self._findings), key=weight)
        shown = [
            Shown(f"{anchor}-{at}", each, self._cases.anchor(each), _rests_on(each)) for at, each in enumerate(here, 1)
        ]
        name = line_name(line, self._names)
        risks = [each for each in shown if not each.finding.binds_buyer and not each.finding.binds]
        others = [each for each in shown if not each.finding.binds_buyer and each.finding.binds]
        return Line(
            anchor=anchor,
            name=name,
            place=place_text(line),
            result=line,
            what=_what(line),
            more=_more(line),
            why=_why(line, here),
            rules=listed((each.title for each in here if each.binds_buyer and each.barred), MOST_TITLES),
            notes=tuple(_notes(line)),
            people=people(here),
            binding=[each for each in shown if each.finding.binds_buyer],
            risks=self._group(risks, (anchor, name)),
            others=self._group(others, (anchor, name)),
            left_out=len(line.findings) - len(here),
        )

    def _group(self, findings: Sequence[Shown], here: tuple[str, str]) -> Group:
        """Findings in a table, or the line above under which the very same stand already."""
        if len(findings) < FEW:
            return Group(findings, None)
        first = self._seen.setdefault(tuple(_content(each) for each in findings), here)
        return Group(findings, None if first == here else first)


def _content(shown: Shown) -> tuple[object, ...]:
    """All that a row says of a finding."""
    each = shown.finding
    certainty = (each.outcome, each.severity, each.confidence, each.uncertain)
    return (shown.proof, *certainty, each.provisional, each.needs, each.waived, each.baseline)


def _what(line: LineResult) -> str:
    """A line by the names on it: the maker or brand, else the vendor, and the part."""
    cells = line.excerpt
    maker = _cell(cells, "maker") or _cell(cells, "brand") or _cell(cells, "vendor")
    return " · ".join(filter(None, (maker, _cell(cells, "part")))) or _cell(cells, "description") or "nothing named"


def _more(line: LineResult) -> str:
    described = _cell(line.excerpt, "description") or _cell(line.excerpt, "category")
    return "" if described == _what(line) else described


def _cell(cells: Sequence[Excerpt], role: str) -> str:
    return next((cell.text for cell in cells if cell.role == role and cell.text.strip()), "")


def _why(line: LineResult, findings: Sequence[Finding]) -> str:
    """Why it came out so: by the titles of the rules that decide, where they are many not all of them."""
    if line.determination == "REVIEW" and len(findings) == len(line.findings):
        titles = [finding.title for finding in findings if at_least(finding.severity, "medium")]
        return f"Reached by: {listed(titles, MOST_TITLES)}" if titles else line.reason or ""
    if line.determination == "CLEAR":
        return line.reason or "no rule at medium or above reached it"
    return line.reason or ""


def _rests_on(finding: Finding) -> str:
    """The law that a finding rests on, with when it began to hold, or else how much is claimed and answered."""
    laws = [proof.statement for proof in finding.evidence if proof.line_of_evidence is None]
    if laws:
        return laws[0]
    answered = sum(answer.standing is not None for answer in finding.answers)
    said = weighed(finding.evidence) or "no claim recorded"
    return f"{said}; {counted(answered, 'answer') if answered else 'no answer'} on record"


def _notes(line: LineResult) -> Iterator[str]:
    """What is to be known of how it was read."""
    if line.aside:
        yield f"No line of the bill: it stands in {line.aside}, and is looked at as text."
    yield from line.notes
    yield from cleared_text(line.cleared)
    if line.parts:
        parts = (f"line {part.line} ({part.determination.replace('_', ' ')})" for part in line.parts)
        yield f"An assembly with {counted(len(line.parts), 'flagged part')}: {listed(parts, MOST_PARTS)}."
