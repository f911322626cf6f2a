"""The last sheet: what the report does not say, what its words mean, and what this workbook had to leave out."""

from collections.abc import Iterator

from vendorcheck.model.report import Report
from vendorcheck.reporters.xlsx.book import Book, Value
from vendorcheck.reporters.xlsx.findings import OUTCOMES
from vendorcheck.reporters.xlsx.places import FINDINGS, LINES, Places
from vendorcheck.reporters.xlsx.tables import Table, write_table

_TABLE = Table("Limits", (("About", 24), ("What to know", 110)), "Nothing to say.")

#: What each determination says.
MEANINGS = {
    "PROHIBITED": "a rule bars the buyer from it",
    "UNDETERMINED": "a rule may bar it: a fact is missing, or the identity is only possible",
    "REVIEW": "another rule at medium or above reached it: somebody has to look",
    "CLEAR": "no rule at medium or above reached it; no approval",
    "NOT_SCREENED": "nobody has looked at these: what they are is not known",
}

_WORDS = {
    **{name.replace("_", " "): meaning for name, meaning in MEANINGS.items()},
    "applies": "outcome: all that the rule asks holds",
    OUTCOMES["unknown"]: "outcome: the column Open says which fact",
    OUTCOMES["possible"]: "outcome: who it is is not settled",
    "provisional": "rests on something that nobody has seen in a primary source; it never fails the gate by itself",
    "waived": "somebody signed it off and somebody else approved it; it stays listed",
}


def write_limits(book: Book, report: Report, places: Places) -> None:
    """Write the limits of the report and of this workbook; to be written last."""
    write_table(book, _TABLE, ([Value(what, "strong"), Value(text)] for what, text in _rows(book, report, places)))


def _rows(book: Book, report: Report, places: Places) -> Iterator[tuple[str, str]]:
    for limit in report.limits:
        yield "this report", limit
    yield from _WORDS.items()
    yield (
        "printing",
        "The sheets of findings and lines print their first columns; the others stand to the right on screen.",
    )
    yield "text", "Signs that act or hide are written as escapes, such as \\u202e. No cell holds a formula."
    for table, count in ((FINDINGS, len(report.findings)), (LINES, len(report.lines))):
        sheets = places.sheets(table, count)
        if len(sheets) > 1:
            yield "further sheets", f"The {table.lower()} fill {len(sheets)} sheets: {', '.join(sheets)}."
    for sheet, count in book.left.links.items():
        links = book.room.links
        yield (
            "links left out",
            f"{sheet}: Excel takes {links} links a sheet; {count} cells beyond have their text alone.",
        )
    if cut := book.left.cut:
        yield "texts cut", f"{cut} cells hold the beginning of a longer text and say so; the JSON report has it whole."
