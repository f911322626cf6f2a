"""What the checks of a rulebook found, as data."""

from collections.abc import Sequence
from typing import Any

from vendorcheck.model.errors import Remark


def validation_data(remarks: Sequence[Remark]) -> dict[str, Any]:
    """Return the faults and warnings as the document `vendorcheck schema validation` describes."""
    warnings = sum(remark.is_warning for remark in remarks)
    return {
        "schema": "vendorcheck.validation/v0",
        "valid": warnings == len(remarks),
        "faults": len(remarks) - warnings,
        "warnings": warnings,
        "remarks": [_remark(remark) for remark in remarks],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    spot = remark.fault.spot
    return {
        "level": "warning" if remark.is_warning else "fault",
        "check": remark.check,
        "message": remark.fault.message,
        "file": spot.file,
        "line": spot.line,
        "column": spot.column,
        "source_line": spot.source_line,
        "help": remark.fault.help,
    }
