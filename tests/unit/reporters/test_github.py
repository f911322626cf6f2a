"""Annotations of a GitHub workflow."""

import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import BillRecord, NotScreened, Report
from vendorcheck.model.rule import Severity
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters import github
from vendorcheck.reporters.github import MOST_A_LEVEL

COMMAND = re.compile(
    r"::(?P<level>error|warning|notice) (?P<properties>(?:[a-z]+=[^:,]*)(?:,[a-z]+=[^:,]*)*)::(?P<text>.*)"
)


def _rows(report: Report) -> list[str]:
    file = BytesIO()
    github.write(report, file)
    text = file.getvalue().decode()
    assert text.endswith("\n")
    return text.removesuffix("\n").split("\n")


def _levels(rows: list[str]) -> Counter[str]:
    found = [COMMAND.fullmatch(row) for row in rows]
    return Counter(each["level"] for each in found if each)


def test_a_line_is_annotated_by_its_worst_finding_and_the_counts_close(report: Report) -> None:
    first, last = _rows(report)
    assert first.startswith(
        "::error file=bom.csv,line=2,col=8,title=PROHIBITED%3A Nothing of Acme (no-acme)%3A Acme::"
        "Nothing of Acme (no-acme): Acme. Shown by maker “ACME INC” (listed name, confirmed; self)."
    )
    assert last == (
        "::notice title=vendorcheck::2 lines: 1 PROHIBITED, 1 CLEAR. 1 finding, 0 of them waived. "
        "The gate failed (exit 1): 1 finding at critical."
    )


def test_several_findings_of_a_line_are_one_annotation(report: Report, finding: Finding) -> None:
    second = finding._replace(id="second", severity="medium", rule="other")
    [line, *others] = report.lines
    both = report._replace(findings=(second, finding), lines=(line._replace(findings=(finding.id, "second")), *others))
    first, _ = _rows(both)
    assert first.startswith("::error ")
    assert first.endswith(" And 1 more on this line.")


def test_at_most_ten_a_level_are_given_and_the_rest_is_counted(many: Callable[[int], Report]) -> None:
    report = many(30_000)
    severities: tuple[Severity, ...] = ("critical", "medium", "info")
    findings = (each._replace(severity=severities[at % 3]) for at, each in enumerate(report.findings))
    rows = _rows(report._replace(findings=tuple(findings)))
    assert _levels(rows) == {"error": MOST_A_LEVEL, "warning": MOST_A_LEVEL, "notice": MOST_A_LEVEL}
    assert [row.split("line=")[1].split(",")[0] for row in rows[:3]] == ["2", "5", "8"]
    assert "29971 more annotations are left out" in rows[-1]
    assert "30000 findings" in rows[-1]


def test_what_was_not_screened_is_said_first(report: Report) -> None:
    lost = BillRecord("lost.csv", None, (), "lost.csv does not exist", 2)
    skipped = NotScreened("bom.csv", None, "no maker named", 1, ((9, 9),), complete=True)
    bills = (*report.coverage.bills, lost)
    rows = _rows(report._replace(coverage=report.coverage._replace(bills=bills, not_screened=(skipped,))))
    assert rows[0] == (
        "::error file=lost.csv,line=1,title=Bill not screened::lost.csv was not screened: lost.csv does not exist"
    )
    assert rows[2] == (
        "::warning file=bom.csv,line=9,title=Lines not screened::bom.csv: 1 line not screened: no maker named (line 9)"
    )


def test_a_waived_finding_is_a_notice_and_a_line_is_told_by_what_is_not_waived(
    report: Report, finding: Finding
) -> None:
    waived = finding._replace(waived=WaivedBy("W-1", "mitigated"))
    assert _rows(report._replace(findings=(waived,)))[0].startswith("::notice ")
    other = finding._replace(id="other", severity="medium")
    line = report.lines[0]._replace(findings=(finding.id, "other"))
    assert _rows(report._replace(findings=(waived, other), lines=(line,)))[0].startswith("::warning ")


def test_a_sheet_has_no_column(report: Report, finding: Finding) -> None:
    rows = _rows(report._replace(findings=(finding._replace(place=finding.place._replace(sheet="S", column="C")),)))
    assert ",col=" not in rows[0]


def test_the_letters_of_commands_are_written_out(report: Report, finding: Finding) -> None:
    hostile = finding._replace(
        bill="a,b:c%.csv", matches=(finding.match._replace(found="x\n::error::y ##[error]z %0A"),)
    )
    row = _rows(report._replace(findings=(hostile,)))[0]
    assert "file=a%2Cb%3Ac%25.csv," in row
    assert "x ::error::y # #[error]z %250A" in row


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(
    cell=st.text()
    | st.sampled_from(["::set-output name=a::b", "\r\n::stop-commands::x", "##[group]", "\u2028::error::"]),
    name=st.text(min_size=1),
)
def test_no_text_begins_a_command(report: Report, finding: Finding, cell: str, name: str) -> None:
    hostile = finding._replace(bill=name, party_name=cell or None, matches=(finding.match._replace(found=cell),))
    rows = _rows(report._replace(findings=(hostile,)))
    assert len(rows) == 2
    assert all(COMMAND.fullmatch(row) for row in rows), rows
    assert not any("##[" in row or "\r" in row or len(row.splitlines()) != 1 for row in rows)
