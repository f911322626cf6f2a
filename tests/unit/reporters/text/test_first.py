"""What to do first: the steps of what bars the buyer, each once, with its lines."""

from typing import Any

import pytest

from vendorcheck.model.finding import Finding, Need
from vendorcheck.model.report import Report
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.text.first import MAX_STEPS, first_rows, first_steps
from vendorcheck.reporters.text.rows import plain


def test_what_bars_the_buyer_comes_before_all_else(report: Report, finding: Finding) -> None:
    risk = finding._replace(line=3, barred=(), binds=(), binds_buyer=False, severity="medium", next_steps=("Look.",))
    assert _texts(report, risk, finding) == ["Do not award it.", "Ask for another."]
    assert _texts(report, risk) == ["Look."]


def test_a_step_of_several_findings_is_named_once(report: Report, finding: Finding) -> None:
    found = report._replace(findings=(finding, finding._replace(line=9, rule="more")))
    first, *_ = first_steps(found)
    assert (first.text, first.rules, first.lines) == ("Do not award it.", ("no-acme", "more"), ("2", "9"))


def test_what_would_settle_a_finding_comes_before_its_further_steps(report: Report, finding: Finding) -> None:
    unknown = finding._replace(outcome="unknown", severity="high", needs=(Need("purpose", "What for?"),))
    assert _texts(report, unknown) == ["Do not award it.", "What for?", "Ask for another."]


@pytest.mark.parametrize(
    "changes",
    [{"waived": WaivedBy("W-1", "mitigated")}, {"binds": ("a trade",), "binds_buyer": False, "barred": ()}],
    ids=["waived", "of others"],
)
def test_waived_findings_and_rules_of_others_ask_for_nothing(
    report: Report, finding: Finding, changes: dict[str, Any]
) -> None:
    assert _texts(report, finding._replace(**changes)) == []
    assert plain(first_rows(report._replace(findings=(finding._replace(**changes),)), 100)) == ""


def test_without_a_buyer_the_first_step_is_to_name_one(report: Report, finding: Finding) -> None:
    nobody = report._replace(settings=report.settings._replace(profiles=()))
    assert _texts(nobody, finding)[0].startswith("Name the buyer with --profile")


def test_more_steps_are_counted(report: Report, finding: Finding) -> None:
    many = finding._replace(next_steps=tuple(f"Step {number}." for number in range(MAX_STEPS + 2)))
    text = plain(first_rows(report._replace(findings=(many,)), 100))
    assert text.count("\n") == MAX_STEPS + 2
    assert text.endswith("  … 2 more under the lines\n")


def _texts(report: Report, *findings: Finding) -> list[str]:
    return [step.text for step in first_steps(report._replace(findings=findings))]
