"""Rules as SARIF describes them."""

from typing import Any

import pytest

from vendorcheck.model.finding import Finding
from vendorcheck.model.records import RuleRecord
from vendorcheck.model.report import Report
from vendorcheck.model.rule import Question, Severity
from vendorcheck.reporters.sarif.rules import descriptors

RULE = RuleRecord(
    id="no-acme",
    title="Nothing of Acme",
    says="Councils may not buy *it*.",
    severity="medium",
    bars=("buy",),
    binds=("town councils",),
    instrument="act-1",
    law="Act 1: in force since 2020",
    url="https://act.test/1",
    provisional=None,
    next_steps=("Do not award it.",),
    questions=(Question("who", "supplier", "Who made it?"),),
    tags=("council",),
    digest="0ac3e" + "0" * 59,
)


def _described(report: Report, rule: RuleRecord, *findings: Finding) -> dict[str, Any]:
    found = descriptors(report._replace(rules=(rule,), findings=findings))
    return next(each for each in found if each["id"] == rule.id)


def test_a_rule_says_all_that_is_asked_of_it(report: Report, finding: Finding) -> None:
    assert _described(report, RULE, finding) == {
        "id": "no-acme",
        "name": "NoAcme",
        "shortDescription": {"text": "Nothing of Acme"},
        "fullDescription": {"text": "Councils may not buy *it*."},
        "help": {
            "text": "Rule: Councils may not buy *it*.\nLaw: Act 1: in force since 2020\nBinds: town councils\n"
            "Bars: buy\nDo: Do not award it.\nAsk the supplier: Who made it?",
            "markdown": "**Rule:** Councils may not buy \\*it\\*.\n\n**Law:** Act 1: in force since 2020\n\n"
            "**Binds:** town councils\n\n**Bars:** buy\n\n**Do:** Do not award it.\n\n"
            "**Ask the supplier:** Who made it?",
        },
        "helpUri": "https://act.test/1",
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "tags": ["security", "supply-chain", "bars-buy", "council"],
            "precision": "very-high",
            "problem.severity": "error",
            "security-severity": "9.5",
        },
    }


@pytest.mark.parametrize(
    ("severity", "score"), [("critical", "9.5"), ("high", "8.0"), ("medium", "5.5"), ("low", "3.0"), ("info", "1.0")]
)
def test_the_score_is_that_of_the_worst_finding(
    report: Report, finding: Finding, severity: Severity, score: str
) -> None:
    others = finding._replace(severity="info"), finding._replace(severity=severity), finding._replace(severity="info")
    assert _described(report, RULE, *others)["properties"]["security-severity"] == score


def test_the_precision_is_that_of_the_least_sure_finding(report: Report, finding: Finding) -> None:
    others = finding, finding._replace(confidence="possible"), finding._replace(confidence="strong")
    assert _described(report, RULE, *others)["properties"]["precision"] == "medium"


def test_only_what_bars_an_act_is_called_security(report: Report, finding: Finding) -> None:
    described = _described(report, RULE._replace(bars=()), finding)
    assert "security" not in described["properties"]["tags"]
    assert "Bars: nothing by itself" in described["help"]["text"]


def test_what_is_too_long_is_cut(report: Report, finding: Finding) -> None:
    tags = tuple(f"tag-{number}" for number in range(40))
    described = _described(report, RULE._replace(title="t" * 3000, says="s" * 3000, tags=tags), finding)
    assert [len(described[key]["text"]) for key in ("shortDescription", "fullDescription")] == [1024, 1024]
    assert len(described["properties"]["tags"]) == 20


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "https://act.test/\n", "https://海.test/"])
def test_only_an_address_of_the_web_is_one(report: Report, finding: Finding, url: str | None) -> None:
    assert "helpUri" not in _described(report, RULE._replace(url=url), finding)


def test_a_rule_without_a_record_is_described_by_its_findings(report: Report, finding: Finding) -> None:
    found = {each["id"]: each for each in descriptors(report._replace(rules=(), findings=(finding,)))}
    assert found["no-acme"]["fullDescription"] == {"text": "Councils may not buy it."}


def test_what_was_not_screened_has_a_rule_even_in_a_clean_run(report: Report) -> None:
    assert [each["id"] for each in descriptors(report._replace(findings=(), rules=()))] == ["not-screened"]
