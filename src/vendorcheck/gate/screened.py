"""What the gate looks at."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vendorcheck.model.finding import Judged
from vendorcheck.model.report import Coverage, ListRecord, Summary
from vendorcheck.model.rule import Rule


class Screened(NamedTuple):
    """What the gate looks at: counts, coverage, and when the rulebook was verified.

    `failing` counts the findings that may fail the gate; `known` those of them that a baseline takes out, where only
    new ones are to count.
    """

    summary: Summary
    failing: Mapping[Judged, int]
    rules: Mapping[str, Rule]
    coverage: Coverage
    verified_through: date | None
    as_of: date
    today: date
    known: Mapping[Judged, int] | None = None
    lists: tuple[ListRecord, ...] = ()

    @property
    def day(self) -> date:
        """The later of as-of and today, by which ages are judged."""
        return max(self.as_of, self.today)
