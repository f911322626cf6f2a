"""The lines of a report as a table in Markdown, the worst first."""

from collections import Counter

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.rule import SEVERITIES
from vendorcheck.reporters.markdown.room import Room
from vendorcheck.reporters.markdown.safe import code, prose, table, table_row
from vendorcheck.reporters.text.order import worst_first
from vendorcheck.reporters.text.title import place_text, what_text
from vendorcheck.reporters.text.words import count_text

#: How many of a line's rules its row names.
MAX_RULES = 2


def lines_part(report: Report, room: Room) -> str:
    """Return the table of the lines that are listed, as many as there is room for, and how many are left out."""
    if not report.lines:
        return ""
    findings = {finding.id: finding for finding in report.findings}
    ordered = worst_first(report, findings)
    room.take(f"## Lines, the worst first\n\n{table(('Line', 'Came to', 'Who and what', 'Findings'))}")
    shown = 0
    for line in ordered:
        if not room.take(_row(line, [findings[known] for known in line.findings])):
            break
        shown += 1
    left = len(ordered) - shown
    notice = f"\n**{count_text(left, 'line')} more left out here for size; the report as JSON or XLSX has all.**\n"
    return room.text((notice if left else "") + "\n")


def _row(line: LineResult, findings: list[Finding]) -> str:
    word = line.determination.replace("_", " ")
    came_to = f"**{word}**" if line.determination in ("PROHIBITED", "UNDETERMINED") else word
    what = what_text(line)
    said = _findings(findings) if findings else prose(line.reason or "", 200)
    return table_row((code(place_text(line)), came_to, code(what) if what else "", said))


def _findings(findings: list[Finding]) -> str:
    """How many findings of which severity, and the rules of the worst."""
    ordered = sorted(findings, key=lambda finding: -SEVERITIES.index(finding.severity))
    counts = Counter(finding.severity for finding in ordered)
    rules = list(dict.fromkeys(finding.rule for finding in ordered))
    named = ", ".join(code(rule) for rule in rules[:MAX_RULES])
    more = f" and {len(rules) - MAX_RULES} more" if len(rules) > MAX_RULES else ""
    waived = sum(finding.waived is not None for finding in ordered)
    aside = f"; {waived} waived" if waived else ""
    return f"{', '.join(f'{count} {name}' for name, count in counts.items())}: {named}{more}{aside}"
