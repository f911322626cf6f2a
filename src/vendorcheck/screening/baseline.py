"""The baseline of a run: which of its findings stand in an earlier report, no weaker than they are now."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from vendorcheck.compare import is_raised, pair_findings
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.finding import Finding, Judged, LineResult
from vendorcheck.model.report import FileRecord, Report
from vendorcheck.reporters.report_json.opening import open_report


class Baseline(NamedTuple):
    """An earlier report, and its file."""

    file: FileRecord
    report: Report


class Marked(NamedTuple):
    """Findings that say whether they are known, and how many of those known the gate would judge, by what it asks."""

    findings: tuple[Finding, ...]
    known: Counter[Judged]


def load_baseline(path: Path) -> Baseline:
    """Return the baseline in a report or a bundle; an error where it is none, or holds no findings to compare with."""
    shown = path.as_posix()
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        report = open_report(path)
    except OSError as error:
        raise _wrong(shown, f"cannot be read: {error.strerror or error}") from error
    except VendorcheckError as error:
        raise _wrong(shown, f"cannot be used: {error.message}") from error
    if report.settings.summary_only:
        raise _wrong(shown, "was written with --summary-only, and holds no findings")
    return Baseline(FileRecord(shown, digest), report)


def marked(baseline: Baseline, lines: Sequence[LineResult], findings: Sequence[Finding]) -> Marked:
    """Return the findings of a run, each known or new.

    Each is held against one finding of the baseline at most, wherever its line stands now. One that weighs more than it
    did, or that a waiver covered then and none does now, is new.
    """
    shell = baseline.report._replace(lines=tuple(lines), findings=tuple(findings))
    both = pair_findings(baseline.report, shell).both
    known = {new.finding.id for old, new in both if not _has_risen(old.finding, new.finding)}
    counted = Counter(
        finding.judged for finding in findings if finding.id in known and finding.waived is None
    )  # what a waiver covers does not fail the gate as it is
    return Marked(
        tuple(finding._replace(baseline="known" if finding.id in known else "new") for finding in findings), counted
    )


def _has_risen(then: Finding, now: Finding) -> bool:
    return is_raised(then, now) or (then.waived is not None and now.waived is None)


def _wrong(shown: str, what: str) -> VendorcheckError:
    return VendorcheckError(
        "baseline_invalid",
        f"the baseline {shown} {what}",
        spot=Spot(shown),
        help="A baseline is a report of an earlier run: vendorcheck scan ... -o json=baseline.json.",
    )
