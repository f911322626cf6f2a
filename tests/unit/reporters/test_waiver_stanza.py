"""The stanza that waives a finding: YAML that a person can paste, at any width."""

from typing import Any

import pytest
import yaml

from vendorcheck.model.finding import Finding, Outcome
from vendorcheck.model.report import Report
from vendorcheck.reporters.waiver_stanza import stanza, stanza_rows


def test_the_stanza_is_an_item_of_a_waiver_file(report: Report, finding: Finding) -> None:
    assert stanza(finding, report) == (
        "- {id: waive-f00df00df00d, rule: no-acme, scope: {fingerprint: 'f00df00df00d'}, reason: '',\n"
        "  statement: '', owner: '', approved_by: '', created: 2026-11-21, expires: 2027-02-19,\n"
        "  recorded: {rule: '0ac3e0000000', outcome: 'yes', severity: critical}}\n"
        "# reason: false_positive, legal_exception\n"
    )


@pytest.mark.parametrize("width", [40, 60, 80, 112])
@pytest.mark.parametrize("outcome", ["yes", "unknown", "possible"])
def test_it_means_the_same_at_any_width_and_where_it_is_pasted(
    report: Report, finding: Finding, outcome: Outcome, width: int
) -> None:
    changed = finding._replace(outcome=outcome, fingerprint="123456789012" * 5)
    rows = list(stanza_rows(changed, report, width))
    assert max(map(len, rows)) <= width
    as_copied = "waivers:\n" + "".join(f"{' ' * 20}{row}\n" for row in rows)
    (waiver,) = _read(as_copied)["waivers"]
    assert waiver["scope"] == {"fingerprint": "123456789012"}
    assert waiver["recorded"] == {"rule": "0ac3e0000000", "outcome": outcome, "severity": "critical"}
    assert [name for name, value in waiver.items() if value == ""] == ["reason", "statement", "owner", "approved_by"]
    assert (waiver["expires"] - waiver["created"]).days == 90


def test_what_bars_nobody_takes_every_reason(report: Report, finding: Finding) -> None:
    text = stanza(finding._replace(severity="high"), report)
    assert "pending_replacement" in text
    assert "pending_replacement" not in stanza(finding, report)


def _read(text: str) -> Any:
    return yaml.safe_load(text)
