"""The decisions about a vendor, instrument by instrument, as stretches of days that can be drawn."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.model.period import Period, days_text
from vendorcheck.model.records import DecisionState, PartyDecision

#: States in which an instrument, or a naming in it, held.
_HOLDS: tuple[DecisionState, ...] = ("named", "no longer named", "in force")
_OVER: tuple[DecisionState, ...] = ("ended",)


class Drawn(NamedTuple):
    """A state from its first possible day, over the first certain one, to its last; `ends` where it is over."""

    first: date
    certain: date
    last: date
    holds: bool
    ends: bool


class Row(NamedTuple):
    """An instrument with what it decided, in the order of the dates, and the one whose names it takes over."""

    short: str
    through: str | None
    decisions: tuple[PartyDecision, ...]
    drawn: tuple[Drawn, ...]


def rows_of(decisions: Sequence[PartyDecision], as_of: date) -> list[Row]:
    """Return a row for each instrument, in the order of the first dates."""
    grouped: dict[str, list[PartyDecision]] = {}
    for decision in decisions:
        grouped.setdefault(decision.instrument, []).append(decision)
    return [Row(each[0].short, _through(each), tuple(each), tuple(_drawn(each, as_of))) for each in grouped.values()]


def said(row: Row) -> str:
    """Return in words what an instrument decided, and when."""
    return "; ".join(dict.fromkeys(_said(decision) for decision in row.decisions))


def period(text: str) -> Period | None:
    """Return the days that a date stands for; None where it cannot be read."""
    try:
        return Period.parse(text)
    except ValueError:
        return None


def state_text(decision: PartyDecision) -> str:
    """Return a state in a word or two; that it is provisional is always said."""
    return f"{decision.state}{_provisional(decision)}"


def _through(decisions: Sequence[PartyDecision]) -> str | None:
    """The instrument that all its names come from; None where it names the party itself."""
    names = [decision for decision in decisions if decision.state in ("named", "no longer named", "to be named")]
    taken = dict.fromkeys(decision.through for decision in names)
    return None if None in taken else ", ".join(each for each in taken if each) or None


def _said(decision: PartyDecision) -> str:
    if decision.state == "no longer named":
        until = decision.until or "a day not known"
        return f"named {days_text(decision.date)}, no longer since {until}{_provisional(decision)}"
    since = "" if decision.state in _OVER else "since "
    until = f", until {decision.until}" if decision.until else ""
    return f"{state_text(decision)} {'' if '/' in decision.date else since}{days_text(decision.date)}{until}"


def _provisional(decision: PartyDecision) -> str:
    return " (provisional)" if decision.provisional else ""


def _drawn(decisions: Sequence[PartyDecision], as_of: date) -> Iterator[Drawn]:
    """The stretches of an instrument: each ends where the next begins, where it ended itself, or with the day."""
    dated = [(begun, each) for each in decisions if (begun := period(each.date)) and begun.first <= as_of]
    for at, (begun, decision) in enumerate(dated):
        if decision.state in _OVER:
            continue
        ended = period(decision.until) if decision.until else None
        following = min((later.first for later, _ in dated[at + 1 :] if later.first > begun.first), default=as_of)
        last = max(min(following, ended.first if ended else as_of, as_of), begun.first)
        over = bool(ended) or any(each.state in _OVER for _, each in dated[at + 1 :])
        yield Drawn(begun.first, min(begun.last, last), last, decision.state in _HOLDS, over)
