"""The error document: what a machine gets where no report could be written."""

from vendorcheck.model.errors import VendorcheckError
from vendorcheck.reporters.report_json import dump

ERROR_SCHEMA = "vendorcheck.error/v0"


def render_error(error: VendorcheckError) -> str:
    """Return an error as JSON."""
    spot = error.spot
    return dump(
        {
            "schema": ERROR_SCHEMA,
            "code": error.code,
            "exit_code": error.exit_code,
            "message": error.message,
            "file": spot.file if spot else None,
            "line": spot.line if spot else None,
            "column": spot.column if spot else None,
            "help": error.help,
        }
    )
