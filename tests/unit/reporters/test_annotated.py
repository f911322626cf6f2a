"""What stands beside the lines of a bill."""

import io
from collections.abc import Callable
from typing import Any

import pytest

from vendorcheck.model.annotation import Annotation, Cells, Seen
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.report import Report
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.annotated import write
from vendorcheck.reporters.annotated.beside import MAX_CELL, Beside
from vendorcheck.reporters.format import Sources

LINE = Seen(None, 2, "line")


def beside(report: Report, seen: Seen = LINE, **changes: Any) -> Cells:
    """The cells of a row, the report's finding changed."""
    findings = tuple(finding._replace(**changes) for finding in report.findings)
    cells = Beside(report._replace(findings=findings)).cells(seen)
    assert cells is not None
    return cells


def test_a_line_with_a_finding(report: Report) -> None:
    determination, why, todo, evidence = beside(report)
    assert determination == "PROHIBITED"
    assert why.startswith("Acme (confirmed): Nothing of Acme")
    assert todo == "Settle purpose: What is it for? Do not award it. Ask for another."
    assert evidence == (
        "Act 1 (government action, 2020-01-01); Paper, line 3 (allegation by rights groups, 2021); "
        "Paper, line 5 (court); answer of Acme (denial, 2021-05): It denies it."
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"confidence": "possible"}, "Acme (possible match only): "),
        ({"outcome": "unknown"}, "not settled"),
        ({"provisional": "Nobody saw the act."}, "provisional: Nobody saw the act)"),
        ({"waived": WaivedBy("w-1", "legal_exception")}, "waived by w-1: legal exception"),
        ({"subject": "counterparty"}, "as the one who sells it"),
        ({"uncertain": True}, "relation not certain"),
        ({"severity": "info"}, "1 note of low severity or for information"),
    ],
)
def test_what_qualifies_a_finding_is_said(report: Report, changes: dict[str, Any], said: str) -> None:
    assert said in beside(report, **changes)[1]


def test_rules_for_other_buyers_are_named_only_where_there_are_no_others(report: Report) -> None:
    alone = beside(report, binds_buyer=False, barred=())
    assert alone[1].startswith("Only rules that bind other buyers reach it. Acme (confirmed): Nothing of Acme")
    own = report.findings[0]
    other = own._replace(id="0" * 12, binds_buyer=False, title="Elsewhere")
    line = report.lines[0]._replace(findings=(own.id, other.id))
    both = Beside(report._replace(findings=(own, other), lines=(line,))).cells(LINE)
    assert both is not None
    assert "Elsewhere" not in both[1]
    assert "Reached as well by 1 rule for other buyers." in both[1]


def test_a_line_that_is_not_listed_is_clear(report: Report) -> None:
    determination, why, todo, evidence = beside(report, Seen(None, 9, "line"))
    assert (determination, todo, evidence) == ("CLEAR", "", "")
    assert why.startswith("No rule at medium or above reached it (as of 2026-11-21, rulebook ")


def test_a_clear_line_of_which_not_all_was_read_says_so(report: Report) -> None:
    determination, why, *_ = beside(report, Seen(None, 9, "line", "a formula without a stored value"))
    assert determination == "CLEAR (not all readable)"
    assert why.endswith("Not all of it could be read: a formula without a stored value.")


def test_a_row_that_could_not_be_read_was_not_screened(report: Report) -> None:
    assert beside(report, Seen(None, 9, "unread", "torn"))[:2] == ("NOT SCREENED", "Not readable: torn.")


def test_a_row_that_is_no_line_is_left_alone_unless_it_shows_somebody(report: Report, line: LineResult) -> None:
    assert Beside(report).cells(Seen(None, 1, "aside")) is None
    title = line._replace(line=1, aside="a title above the headings", determination="REVIEW")
    cells = Beside(report._replace(lines=(title,))).cells(Seen(None, 1, "aside"))
    assert cells is not None
    assert cells[0] == "REVIEW"
    assert "No line of the bill: it stands in a title above the headings." in cells[1]


def test_a_line_that_named_nothing_says_why(report: Report, line: LineResult) -> None:
    line = line._replace(determination="NOT_SCREENED", reason="it names no maker", findings=())
    cells = Beside(report._replace(lines=(line,))).cells(LINE)
    assert cells is not None
    assert cells[:2] == ("NOT SCREENED", "Not screened: it names no maker.")
    assert "maker, brand or model" in cells[2]


def test_no_cell_is_a_formula_or_longer_than_a_cell(report: Report) -> None:
    steps = ("=cmd()", "\u202e\x1b[31m", "漢" * 40_000)
    todo = beside(report, next_steps=steps, needs=())[2]
    assert todo.startswith("'=cmd() \\u202e\\x1b[31m 漢")
    assert len(todo.encode("utf-16-le")) // 2 <= MAX_CELL
    assert todo.endswith("(cut: a cell holds no more; the JSON report has all of it)")


def test_every_line_of_the_report_must_be_found_again(report: Report) -> None:
    with pytest.raises(VendorcheckError, match="2 of the lines that were screened were not found again"):
        write(report, io.BytesIO(), Sources(annotate=lambda _annotation, _file: None))


def test_the_digest_and_the_headings_are_handed_over(report: Report) -> None:
    seen: list[Annotation] = []

    def annotate(annotation: Annotation, _: object) -> None:
        seen.append(annotation)
        for line in report.lines:
            annotation.beside(Seen(line.place.sheet, line.line or 0, "line"))

    write(report, io.BytesIO(), Sources(annotate=annotate))
    assert seen[0].digest == report.coverage.bills[0].digest
    assert seen[0].headings == ("Determination", "Why", "What to do", "Evidence")


def _two_bills(report: Report) -> Report:
    return report._replace(coverage=report.coverage._replace(bills=report.coverage.bills * 2))


def _summary(report: Report) -> Report:
    return report._replace(settings=report.settings._replace(summary_only=True))


def _unread(report: Report) -> Report:
    bill = report.coverage.bills[0]._replace(error="it is empty")
    return report._replace(coverage=report.coverage._replace(bills=(bill,)))


@pytest.mark.parametrize(
    ("change", "said"), [(_two_bills, "one bill a run"), (_summary, "--summary-only"), (_unread, "it is empty")]
)
def test_reports_with_nothing_to_write_beside_are_refused(
    report: Report, change: Callable[[Report], Report], said: str
) -> None:
    with pytest.raises(VendorcheckError, match=said):
        write(change(report), io.BytesIO(), Sources(annotate=lambda _annotation, _file: None))


def test_without_the_bill_there_is_nothing_to_annotate(report: Report, finding: Finding) -> None:
    assert finding in report.findings
    with pytest.raises(VendorcheckError, match="needs the bill itself"):
        write(report, io.BytesIO(), Sources())
