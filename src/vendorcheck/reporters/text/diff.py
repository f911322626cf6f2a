"""Two reports laid side by side, and whether a report still holds, in rows."""

from collections.abc import Iterator

from vendorcheck.model.comparison import Comparison, Verification
from vendorcheck.model.rule import Severity
from vendorcheck.reporters.comparison import wording
from vendorcheck.reporters.comparison.grouped import Group, sections
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, Span, Style, heading_rows, paragraph, row, wrapped
from vendorcheck.reporters.visible import cut, visible

_STYLES: dict[Severity, Style] = {"critical": "bad", "high": "bad", "medium": "warn", "low": "plain", "info": "plain"}

_INPUT = Indent(2, 10)
_UNDER = Indent(4, 10)
_SIDE = Indent(0, 9)

#: What differs beyond the findings, in the words of the report's own keys.
_PARTS = "these parts of the report are not the same to the letter"


def comparison_rows(comparison: Comparison, width: int) -> Iterator[Row]:
    """Yield the sum, what nobody looked at, the inputs that differ, the findings that do, and the suppliers."""
    yield row((wording.result_text(comparison), "warn" if comparison.differs else "good"))
    yield from paragraph("lines", wording.lines_text(comparison), width, _SIDE)
    for caution in wording.cautions(comparison):
        yield from paragraph("caution:", caution, width, _SIDE, style="warn")
    for name, text in wording.side_texts(comparison):
        yield from paragraph(name, visible(text), width, _SIDE)
    if comparison.inputs:
        yield from heading_rows("Inputs that differ")
        for change in comparison.inputs:
            yield from paragraph(change.cause, visible(wording.input_text(change)), width, _INPUT)
    for section in sections(comparison):
        yield from heading_rows(f"{section.heading} ({section.number})")
        for group in section.groups:
            yield from _group(group, width)
        if section.folded:
            yield from paragraph("", section.folded, width, Indent(2, 0))
    if comparison.suppliers:
        yield from heading_rows(f"Suppliers ({len(comparison.suppliers)})")
        for supplier in comparison.suppliers:
            yield from paragraph("", visible(wording.supplier_text(supplier)), width, Indent(2, 0))


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
        yield EMPTY
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


def _group(group: Group, width: int) -> Iterator[Row]:
    place, line = visible(group.place), f"   {group.line}" if group.line else ""
    what = cut(visible(group.what), max(width - len(place) - len(line) - 4, 24))
    yield row("  ", (place, "place"), f"  {what}{line}")
    yield from paragraph("due to", visible(group.cause), width, _UNDER)
    for rules in group.rules:
        label = Span(rules.severity, _STYLES[rules.severity])
        yield from paragraph(label, visible(rules.names), width, _UNDER)
        if rules.changes:
            yield from paragraph("", visible(rules.changes), width, _UNDER)
