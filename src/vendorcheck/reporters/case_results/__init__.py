"""What the cases of rules came to: one file a format."""

from collections.abc import Callable

from vendorcheck.reporters.case_results.as_json import render_json
from vendorcheck.reporters.case_results.as_text import render_text
from vendorcheck.reporters.case_results.junit import render_junit
from vendorcheck.reporters.case_results.tried import Tried

CASE_REPORTERS: dict[str, Callable[[Tried], str]] = {
    "text": render_text,
    "json": render_json,
    "junit": render_junit,
}

__all__ = ["CASE_REPORTERS", "Tried"]
