"""Waivers: what a person has signed off, for how long, and what it came to in a run."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from vendorcheck.model.bom import Role

WaiverReason = Literal["false_positive"]
WAIVER_REASONS: tuple[WaiverReason, ...] = get_args(WaiverReason)

WaiverState = Literal["used", "unused", "expired"]
WAIVER_STATES: tuple[WaiverState, ...] = get_args(WaiverState)

#: For how many days after it was created a waiver may hold.
MAX_WAIVER_DAYS = 180


class NamePair(NamedTuple):
    """A name as a bill writes it, and the party or list entry that it is not."""

    name: str
    party: str

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return name_key(self.name)


class Waiver(NamedTuple):
    """What somebody stated and somebody else approved: that a name is not the listed party."""

    id: str
    pair: NamePair
    reason: WaiverReason
    statement: str
    owner: str
    approved_by: str
    created: date
    expires: date

    def expired(self, day: date) -> bool:
        """Return whether it no longer holds on a day; it still holds on the day it expires."""
        return self.expires < day


class WaiverFile(NamedTuple):
    """A file of waivers, with the SHA-256 of its bytes."""

    name: str
    digest: str
    waivers: tuple[Waiver, ...]


class Cleared(NamedTuple):
    """A cell whose name a waiver clears of a party: what the cell shows of that party by name does not count."""

    waiver: str
    role: Role
    found: str
    party: str


class WaiverResult(NamedTuple):
    """What a waiver came to in a run: whether it was used, and on how many lines."""

    waiver: Waiver
    state: WaiverState
    lines: int


def name_key(name: str) -> str:
    """Return a name as it is compared: trimmed, runs of blanks as one, case-folded, and nothing else."""
    return " ".join(name.split()).casefold()
