"""What was not screened, in words."""

from vendorcheck.model.errors import Spot
from vendorcheck.model.report import BillRecord, NotScreened, Report
from vendorcheck.reporters.gaps import gaps


def test_all_kinds_are_told_the_bills_that_were_not_read_first(report: Report) -> None:
    [bill] = report.coverage.bills
    bill.tables[0].reading.not_read("too many cells", 5, 6)
    lost = BillRecord("lost.csv", None, (), "lost.csv does not exist", 2, Spot("lost.csv", 3))
    skipped = NotScreened("bom.csv", None, "no maker named", 1, ((9, 9),), complete=True)
    coverage = report.coverage._replace(bills=(bill, lost), not_screened=(skipped,))
    assert [
        (gap.kind, gap.bill, gap.line, gap.lines, gap.text) for gap in gaps(report._replace(coverage=coverage))
    ] == [
        ("bill-not-read", "lost.csv", 3, 0, "lost.csv was not screened: lost.csv does not exist"),
        ("line-not-readable", "bom.csv", 5, 2, "bom.csv: 2 lines not readable: too many cells (line 5-6)"),
        ("line-not-screened", "bom.csv", 9, 1, "bom.csv: 1 line not screened: no maker named (line 9)"),
    ]


def test_a_bill_without_lines_is_one(report: Report) -> None:
    report.coverage.bills[0].tables[0].reading.lines = 0
    assert [gap.text for gap in gaps(report)] == ["bom.csv holds no lines to screen"]


def test_a_run_that_screened_all_has_none(report: Report) -> None:
    assert gaps(report) == []
