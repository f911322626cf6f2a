"""Why a finding differs: all that can have caused it, and what of a finding itself settles the question.

Where several inputs differ, two reports cannot tell which of them it was, unless the finding could not have been
without one. So nothing is guessed: causes are struck out only by what the reports show.
"""

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from vendorcheck.compare.findings import cells_of, names_of
from vendorcheck.model.comparison import CAUSES, Cause, InputChange
from vendorcheck.model.finding import Finding
from vendorcheck.model.report import Report


class Why(NamedTuple):
    """What a difference can be due to, and what settles it."""

    causes: tuple[Cause, ...]
    because: str | None = None


class Other:
    """The report that a finding does not stand in, as far as it tells why."""

    def __init__(self, there: Report, inputs: Iterable[InputChange]) -> None:
        """Ask of findings that stand in one report why they do not stand in the other."""
        self._there = there
        differing = {change.cause for change in inputs}
        self._causes = tuple(cause for cause in CAUSES if cause in differing)
        self._lists = {each.name for each in there.provenance.lists}

    def why_alone(self, finding: Finding) -> Why:
        """Return why a finding stands in one report alone."""
        # A policy says what fails the gate; no finding is there or missing because of it.
        causes = tuple(cause for cause in self._causes if cause != "policy")
        if len(causes) <= 1:
            return Why(causes)
        for cause, because in (
            ("bill", self._line_is_missing(finding)),
            ("list", self._list_is_missing(finding)),
        ):
            if cause in causes and because:
                return Why(tuple(each for each in CAUSES if each == cause), because)
        return self._in_both(causes, finding, self._cells)

    def why_changed(self, old: Finding, new: Finding) -> Why:
        """Return why a finding that stands in both reports is not the same."""
        if len(self._causes) <= 1:
            return Why(self._causes)
        return self._in_both(self._causes, new, {cells_of(old.excerpt)})

    def _in_both(self, causes: tuple[Cause, ...], finding: Finding, cells: Collection[tuple[str, ...]]) -> Why:
        """Strike out the bill where a line with the same cells stands in both; a part inside may have changed."""
        if "bill" not in causes or finding.relation == "component" or cells_of(finding.excerpt) not in cells:
            return Why(causes)
        return Why(tuple(cause for cause in causes if cause != "bill"), "its line is the same in both bills")

    def _line_is_missing(self, finding: Finding) -> str | None:
        """Whether the other report lists every line and has none with these names, however it was read."""
        told = self._there.settings.all_lines and not self._there.settings.summary_only
        if told and "options" not in self._causes and names_of(finding.excerpt) not in self._names:
            return "no line of the other bill names this"
        return None

    def _list_is_missing(self, finding: Finding) -> str | None:
        lists = {ground.list for ground in finding.grounds if ground.kind == "list" and ground.list}
        missing = sorted(lists - self._lists)
        return f"the list {missing[0]} was given for one report alone" if missing else None

    @cached_property
    def _cells(self) -> frozenset[tuple[str, ...]]:
        return frozenset(cells_of(line.excerpt) for line in self._there.lines)

    @cached_property
    def _names(self) -> frozenset[tuple[str, ...]]:
        return frozenset(names_of(line.excerpt) for line in self._there.lines)
