"""Are two names one company's? Taken apart, laid side by side, judged; every answer with its reasons."""

from vendorcheck.resolve.similar.comparison import NameComparison, compare, compare_names
from vendorcheck.resolve.similar.parsed import Name, parse

__all__ = ["Name", "NameComparison", "compare", "compare_names", "parse"]
