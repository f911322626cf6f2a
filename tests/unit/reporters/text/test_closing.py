"""The opening and the end of a text report."""

from datetime import timedelta
from typing import Any

import pytest

from vendorcheck.model.bom import Column, LineNumbers
from vendorcheck.model.finding import Finding
from vendorcheck.model.report import BillRecord, NotScreened, Report, SupplierResult, Verdict
from vendorcheck.reporters.text.closing import MAX_LISTED, closing, opening, suppliers
from vendorcheck.reporters.text.rows import plain


def test_the_opening_says_what_was_screened_for_whom_and_when(report: Report) -> None:
    assert plain(opening(report, 100)) == (
        "vendorcheck 1.2.3 · for council · as of 2026-11-21\n"
        "bom.csv  2 lines · csv, utf-8, comma · headings on line 1\n"
        "  columns vendor = “Supplier”, maker = “Maker”, part = “Model”\n"
        "\n"
    )


def test_without_a_buyer_the_opening_says_so(report: Report) -> None:
    assert " · for no profile (findings say whom they would bind) · " in _opening(report, profiles=())


@pytest.mark.parametrize(
    ("days", "said"),
    [(-1, "HISTORICAL SCREENING, NOT A CLEARANCE: today is 2026-11-21\n"), (0, ""), (1, "AS OF A DAY TO COME: today")],
)
def test_another_day_than_today_heads_the_report(report: Report, days: int, said: str) -> None:
    text = _opening(report, as_of=report.settings.today + timedelta(days))
    assert said in text
    assert ("today is" in text) is bool(days)


def test_what_the_caller_said_is_repeated_harmless(report: Report) -> None:
    text = _opening(report, purpose="public-safety", reference="T\x1b[1m 5", prepared_by="A\u202eB")
    assert "\npurpose: public-safety\nreference: T\\x1b[1m 5\nprepared by: A\\u202eB\n" in text


def test_a_bill_that_was_not_read_is_named_with_the_reason(report: Report) -> None:
    bill = BillRecord("gone\x1b[1m.csv", None, (), "gone\x1b[1m.csv does not exist", 2)
    assert "gone\\x1b[1m.csv\n  NOT READ  gone\\x1b[1m.csv does not exist\n" in plain(
        opening(_bills(report, bill), 100)
    )


def test_what_was_no_plain_line_is_counted(report: Report) -> None:
    reading = vars(report.coverage.bills[0].tables[0].reading).values()
    for numbers in (value for value in reading if isinstance(value, LineNumbers)):
        numbers.add(4)
        numbers.add(7, 9)
    text = " ".join(plain(opening(report, 100)).split())
    assert "counted 4 above the headings (line 4, 7-9); 4 blank (line 4, 7-9); 4 comments (line 4, 7-9); " in text
    assert "4 repeated heading rows (line 4, 7-9); 4 headings of groups, looked at as text (line 4, 7-9); " in text
    assert "4 footers, looked at as text (line 4, 7-9); 4 outside any table, looked at as text (line 4, 7-9); " in text
    assert "4 ragged, screened as far as they go (line 4, 7-9); " in text
    assert "4 with a quotation not closed, read as they stand (line 4, 7-9); " in text
    assert "4 with characters that could not be read (line 4, 7-9)" in text
    assert text.count("(line 4, 7-9)") == sum(isinstance(value, LineNumbers) for value in reading)


@pytest.mark.parametrize(("delimiter", "said"), [(";", "semicolon"), ("\t", "tab"), ("|", "bar"), ("^", "'^'")])
def test_the_delimiter_is_named(report: Report, delimiter: str, said: str) -> None:
    changed = _laid_out(report, delimiter=delimiter)
    assert f"csv, utf-8, {said} ·" in plain(opening(_bills(report, changed), 100))


def test_a_long_name_of_a_bill_stands_by_itself(report: Report) -> None:
    bill = report.coverage.bills[0]._replace(name="folder/" * 9 + "bom.csv")
    assert plain(opening(_bills(report, bill), 100)).splitlines()[1:3] == [
        "folder/" * 9 + "bom.csv",
        "  read    2 lines · csv, utf-8, comma · headings on line 1",
    ]


def test_a_name_at_the_prompt_is_no_file_to_describe(report: Report) -> None:
    prompt = _laid_out(report, format="prompt")
    assert plain(opening(_bills(report, prompt), 100)).count("\n") == 2


def test_a_hostile_heading_is_shown_harmless(report: Report) -> None:
    changed = _laid_out(report, columns=(Column(1, "Ma\x1b[1mker", "maker"),))
    assert "  columns maker = “Ma\\x1b[1mker”\n" in plain(opening(_bills(report, changed), 100))


def test_one_line_is_no_lines(report: Report) -> None:
    report.coverage.bills[0].tables[0].reading.lines = 1
    assert "bom.csv  1 line · " in plain(opening(report, 100))


def test_suppliers_have_their_counts_and_questions(report: Report) -> None:
    assert plain(suppliers(report, 100)) == (
        "Suppliers\n  Harbor            2 lines: 1 prohibited, 1 clear\n  ask all Do you use it? (own-use)\n\n"
    )


def test_suppliers_without_findings_and_questions_are_left_out(report: Report) -> None:
    quiet = report.suppliers[0]._replace(findings=0, questions=())
    assert plain(suppliers(report._replace(suppliers=(quiet,)), 100)) == ""


def test_a_question_to_all_is_asked_once(report: Report) -> None:
    several = tuple(report.suppliers[0]._replace(name=name) for name in ("Harbor", "Delta"))
    assert plain(suppliers(report._replace(suppliers=several), 100)).count("own-use") == 1


def test_only_so_many_suppliers_are_listed_and_the_rest_is_counted(report: Report) -> None:
    many = tuple(SupplierResult(f"S{number:02}", 1, {"REVIEW": 1}, 1, (), ()) for number in range(MAX_LISTED + 3))
    text = plain(suppliers(report._replace(suppliers=many), 100))
    assert text.count(": 1 review\n") == MAX_LISTED
    assert text.endswith("\n  … and 3 more (the JSON report has all)\n\n")


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_a_long_name_of_a_supplier_is_cut_and_made_harmless(report: Report, width: int) -> None:
    long = report.suppliers[0]._replace(name="\x1b[1m" + "n" * 300, questions=())
    row = plain(suppliers(report._replace(suppliers=(long,)), width)).splitlines()[1]
    assert row.startswith("  \\x1b[1mnnn")
    assert "…  2 lines: 1 prohibited, 1 clear" in row
    assert len(row) <= width


def test_the_end_has_the_counts_the_gate_and_the_limits(report: Report) -> None:
    assert plain(closing(report, 100)) == (
        "First\n"
        "  1. Do not award it. (line 2) [no-acme]\n"
        "  2. Ask for another. (line 2) [no-acme]\n"
        "1 finding · 1 critical\n"
        "2 lines · 1 prohibited · 0 undetermined · 0 review · 1 clear (no rule at medium or above)\n"
        "0 NOT SCREENED\n"
        "gate: failed (exit 1)\n"
        "1 finding at critical · as of 2026-11-21 · rulebook vendorcheck 0.1 verified through 2026-11-01\n"
        "list debarred of 2026-10-01, 3 entries\n"
        "It is screening, and no approval.\n"
    )


def test_a_gate_that_passed_says_at_what(report: Report) -> None:
    passed = report._replace(verdict=Verdict(passed=True, exit_code=0, fail_on="medium", reasons=()))
    assert "gate: passed (exit 0)\nnothing at medium or above · as of" in plain(closing(passed, 100))


def test_a_rulebook_without_a_date_has_none(report: Report) -> None:
    sources = (report.provenance.rulebook[0], report.provenance.rulebook[0]._replace(name="own", verified_through=None))
    changed = report._replace(provenance=report.provenance._replace(rulebook=sources))
    assert " ".join(plain(closing(changed, 100)).split()).count("rulebook own 0.1 list debarred") == 1


def test_waived_provisional_new_and_known_findings_are_counted(report: Report, finding: Finding) -> None:
    summary = report.summary._replace(findings=4, waived=2, provisional=1)
    findings = (finding._replace(baseline="new"), *(finding._replace(baseline="known"),) * 3)
    text = plain(closing(report._replace(summary=summary, findings=findings), 100))
    assert "\n4 findings · 1 critical · 2 waived · 1 provisional · 1 new · 3 known before\n" in text


def test_the_counts_break_between_two_of_them(report: Report) -> None:
    assert plain(closing(report, 60)).splitlines()[4:7] == [
        "2 lines · 1 prohibited · 0 undetermined · 0 review",
        "1 clear (no rule at medium or above) · 0 NOT SCREENED",
        "gate: failed (exit 1)",
    ]


def test_lines_that_were_not_screened_come_first_with_their_numbers(report: Report) -> None:
    items = (
        NotScreened("b\x1b[1m.csv", None, "no maker named", 4, ((2, 4), (9, 9)), complete=True),
        NotScreened("c.csv", None, "nothing to screen", 1, (), complete=False),
    )
    changed = report._replace(coverage=report.coverage._replace(not_screened=items))
    assert plain(closing(changed, 100)).splitlines()[:2] == [
        "NOT SCREENED: b\\x1b[1m.csv: 4 lines, no maker named (line 2-4, 9)",
        "NOT SCREENED: c.csv: 1 line, nothing to screen",
    ]


def test_lines_that_could_not_be_read_are_said_with_the_reason(report: Report) -> None:
    report.coverage.bills[0].tables[0].reading.not_read("reading broke off", 3, 8)
    assert plain(closing(report, 100)).startswith("NOT READABLE: bom.csv: reading broke off (line 3-8)\n")


def test_only_so_many_line_numbers_are_listed(report: Report) -> None:
    stretches = tuple((number, number) for number in range(2, 2 * MAX_LISTED + 10, 2))
    item = NotScreened("bom.csv", None, "no maker named", len(stretches), stretches, complete=True)
    text = plain(closing(report._replace(coverage=report.coverage._replace(not_screened=(item,))), 100))
    assert " ".join(text.split()).count("48, 50 and more)") == 1


def test_line_numbers_that_are_not_all_known_end_in_more(report: Report) -> None:
    item = NotScreened("bom.csv", None, "no maker named", 900, ((2, 4), (9, 9)), complete=False)
    text = plain(closing(report._replace(coverage=report.coverage._replace(not_screened=(item,))), 100))
    assert text.startswith("NOT SCREENED: bom.csv: 900 lines, no maker named (line 2-4, 9 and more)\n")


def test_a_summary_says_what_is_left_out(report: Report) -> None:
    changed = report._replace(settings=report.settings._replace(summary_only=True))
    assert plain(closing(changed, 100)).startswith("lines and findings are left out (--summary-only)\n")


def test_a_reason_of_the_gate_is_shown_harmless(report: Report) -> None:
    reasons = ("screening incomplete: gone\x1b[1m.csv does not exist",)
    changed = report._replace(verdict=report.verdict._replace(reasons=reasons))
    assert "\nscreening incomplete: gone\\x1b[1m.csv does not exist · as of " in plain(closing(changed, 100))


def _opening(report: Report, **changes: Any) -> str:
    return plain(opening(report._replace(settings=report.settings._replace(**changes)), 100))


def _laid_out(report: Report, **changes: Any) -> BillRecord:
    """The bill of the report with these changes to the layout of its table."""
    bill = report.coverage.bills[0]
    table = bill.tables[0]
    return bill._replace(tables=(table._replace(layout=table.layout._replace(**changes)),))


def _bills(report: Report, *bills: BillRecord) -> Report:
    return report._replace(coverage=report.coverage._replace(bills=bills))
