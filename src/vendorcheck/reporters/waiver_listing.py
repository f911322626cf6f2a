"""Waivers as their owners look at them: whether each holds on a day, what it covers, why, and whose it is."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from vendorcheck.model.errors import Fault
from vendorcheck.model.finding import Finding
from vendorcheck.model.policy import Policy
from vendorcheck.model.report import FileRecord, Report
from vendorcheck.model.waiver import CheckedWaivers, Waiver, WaiverStanding
from vendorcheck.reporters.report_json.run_shapes import WAIVER
from vendorcheck.reporters.text.rows import Indent, Row, paragraph, row
from vendorcheck.reporters.text.title import place_text
from vendorcheck.reporters.text.waivers import scope_text
from vendorcheck.reporters.visible import visible

SCHEMA = "vendorcheck.waivers/v0"

_UNDER = Indent(2, 10)

Data = dict[str, Any]


class JudgedBy(NamedTuple):
    """What files of waivers are judged by: a policy, its file where it is one, and a report that shows findings."""

    policy: Policy = Policy()
    file: FileRecord | None = None
    report: Report | None = None


def waivers_data(checked: Sequence[CheckedWaivers], day: date, by: JudgedBy) -> Data:
    """Return files of waivers as they stand on a day, and by which policy."""
    return {
        "schema": SCHEMA,
        "day": day.isoformat(),
        "policy": {
            "id": by.policy.id,
            "file": by.file.name if by.file else None,
            "sha256": by.file.digest if by.file else None,
            "max_waiver_days": by.policy.max_waiver_days,
        },
        "holds": all(each.holds for each in checked),
        "files": [_file(each, by.report) for each in checked],
    }


def judged_by_text(by: JudgedBy) -> str:
    """Return in words by which policy waivers are judged, and for how long it lets them hold."""
    file = f" ({visible(by.file.name)})" if by.file else ""
    name = f"the policy {by.policy.id}{file}" if by.policy.id else "no policy (--policy names one)"
    return f"judged by {name}: a waiver may hold for {by.policy.max_waiver_days} days at most"


def finding_texts(waiver: Waiver, report: Report) -> Iterator[str]:
    """Yield for what finding of a report the fingerprint of a waiver stands: its place, rule, party, supplier, part."""
    if waiver.scope.fingerprint is None:
        return
    found = _findings(waiver, report)
    yield from map(_finding_text, found)
    if not found:
        yield "no finding of the report has this fingerprint and rule"


def waiver_rows(standings: Sequence[WaiverStanding], report: Report | None, width: int) -> Iterator[Row]:
    """Yield each waiver with what it covers, why, whose it is, and how long it holds; then how many hold."""
    for standing in standings:
        waiver, holds = standing.waiver, standing.holds
        yield row((waiver.id, "strong"), (f"  {visible(_left(standing))}", "good" if holds else "bad"))
        yield from paragraph("covers", scope_text(waiver), width, _UNDER)
        for text in finding_texts(waiver, report) if report else ():
            yield from paragraph("that is", text, width, _UNDER)
        yield from paragraph("because", f"{waiver.reason}: {visible(waiver.statement)}", width, _UNDER)
        if waiver.exception:
            exception = f"{visible(waiver.exception.citation)}, granted by {visible(waiver.exception.authority)}"
            yield from paragraph("by", exception, width, _UNDER)
        whose = f"{visible(waiver.owner)}, approved by {visible(waiver.approved_by)} on {waiver.created.isoformat()}"
        yield from paragraph("owner", whose, width, _UNDER)
        for remark in standing.remarks:
            yield from paragraph("note", visible(remark), width, _UNDER, style="warn")
    total, held = len(standings), sum(standing.holds for standing in standings)
    yield row(f"{held} of {total} {'waiver holds' if total == 1 else 'waivers hold'}")


def _left(standing: WaiverStanding) -> str:
    if not standing.holds:
        return f"{standing.state}: {standing.because}"
    days = "1 day" if standing.days_left == 1 else f"{standing.days_left} days"
    return f"holds through {standing.waiver.expires.isoformat()}, {days} left"


def _findings(waiver: Waiver, report: Report) -> list[Finding]:
    """The findings that the fingerprint of a waiver names, under its rule."""
    start = waiver.scope.fingerprint or ""
    return [each for each in report.findings if each.rule == waiver.rule and each.fingerprint.startswith(start)]


def _finding_text(finding: Finding) -> str:
    cells = {cell.role: cell.text for cell in reversed(finding.excerpt)}
    told = [f"{role} “{visible(cells[role])}”" for role in ("vendor", "maker", "brand", "part") if cells.get(role)]
    about = f" about {visible(finding.party_name)}" if finding.party_name else ""
    came_to = f"{finding.rule}{about} ({finding.outcome}, {finding.severity})"
    return " · ".join((place_text(finding, whole=False), *told, came_to))


def _file(checked: CheckedWaivers, report: Report | None) -> Data:
    return {
        "file": checked.name,
        "sha256": checked.file.digest if checked.file else None,
        "faults": [_fault(fault) for fault in checked.faults],
        "waivers": [_standing(standing, report) for standing in checked.standings],
    }


def _standing(standing: WaiverStanding, report: Report | None) -> Data:
    return {
        **WAIVER.write(standing.waiver),
        "state": standing.state,
        "days_left": standing.days_left,
        "because": standing.because or None,
        "remarks": list(standing.remarks),
        "stands_for": _stands_for(standing.waiver, report) if report else None,
    }


def _stands_for(waiver: Waiver, report: Report) -> list[Data] | None:
    """What a fingerprint stands for in a report; null for a waiver without one."""
    if waiver.scope.fingerprint is None:
        return None
    return [_finding(finding) for finding in _findings(waiver, report)]


def _finding(finding: Finding) -> Data:
    cells = {cell.role: cell.text for cell in reversed(finding.excerpt)}
    return {
        **{key: getattr(finding, key) for key in ("id", "bill", "line", "rule", "party", "outcome", "severity")},
        **{role: cells.get(role) for role in ("vendor", "maker", "brand", "part")},
    }


def _fault(fault: Fault) -> Data:
    spot = fault.spot
    return {
        "message": fault.message,
        "line": spot.line,
        "column": spot.column,
        "source_line": spot.source_line,
        "help": fault.help,
    }
