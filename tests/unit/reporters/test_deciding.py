"""What decides what to do first: one choice for the text, the Markdown and the page."""

from typing import Any

import pytest

from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report
from vendorcheck.model.waiver import WaivedBy
from vendorcheck.reporters.deciding import deciding


def test_what_bars_the_buyer_and_is_established_decides(report: Report, finding: Finding) -> None:
    risk = finding._replace(id="risk", barred=(), severity="critical")
    seen = finding._replace(id="seen", provisional="Not seen.")
    assert deciding(report, [risk, seen, finding]) == [finding]


def test_without_it_the_worst_decides_and_what_is_established_comes_first(report: Report, finding: Finding) -> None:
    seen = finding._replace(id="seen", provisional="Not seen.")
    risk = finding._replace(id="risk", barred=(), binds=())
    low = finding._replace(id="low", barred=(), severity="low")
    assert [each.id for each in deciding(report, [low, seen, risk])] == ["risk", "seen"]


@pytest.mark.parametrize(
    "changes",
    [{"waived": WaivedBy("w-1", "mitigated")}, {"binds": ("a trade",), "binds_buyer": False, "barred": ()}],
    ids=["waived", "of others"],
)
def test_what_is_waived_or_of_others_decides_nothing(report: Report, finding: Finding, changes: dict[str, Any]) -> None:
    assert deciding(report, [finding._replace(**changes)]) == []
