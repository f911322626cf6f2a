"""The order of lines in long reports: the worst first, as far as a reader can follow."""

from collections.abc import Mapping
from typing import NamedTuple

from vendorcheck.model.finding import Determination, Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES

#: With more findings than this a report for a reader has the worst lines alone, and says what it leaves out.
MAX_FINDINGS = 1000

_WORST: dict[Determination, int] = {"PROHIBITED": 0, "UNDETERMINED": 1, "REVIEW": 2, "NOT_SCREENED": 3, "CLEAR": 4}


class Shown(NamedTuple):
    """The lines that a report shows, and how many lines and findings it leaves out."""

    lines: tuple[LineResult, ...]
    lines_left_out: int = 0
    findings_left_out: int = 0


def worst_first(report: Report, findings: Mapping[str, Finding]) -> list[LineResult]:
    """Return the lines with the worst first: by determination, then by their severest findings."""

    def rank(line: LineResult) -> tuple[int, int]:
        worst = max((SEVERITIES.index(findings[known].severity) for known in line.findings), default=-1)
        return (_WORST[line.determination], -worst)

    return sorted(report.lines, key=rank)


def shown_lines(report: Report, findings: Mapping[str, Finding], most: int = MAX_FINDINGS) -> Shown:
    """Return the lines in the order of the bill, or the worst of them where there are too many findings."""
    if len(report.findings) <= most:
        return Shown(report.lines)
    kept: list[LineResult] = []
    told = 0
    for line in worst_first(report, findings):
        if kept and told + max(len(line.findings), 1) > most:
            break
        kept.append(line)
        told += max(len(line.findings), 1)
    findings_told = sum(len(line.findings) for line in kept)
    return Shown(tuple(kept), len(report.lines) - len(kept), len(report.findings) - findings_told)
