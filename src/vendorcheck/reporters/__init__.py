"""Reports: one file a format. A reporter decides nothing and leaves nothing out."""

from collections.abc import Callable

from vendorcheck.model.report import Report
from vendorcheck.reporters.json_report import render_json
from vendorcheck.reporters.text import render_text

Reporter = Callable[[Report], str]

REPORTERS: dict[str, Reporter] = {
    "text": render_text,
    "json": render_json,
}

__all__ = ["REPORTERS", "Reporter"]
