"""Two reports laid side by side, and whether a report still holds, in rows."""

from collections.abc import Iterator

from vendorcheck.model.comparison import Comparison, Difference, Verification
from vendorcheck.model.rule import Severity
from vendorcheck.reporters.comparison import wording
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, Style, heading_rows, paragraph, row, wrapped
from vendorcheck.reporters.visible import cut, visible

_STYLES: dict[Severity, Style] = {"critical": "bad", "high": "bad", "medium": "warn", "low": "plain", "info": "plain"}

_INPUT = Indent(2, 10)
_UNDER = Indent(12, 10)
_SIDE = Indent(0, 9)

#: What differs beyond the findings, in the words of the report's own keys.
_PARTS = "these parts of the report are not the same to the letter"


def comparison_rows(comparison: Comparison, width: int) -> Iterator[Row]:
    """Yield which reports these are, what they were made from, the findings that differ, the counts, and the sum."""
    for name, text in wording.side_texts(comparison):
        yield from paragraph(name, visible(text), width, Indent(0, 5))
    if comparison.inputs:
        yield from heading_rows("Inputs that differ")
        for change in comparison.inputs:
            yield from paragraph(change.cause, visible(wording.input_text(change)), width, _INPUT)
    for heading, differences in wording.sections(comparison):
        yield from heading_rows(f"{heading} ({len(differences)})")
        for each in differences:
            yield from _difference(each, width)
    yield from heading_rows("Lines")
    yield from paragraph("", " · ".join(map(wording.count_text, comparison.determinations)), width, Indent(2, 0))
    if comparison.suppliers:
        yield from heading_rows(f"Suppliers ({len(comparison.suppliers)})")
        for supplier in comparison.suppliers:
            yield from paragraph("", visible(wording.supplier_text(supplier)), width, Indent(2, 0))
    yield EMPTY
    for caution in wording.cautions(comparison):
        yield from paragraph("caution:", caution, width, _SIDE, style="warn")
    yield row((wording.result_text(comparison), "warn" if comparison.differs else "good"))


def verification_rows(verification: Verification, width: int) -> Iterator[Row]:
    """Yield whether a report still holds, and where it does not what differs, and why."""
    for check in verification.bills:
        said = "the same bytes" if check.same else "THE BILL HAS CHANGED"
        file = "" if check.file == check.name else f" (read from {check.file})"
        yield from paragraph("bill", visible(f"{check.name}: {said}{file}"), width, _INPUT)
    for altered in verification.altered:
        yield from paragraph("altered", visible(altered), width, _INPUT, style="bad")
    if verification.comparison and not verification.holds:
        yield from wrapped("Old is the report; new is what came of screening its bills again.", width)
        yield from comparison_rows(verification.comparison, width)
    if verification.parts:
        yield from wrapped(f"{_PARTS}: {', '.join(verification.parts)}", width)
    yield row(*_result(verification))


def _result(verification: Verification) -> tuple[str | tuple[str, Style], ...]:
    name = visible(verification.report)
    if verification.holds:
        return (f"{name}: ", ("it holds to the letter", "good"))
    if verification.altered:
        return (f"{name}: ", ("it does not hold: the bundle was altered, and nothing was screened again", "bad"))
    return (f"{name}: ", ("it does not hold to the letter", "bad"))


def _difference(difference: Difference, width: int) -> Iterator[Row]:
    finding = difference.finding
    what = cut(f"{visible(finding.rule)}  {visible(wording.what_text(finding))}", max(width - 12, 24))
    yield row("  ", (finding.severity.ljust(10), _STYLES[finding.severity]), what)
    yield from paragraph("where", visible(wording.place_text(finding)), width, _UNDER)
    yield from paragraph("came to", visible(wording.came_to_text(difference)), width, _UNDER)
    for change in wording.change_texts(difference):
        yield from paragraph("changed", visible(change), width, _UNDER)
    yield from paragraph("due to", visible(wording.cause_text(difference)), width, _UNDER)
