"""Waivers of findings: what they cover stays listed and does not fail the gate; what they do not cover fails it."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.model.rule_digest import rule_digest
from vendorcheck.rulebook import load_rulebook

Run = Callable[..., subprocess.CompletedProcess[str]]

OWN = Path(__file__).with_name("own_rules")
OPEN = "acme-cameras"

BILL = """\
Supplier,Manufacturer,Part Number,Purpose
Harbor Security,Acme,AC-123,
Bolt Trading,Acme,AC-123,
Harbor Security,Acme,AC-456,public safety
Harbor Security,Axis,P3265,
"""

WAIVER = """\
  - id: {id}
    rule: {rule}
    scope: {scope}
    reason: {reason}
    statement: Behind a firewall, for half a year.
    owner: A. Buyer
    approved_by: C. Officer
    created: 2026-11-02
    expires: 2027-04-30
    recorded: {{rule: "{digest}", outcome: {outcome}, severity: {severity}}}
"""

SCAN = ("scan", "bom.csv", "-r", "own", "--no-shipped-rules", "-p", "us-federal")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """A bill and a small rulebook: a line that is not decided, the same of a second vendor, and a prohibited one."""
    shutil.copytree(OWN, tmp_path / "own")
    (tmp_path / "bom.csv").write_text(BILL, encoding="utf-8")
    return tmp_path


@pytest.fixture
def report(run: Run) -> Callable[..., Any]:
    """The report of a scan as data."""
    return lambda *arguments: json.loads(run(*SCAN, "-o", "json", *arguments).stdout)


@pytest.fixture(scope="module")
def digest() -> str:
    """The digest of the rule on cameras."""
    return rule_digest(load_rulebook([OWN], shipped=False).rules[OPEN])


@pytest.fixture
def waive(folder: Path, digest: str) -> Callable[..., None]:
    """Writes a file of one waiver, or adds one to it."""

    def waive(scope: str, *, add: bool = False, **changes: str) -> None:
        said = {"id": "w-1", "rule": OPEN, "reason": "mitigated", "outcome": "unknown", "severity": "high"}
        text = WAIVER.format(**{**said, "scope": scope, "digest": digest[:12], **changes})
        path = folder / "w.yaml"
        before = path.read_text(encoding="utf-8") if add else "waivers:\n"
        path.write_text(before + text, encoding="utf-8")

    return waive


def _waived(report: Any) -> dict[int, str]:
    """The waivers of the findings of the rule on cameras, by line."""
    found = [finding for finding in report["findings"] if finding["waived"]]
    assert {finding["rule"] for finding in found} <= {OPEN}
    return {finding["line"]: finding["waived"]["id"] for finding in found}


def _told(report: Any) -> list[tuple[str, int, int]]:
    return [(each["state"], each["lines"], each["findings"]) for each in report["coverage"]["waivers"]]


def test_a_waived_finding_stays_and_does_not_fail_the_gate(
    run: Run, report: Callable[..., Any], waive: Callable[..., None], folder: Path
) -> None:
    (folder / "bom.csv").write_text("".join(BILL.splitlines(keepends=True)[:2]), encoding="utf-8")
    waive("{vendor: harbor  SECURITY, part: ac-123}")
    assert run(*SCAN).returncode == 1
    assert run(*SCAN, "-w", "w.yaml").returncode == 0
    without, waived = report(), report("-w", "w.yaml")
    assert (_waived(waived), _told(waived)) == ({2: "w-1"}, [("used", 1, 1)])
    assert waived["gate"]["passed"] is True
    assert waived["summary"] == {**without["summary"], "waived": 1}
    assert waived["lines"] == without["lines"]
    assert [finding["fails_gate"] for finding in without["findings"]].count(True) == 1
    shared = [{**finding, "waived": None, "fails_gate": None} for finding in without["findings"]]
    assert [{**finding, "waived": None, "fails_gate": None} for finding in waived["findings"]] == shared


def test_a_waiver_lapses_when_its_rule_is_changed(
    run: Run, report: Callable[..., Any], waive: Callable[..., None], folder: Path
) -> None:
    waive("{all: true}")
    assert _waived(report("-w", "w.yaml")) == {2: "w-1", 3: "w-1"}
    rule = folder / "own" / "gb" / "acme-cameras.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("names {party} itself", "names {party}"), encoding="utf-8")
    lapsed = report("-w", "w.yaml")
    assert (_waived(lapsed), _told(lapsed)) == ({}, [("lapsed", 0, 0)])
    assert "is no longer the rule it was signed for" in lapsed["coverage"]["waivers"][0]["remarks"][0]
    text = " ".join(run(*SCAN, "-w", "w.yaml").stdout.split())
    assert "waivers that have lapsed: w-1 (acme-cameras: every finding; through 2027-04-30)" in text


def test_a_finding_is_waived_by_the_digests_that_a_report_gives(
    report: Callable[..., Any], waive: Callable[..., None]
) -> None:
    before = report()
    (rule,) = (each["digest"] for each in before["rules"] if each["id"] == OPEN)
    finding = next(each for each in before["findings"] if each["rule"] == OPEN and each["line"] == 3)
    waive(f'{{fingerprint: "{finding["id"]}"}}', digest=rule, severity=finding["severity"], outcome=finding["outcome"])
    after = report("-w", "w.yaml")
    assert (_waived(after), after["summary"]["waived"]) == ({3: "w-1"}, 1)
    counted = report("-w", "w.yaml", "--summary-only")
    assert (counted["summary"], counted["gate"]) == (after["summary"], after["gate"])


def test_the_text_report_says_what_is_waived(run: Run, waive: Callable[..., None]) -> None:
    waive("{vendor: Harbor Security}")
    waive("{part: AC-999}", id="w-2", add=True)
    text = " ".join(run(*SCAN, "-w", "w.yaml").stdout.split())
    assert "waived: w-1 (acme-cameras: vendor Harbor Security; mitigated), 1 finding on 1 line" in text
    assert "waivers not used: w-2 (acme-cameras: part AC-999)" in text
    assert (
        "w-1 (lapsed for 1 finding: the outcome was unknown and is yes; the severity was high and is critical)" in text
    )


def test_the_trace_of_a_line_says_that_a_waived_finding_does_not_fail(run: Run, waive: Callable[..., None]) -> None:
    explain = ("explain", "bom.csv", "--line", "2", *SCAN[2:], "-o", "json")
    waive("{part: AC-123}")
    before, after = (json.loads(run(*explain, *more).stdout) for more in ((), ("-w", "w.yaml")))
    assert (len(before["lines"][0]["failing"]), after["lines"][0]["failing"]) == (1, [])
