"""A finding as a result."""

from datetime import date

import pytest

from vendorcheck.model.finding import BaselineState, Finding, Place
from vendorcheck.model.report import Report
from vendorcheck.model.rule import Severity
from vendorcheck.model.waiver import WaivedBy, Waiver, WaiverResult, WaiverScope
from vendorcheck.reporters.sarif.results import Results


def test_a_result_says_where_what_and_who(report: Report, finding: Finding) -> None:
    result = Results(report, {"no-acme": 3}).of(finding)
    text = result.pop("message")["text"]
    assert text.startswith("PROHIBITED. Nothing of Acme (no-acme): Acme. Shown by maker “ACME INC”")
    assert text.endswith("To do: Do not award it.")
    assert result == {
        "ruleId": "no-acme",
        "ruleIndex": 3,
        "level": "error",
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "bom.csv", "uriBaseId": "%SRCROOT%", "index": 0},
                    "region": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 16},
                },
                "logicalLocations": [{"fullyQualifiedName": "bom.csv:2:8", "kind": "row"}],
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": "f00d" * 16},
        "properties": {
            "determination": "PROHIBITED",
            "severity": "critical",
            "outcome": "yes",
            "party": "acme",
            "relation": "self",
            "confidence": "confirmed",
            "provisional": None,
            "bars": ["buy", "use"],
        },
    }


@pytest.mark.parametrize(
    ("severity", "level"),
    [("critical", "error"), ("high", "error"), ("medium", "warning"), ("low", "note"), ("info", "note")],
)
def test_a_severity_is_a_level(report: Report, finding: Finding, severity: Severity, level: str) -> None:
    assert Results(report, {"no-acme": 0}).of(finding._replace(severity=severity))["level"] == level


@pytest.mark.parametrize(
    ("spot", "text", "region"),
    [
        ((7, Place(None, 3, 2)), "海海", (7, 3, 7, 5)),
        ((7, Place(None, 3, 2)), "two\nlines", (7, 3, 7, 6)),
        ((7, Place(None, 3, 2)), "", (7, 3, 7, 4)),
        ((7, Place("Parts", "C", 2)), "ACME", (7, 1, 7, 2)),
        ((7, Place(None, None, 2, "/2/maker")), "ACME", (7, 1, 7, 2)),
        ((None, Place(None, None, None)), "ACME", (1, 1, 1, 2)),
    ],
)
def test_the_region_is_the_matched_cell(
    report: Report, finding: Finding, spot: tuple[int | None, Place], text: str, region: tuple[int, ...]
) -> None:
    excerpt = tuple(each._replace(text=text) if each.cell == 2 else each for each in finding.excerpt)
    result = Results(report, {"no-acme": 0}).of(finding._replace(line=spot[0], place=spot[1], excerpt=excerpt))
    found = result["locations"][0]["physicalLocation"]["region"]
    assert (found["startLine"], found["startColumn"], found["endLine"], found["endColumn"]) == region


def test_what_justifies_a_suppression_is_the_waiver(report: Report, finding: Finding) -> None:
    waiver = Waiver(
        "W-1", "no-acme", WaiverScope(vendor="Harbor"), "mitigated", "Behind a wall.", "Ann", "Bo",
        date(2026, 9, 1), date(2027, 1, 31),
    )  # fmt: skip
    coverage = report.coverage._replace(waivers=(WaiverResult(waiver, "used", 0, 1),))
    results = Results(report._replace(coverage=coverage), {"no-acme": 0})
    [suppression] = results.of(finding._replace(waived=WaivedBy("W-1", "mitigated")))["suppressions"]
    assert suppression == {
        "kind": "external",
        "status": "accepted",
        "justification": "Waived by W-1 (mitigated); through 2027-01-31; owner Ann, approved by Bo; Behind a wall.",
    }


@pytest.mark.parametrize(("state", "said"), [("new", "new"), ("known", "unchanged"), (None, None)])
def test_a_finding_is_new_or_known_where_a_run_is_compared(
    report: Report, finding: Finding, state: BaselineState | None, said: str | None
) -> None:
    result = Results(report, {"no-acme": 0}).of(finding._replace(baseline=state))
    assert result.get("baselineState") == said
