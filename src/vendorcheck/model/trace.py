"""Traces: how a line came to what it came to, from its cells to each rule, those that did not reach it included."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from vendorcheck.model.bom import Column
from vendorcheck.model.condition import Condition
from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.hit import Facts, Hit, Holding, Relation, Sighting
from vendorcheck.model.instrument import Naming, TimelineEntry
from vendorcheck.model.report import Settings
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.truth import Truth
from vendorcheck.model.waiver import Cleared

RuleState = Literal["reached", "not_triggered", "not_in_force", "not_published", "qualifier_no", "draft", "retired"]
RULE_STATES: tuple[RuleState, ...] = get_args(RuleState)


class Considered(NamedTuple):
    """A recorded name that a cell was compared with and that it is not, and why."""

    name: str
    party: str
    reasons: tuple[str, ...]


class SeenInCell(NamedTuple):
    """A sighting as it counted in its line; `left_out` says why it did not."""

    sighting: Sighting
    left_out: str | None = None


class CellTrace(NamedTuple):
    """A cell: its text, the key it was looked up by, what it shows, and what was considered and is not meant.

    `confused` are words in it that look like a party's name and are another's.
    """

    column: Column
    text: str
    key: str
    named: bool
    seen: tuple[SeenInCell, ...]
    considered: tuple[Considered, ...] = ()
    confused: tuple[str, ...] = ()
    cleared: tuple[Cleared, ...] = ()


class Asked(NamedTuple):
    """A part of a rule's condition with what it came to, and the facts that are missing."""

    condition: Condition
    truth: Truth
    needs: tuple[str, ...]


class ReachTrace(NamedTuple):
    """How far a rule held for one party of a line: its trigger, the law on the day, and its qualifiers.

    `entries` are those of lists by which the trigger reached it.
    """

    party: str | None
    relation: Relation
    hit: Hit | None
    reached: Truth
    in_force: Truth
    entry: TimelineEntry | None
    naming: Naming | None
    provisional: str | None
    asked: tuple[Asked, ...]
    truth: Truth
    entries: tuple[str, ...] = ()


class RuleTrace(NamedTuple):
    """A rule and a line: how it ended, whom its trigger reached, and who is named by its law on other days only."""

    rule: str
    state: RuleState
    binds_buyer: bool
    reaches: tuple[ReachTrace, ...] = ()
    other_days: tuple[Naming, ...] = ()


class LineTrace(NamedTuple):
    """A line from its cells to its determination; `failing` are the findings that fail the gate."""

    line: LineResult
    findings: tuple[Finding, ...]
    cells: tuple[CellTrace, ...]
    facts: Facts
    owners: Mapping[str, tuple[Holding, ...]]
    rules: tuple[RuleTrace, ...]
    failing: tuple[str, ...]


class Explanation(NamedTuple):
    """The traces of some lines of a bill, by a rulebook, on a day, for a buyer."""

    bill: str
    settings: Settings
    rulebook: Rulebook
    names: Mapping[str, str]
    traces: tuple[LineTrace, ...]
