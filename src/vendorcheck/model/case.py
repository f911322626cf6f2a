"""Cases: lines with what a rule must come to on a day, for a buyer; and what it did come to."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from vendorcheck.model.bom import Role
from vendorcheck.model.errors import Spot
from vendorcheck.model.watchlist import ListEntry


class Case(NamedTuple):
    """A line by its cells, the day and the buyer, and what must come out of a rule, key by key.

    `listed` are entries of lists that are given for the run; one that names no list is on that of the rule.
    """

    rule: str
    name: str
    as_of: date
    profiles: tuple[str, ...]
    line: Mapping[Role, str]
    expect: Mapping[str, object]
    spot: Spot
    listed: tuple[ListEntry, ...] = ()


class Difference(NamedTuple):
    """One thing that came out other than expected."""

    key: str
    expected: object
    got: object


class CaseResult(NamedTuple):
    """A case with what came out of it; `skipped` says why it was not run, `needs` which facts were missing."""

    case: Case
    got: Mapping[str, object]
    needs: tuple[str, ...] = ()
    reason: str | None = None
    skipped: str | None = None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What came out other than expected, in the order in which it is written."""
        if self.skipped:
            return ()
        expect = self.case.expect
        return tuple(
            Difference(key, expect[key], self.got.get(key)) for key in expect if self.got.get(key) != expect[key]
        )

    @property
    def passed(self) -> bool:
        """Whether it was run and came out as expected."""
        return not self.skipped and not self.differences
