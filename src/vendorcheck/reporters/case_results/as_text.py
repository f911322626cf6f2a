"""The cases that failed, for a reader: what was expected, what came out, and what was missing."""

from collections.abc import Iterator

from vendorcheck.model.case import CaseResult
from vendorcheck.reporters.case_results.tried import (
    Tried,
    difference_texts,
    line_text,
    setting_text,
)
from vendorcheck.reporters.text import WIDTH
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, paragraph, plain, row, wrapped

_FIELDS = Indent(2, 10)


def render_text(tried: Tried) -> str:
    """Return each case that failed in full, those skipped by name, and the counts."""
    return plain(case_rows(tried, WIDTH))


def case_rows(tried: Tried, width: int) -> Iterator[Row]:
    """Yield the rows of that text at a width."""
    for result in tried.results:
        if result.skipped:
            yield from wrapped(
                f"skipped  {result.case.rule}: {result.case.name} ({result.skipped})", width, style="dim"
            )
        elif not result.passed:
            yield from _failed(result, width)
            yield EMPTY
    counts = f"{tried.passed} passed, {tried.failed} failed" + (f", {tried.skipped} skipped" if tried.skipped else "")
    cases = f"{len(tried.results)} {'case' if len(tried.results) == 1 else 'cases'}"
    rules = f"{len(tried.rules)} {'rule' if len(tried.rules) == 1 else 'rules'}"
    yield row((f"{cases} of {rules}: ", "strong"), (counts, "bad" if tried.failed else "good"))


def _failed(result: CaseResult, width: int) -> Iterator[Row]:
    case = result.case
    yield row(("FAILED", "bad"), f"  {case.rule}: {case.name}")
    yield row("  ", (str(case.spot), "place"))
    yield from paragraph("as of", setting_text(case), width, _FIELDS)
    yield from paragraph("line", line_text(case), width, _FIELDS)
    for text in difference_texts(result):
        yield from paragraph("", text, width, _FIELDS, style="bad")
    if result.needs:
        yield from paragraph("missing", ", ".join(result.needs), width, _FIELDS)
    if result.reason:
        yield from paragraph("the line", result.reason, width, _FIELDS)
