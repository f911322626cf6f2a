"""Severities in their order."""

import pytest

from vendorcheck.model.rule import SEVERITIES, Severity, at_least


def test_severities_stand_from_the_least_to_the_most() -> None:
    assert SEVERITIES == ("info", "low", "medium", "high", "critical")


@pytest.mark.parametrize("threshold", SEVERITIES)
def test_a_severity_reaches_its_own_threshold(threshold: Severity) -> None:
    assert at_least(threshold, threshold)


@pytest.mark.parametrize(
    ("severity", "threshold", "reaches"),
    [
        ("critical", "info", True),
        ("critical", "high", True),
        ("high", "critical", False),
        ("medium", "low", True),
        ("low", "medium", False),
        ("info", "low", False),
        ("info", "critical", False),
    ],
)
def test_whether_a_severity_reaches_a_threshold(severity: Severity, threshold: Severity, *, reaches: bool) -> None:
    assert at_least(severity, threshold) is reaches
