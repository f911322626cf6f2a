"""The baseline of a run: which of its findings stand in an earlier report, no weaker than they are now."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.finding import OUTCOMES, Finding, Judged, Outcome
from vendorcheck.model.report import FileRecord
from vendorcheck.model.rule import SEVERITIES, Severity

REPORT_SCHEMA = "vendorcheck.report/v1"


class Standing(NamedTuple):
    """What a finding of the baseline came to."""

    outcome: Outcome
    severity: Severity
    provisional: bool
    waived: bool


class Baseline:
    """The findings of an earlier report, and how many of the run's were known by it."""

    def __init__(self, file: FileRecord, standing: Mapping[str, Standing]) -> None:
        """Begin with the findings of a report, by fingerprint."""
        self.file = file
        self._standing = standing
        self.known: Counter[Judged] = Counter()

    def marked(self, finding: Finding) -> Finding:
        """Return a finding that says whether it is known, and count it if it is."""
        then = self._standing.get(finding.fingerprint)
        if then is None or _has_risen(then, finding):
            return finding._replace(baseline="new")
        if finding.waived is None:  # what a waiver covers does not fail the gate as it is
            self.known[_judged(finding)] += 1
        return finding._replace(baseline="known")


def load_baseline(path: Path) -> Baseline:
    """Return the baseline in a report as JSON; an error where it is none, or holds no findings to compare with."""
    shown = path.as_posix()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _wrong(shown, f"cannot be read: {error.strerror or error}") from error
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _wrong(shown, "is not JSON") from error
    if not isinstance(data, dict) or data.get("schema") != REPORT_SCHEMA:
        raise _wrong(shown, f"is no report of the schema {REPORT_SCHEMA}")
    if data.get("summary_only"):
        raise _wrong(shown, "was written with --summary-only, and holds no findings")
    try:
        standing = {each["fingerprint"]: _standing(each) for each in data["findings"]}
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(shown, "has a finding that is not one of a report") from error
    return Baseline(FileRecord(shown, hashlib.sha256(content).hexdigest()), standing)


def _standing(data: Mapping[str, Any]) -> Standing:
    standing = Standing(data["outcome"], data["severity"], data["provisional"] is not None, data["waived"] is not None)
    if standing.outcome not in OUTCOMES or standing.severity not in SEVERITIES:
        raise ValueError(standing)
    return standing


def _has_risen(then: Standing, now: Finding) -> bool:
    """Whether a finding weighs more than it did; what a waiver covered then and none covers now is not known."""
    return (
        OUTCOMES.index(now.outcome) < OUTCOMES.index(then.outcome)
        or SEVERITIES.index(now.severity) > SEVERITIES.index(then.severity)
        or (then.provisional and now.provisional is None)
        or (then.waived and now.waived is None)
    )


def _judged(finding: Finding) -> Judged:
    return Judged(finding.rule, finding.severity, finding.confidence, finding.outcome, finding.provisional is not None)


def _wrong(shown: str, what: str) -> VendorcheckError:
    return VendorcheckError(
        "baseline_invalid",
        f"the baseline {shown} {what}",
        spot=Spot(shown),
        help="A baseline is a report of an earlier run: vendorcheck scan ... -o json=baseline.json.",
    )
