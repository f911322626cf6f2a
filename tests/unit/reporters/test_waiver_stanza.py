"""The stanza that waives a finding: YAML that a person can paste, at any width."""

from typing import Any

import pytest
import yaml

from vendorcheck.model.finding import Finding, Outcome
from vendorcheck.model.report import Report, WaiverTerms
from vendorcheck.reporters.waiver_stanza import stanza, stanza_rows, waiving_text


def test_the_stanza_is_an_item_of_a_waiver_file(report: Report, finding: Finding) -> None:
    assert stanza(finding, report) == (
        "    # Acme: Nothing of Acme\n"
        "    # reason: one of false_positive, legal_exception\n"
        "  - id: waive-f00df00df00d-20261121\n"
        "    rule: no-acme\n"
        "    scope:\n"
        "      fingerprint: 'f00df00df00d'\n"
        '      vendor: "Harbor"\n'
        '      part: "A-1"\n'
        "    reason: ''\n"
        "    statement: ''\n"
        "    owner: ''\n"
        "    approved_by: ''\n"
        "    created: 2026-11-21\n"
        "    expires: 2027-02-19\n"
        "    recorded:\n"
        "      rule: '0ac3e0000000'\n"
        "      outcome: 'yes'\n"
        "      severity: critical\n"
    )


@pytest.mark.parametrize("vendor", ["Harbor: \"A\" & 'B', #1", "- {x: y}", "海康", "yes", "Bill\u202e", " ", "x" * 200])
@pytest.mark.parametrize("outcome", ["yes", "unknown", "possible"])
def test_it_is_pasted_as_it_stands_beside_others(
    report: Report, finding: Finding, outcome: Outcome, vendor: str
) -> None:
    cell = finding.excerpt[0]._replace(text=vendor)
    changed = finding._replace(outcome=outcome, fingerprint="123456789012" * 5, excerpt=(cell,))
    rows = list(stanza_rows(changed, report, 80))
    assert max(map(len, rows)) <= 80
    pasted = "waivers:\n" + "".join(f"{row}\n" for row in (*rows, *rows))
    first, second = _read(pasted)["waivers"]
    assert first == second
    said = vendor if vendor.strip() and vendor.isprintable() and len(vendor) < 80 else None
    assert first["scope"] == {"fingerprint": "123456789012", **({"vendor": said} if said else {})}
    assert first["recorded"] == {"rule": "0ac3e0000000", "outcome": outcome, "severity": "critical"}
    assert [name for name, value in first.items() if value == ""] == ["reason", "statement", "owner", "approved_by"]
    assert (first["expires"] - first["created"]).days == 90


@pytest.mark.parametrize(("allowed", "proposed"), [(180, 90), (90, 90), (30, 30), (1, 1)])
def test_it_proposes_no_more_days_than_the_policy_allows(
    report: Report, finding: Finding, allowed: int, proposed: int
) -> None:
    under = _under(report, WaiverTerms(allowed))
    (waiver,) = _read("waivers:\n" + stanza(finding, under))["waivers"]
    assert (waiver["expires"] - waiver["created"]).days == proposed
    assert ("for at most" in waiving_text(under)) is (allowed < 90)


def test_a_policy_that_takes_no_waivers_is_named_and_nothing_is_to_paste(report: Report, finding: Finding) -> None:
    under = _under(report, None)
    assert waiving_text(under) == "not by a waiver: the policy harbour takes none"
    assert stanza(finding, under) == ""


def test_a_policy_that_names_its_waivers_says_where(report: Report) -> None:
    text = waiving_text(_under(report, WaiverTerms(30, "gate/waivers.yaml")))
    assert text == "two people may, for at most 30 days, with this below `waivers:` in gate/waivers.yaml:"


def test_what_bars_nobody_takes_every_reason(report: Report, finding: Finding) -> None:
    text = stanza(finding._replace(severity="high"), report)
    assert "pending_replacement" in text
    assert "pending_replacement" not in stanza(finding, report)


def _under(report: Report, terms: WaiverTerms | None) -> Report:
    return report._replace(verdict=report.verdict._replace(policy="harbour", waivers=terms))


def _read(text: str) -> Any:
    return yaml.safe_load(text)
