"""A run of cases, counted; and how what was expected and what came out are said."""

from typing import NamedTuple

from vendorcheck.model.case import Case, CaseResult
from vendorcheck.model.rulebook import Source
from vendorcheck.reporters.listed import entry_text


class Tried(NamedTuple):
    """The cases that were tried, with what each came to, and the rulebook they were tried on."""

    results: tuple[CaseResult, ...]
    sources: tuple[Source, ...]

    @property
    def passed(self) -> int:
        """How many came out as expected."""
        return sum(result.passed for result in self.results)

    @property
    def skipped(self) -> int:
        """How many were not run, as their rule is not."""
        return sum(result.skipped is not None for result in self.results)

    @property
    def failed(self) -> int:
        """How many came out otherwise."""
        return len(self.results) - self.passed - self.skipped

    @property
    def rules(self) -> dict[str, list[CaseResult]]:
        """The results by rule, in the order in which they were tried."""
        by_rule: dict[str, list[CaseResult]] = {}
        for result in self.results:
            by_rule.setdefault(result.case.rule, []).append(result)
        return by_rule


def value_text(value: object) -> str:
    """Return a value of a case in words."""
    match value:
        case None | []:
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(str, value))
    return str(value)


def difference_texts(result: CaseResult) -> list[str]:
    """Return each thing that came out other than expected, in a line."""
    return [
        f"{each.key}: expected {value_text(each.expected)}, got {value_text(each.got)}" for each in result.differences
    ]


def line_text(case: Case) -> str:
    """Return the cells of a case's line in a row."""
    return " · ".join(f"{role} “{text}”" for role, text in case.line.items())


def setting_text(case: Case) -> str:
    """Return the day and the buyer of a case, and the names of its list."""
    buyers = ", ".join(case.profiles) or "no profile"
    listed = f" · listed: {'; '.join(map(entry_text, case.listed))}" if case.listed else ""
    return f"{case.as_of.isoformat()} · {buyers}{listed}"
