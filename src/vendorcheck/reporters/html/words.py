"""The words of the page: determinations, severities, what a finding came to, places, counts."""

from collections.abc import Iterable

from vendorcheck.model.finding import Determination, Finding, LineResult, Outcome
from vendorcheck.model.hit import Relation
from vendorcheck.model.report import NotScreened, Report
from vendorcheck.reporters.text.counted import stretches
from vendorcheck.reporters.text.lines import place_text

DETERMINATION: dict[Determination, str] = {
    "PROHIBITED": "PROHIBITED",
    "UNDETERMINED": "UNDETERMINED",
    "REVIEW": "REVIEW",
    "CLEAR": "CLEAR",
    "NOT_SCREENED": "NOT SCREENED",
}

MEANING: dict[Determination, str] = {
    "PROHIBITED": "a rule bars this buyer from it",
    "UNDETERMINED": "a fact is missing that decides it",
    "REVIEW": "a person should look at it",
    "CLEAR": "no rule at medium or above reached it",
    "NOT_SCREENED": "nothing is known of it",
}

OUTCOME: dict[Outcome, str] = {
    "yes": "applies",
    "unknown": "not settled",
    "possible": "identity only possible",
}

RELATION: dict[Relation, str] = {
    "self": "the company itself",
    "brand": "a brand of it",
    "subsidiary": "a subsidiary",
    "affiliate": "an affiliate",
    "owner": "an owner",
    "component": "maker of a part inside",
    "relabel": "has sold under this brand",
    "successor": "maker of a design it follows",
}


def counted(number: int, noun: str, many: str | None = None) -> str:
    """Return so many of something."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}".replace(",", "\u202f")


def buyers(report: Report) -> str:
    """Return for whom the run was made."""
    return ", ".join(f"{profile.title} ({profile.id})" for profile in report.settings.profiles)


def several_tables(report: Report) -> bool:
    """Return whether a line's number alone does not say where it stands."""
    return sum(len(bill.tables) for bill in report.coverage.bills) > 1


def line_name(line: LineResult | Finding, *, whole: bool) -> str:
    """Return a line by its number, or by its whole place where numbers alone would not do."""
    if line.line is None or whole:
        return place_of(line)
    return str(line.line)


def place_of(line: LineResult | Finding) -> str:
    """Return a place as a person would look it up."""
    return place_text(line) if isinstance(line, LineResult) else f"{line.bill}:{line.line}"


def not_screened_text(item: NotScreened, *, whole: bool) -> str:
    """Return which lines were not screened and why."""
    where = f"{item.bill}{f' ({item.sheet})' if item.sheet else ''}: " if whole else ""
    return f"{where}{counted(item.lines, 'line')}, {item.reason}{stretches(item)}"


def listed(texts: Iterable[str], most: int) -> str:
    """Return texts in a row, and how many more there are."""
    every = list(dict.fromkeys(texts))
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + more
