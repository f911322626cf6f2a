"""The lines of a report, each with its source, who is behind it, and its findings."""

from collections.abc import Callable, Iterator

from vendorcheck.model.finding import Determination, Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.reporters.text.findings import (
    Told,
    again_rows,
    finding_rows,
    heading,
    open_rows,
    other_buyer_rows,
)
from vendorcheck.reporters.text.rows import EMPTY, UNDER_LINE, Row, Style, paragraph, row
from vendorcheck.reporters.text.source import source_rows
from vendorcheck.reporters.text.waivers import cleared_text
from vendorcheck.reporters.text.who import who_rows
from vendorcheck.reporters.visible import cut, display_width, visible

#: What stands at the end of a line's title is left out where there is less room.
MIN_WHAT = 12

_APART = "   "

#: How many flagged parts of an assembly are listed; the JSON report has all.
MAX_PARTS = 10

OTHER_BUYERS = "Rules that bind other buyers (in full with their profile, or as JSON):"

FindingRows = Callable[[Finding, int, Told], Iterator[Row]]

DETERMINATION_STYLE: dict[Determination, Style] = {
    "PROHIBITED": "bad",
    "UNDETERMINED": "bad",
    "REVIEW": "warn",
    "CLEAR": "good",
    "NOT_SCREENED": "warn",
}


def place_text(line: LineResult, *, whole: bool = True) -> str:
    """Return a place as a person would look it up: `bom.csv:7:3`, `bom.xlsx:Parts!C7`, `bom.json:9 /2/maker`.

    Not whole, it leads to the line alone.
    """
    place = line.place
    if place.sheet is not None and place.pointer is None:
        letter = place.column if whole and isinstance(place.column, str) else ""
        return f"{visible(line.bill)}:{visible(place.sheet)}!{letter}{line.line}"
    parts = (line.bill, line.line, place.column if whole else None)
    text = ":".join(visible(str(part)) for part in parts if part is not None)
    return f"{text} {visible(place.pointer)}" if whole and place.pointer is not None else text


def line_blocks(report: Report, width: int) -> Iterator[Row]:
    """Yield every listed line; a finding that was explained in full above is only named again."""
    findings = {finding.id: finding for finding in report.findings}
    blocks = _Blocks(report, width)
    for line in report.lines:
        yield from blocks.block(line, [findings[known] for known in line.findings])
        yield EMPTY


class _Blocks:
    """Writes one line after another, and remembers where it explained what."""

    def __init__(self, report: Report, width: int) -> None:
        self._report = report
        self._width = width
        self._layouts = {
            (bill.name, table.layout.sheet): table.layout for bill in report.coverage.bills for table in bill.tables
        }
        self._explained: dict[tuple[object, ...], LineResult] = {}
        self._told = Told()

    def block(self, line: LineResult, findings: list[Finding]) -> Iterator[Row]:
        yield _title(self._report, line, self._width)
        yield from source_rows(line, self._layouts.get((line.bill, line.place.sheet)), self._width)
        for said in _how_read(line):
            yield from paragraph("", said, self._width, UNDER_LINE)
        if line.determination in ("CLEAR", "NOT_SCREENED"):
            yield from paragraph("", _nothing(self._report, line), self._width, UNDER_LINE)
        yield from who_rows(findings, self._width)
        others = [finding for finding in findings if self._binds_others(finding)]
        for finding in findings:
            if finding not in others:
                yield from self._finding(line, finding, finding_rows)
        if others:
            yield from paragraph("", OTHER_BUYERS, self._width, UNDER_LINE, style="dim")
        for finding in others:
            yield from self._finding(line, finding, other_buyer_rows)

    def _binds_others(self, finding: Finding) -> bool:
        """Whether its rule binds buyers, a buyer was chosen, and it is none of them."""
        return bool(self._report.settings.profiles and finding.binds) and not finding.binds_buyer

    def _finding(self, line: LineResult, finding: Finding, rows: FindingRows) -> Iterator[Row]:
        """A finding as far as it says anything new."""
        content = _content(finding)
        told = (finding.rule, finding.party, finding.message)
        known = self._explained.get(told)
        if content in self._explained:
            yield from heading(finding, self._width, _as_at(self._explained[content], line))
        elif known:
            again = open_rows if rows is other_buyer_rows else again_rows
            yield from again(finding, self._width, f"proof {_as_at(known, line)}")
        else:
            self._told.begin(place_text(line, whole=False), finding.rule)
            yield from rows(finding, self._width, self._told)
        self._explained.setdefault(told, line)
        self._explained.setdefault(content, line)


def _title(report: Report, line: LineResult, width: int) -> Row:
    place = place_text(line)
    determination = _for_whom(report, line, width - display_width(place) - len(_APART))
    part = next((visible(cell.text) for cell in line.excerpt if cell.role == "part"), "")
    room = width - display_width(place) - display_width(determination) - 2 * len(_APART)
    what = cut(" · ".join(piece for piece in (", ".join(line.behind), part) if piece), room) if room >= MIN_WHAT else ""
    return row(
        (place, "place"),
        _APART,
        (determination, DETERMINATION_STYLE[line.determination]),
        _APART + " " * (room - display_width(what)) if what else "",
        (what, "strong"),
    )


def _for_whom(report: Report, line: LineResult, room: int) -> str:
    """The determination, and for which buyers it bars something: by name where there is room."""
    word = line.determination.replace("_", " ")
    buyers = [profile.id for profile in report.settings.profiles]
    if not buyers or line.determination not in ("PROHIBITED", "UNDETERMINED"):
        return word
    named = f"{word} for {', '.join(buyers)}"
    return named if display_width(named) <= room or len(buyers) == 1 else f"{word} for {len(buyers)} profiles"


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


def _content(finding: Finding) -> tuple[object, ...]:
    """What a reader would read again if the finding were printed in full."""
    return (
        finding.rule,
        finding.party,
        finding.outcome,
        finding.severity,
        finding.provisional,
        finding.needs,
        finding.message,
    )
