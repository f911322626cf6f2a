"""The lines of a report, each with its source, who is behind it, and its findings."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from vendorcheck.model.finding import Determination, Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.reporters.text.findings import (
    Told,
    again_rows,
    finding_rows,
    heading,
    open_rows,
    other_buyer_rows,
    who_rows,
)
from vendorcheck.reporters.text.rows import EMPTY, UNDER_LINE, Row, Style, paragraph, row
from vendorcheck.reporters.text.source import source_rows
from vendorcheck.reporters.visible import cut, display_width, visible

#: What stands at the end of a line's title is left out where there is less room.
MIN_WHAT = 12

_APART = "   "

OTHER_BUYERS = "Rules that bind other buyers (in full with their profile, or as JSON):"

FindingRows = Callable[[Finding, int, Told], Iterator[Row]]

DETERMINATION_STYLE: dict[Determination, Style] = {
    "PROHIBITED": "bad",
    "UNDETERMINED": "bad",
    "REVIEW": "warn",
    "CLEAR": "good",
    "NOT_SCREENED": "warn",
}


def place_text(bill: str, line: int | None, column: int | str | None) -> str:
    """Return a place as a person would type it: `bom.csv:7:3`."""
    return ":".join(visible(str(part)) for part in (bill, line, column) if part is not None)


def line_blocks(report: Report, width: int) -> Iterator[Row]:
    """Yield every listed line; a finding that was explained in full above is only named again."""
    findings = _by_line(report.findings)
    blocks = _Blocks(report, width)
    for line in report.lines:
        yield from blocks.block(line, findings.get((line.bill, line.line), []))
        yield EMPTY


class _Blocks:
    """Writes one line after another, and remembers where it explained what."""

    def __init__(self, report: Report, width: int) -> None:
        self._report = report
        self._width = width
        self._layouts = {bill.name: bill.layout for bill in report.coverage.bills}
        self._explained: dict[tuple[object, ...], LineResult] = {}
        self._told = Told()

    def block(self, line: LineResult, findings: list[Finding]) -> Iterator[Row]:
        yield _title(self._report, line, self._width)
        yield from source_rows(line, self._layouts.get(line.bill), self._width)
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
        known = self._explained.get((finding.rule, finding.party))
        if content in self._explained:
            yield from heading(finding, self._width, _as_at(self._explained[content], line))
        elif known:
            again = open_rows if rows is other_buyer_rows else again_rows
            yield from again(finding, self._width, f"proof {_as_at(known, line)}")
        else:
            self._told.begin(place_text(line.bill, line.line, None), finding.rule)
            yield from rows(finding, self._width, self._told)
        self._explained.setdefault((finding.rule, finding.party), line)
        self._explained.setdefault(content, line)


def _title(report: Report, line: LineResult, width: int) -> Row:
    place = place_text(line.bill, line.line, line.place.column)
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
    return (
        f"as at line {first.line}" if first.bill == here.bill else f"as at {place_text(first.bill, first.line, None)}"
    )


def _nothing(report: Report, line: LineResult) -> str:
    if line.determination == "NOT_SCREENED":
        return f"Not screened: {line.reason}."
    versions = ", ".join(f"{source.name} {source.version}" for source in report.provenance.rulebook)
    return f"No rule at medium or above reached it (as of {report.settings.as_of.isoformat()}, rulebook {versions})."


def _by_line(findings: Sequence[Finding]) -> Mapping[tuple[str, int | None], list[Finding]]:
    grouped: dict[tuple[str, int | None], list[Finding]] = {}
    for finding in findings:
        grouped.setdefault((finding.bill, finding.line), []).append(finding)
    return grouped


def _content(finding: Finding) -> tuple[object, ...]:
    """What a reader would read again if the finding were printed in full."""
    return (
        finding.rule,
        finding.party,
        finding.outcome,
        finding.severity,
        finding.provisional,
        finding.needs,
    )
