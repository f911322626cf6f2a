"""A comparison and a verification as data."""

from typing import Any

from vendorcheck.model.comparison import Comparison, Count, Difference, Side, SupplierChange, Verification
from vendorcheck.model.report import SupplierResult

DIFF_SCHEMA = "vendorcheck.diff/v1"
VERIFICATION_SCHEMA = "vendorcheck.verification/v1"

Data = dict[str, Any]

_OF_FINDING = (
    "id",
    "fingerprint",
    "bill",
    "line",
    "rule",
    "title",
    "subject",
    "party",
    "party_name",
    "severity",
    "outcome",
    "confidence",
    "provisional",
    "message",
)


def comparison_data(comparison: Comparison) -> Data:
    """Return a comparison as the data of its schema."""
    return {"schema": DIFF_SCHEMA, **_comparison(comparison)}


def verification_data(verification: Verification) -> Data:
    """Return whether a report holds, as the data of its schema."""
    comparison = verification.comparison
    return {
        "schema": VERIFICATION_SCHEMA,
        "report": verification.report,
        "holds": verification.holds,
        "altered": list(verification.altered),
        "bills": [bill._asdict() for bill in verification.bills],
        "parts": list(verification.parts),
        "comparison": _comparison(comparison) if comparison else None,
    }


def _comparison(comparison: Comparison) -> Data:
    return {
        "differs": comparison.differs,
        "complete": comparison.old.complete and comparison.new.complete,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "inputs": [change._asdict() for change in comparison.inputs],
        "summary": {
            "new": len(comparison.appeared),
            "gone": len(comparison.gone),
            "changed": len(comparison.changed),
            "unchanged": comparison.unchanged,
        },
        "determinations": {count.name: _count(count) for count in comparison.determinations},
        "new_findings": list(map(_difference, comparison.appeared)),
        "gone_findings": list(map(_difference, comparison.gone)),
        "changed_findings": list(map(_difference, comparison.changed)),
        "suppliers": list(map(_supplier, comparison.suppliers)),
    }


def _side(side: Side) -> Data:
    return {**side._asdict(), "bills": list(side.bills), "complete": side.complete}


def _count(count: Count) -> Data:
    return {"old": count.old, "new": count.new}


def _difference(difference: Difference) -> Data:
    finding = difference.finding
    return {
        **{key: getattr(finding, key) for key in _OF_FINDING},
        "place": finding.place._asdict(),
        "determination": difference.determination,
        "waived": finding.waived._asdict() if finding.waived else None,
        "causes": list(difference.causes),
        "because": difference.because,
        "changes": [change._asdict() for change in difference.changes],
    }


def _supplier(change: SupplierChange) -> Data:
    return {"name": change.name, "old": _supplied(change.old), "new": _supplied(change.new)}


def _supplied(supplier: SupplierResult | None) -> Data | None:
    if supplier is None:
        return None
    return {
        "lines": supplier.lines,
        "findings": supplier.findings,
        "by_determination": dict(supplier.by_determination),
    }
