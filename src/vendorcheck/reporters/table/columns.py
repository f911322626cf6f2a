"""The columns of a table of findings: what of a line and of a finding an auditor reads, sorts and filters by."""

from collections.abc import Callable, Iterable

from vendorcheck.model.finding import Finding, MatchNote
from vendorcheck.reporters.table.cells import Cell, Column
from vendorcheck.reporters.table.rows import FindingRow
from vendorcheck.reporters.table.said import answer_text, excerpt_text, how_read

FindingColumn = Column[FindingRow]


def _of(heading: str, width: int, cell: Callable[[Finding], Cell], *, codes: bool = False) -> FindingColumn:
    """A column of what only a finding has."""
    return Column(heading, width, lambda row: cell(row.finding) if row.finding else None, codes)


def _yes_no(value: bool) -> str:  # noqa: FBT001  # it is what it says
    return "yes" if value else "no"


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _matches(finding: Finding) -> tuple[MatchNote, ...]:
    return finding.matches or (finding.match,)


def _relation(finding: Finding) -> str:
    return f"{finding.relation} through {finding.through}" if finding.through else finding.relation


_LINE: tuple[FindingColumn, ...] = (
    Column("Bill", 20, lambda row: row.line.bill),
    Column("Sheet", 12, lambda row: row.line.place.sheet),
    Column("Line", 7, lambda row: row.line.line),
    Column("Column", 8, lambda row: row.line.place.column),
    Column("Determination", 15, lambda row: None if row.unlisted else row.line.determination, codes=True),
    Column("Reason", 32, lambda row: row.line.reason),
    Column("Read so", 28, lambda row: tuple(how_read(row.line))),
)

_RULE: tuple[FindingColumn, ...] = (
    _of("Rule", 24, lambda finding: finding.rule),
    _of("Title", 24, lambda finding: finding.title),
    _of("Severity", 12, lambda finding: finding.severity),
    _of("Outcome", 12, lambda finding: finding.outcome),
    _of("Subject", 13, lambda finding: finding.subject),
)

_IDENTITY: tuple[FindingColumn, ...] = (
    _of("Party", 16, lambda finding: finding.party),
    _of("Party name", 15, lambda finding: finding.party_name),
    _of("Relation", 14, _relation),
    _of("Uncertain", 11, lambda finding: _yes_no(finding.uncertain)),
    _of("Not certain because", 28, lambda finding: finding.relation_note),
    _of("Basis", 13, lambda finding: finding.basis, codes=True),
    _of("Confidence", 12, lambda finding: finding.confidence),
    _of("Role", 11, lambda finding: tuple(match.role for match in _matches(finding)), codes=True),
    _of("Found", 24, lambda finding: tuple(match.found for match in _matches(finding))),
    _of("Listed", 28, lambda finding: tuple(match.listed for match in _matches(finding))),
    _of("Agreed", 28, lambda finding: _once(text for match in _matches(finding) for text in match.agreed)),
    _of("Set aside", 20, lambda finding: _once(text for match in _matches(finding) for text in match.set_aside)),
    _of("Against", 28, lambda finding: _once(text for match in _matches(finding) for text in match.against)),
)

_REACH: tuple[FindingColumn, ...] = (
    _of("Bars", 14, lambda finding: finding.bars),
    _of("Barred for the buyer", 14, lambda finding: finding.barred),
    _of("Binds", 26, lambda finding: finding.binds),
    _of("Binds the buyer", 10, lambda finding: _yes_no(finding.binds_buyer)),
    _of("Provisional", 28, lambda finding: finding.provisional),
    _of("Open", 24, lambda finding: tuple(f"{need.fact}: {need.ask}" for need in finding.needs)),
    _of("Waived by", 12, lambda finding: finding.waived and finding.waived.id),
    _of("Waiver reason", 16, lambda finding: finding.waived and finding.waived.reason, codes=True),
    _of("Baseline", 10, lambda finding: finding.baseline),
)

_TOLD: tuple[FindingColumn, ...] = (
    _of("Message", 46, lambda finding: finding.message),
    _of("Next steps", 34, lambda finding: finding.next_steps),
    _of("Evidence", 26, lambda finding: _once(proof.citation for proof in finding.evidence)),
    _of("Answers", 40, lambda finding: tuple(map(answer_text, finding.answers))),
    Column("As written", 34, lambda row: tuple(map(excerpt_text, row.line.excerpt))),
    _of("Id", 14, lambda finding: finding.id),
    _of("Fingerprint", 20, lambda finding: finding.fingerprint),
)

#: All columns by their headings, in the order of a table that shows them all.
FINDING_COLUMNS: dict[str, FindingColumn] = {
    column.heading: column for column in (*_LINE, *_RULE, *_IDENTITY, *_REACH, *_TOLD)
}
