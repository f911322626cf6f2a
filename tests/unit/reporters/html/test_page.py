"""What a page says for reports of different kinds."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.finding import Determination, Excerpt, Finding, LineResult, Place
from vendorcheck.model.report import NotScreened, Report, Verdict
from vendorcheck.model.waiver import WaivedBy, Waiver, WaiverResult, WaiverScope
from vendorcheck.reporters.html import page, write

HOSTILE = ("<script>alert(1)</script>", '"><svg onload=x>', "{{ 7 * 7 }}", "{% raw %}", "</style>", "\ud800", "\u202e")

Parse = Callable[[str], Any]


def _counts(**counted: int) -> dict[Determination, int]:
    counts: dict[Determination, int] = dict.fromkeys(
        ("PROHIBITED", "UNDETERMINED", "REVIEW", "CLEAR", "NOT_SCREENED"), 0
    )
    return {each: counted.get(each, 0) for each in counts}


def _only(report: Report, **counted: int) -> Report:
    """The report with no findings and other counts."""
    counts = _counts(**counted)
    summary = report.summary._replace(by_determination=counts, findings=0, lines=sum(counts.values()))
    return report._replace(summary=summary, lines=(), findings=())


def _words(parse: Parse, report: Report) -> str:
    found: str = next(parse(page(report)).root.all("body")).text
    return found


def test_it_says_first_what_to_do(parse: Parse, report: Report) -> None:
    words = _words(parse, report)
    told = ("Gate failed", "1 line is prohibited for this buyer.", "What to do now", "Do not award it.", "Line 2")
    places = [words.index(each) for each in told]
    assert places == sorted(places)
    assert "1 finding at critical" in words
    assert "Find out: What is it for?" in words


def test_both_sides_stand_together(parse: Parse, report: Report) -> None:
    words = _words(parse, report)
    assert "Both sides: 2 claims, 1 line of evidence" in words
    assert "2021 A group, allegation by rights groups Acme did it." in words
    assert "2021-05 Acme, denial It denies it." in words


def test_without_findings_it_says_what_was_looked_at(parse: Parse, report: Report) -> None:
    passed = Verdict(passed=True, exit_code=0, fail_on="high", reasons=())
    words = _words(parse, _only(report, CLEAR=2)._replace(verdict=passed))
    assert "No rule at medium or above reached the 2 lines that were screened." in words
    assert "What was looked at" in words
    assert "bom.csv: 2 lines, screened by vendor “Supplier”, maker “Maker”, part “Model”" in words
    assert "Password" not in words


def test_what_was_not_screened_comes_before_what_was_clear(parse: Parse, report: Report) -> None:
    missing = NotScreened("bom.csv", None, "no maker named", 9, ((2, 10),), complete=True)
    coverage = report.coverage._replace(not_screened=(missing,), screened=1)
    words = _words(parse, _only(report, CLEAR=1, NOT_SCREENED=9)._replace(coverage=coverage))
    assert words.index("9 lines were NOT SCREENED") < words.index("No rule at medium or above reached the 1 line")
    assert "screen again: 9 lines, no maker named (line 2-10)" in words


def test_of_nothing_screened_it_says_nothing(parse: Parse, report: Report) -> None:
    coverage = report.coverage._replace(screened=0)
    words = _words(parse, _only(report, NOT_SCREENED=2)._replace(coverage=coverage))
    assert "Nothing was screened: this report says nothing about any vendor." in words
    assert "No rule at medium or above reached the" not in words


@pytest.mark.parametrize(
    ("as_of", "said"),
    [(date(2020, 1, 1), "Historical screening, not a clearance"), (date(2030, 1, 1), "As of a day to come")],
)
def test_another_day_than_today_is_said(parse: Parse, report: Report, as_of: date, said: str) -> None:
    assert said in _words(parse, report._replace(settings=report.settings._replace(as_of=as_of)))


def test_without_a_buyer_it_asks_for_one_first(parse: Parse, report: Report, finding: Finding) -> None:
    free = finding._replace(binds_buyer=False, barred=(), severity="high")
    words = _words(parse, report._replace(settings=report.settings._replace(profiles=()), findings=(free,)))
    assert words.index("Say who buys and screen again (-p)") < words.index("For town councils: Do not award it.")


def test_a_provisional_finding_says_why(parse: Parse, report: Report, finding: Finding) -> None:
    words = _words(parse, report._replace(findings=(finding._replace(provisional="Nobody saw the act."),)))
    assert "Nobody saw the act. It never fails the gate." in words


def test_a_waived_finding_stays_and_says_by_what(parse: Parse, report: Report, finding: Finding) -> None:
    waiver = Waiver(
        id="w-1",
        rule="no-acme",
        scope=WaiverScope(vendor="Harbor"),
        reason="mitigated",
        statement="It stands alone.",
        owner="A. Buyer",
        approved_by="B. Chief",
        created=date(2026, 10, 1),
        expires=date(2026, 12, 1),
    )
    coverage = report.coverage._replace(waivers=(WaiverResult(waiver, "used", 1, 1, ("expires soon",)),))
    waived = finding._replace(waived=WaivedBy("w-1", "mitigated"))
    summary = report.summary._replace(waived=1)
    words = _words(parse, report._replace(findings=(waived,), coverage=coverage, summary=summary))
    assert "waived: w-1, mitigated" in words
    assert "1 finding is waived: still listed, not in the gate." in words
    assert "w-1 used expires soon no-acme: vendor Harbor mitigated: It stands alone." in words


def test_what_is_left_out_is_said(parse: Parse, report: Report) -> None:
    summary = report.settings._replace(summary_only=True)
    words = _words(parse, report._replace(settings=summary, lines=(), findings=()))
    assert "Lines and findings are left out (--summary-only)" in words
    assert "Findings are left out of this report (--summary-only): 1 finding counted." in words


def test_beyond_a_thousand_the_worst_are_shown(
    parse: Parse, report: Report, line: LineResult, finding: Finding
) -> None:
    lines, findings = [], []
    for number in range(2, 1502):
        place, known = Place(None, 8, 2), f"{number:012}"
        worst = number % 2 == 0
        lines.append(line._replace(line=number, findings=(known,)))
        severity = finding._replace(severity="critical" if worst else "medium")
        findings.append(severity._replace(id=known, line=number, place=place))
    words = _words(parse, report._replace(lines=tuple(lines), findings=tuple(findings)))
    assert "Shown are 1 000 findings of 1 500 findings" in words
    assert "500 findings are left out" in words
    assert "Shown are 1 000 lines of 1 500 listed lines" in words
    assert "json, csv or xlsx" in words
    assert "bom.csv:1500:8" in words
    assert "bom.csv:1501:8" not in words


def test_lines_not_screened_for_one_reason_share_a_row(parse: Parse, report: Report, line: LineResult) -> None:
    missing = line._replace(determination="NOT_SCREENED", reason="no maker named", findings=(), parties=(), behind=())
    words = _words(parse, report._replace(lines=(line, *(missing._replace(line=at) for at in range(3, 13)))))
    assert "3 to 12 ACME INC · A-1 and 9 lines more in a row NOT SCREENED no maker named" in words


def test_with_several_bills_a_line_is_named_with_its_own(
    parse: Parse, report: Report, line: LineResult, finding: Finding
) -> None:
    (bill,) = report.coverage.bills
    names = ("orders/bom.csv", "orders/other.csv")
    coverage = report.coverage._replace(bills=tuple(bill._replace(name=name) for name in names))
    lines, findings = (line._replace(bill=names[0]),), (finding._replace(bill=names[0]),)
    words = _words(parse, report._replace(coverage=coverage, lines=lines, findings=findings))
    assert "Do not award it. Line bom.csv:2" in words
    assert "Line bom.csv:2 ACME INC · A-1 PROHIBITED" in words


def test_what_is_no_web_address_is_no_link(parse: Parse, report: Report, finding: Finding) -> None:
    for url in ("javascript:alert(1)", "data:text/html,x", "https://", "http://a b", "//x.test", "https://[x"):
        proof = finding.evidence[0]._replace(url=url)
        bare = report._replace(findings=(finding._replace(evidence=(proof,)),), rules=(), parties=(), documents=())
        root = parse(page(bare)).root
        assert [link for link in root.all("a") if not link.attributes["href"].startswith("#")] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(min_size=1).filter(str.strip), st.sampled_from(HOSTILE)))
def test_no_cell_breaks_out(parse: Parse, report: Report, line: LineResult, finding: Finding, cell: str) -> None:
    hostile, harmless = (_bytes(_saying(report, line, finding, each)).decode("utf-8") for each in (cell, "x"))
    assert _shape(parse, hostile) == _shape(parse, harmless)
    assert not any(sign in hostile for sign in "\u202e\u200b\x00\x1b\x85")


def _saying(report: Report, line: LineResult, finding: Finding, cell: str) -> Report:
    """A report in which a cell stands wherever texts of a bill may stand."""
    shown = (Excerpt(1, "vendor", cell, cell), Excerpt(2, "maker", cell, cell), Excerpt(4, "part", cell, cell))
    match = finding.match._replace(found=cell, listed=cell, agreed=(cell,), against=(cell,))
    other = finding._replace(
        bill=cell, party_name=cell, message=cell, title=cell, match=match, matches=(match,), excerpt=shown
    )
    return report._replace(
        lines=(line._replace(bill=cell, excerpt=shown, reason=cell, behind=(cell,), notes=(cell,)),),
        findings=(other,),
        suppliers=(report.suppliers[0]._replace(name=cell),),
        coverage=report.coverage._replace(bills=(report.coverage.bills[0]._replace(name=cell),)),
    )


def _bytes(report: Report) -> bytes:
    file = BytesIO()
    write(report, file)
    return file.getvalue()


def _shape(parse: Parse, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes."""
    return [(each.name, tuple(each.attributes)) for each in parse(text).root.all()]
