"""Two reports laid side by side, and whether a report still holds, as Markdown and as data."""

from vendorcheck.reporters.comparison.as_json import comparison_data, verification_data
from vendorcheck.reporters.comparison.as_markdown import comparison_markdown

__all__ = ["comparison_data", "comparison_markdown", "verification_data"]
