"""The suites: the gate first, then each table with its listed lines, what could not be screened, and the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from vendorcheck.model.report import Report, TableRecord
from vendorcheck.reporters.gaps import Gap, gaps
from vendorcheck.reporters.junit.elements import JunitTest, Suite
from vendorcheck.reporters.junit.gate import gate_suite
from vendorcheck.reporters.junit.lines import Judged, judged, line_test
from vendorcheck.reporters.junit.others import other_tests
from vendorcheck.reporters.text.bills import table_text
from vendorcheck.reporters.worst import MOST

#: A bill and, where it has several, one of its tables.
Key = tuple[str, str | None]


class Content(NamedTuple):
    """What belongs to one suite: the tables of that name, its gaps, and its listed lines."""

    tables: list[TableRecord]
    gaps: list[Gap]
    lines: list[Judged]


def suites(report: Report) -> Iterator[Suite]:
    """Yield all suites of a report; of more lines than can be shown the worst are, and the rest is counted."""
    yield gate_suite(report)
    contents = _contents(report)
    every = [line for content in contents.values() for line in content.lines]
    shown = {id(line) for line in nsmallest(MOST, every, key=lambda line: line.weight)}
    for key, content in contents.items():
        yield _suite(report, key, content, shown)


def _contents(report: Report) -> dict[Key, Content]:
    contents: dict[Key, Content] = {}

    def content(bill: str, sheet: str | None) -> Content:
        return contents.setdefault((bill, sheet), Content([], [], []))

    for bill in report.coverage.bills:
        for table in bill.tables:
            content(bill.name, table.layout.sheet).tables.append(table)
    for gap in gaps(report):
        if gap.kind != "line-not-screened" or report.settings.summary_only:
            content(gap.bill, gap.sheet).gaps.append(gap)
    findings = {finding.id: finding for finding in report.findings}
    for line in report.lines:
        own = [findings[known] for known in line.findings]
        content(line.bill, line.place.sheet).lines.append(judged(line, own))
    return contents


def _suite(report: Report, key: Key, content: Content, shown: set[int]) -> Suite:
    name = table_text(*key)
    lines = [line for line in content.lines if id(line) in shown]
    missing = [line for line in content.lines if id(line) not in shown]
    others = [*map(_gap_test, content.gaps), *other_tests(report, name, content.tables, content.lines, missing)]
    states = Counter([*(line.state for line in lines), *(test.state for test in others)])
    properties = {f"sha256 of {bill.name}": bill.digest for bill in report.coverage.bills if bill.name == key[0]}
    known = {label: digest for label, digest in properties.items() if digest}
    return Suite(name, states, _named(lines, others), known)


def _named(lines: Sequence[Judged], others: Sequence[JunitTest]) -> Iterator[JunitTest]:
    """The tests, none of the same name as another."""
    seen: Counter[str] = Counter()
    for test in (*map(line_test, lines), *others):
        seen[test.name] += 1
        yield test if seen[test.name] == 1 else test._replace(name=f"{test.name} ({seen[test.name]})")


def _gap_test(gap: Gap) -> JunitTest:
    name = gap.kind.replace("-", " ") if gap.line is None else f"line {gap.line}: {gap.kind.replace('-', ' ')}"
    return JunitTest(name, table_text(gap.bill, gap.sheet), "error", gap.kind, gap.text, (gap.text,))
