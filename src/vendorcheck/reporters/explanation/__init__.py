"""How lines came to what they came to: one file a form."""

from vendorcheck.reporters.explanation.as_json import explanation_data
from vendorcheck.reporters.explanation.as_text import explanation_rows

__all__ = ["explanation_data", "explanation_rows"]
