"""The whole report as JUnit XML."""

from collections import Counter
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import BillRecord, NotScreened, Report, Summary
from vendorcheck.reporters import junit
from vendorcheck.reporters.worst import MOST


def _root(report: Report) -> ET.Element:
    file = BytesIO()
    junit.write(report, file)
    return ET.fromstring(file.getvalue())  # noqa: S314 (our own file)


def _tests(root: ET.Element) -> list[tuple[str | None, str | None, str]]:
    return [
        (each.get("classname"), each.get("name"), each[0].tag if len(each) else "bare")
        for each in root.iterfind("testsuite/testcase")
    ]


def _consistent(root: ET.Element) -> None:
    """The counts of each suite, and of all, are those of its tests; no test is called as another."""
    for name, tag in (("tests", "testcase"), ("failures", "testcase/failure"), ("errors", "testcase/error")):
        counts = [len(suite.findall(tag)) for suite in root]
        assert [suite.get(name) for suite in root] == [str(count) for count in counts]
        assert root.get(name) == str(sum(counts))
    assert [suite.get("skipped") for suite in root] == [str(len(suite.findall("testcase/skipped"))) for suite in root]
    assert max(Counter((each[0], each[1]) for each in _tests(root)).values()) == 1


def test_the_gate_comes_first_then_each_table_with_its_lines(report: Report) -> None:
    root = _root(report)
    _consistent(root)
    assert _tests(root) == [
        ("vendorcheck", "gate", "failure"),
        ("bom.csv", "line 2: ACME INC · A-1", "failure"),
        ("bom.csv", "line 3: ACME INC · A-1", "system-out"),
    ]
    gate = root[0].find("testcase/failure")
    assert gate is not None
    assert gate.get("message") == "the gate failed (exit 1): 1 finding at critical"
    assert gate.text is not None
    assert "2 lines: 1 PROHIBITED, 1 CLEAR" in gate.text.splitlines()


def test_lines_that_are_not_listed_are_counted(report: Report) -> None:
    root = _root(report._replace(lines=report.lines[:1]))
    _consistent(root)
    assert _tests(root)[-1] == ("bom.csv", "clear lines", "system-out")
    assert root[1][-1][0].text == "1 line: no rule at medium or above reached them (as of 2026-11-21)."


@pytest.mark.parametrize(("code", "tag"), [(0, "system-out"), (1, "failure"), (2, "error"), (3, "error"), (4, "error")])
def test_whatever_fails_the_run_fails_the_test_of_the_gate(report: Report, code: int, tag: str) -> None:
    root = _root(report._replace(verdict=report.verdict._replace(exit_code=code, passed=code == 0)))
    _consistent(root)
    assert _tests(root)[0] == ("vendorcheck", "gate", tag)


def test_what_was_not_screened_is_an_error(report: Report, line: LineResult) -> None:
    lost = BillRecord("lost.csv", None, (), "lost.csv does not exist", 2)
    report.coverage.bills[0].tables[0].reading.not_read("too many cells", 5)
    skipped = line._replace(line=9, determination="NOT_SCREENED", reason="no maker named", findings=())
    record = NotScreened("bom.csv", None, "no maker named", 1, ((9, 9),), complete=True)
    coverage = report.coverage._replace(bills=(*report.coverage.bills, lost), not_screened=(record,))
    root = _root(report._replace(coverage=coverage, lines=(*report.lines, skipped)))
    _consistent(root)
    assert [test for test in _tests(root) if test[2] == "error"] == [
        ("bom.csv", "line 9: ACME INC · A-1", "error"),
        ("bom.csv", "line 5: line not readable", "error"),
        ("lost.csv", "bill not read", "error"),
    ]


def test_a_summary_says_that_lines_are_left_out_and_still_what_was_not_screened(report: Report) -> None:
    record = NotScreened("bom.csv", None, "no maker named", 1, ((9, 9),), complete=True)
    short = report._replace(
        settings=report.settings._replace(summary_only=True),
        coverage=report.coverage._replace(not_screened=(record,)),
        findings=(),
        lines=(),
    )
    assert _tests(_root(short))[1:] == [
        ("bom.csv", "line 9: line not screened", "error"),
        ("bom.csv", "lines left out", "system-out"),
    ]


def test_two_lines_of_one_place_have_two_names(report: Report) -> None:
    root = _root(report._replace(lines=(report.lines[0], report.lines[0])))
    _consistent(root)
    assert _tests(root)[2][1] == "line 2: ACME INC · A-1 (2)"


def test_of_too_many_lines_the_worst_are_shown_and_the_rest_is_counted(many: Callable[[int], Report]) -> None:
    report = many(MOST + 5_000)
    worst = report.findings[-1]
    findings = (*(each._replace(severity="high") for each in report.findings[:-1]), worst)
    root = _root(report._replace(findings=findings))
    _consistent(root)
    assert len(root.findall("testsuite/testcase")) == 1 + MOST + 1
    assert _tests(root)[-2][1] == f"line {worst.line}: ACME INC · A-1"
    assert _tests(root)[-1] == ("bom.csv", "lines not shown", "failure")
    failure = root[1][-1][0]
    assert failure.text == f"{failure.get('message')}\n5000 PROHIBITED"
    assert str(failure.get("message")).startswith("5000 more lines are not shown here")


def test_the_same_report_gives_the_same_bytes_and_its_counts(many: Callable[[int], Report]) -> None:
    report = many(300)
    files = [BytesIO(), BytesIO()]
    for file in files:
        junit.write(report, file)
    assert files[0].getvalue() == files[1].getvalue()
    summary: Summary = report.summary
    assert summary.lines == len(_root(report)[1].findall("testcase"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(cell=st.text(), name=st.text())
def test_any_text_gives_a_document(report: Report, finding: Finding, cell: str, name: str) -> None:
    excerpt = tuple(each._replace(text=cell) for each in finding.excerpt)
    hostile = finding._replace(bill=name, matches=(finding.match._replace(found=cell),), message=cell)
    line = report.lines[0]._replace(bill=name, excerpt=excerpt, reason=cell, notes=(cell,), aside=cell)
    root = _root(report._replace(findings=(hostile,), lines=(line,)))
    _consistent(root)
    assert root.find("testsuite/testcase/failure") is not None
