import io
from datetime import date

from openpyxl import load_workbook

from vendorcheck.model.bom import Column, Layout, Reading
from vendorcheck.model.report import BillRecord, NotScreened, Option, Report, TableRecord
from vendorcheck.model.waiver import LegalException, Waiver, WaiverResult, WaiverScope
from vendorcheck.reporters.xlsx import write


def rows(report: Report, sheet: str) -> list[tuple[object, ...]]:
    file = io.BytesIO()
    write(report, file)
    return [tuple(row) for row in load_workbook(file)[sheet].iter_rows(min_row=2, values_only=True)]


def test_coverage_begins_with_what_was_not_screened(report: Report, layout: Layout) -> None:
    reading = Reading()
    reading.lines = 9
    reading.blank.add(5)
    reading.not_read("broken", 7, 8)
    secret = Column(5, "4711 0815 hunter2", "unclassified")
    table = TableRecord(layout._replace(columns=(*layout.columns, secret), remarks=("a guess",)), reading)
    coverage = report.coverage._replace(
        bills=(BillRecord("bom.csv", None, (table,)), BillRecord("gone.csv", None, (), error="it is empty")),
        not_screened=(NotScreened("bom.csv", None, "no maker named", 2, ((3, 4),), complete=False),),
        suppliers_left_out=6,
    )
    found = rows(report._replace(coverage=coverage), "Coverage")
    assert found[:4] == [
        ("bom.csv", None, "NOT SCREENED", 2, "no maker named", "3-4 and more"),
        ("bom.csv", None, "NOT READABLE", 2, "broken", "7-8"),
        ("gone.csv", None, "NOT READ", None, "it is empty", None),
        (None, None, "left out", None, "6 suppliers are counted and not listed.", None),
    ]
    said = [row[4] for row in found[4:]]
    assert said[0] == "csv, utf-8, cut at ',', headings on line 1"
    assert said[1:] == [
        "a guess",
        "1. “Supplier”: vendor",
        "2. “Maker”: maker",
        "3. “Password”: not looked at",
        "4. “Model”: part",
        "5. “…”: heading not known, looked at for names",
        "1 blank (line 5)",
    ]


def test_waivers_say_who_signed_and_what_they_came_to(report: Report) -> None:
    day = date(2026, 11, 2)
    exception = LegalException("s. 889(d)", "DNI")
    waiver = Waiver("w", "no-acme", WaiverScope(part="A-1"), "legal_exception", "Why", "A", "B", day, day, exception)
    coverage = report.coverage._replace(waivers=(WaiverResult(waiver, "lapsed", 0, 3, ("the severity rose",)),))
    (row,) = rows(report._replace(coverage=coverage), "Waivers")
    assert row[:5] == ("w", "LAPSED", "no-acme: part A-1", "no-acme", "legal exception")
    assert row[5:] == ("Why", "A", "B", "2026-11-02", "2026-11-02", "s. 889(d)\nDNI", 0, 3, "the severity rose")


def test_without_waivers_the_sheet_says_so(report: Report) -> None:
    assert rows(report, "Waivers")[0][0] == "No waivers were given for this run."


def test_provenance_has_digests_and_options(report: Report) -> None:
    option = Option("--fail-on", ("high",), "the command line")
    found = rows(report._replace(provenance=report.provenance._replace(options=(option,))), "Provenance")
    assert ("bill", "bom.csv", None, "ab" * 32, None) in found
    assert ("list", "debarred", "2026-10-01", "ef" * 32, "debarred of 2026-10-01, 3 entries") in found
    assert found[-1] == ("option", "--fail-on", None, None, "high\n(the command line)")


def test_a_historical_screening_and_lines_not_screened_stand_on_the_first_page(report: Report) -> None:
    counts = {**report.summary.by_determination, "NOT_SCREENED": 3}
    past = report._replace(
        settings=report.settings._replace(as_of=date(2020, 1, 1)),
        summary=report.summary._replace(by_determination=counts),
    )
    said = [row[1] for row in rows(past, "Summary") if row[0] == "Caution"]
    assert said == [
        "HISTORICAL SCREENING, NOT A CLEARANCE: made on 2026-11-21",
        "3 lines NOT SCREENED: nothing here speaks for or against them",
    ]


def test_findings_stand_worst_first(report: Report) -> None:
    first = report.findings[0]
    findings = (
        first._replace(id="a", severity="medium", outcome="possible"),
        first._replace(id="b", severity="medium", provisional="unseen"),
        first._replace(id="c", severity="medium", outcome="unknown"),
        first._replace(id="d", severity="high", provisional="unseen"),
        first._replace(id="e", severity="medium"),
    )
    line = report.lines[0]._replace(findings=tuple(finding.id for finding in findings))
    found = rows(report._replace(findings=findings, lines=(line,)), "Findings")
    assert [row[-1] for row in found] == ["d", "e", "c", "a", "b"]
