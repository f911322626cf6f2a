"""The words of the page: determinations, severities, what a finding came to, places, counts."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from vendorcheck.model.finding import Determination, Finding, LineResult, Outcome
from vendorcheck.model.hit import Relation
from vendorcheck.model.report import NotScreened, Report
from vendorcheck.reporters.text.counted import stretches

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


def short_names(report: Report) -> dict[str, str]:
    """Return what to call the bills where a line's number alone does not say where it stands; else nothing.

    A bill is called by the last part of its path, unless another has the same.
    """
    bills = [bill.name for bill in report.coverage.bills]
    if sum(len(bill.tables) for bill in report.coverage.bills) <= 1:
        return {}
    last = {name: PurePosixPath(name.replace("\\", "/")).name or name for name in bills}
    return {name: short if list(last.values()).count(short) == 1 else name for name, short in last.items()}


def line_name(line: LineResult | Finding, names: Mapping[str, str]) -> str:
    """Return a line by its number, or by its bill and number where numbers alone would not do."""
    if line.line is not None and not names:
        return str(line.line)
    sheet = "" if line.place.sheet is None else f"{line.place.sheet}!"
    number = line.place.pointer or "a line without a number" if line.line is None else line.line
    return f"{names.get(line.bill, line.bill)}:{sheet}{number}"


def not_screened_text(item: NotScreened, names: Mapping[str, str]) -> str:
    """Return which lines were not screened and why."""
    sheet = f" ({item.sheet})" if item.sheet else ""
    where = f"{names.get(item.bill, item.bill)}{sheet}: " if names else ""
    return f"{where}{counted(item.lines, 'line')}, {item.reason}{stretches(item)}"


def listed(texts: Iterable[str], most: int) -> str:
    """Return texts in a row, and how many more there are."""
    every = list(dict.fromkeys(texts))
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + more
