"""The sheet of findings: the worst first, what is printed on the left, all else to the right of it."""

from collections.abc import Callable, Iterator

from vendorcheck.model.finding import Determination, Finding, Outcome
from vendorcheck.model.report import Report
from vendorcheck.reporters.table import FINDING_COLUMNS, Cell, Column, FindingRow, unlisted
from vendorcheck.reporters.text.lines import place_text
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.places import FINDINGS, Places
from vendorcheck.reporters.xlsx.styles import DETERMINATION_STYLE, SEVERITY_STYLE
from vendorcheck.reporters.xlsx.tables import Table, write_table

OUTCOMES: dict[Outcome, str] = {
    "yes": "applies",
    "unknown": "open: a fact is missing",
    "possible": "open: identity only possible",
}

#: What is printed, beside the place.
_MAIN = (
    "Determination",
    "Severity",
    "Outcome",
    "Party name",
    "Title",
    "Message",
    "Open",
    "Next steps",
    "Waived by",
    "Evidence",
)

#: What the sheet of lines has already, one click away; ids beside what they stand for; and how names were compared.
_ELSEWHERE = (
    *("Bill", "Sheet", "Line", "Column", "Reason", "Read so", "Party", "Role", "As written", "Fingerprint"),
    *("Uncertain", "Agreed", "Set aside"),
)

CellValue = Callable[[FindingRow, Finding], Value]

_COLUMNS: tuple[Column[FindingRow], ...] = tuple(
    FINDING_COLUMNS[heading]
    for heading in (*_MAIN, *(name for name in FINDING_COLUMNS if name not in _MAIN + _ELSEWHERE))
)

_TABLE = Table(
    FINDINGS,
    (("Place", 20), ("Rests on", 16), *((column.heading, column.width) for column in _COLUMNS)),
    "No findings.",
    printed=2 + len(_MAIN),
)


def write_findings(book: Book, report: Report, places: Places) -> None:
    """Write every finding of a report, each with a link to its line and to what it rests on."""
    empty = "Left out of this report (--summary-only)." if report.settings.summary_only else _TABLE.empty
    write_table(book, _TABLE._replace(empty=empty), _rows(places))


def determination_value(determination: Determination) -> Value:
    """Return a determination in words, with the colour that repeats them."""
    return Value(determination.replace("_", " "), DETERMINATION_STYLE[determination])


def _rows(places: Places) -> Iterator[list[Value]]:
    for finding in places.findings:
        line = places.line_of.get(finding.id)
        row = FindingRow(line, finding) if line else unlisted(finding)
        to_line = places.line(finding)
        first = Value(place_text(row.line), "link" if to_line else "text", to_line)
        yield [first, _proof(finding, places), *(value(row, finding) for value in _VALUES)]


def _proof(finding: Finding, places: Places) -> Value:
    link = places.evidence(finding.evidence)
    return Value(finding.evidence[0].id, "link", link) if link else Value(None)


def _determination(row: FindingRow, _finding: Finding) -> Value:
    return Value(None) if row.unlisted else determination_value(row.line.determination)


def _severity(_row: FindingRow, finding: Finding) -> Value:
    note = " (provisional)" if finding.provisional else ""
    return Value(finding.severity + note, SEVERITY_STYLE[finding.severity])


def _outcome(_row: FindingRow, finding: Finding) -> Value:
    return Value(OUTCOMES[finding.outcome])


def _plain(column: Column[FindingRow]) -> CellValue:
    """What shows a column as every table has it; words of ours without their low lines."""
    cell, codes = column.cell, column.codes

    def value(row: FindingRow, _finding: Finding) -> Value:
        shown = cell(row)
        return Value(_in_words(shown) if codes else shown, "number" if isinstance(shown, int) else "text")

    return value


def _in_words(cell: Cell) -> Cell:
    if isinstance(cell, tuple):
        return tuple(text.replace("_", " ") for text in cell)
    return cell.replace("_", " ") if isinstance(cell, str) else cell


_OWN: dict[str, CellValue] = {"Determination": _determination, "Severity": _severity, "Outcome": _outcome}

#: How the columns show a finding, found out once: a report may have a hundred thousand of them.
_VALUES = tuple(_OWN.get(column.heading) or _plain(column) for column in _COLUMNS)
