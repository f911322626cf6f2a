import csv
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Layout, Reading
from vendorcheck.model.finding import Finding, LineResult, Place
from vendorcheck.model.report import BillRecord, NotScreened, Report, TableRecord
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.csv import write
from vendorcheck.reporters.formula import harmless

HEADINGS = (
    '"Bill","Sheet","Line","Column","Determination","Reason","Read so","Rule","Title","Severity","Outcome","Subject",'
    '"Party","Party name","Relation","Uncertain","Not certain because","Basis","Confidence","Role","Found","Listed",'
    '"Agreed","Set aside","Against","Bars","Barred for the buyer","Binds","Binds the buyer","Provisional","Open",'
    '"Waived by","Waiver reason","Baseline","Message","Next steps","Evidence","Answers","As written","Id","Fingerprint"'
)

PROHIBITED = (
    '"bom.csv","","2","8","PROHIBITED","barred by no-acme","","no-acme","Nothing of Acme","critical","yes","product",'
    '"acme","Acme","self","no","","listed_name","confirmed","maker","ACME INC","Acme, Inc.",'
    '"acme","inc","","buy | use","buy","town councils","yes","","purpose: What is it for?",'
    '"","","","Councils may not buy it.","Do not award it. | Ask for another.","Act 1 | Paper, line 3 | Paper, line 5",'
    '"2021-05, Acme, denial: It denies it. [Paper, line 9]",'
    f'"vendor: Harbor | maker: ACME INC | part: A-1","f00df00df00d","{"f00d" * 16}"'
)

EMPTY = ",".join(['""'] * 32)
CLEAR = f'"bom.csv","","3","1","CLEAR","",{EMPTY},"vendor: Harbor | maker: ACME INC | part: A-1","",""'

#: What a spreadsheet takes for the start of a formula.
STARTS = tuple("=+-@\t\r\n＝＋－＠")


def rows(report: Report) -> list[dict[str, str]]:
    file = io.BytesIO()
    write(report, file)
    return list(csv.DictReader(io.StringIO(file.getvalue().decode(), newline="")))


def test_a_row_for_each_finding_and_each_line_without_one(report: Report) -> None:
    file = io.BytesIO()
    write(report, file)
    assert file.getvalue().decode() == "".join(f"{row}\r\n" for row in (HEADINGS, PROHIBITED, CLEAR))


def test_read_back_it_has_every_finding_with_its_waiver(report: Report, finding: Finding) -> None:
    waived = finding._replace(waived=WaivedBy("w-1", "legal_exception"), baseline="known")
    found, clear = rows(report._replace(findings=(waived,)))
    assert (found["Waived by"], found["Waiver reason"], found["Baseline"]) == ("w-1", "legal_exception", "known")
    assert clear["Rule"] == ""


def test_what_nobody_screened_has_rows_that_say_so(report: Report, line: LineResult, layout: Layout) -> None:
    reading = Reading()
    reading.not_read("more bytes than a line may have", 4, 6)
    for at in range(10, 420, 2):
        reading.not_read("broken", at)
    bills = (
        BillRecord("bom.csv", None, (TableRecord(layout, reading),)),
        BillRecord("gone.csv", None, (), error="gone.csv is empty"),
    )
    unknown = line._replace(determination="NOT_SCREENED", reason="no maker named", findings=())
    got = rows(report._replace(lines=(unknown,), findings=(), coverage=report.coverage._replace(bills=bills)))
    assert {row["Determination"] for row in got} == {"NOT_SCREENED"}
    reasons = [(row["Bill"], row["Line"], row["Reason"]) for row in got]
    assert reasons[:2] == [
        ("bom.csv", "2", "no maker named"),
        ("bom.csv", "4", "could not be read: more bytes than a line may have (lines 4-6)"),
    ]
    assert reasons[-2:] == [
        ("bom.csv", "", "could not be read: broken (5 lines more, counted and not listed)"),
        ("gone.csv", "", "the bill was not read: gone.csv is empty"),
    ]


def test_a_finding_whose_line_is_not_listed_is_not_lost(report: Report) -> None:
    (row,) = rows(report._replace(lines=()))
    assert (row["Rule"], row["Line"], row["Determination"]) == ("no-acme", "2", "")


def test_a_report_without_lines_says_that_they_are_left_out(report: Report) -> None:
    lost = (NotScreened("bom.csv", None, "no maker named", 2, ((7, 8),), complete=True),)
    short = report._replace(
        lines=(),
        findings=(),
        settings=report.settings._replace(summary_only=True),
        coverage=report.coverage._replace(not_screened=lost),
    )
    unscreened, left_out = rows(short)
    assert (unscreened["Determination"], unscreened["Line"]) == ("NOT_SCREENED", "7")
    assert unscreened["Reason"] == "2 lines, no maker named (line 7-8)"
    assert left_out["Determination"] == ""
    assert "--summary-only" in left_out["Reason"]


def test_formulas_begin_with_an_apostrophe_wherever_a_cell_may_begin() -> None:
    for start in STARTS:
        assert not harmless(f"{start}1").startswith(start)
    assert harmless("=1+1") == "'=1+1"
    assert harmless("\u00a0\u3000＝cmd") == "'\u00a0\u3000＝cmd"
    assert harmless('"@SUM(1)') == "'\"@SUM(1)"
    assert harmless("a; =1") == "a;' =1"
    assert harmless("DS-2CD=1") == "DS-2CD=1"


TEXTS = st.text(max_size=40) | st.text(alphabet="=+-@＝－;\"' \t\r\n\u00a0\u3000|,a1\ud800\u202e", max_size=12)


def hostile(report: Report, text: str) -> Report:
    line = report.lines[0]._replace(bill=text, place=Place(text, None, None), reason=text)
    finding = report.findings[0]._replace(message=text, next_steps=(text, text), party_name=text)
    return report._replace(lines=(line, *report.lines[1:]), findings=(finding,))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_no_cell_starts_a_formula_whatever_ends_cells(text: str, report: Report) -> None:
    file = io.BytesIO()
    write(hostile(report, text), file)
    written = file.getvalue().decode()
    for delimiter in ",;":
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter):
            for cell in row:
                assert not cell.lstrip(" \u00a0\u3000\"'").startswith(STARTS) or cell.lstrip(' "').startswith("'")
    assert written.count("\r\n") == len(list(csv.reader(io.StringIO(written, newline="")))) == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="abcÄ海康威视019 ._:()/\"'", max_size=30))
def test_harmless_text_comes_back_as_it_was(text: str, report: Report) -> None:
    row = rows(hostile(report, text))[0]
    assert (row["Message"], row["Next steps"]) == (text, f"{text} | {text}")
