"""What a report tells of the rules, parties and documents it speaks of, so that it can be read by itself."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.evidence import Standing
from vendorcheck.model.rule import Act, Question, Severity

DecisionState = Literal["named", "no longer named", "to be named", "proposed", "in force", "suspended", "ended"]
DECISION_STATES: tuple[DecisionState, ...] = get_args(DecisionState)

HoldingState = Literal["held", "disputed or not certain"]
HOLDING_STATES: tuple[HoldingState, ...] = get_args(HoldingState)


class RuleRecord(NamedTuple):
    """A rule that has findings in a report: what it says of anybody, whom it binds, and the law it rests on.

    `severity` is the rulebook's; a finding's own depends on the buyer and on what is open. `digest` is what a waiver
    is signed for.
    """

    id: str
    title: str
    says: str
    severity: Severity
    bars: tuple[Act, ...]
    binds: tuple[str, ...]
    instrument: str | None
    law: str | None
    url: str | None
    provisional: str | None
    next_steps: tuple[str, ...]
    questions: tuple[Question, ...]
    tags: tuple[str, ...]
    digest: str


class PartyDecision(NamedTuple):
    """Something that was decided about a party: an instrument that named it or dropped it, with the day it binds.

    `date` is as the source gives it: a day, a month, a year or a span; `until` is when it ended, if it has. `through`
    is the instrument whose names are taken over, where the party is named there.
    """

    instrument: str
    short: str
    state: DecisionState
    date: str
    until: str | None
    says: str
    citation: str
    url: str | None
    standing: Standing
    provisional: str | None
    through: str | None = None


class Holder(NamedTuple):
    """Who holds a share of a party as of the day of the run, directly; `share` is in percent, None where not known.

    `party` is the holder's own record, where it has one.
    """

    name: str
    party: str | None
    share: float | None
    state: HoldingState
    since: str | None
    until: str | None
    note: str | None
    source: str


class PartyRecord(NamedTuple):
    """A party or list entry that a report speaks of: what was decided about it by the day of the run, who owns it."""

    id: str
    name: str
    country: str | None
    decisions: tuple[PartyDecision, ...]
    holders: tuple[Holder, ...]


class DocumentRecord(NamedTuple):
    """A source document that a report's evidence cites, and how far it may be relied on.

    `digest` is the SHA-256 of the copy that was seen; None where only accounts by others were.
    """

    id: str
    publisher: str
    short: str
    title: str
    published: str
    url: str | None
    seen: str
    copy_quality: str
    reliability: str
    digest: str | None
