"""Tests for the lines of a table that have none of their own, so that none goes uncounted."""

from collections import Counter
from collections.abc import Iterator, Sequence

from vendorcheck.model.finding import DETERMINATIONS
from vendorcheck.model.report import Report, TableRecord
from vendorcheck.reporters.junit.elements import JunitTest, State
from vendorcheck.reporters.junit.lines import Judged
from vendorcheck.reporters.text.bills import lines_text
from vendorcheck.reporters.worst import left_out


def other_tests(
    report: Report, suite: str, tables: Sequence[TableRecord], listed: Sequence[Judged], missing: Sequence[Judged]
) -> Iterator[JunitTest]:
    """Yield a test for the clear lines that are not listed, and one for the lines that there was no room for."""
    if missing:
        yield _missing(suite, missing)
    if report.settings.summary_only:
        text = "Lines and findings are left out (--summary-only); the counts stand with the gate."
        yield JunitTest("lines left out", suite, "passed", text=(text,))
        return
    clear = sum(table.reading.lines for table in tables) - sum(each.line.aside is None for each in listed)
    if clear > 0:
        text = f"{lines_text(clear)}: no rule at medium or above reached them (as of {report.settings.as_of})."
        yield JunitTest("clear lines", suite, "passed", text=(text,))


def _missing(suite: str, missing: Sequence[Judged]) -> JunitTest:
    """Lines beyond what can be shown: their test fails as the worst of them does."""
    counts = Counter(each.line.determination for each in missing)
    text = left_out(len(missing), "line")
    told = ", ".join(f"{counts[name]} {name}" for name in DETERMINATIONS if counts[name])
    state: State = next(
        (each for each in ("failure", "error") if any(line.state == each for line in missing)), "passed"
    )
    return JunitTest("lines not shown", suite, state, "left-out", text, (text, told))
