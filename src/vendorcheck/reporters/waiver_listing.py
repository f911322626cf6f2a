"""Waivers as their owners look at them: whether each holds on a day, what it covers, why, and whose it is."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from vendorcheck.model.errors import Fault
from vendorcheck.model.waiver import CheckedWaivers, WaiverStanding
from vendorcheck.reporters.report_json.run_shapes import WAIVER
from vendorcheck.reporters.text.rows import Indent, Row, paragraph, row
from vendorcheck.reporters.text.waivers import scope_text
from vendorcheck.reporters.visible import visible

SCHEMA = "vendorcheck.waivers/v0"

_UNDER = Indent(2, 10)

Data = dict[str, Any]


def waivers_data(checked: Sequence[CheckedWaivers], day: date) -> Data:
    """Return files of waivers as they stand on a day."""
    return {
        "schema": SCHEMA,
        "day": day.isoformat(),
        "holds": all(each.holds for each in checked),
        "files": [_file(each) for each in checked],
    }


def waiver_rows(standings: Sequence[WaiverStanding], width: int) -> Iterator[Row]:
    """Yield each waiver with what it covers, why, whose it is, and how long it holds; then how many hold."""
    for standing in standings:
        waiver, holds = standing.waiver, standing.holds
        yield row((waiver.id, "strong"), (f"  {visible(_left(standing))}", "good" if holds else "bad"))
        yield from paragraph("covers", scope_text(waiver), width, _UNDER)
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


def _file(checked: CheckedWaivers) -> Data:
    return {
        "file": checked.name,
        "sha256": checked.file.digest if checked.file else None,
        "faults": [_fault(fault) for fault in checked.faults],
        "waivers": [_standing(standing) for standing in checked.standings],
    }


def _standing(standing: WaiverStanding) -> Data:
    return {
        **WAIVER.write(standing.waiver),
        "state": standing.state,
        "days_left": standing.days_left,
        "because": standing.because or None,
        "remarks": list(standing.remarks),
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
