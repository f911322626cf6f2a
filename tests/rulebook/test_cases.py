"""Every case file beside a rule, run through the whole flow."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.rulebook import load_rulebook
from vendorcheck.rulebook.yaml_source import read_yaml
from vendorcheck.screening import Request, screen_line

RULES = Path(__file__).parents[2] / "rules"


def _cases() -> list[Any]:
    params = []
    for path in sorted(RULES.rglob("*.cases.yaml")):
        data = read_yaml(path.name, path.read_bytes()).value
        params += [pytest.param(data["rule"], case, id=f"{data['rule']}: {case['name']}") for case in data["cases"]]
    return params


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.mark.parametrize(("rule", "case"), _cases())
def test_case(rulebook: Rulebook, rule: str, case: dict[str, Any], tmp_path: Path) -> None:
    lists: tuple[Path, ...] = ()
    if "listed" in case:
        lists = (tmp_path / "debarred.csv",)
        lists[0].write_text("\n".join(["name", *case["listed"]]), encoding="utf-8")
    request = Request(
        profiles=tuple(case.get("profiles", ())),
        as_of=date.fromisoformat(case["as_of"]),
        all_lines=True,
        lists=lists,
    )
    report = screen_line(case["line"], request, rulebook)
    assert _came_out(report, rule, case["expect"]) == case["expect"]


def _came_out(report: Report, rule: str, expected: dict[str, Any]) -> dict[str, Any]:
    """What the report says of the rule, as far as the case asks."""
    findings = [finding for finding in report.findings if finding.rule == rule]
    wanted = [finding for finding in findings if finding.party == expected.get("party", finding.party)]
    out: dict[str, Any] = {"outcome": "none"} if not wanted else _finding(wanted[0], expected)
    out["determination"] = report.lines[0].determination
    return {key: out.get(key) for key in expected}


def _finding(finding: Finding, expected: dict[str, Any]) -> dict[str, Any]:
    evidence = {proof.id for proof in finding.evidence}
    return {
        "outcome": finding.outcome,
        "party": finding.party,
        "relation": finding.relation,
        "uncertain": finding.uncertain,
        "subject": finding.subject,
        "severity": finding.severity,
        "provisional": finding.provisional is not None,
        "needs": [need.fact for need in finding.needs],
        "evidence": [proof for proof in expected.get("evidence", ()) if proof in evidence],
    }


def test_every_rule_has_a_case_that_flags_and_one_that_passes(rulebook: Rulebook) -> None:
    outcomes: dict[str, set[str]] = {}
    for path in RULES.rglob("*.cases.yaml"):
        data = read_yaml(path.name, path.read_bytes()).value
        outcomes[data["rule"]] = {case["expect"]["outcome"] for case in data["cases"]}
    assert set(outcomes) == set(rulebook.rules)
    assert [rule for rule, seen in outcomes.items() if "none" not in seen] == []
    assert [rule for rule, seen in outcomes.items() if seen == {"none"}] == []
