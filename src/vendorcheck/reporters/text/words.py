"""Small words of the text report: numbers with their nouns, standings, and severities with their colours."""

from collections.abc import Iterable, Sequence

from vendorcheck.model.rule import Severity
from vendorcheck.reporters.text.rows import Style

SEVERITY_STYLE: dict[Severity, Style] = {
    "critical": "bad",
    "high": "bad",
    "medium": "warn",
    "low": "plain",
    "info": "dim",
}

_STANDING = {
    "government_action": "government action",
    "parliamentary_finding": "finding of a committee of Parliament",
    "regulator_correspondence": "regulator's letter",
    "government_allegation": "government's allegation",
    "investigative_report": "investigative report",
    "ngo_allegation": "allegation by rights groups",
    "retained_counsel_statement": "retained counsel's statement",
    "company_denial": "denial",
    "company_statement": "statement",
    "procedural": "filing",
}


def standing_text(standing: str) -> str:
    """Return a standing in words."""
    return _STANDING.get(standing, standing.replace("_", " "))


def count_text(number: int, one: str, many: str | None = None) -> str:
    """Return so many of something in words."""
    return f"{number} {one}" if number == 1 else f"{number:,} {many or f'{one}s'}"


def listed(texts: Sequence[str], most: int) -> str:
    """Return the first of several texts, and how many more there are."""
    more = len(texts) - most
    shown = ", ".join(texts[:most])
    return f"{shown} and {more} more" if more > 0 else shown


def tallied(words: Iterable[str]) -> str:
    """Return each word with how often it came where that is more than once, in the order in which they came first."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return ", ".join(f"{word} ({count})" if count > 1 else word for word, count in counts.items())
