"""Which row of which table something stands in, known before the first is written: links lead forward too."""

from vendorcheck.model.finding import Finding, LineResult, Proof
from vendorcheck.model.report import Report
from vendorcheck.reporters.report_json.findings import Told
from vendorcheck.reporters.worst import worst_first
from vendorcheck.reporters.xlsx.book import Room
from vendorcheck.reporters.xlsx.tables import link_to, sheets_of

FINDINGS, LINES, EVIDENCE = "Findings", "Lines", "Evidence"


class Places:
    """The findings in the order of their sheet, what they rest on, and the links between rows."""

    def __init__(self, report: Report, room: Room) -> None:
        """Put the findings in order and number every row that a link may lead to."""
        self._room = room
        self.findings = worst_first(report)
        self.told = Told(report.findings)
        self.line_of: dict[str, LineResult] = {known: line for line in report.lines for known in line.findings}
        self._finding_rows = {finding.id: index for index, finding in enumerate(self.findings)}
        self._line_rows = {known: index for index, line in enumerate(report.lines) for known in line.findings}

    def sheets(self, table: str, rows: int) -> list[str]:
        """Return the names of the sheets that so many rows of a table take."""
        return sheets_of(self._room, table, rows)

    def worst_of(self, line: LineResult) -> str | None:
        """Return the link to the first finding of a line; None where it has none."""
        rows = [self._finding_rows[known] for known in line.findings]
        return link_to(self._room, FINDINGS, min(rows)) if rows else None

    def line(self, finding: Finding) -> str | None:
        """Return the link to the line of a finding; None where the report does not list it."""
        row = self._line_rows.get(finding.id)
        return None if row is None else link_to(self._room, LINES, row)

    def evidence(self, proofs: tuple[Proof, ...]) -> str | None:
        """Return the link to the first that a finding rests on; None where it rests on none."""
        return link_to(self._room, EVIDENCE, self.told.evidence[proofs[0]]) if proofs else None
