"""The whole SARIF file."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import BillRecord, NotScreened, Option, Report
from vendorcheck.model.rule import Profile
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters import sarif
from vendorcheck.reporters.sarif.document import sarif_texts
from vendorcheck.reporters.sarif.fitting import Fitting
from vendorcheck.reporters.visible import visible
from vendorcheck.reporters.worst import MOST


def _run(report: Report) -> dict[str, Any]:
    file = BytesIO()
    sarif.write(report, file)
    [run] = json.loads(file.getvalue())["runs"]
    assert isinstance(run, dict)
    return run


def test_the_tool_the_bill_and_the_run_are_told(report: Report) -> None:
    run = _run(report)
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["semanticVersion"]) == ("vendorcheck", "1.2.3")
    assert [(each["name"], each["version"]) for each in run["tool"]["extensions"]] == [
        ("rulebook vendorcheck", "0.1"),
        ("list debarred", "2026-10-01"),
    ]
    assert run["automationDetails"] == {"id": "vendorcheck/council/bom.csv/"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["artifacts"] == [
        {
            "location": {"uri": "bom.csv", "uriBaseId": "%SRCROOT%"},
            "roles": ["analysisTarget"],
            "hashes": {"sha-256": "ab" * 32},
        }
    ]
    assert run["invocations"] == [
        {
            "executionSuccessful": True,
            "exitCode": 1,
            "exitCodeDescription": "findings fail the gate: 1 finding at critical",
            "toolExecutionNotifications": [],
        }
    ]


def test_the_counts_are_those_of_the_report(report: Report) -> None:
    run = _run(report)
    counts, summary = run["properties"], report.summary
    assert counts["by_determination"] == summary.by_determination
    assert (counts["lines"], counts["findings"], counts["waived"]) == (2, 1, 0)
    assert (counts["results"], counts["results_left_out"]) == (len(run["results"]), 0) == (1, 0)
    assert counts["gate"] == {
        "passed": False,
        "exit_code": 1,
        "fail_on": "high",
        "reasons": ["1 finding at critical"],
    }


def test_every_result_leads_to_its_rule(report: Report, finding: Finding) -> None:
    findings = [finding._replace(id=rule, rule=rule) for rule in ("z-rule", "a-rule", "no-acme")]
    run = _run(report._replace(findings=tuple(findings)))
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(rules) == ["a-rule", "no-acme", "not-screened", "z-rule"]
    assert [rules[each["ruleIndex"]] for each in run["results"]] == [each["ruleId"] for each in run["results"]]


def test_a_clean_run_has_no_results(report: Report) -> None:
    assert _run(report._replace(findings=(), lines=()))["results"] == []


@pytest.mark.parametrize(
    ("version", "semantic"), [("0.1.0", "0.1.0"), ("1.0.0-rc.1", "1.0.0-rc.1"), ("1.0.dev3", None)]
)
def test_a_version_is_semantic_where_it_is(report: Report, version: str, semantic: str | None) -> None:
    driver = _run(report._replace(provenance=report.provenance._replace(version=version)))["tool"]["driver"]
    assert (driver["version"], driver.get("semanticVersion")) == (version, semantic)


def test_runs_for_other_buyers_or_bills_are_other_analyses(report: Report) -> None:
    bills = (*report.coverage.bills, BillRecord("b/parts list.csv", None, ()))
    profiles = (Profile("us-texas", "", (), ()), Profile("us-federal", "", (), ()))
    several = report._replace(
        settings=report.settings._replace(profiles=profiles), coverage=report.coverage._replace(bills=bills)
    )
    assert _run(several)["automationDetails"] == {"id": "vendorcheck/us-federal+us-texas/bom.csv+1/"}
    nobody = report._replace(settings=report.settings._replace(profiles=()))
    assert _run(nobody)["automationDetails"] == {"id": "vendorcheck/no-profile/bom.csv/"}


def _notified(report: Report) -> list[tuple[str, str, str]]:
    [invocation] = _run(report)["invocations"]
    return [
        (each["descriptor"]["id"], each["level"], each["message"]["text"])
        for each in invocation["toolExecutionNotifications"]
    ]


def test_what_was_not_screened_is_notified(report: Report) -> None:
    lost = BillRecord("lost.csv", None, (), "lost.csv does not exist", 2)
    report.coverage.bills[0].tables[0].reading.not_read("too many cells", 5)
    skipped = NotScreened("bom.csv", None, "no maker named", 1, ((9, 9),), complete=True)
    coverage = report.coverage._replace(bills=(*report.coverage.bills, lost), not_screened=(skipped,))
    assert _notified(report._replace(coverage=coverage)) == [
        ("bill-not-read", "error", "lost.csv was not screened: lost.csv does not exist"),
        ("line-not-readable", "error", "bom.csv: 1 line not readable: too many cells (line 5)"),
        ("line-not-screened", "warning", "bom.csv: 1 line not screened: no maker named (line 9)"),
    ]


@pytest.mark.parametrize(("code", "successful"), [(0, True), (1, True), (2, False), (3, False), (4, True)])
def test_a_run_that_did_not_do_its_work_was_no_success(report: Report, code: int, successful: bool) -> None:  # noqa: FBT001
    verdict = report.verdict._replace(exit_code=code, passed=code == 0, reasons=("a reason",))
    ended = report._replace(verdict=verdict)
    [invocation] = _run(ended)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (successful, code)
    assert _notified(ended) == ([("gate", "warning", "a reason")] if code in (2, 3, 4) else [])


def test_a_screening_for_another_day_says_so(report: Report) -> None:
    past = report.settings._replace(as_of=report.settings.as_of.replace(year=2020))
    [(kind, level, text)] = _notified(report._replace(settings=past))
    assert (kind, level) == ("historical", "note")
    assert text.startswith("Historical screening, not a clearance")


@pytest.fixture
def waived(report: Report, finding: Finding) -> Report:
    """A report whose only finding is waived."""
    summary = report.summary._replace(waived=1)
    return report._replace(findings=(finding._replace(waived=WaivedBy("W-1", "mitigated")),), summary=summary)


def test_waived_findings_are_counted_and_are_no_results(waived: Report) -> None:
    run = _run(waived)
    assert (run["results"], run["properties"]["waived"], run["properties"]["results_left_out"]) == ([], 1, 0)


def test_on_request_they_are_results_that_are_suppressed(waived: Report) -> None:
    asked = waived.provenance._replace(options=(Option("sarif-include-waived", (), "command line"),))
    [result] = _run(waived._replace(provenance=asked))["results"]
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Waived by W-1 (mitigated)"}
    ]


def test_of_too_many_the_worst_are_results_and_the_rest_is_counted(many: Callable[[int], Report]) -> None:
    report = many(MOST + 5_000)
    worst = report.findings[-1]._replace(severity="high")
    findings = (*(each._replace(severity="medium") for each in report.findings[:-1]), worst)
    run = _run(report._replace(findings=findings))
    assert len(run["results"]) == MOST
    assert run["results"][0]["partialFingerprints"]["primaryLocationLineHash"] == worst.fingerprint
    assert (run["properties"]["results"], run["properties"]["results_left_out"]) == (MOST, 5_000)
    [said] = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith("5000 more findings are not shown here")


def test_a_file_that_would_be_too_large_is_cut(many: Callable[[int], Report]) -> None:
    report = many(3_000)
    [run] = json.loads("".join(sarif_texts(report, Fitting(40_000))))["runs"]
    shown = len(run["results"])
    assert 0 < shown < 3_000
    assert run["properties"]["results_left_out"] == 3_000 - shown


def test_the_same_report_gives_the_same_bytes(many: Callable[[int], Report]) -> None:
    report = many(300)
    assert "".join(sarif_texts(report)) == "".join(sarif_texts(report))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(cell=st.text() | st.just("[x](javascript:alert(1))"), name=st.text(min_size=1))
def test_any_text_stays_text(report: Report, finding: Finding, cell: str, name: str) -> None:
    place = finding.place._replace(cell=2)
    excerpt = tuple(each._replace(text=cell) if each.cell == 2 else each for each in finding.excerpt)
    match = finding.match._replace(found=cell)
    hostile = finding._replace(bill=name, matches=(match,), excerpt=excerpt, place=place)
    [result] = _run(report._replace(findings=(hostile,)))["results"]
    text = result["message"]["text"]
    assert visible(text) == text
    assert "](" not in text
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["endColumn"] > region["startColumn"] >= 1
