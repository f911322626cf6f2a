"""Instruments: laws, lists, orders, codes and schemes, whom they name and when they were in force."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.evidence import Standing
from vendorcheck.model.period import Period

State = Literal["proposed", "in_force", "suspended", "ended"]
STATES: tuple[State, ...] = get_args(State)

OwnershipTest = Literal["named_only", "subsidiary_or_affiliate", "over_10_percent", "at_least_50_percent", "control"]
OWNERSHIP_TESTS: tuple[OwnershipTest, ...] = get_args(OwnershipTest)


class TimelineEntry(NamedTuple):
    """A date from which the instrument was in a state, with the citation that says so."""

    date: Period
    state: State
    citation: str
    provisional: str | None = None


class Scope(NamedTuple):
    """Which equipment a naming covers and excludes, and for which purposes; empty means any."""

    covers: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()


class Seen(NamedTuple):
    """What was seen of an instrument and when, such as an amendment or a judgement; it never changes the state."""

    date: Period
    note: str
    source: str


class Naming(NamedTuple):
    """A party that the instrument names, under which exact names, from when to when.

    `through` is the instrument whose names are taken over, where the party is named there; `wait_days` is how long
    after the naming the instrument begins to bind.
    """

    party: str
    listed_as: tuple[str, ...]
    since: Period
    citation: str
    scope: Scope
    published: Period | None = None
    until: Period | None = None
    provisional: str | None = None
    through: str | None = None
    wait_days: int = 0

    @property
    def binds(self) -> Period:
        """When the instrument begins to bind for this party."""
        return self.since.later(self.wait_days) if self.wait_days else self.since


class Adoption(NamedTuple):
    """Another instrument whose names an instrument takes over; under a scope of its own, where it has one.

    `wait_days` is how many days after a naming there this one begins to bind.
    """

    instrument: str
    scope: Scope | None = None
    wait_days: int = 0


class Instrument(NamedTuple):
    """A law, list, order, code or scheme with its timeline and the parties it names."""

    id: str
    title: str
    short: str
    kind: str
    jurisdiction: str
    citation: str
    url: str | None
    acts: tuple[str, ...]
    ownership_test: OwnershipTest
    timeline: tuple[TimelineEntry, ...]
    namings: tuple[Naming, ...]
    adoptions: tuple[Adoption, ...] = ()
    standing: Standing = "government_action"
    seen: tuple[Seen, ...] = ()
    notes: tuple[str, ...] = ()
