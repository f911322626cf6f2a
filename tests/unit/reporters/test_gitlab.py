"""GitLab's Code Quality."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import NotScreened, Report
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters import gitlab
from vendorcheck.reporters.visible import visible
from vendorcheck.reporters.worst import MOST


def _written(report: Report) -> list[dict[str, Any]]:
    file = BytesIO()
    gitlab.write(report, file)
    entries = json.loads(file.getvalue())
    assert isinstance(entries, list)
    return entries


def test_a_finding_is_an_entry(report: Report) -> None:
    [entry] = _written(report)
    assert entry.pop("description").startswith("Nothing of Acme (no-acme): Acme. Shown by maker “ACME INC”")
    assert entry == {
        "check_name": "no-acme",
        "fingerprint": "f00d" * 16,
        "severity": "blocker",
        "location": {"path": "bom.csv", "lines": {"begin": 2}},
    }


def test_a_clean_run_is_an_empty_array(report: Report) -> None:
    file = BytesIO()
    gitlab.write(report._replace(findings=(), lines=()), file)
    assert file.getvalue() == b"[]\n"


def test_what_was_not_screened_is_an_entry_of_its_own(report: Report) -> None:
    skipped = [NotScreened("bom.csv", None, why, 1, ((at, at),), complete=True) for at, why in ((7, "a"), (9, "b"))]
    entries = _written(report._replace(coverage=report.coverage._replace(not_screened=tuple(skipped))))
    assert [(each["check_name"], each["location"]["lines"]["begin"]) for each in entries] == [
        ("not-screened", 7),
        ("not-screened", 9),
        ("no-acme", 2),
    ]
    assert len({each["fingerprint"] for each in entries}) == 3


def test_a_waived_finding_is_there_to_be_seen(report: Report, finding: Finding) -> None:
    waived = finding._replace(waived=WaivedBy("W-1", "mitigated"))
    [entry] = _written(report._replace(findings=(waived,)))
    assert entry["severity"] == "info"
    assert entry["description"].startswith("Waived by W-1 (mitigated).")


def test_a_finding_without_a_line_stands_on_the_first(report: Report, finding: Finding) -> None:
    [entry] = _written(report._replace(findings=(finding._replace(line=None),)))
    assert entry["location"]["lines"]["begin"] == 1


def test_of_too_many_the_worst_are_shown_and_the_rest_is_counted(many: Callable[[int], Report]) -> None:
    report = many(MOST + 5_000)
    worst = report.findings[-1]
    findings = (*(each._replace(severity="low") for each in report.findings[:-1]), worst)
    entries = _written(report._replace(findings=findings))
    assert len(entries) == MOST + 1
    assert entries[0]["fingerprint"] == worst.fingerprint
    assert entries[-1]["check_name"] == "left-out"
    assert entries[-1]["description"].startswith("5000 more findings are not shown here")
    assert len({each["fingerprint"] for each in entries}) == len(entries)


def test_a_summary_says_that_findings_are_left_out(report: Report) -> None:
    short = report._replace(findings=(), lines=(), settings=report.settings._replace(summary_only=True))
    [entry] = _written(short)
    assert entry["description"] == "Findings are left out (--summary-only): 1."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(cell=st.text(), name=st.text(min_size=1))
def test_any_text_stays_text(report: Report, finding: Finding, cell: str, name: str) -> None:
    hostile = finding._replace(bill=name, matches=(finding.match._replace(found=cell),))
    [entry] = _written(report._replace(findings=(hostile,)))
    assert visible(entry["description"]) == entry["description"]
    assert not entry["location"]["path"].startswith("/")
