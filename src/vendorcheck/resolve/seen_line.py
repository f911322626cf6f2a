"""A line as it was seen: its cells with what they say, and what they come to together."""

from typing import NamedTuple

from vendorcheck.model.bom import Column
from vendorcheck.model.hit import Conflict, Facts, Match
from vendorcheck.model.waiver import Cleared
from vendorcheck.resolve.view import View


class Cell(NamedTuple):
    """A column with what its cell says."""

    column: Column
    view: View


class SeenLine(NamedTuple):
    """What the cells of a line come to together."""

    facts: Facts
    matches: tuple[Match, ...]
    screened_on: tuple[str, ...]
    cleared: tuple[Cleared, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    note: str | None = None

    def doubted(self, reason: str) -> "SeenLine":
        """Return the same with a reason against all of it: whoever is shown is only possible."""
        hits = tuple(hit._replace(confidence="possible") for hit in self.facts.hits)
        matches = tuple(match._replace(sighting=match.sighting.doubted(reason)) for match in self.matches)
        facts = self.facts._replace(hits=hits, conflicts=())
        return self._replace(facts=facts, matches=matches, conflicts=())

    def without_conflicts(self) -> "SeenLine":
        """Return the same where the cells may stand under the wrong headings, so that they cannot contradict."""
        return self._replace(facts=self.facts._replace(conflicts=()), conflicts=())
