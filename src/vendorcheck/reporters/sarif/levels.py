"""Severities as SARIF and GitHub have them."""

from typing import Literal

from vendorcheck.model.rule import SEVERITIES, Severity

Level = Literal["error", "warning", "note"]

LEVELS: dict[Severity, Level] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "note",
    "info": "note",
}

#: GitHub reads a score as critical above 9, high from 7, medium from 4, low above 0.
SCORES: dict[Severity, str] = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "3.0", "info": "1.0"}


def worse(one: Severity, other: Severity) -> Severity:
    """Return the worse of two severities."""
    return max(one, other, key=SEVERITIES.index)
