"""Waivers: what a person has signed off, for how long, and what it came to in a run."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from vendorcheck.model.bom import Role
from vendorcheck.model.errors import Fault, Spot

WaiverReason = Literal[
    "false_positive",
    "alternative_unavailable",
    "contractual",
    "mitigated",
    "pending_replacement",
    "legal_exception",
]
WAIVER_REASONS: tuple[WaiverReason, ...] = get_args(WaiverReason)

WaiverState = Literal["used", "unused", "expired", "lapsed"]
WAIVER_STATES: tuple[WaiverState, ...] = get_args(WaiverState)

#: The only reasons for which a finding that makes a line PROHIBITED can be waived.
PROHIBITED_REASONS: tuple[WaiverReason, ...] = ("false_positive", "legal_exception")

#: For how many days after it was created a waiver may hold, where a policy sets nothing else.
MAX_WAIVER_DAYS = 180

#: The rule of a waiver that clears a name, which it does for every rule.
ALL_RULES = "all"


class NamePair(NamedTuple):
    """A name as a bill writes it, and the party or list entry that it is not."""

    name: str
    party: str

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return name_key(self.name)


class WaiverScope(NamedTuple):
    """What a waiver covers: the findings that fit all that is filled in; `everything` must be said."""

    vendor: str | None = None
    part: str | None = None
    fingerprint: str | None = None
    pair: NamePair | None = None
    everything: bool = False


class LegalException(NamedTuple):
    """The exception that a waiver relies on: where it stands, and who granted it."""

    citation: str
    authority: str


class Recorded(NamedTuple):
    """What a waiver was signed for: the rule by its digest or the first signs of it, the outcome and the severity.

    It lapses when the rule is another one, or outcome or severity have risen.
    """

    rule: str
    outcome: str
    severity: str


class Waiver(NamedTuple):
    """What somebody stated and somebody else approved of the findings of a rule, or of a name and a party.

    `rule` is "all" where a name is said not to be a party.
    """

    id: str
    rule: str
    scope: WaiverScope
    reason: WaiverReason
    statement: str
    owner: str
    approved_by: str
    created: date
    expires: date
    exception: LegalException | None = None
    recorded: Recorded | None = None

    def expired(self, day: date) -> bool:
        """Return whether it no longer holds on a day; it still holds on the day it expires."""
        return self.expires < day


class WaiverFile(NamedTuple):
    """A file of waivers, with the SHA-256 of its bytes; `spots` says where each waiver stands, by its id."""

    name: str
    digest: str
    waivers: tuple[Waiver, ...]
    spots: Mapping[str, Spot] = MappingProxyType({})


Validity = Literal["holds", "expired", "lapsed"]
VALIDITIES: tuple[Validity, ...] = get_args(Validity)


class WaiverStanding(NamedTuple):
    """How a waiver stands on a day, whatever the bills hold.

    `days_left` counts the days after this one on which it holds, `because` says why it does not, `remarks` what to know
    of one that does.
    """

    waiver: Waiver
    state: Validity
    days_left: int
    because: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it covers or clears what it fits."""
        return self.state == "holds"


class CheckedWaivers(NamedTuple):
    """A file of waivers that was looked at: what is wrong with it, or how each of its waivers stands."""

    name: str
    file: WaiverFile | None
    faults: tuple[Fault, ...] = ()
    standings: tuple[WaiverStanding, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong and every waiver holds."""
        return not self.faults and all(standing.holds for standing in self.standings)


class Cleared(NamedTuple):
    """A cell whose name a waiver clears of a party: what the cell shows of that party by name does not count."""

    waiver: str
    role: Role
    found: str
    party: str


class WaivedBy(NamedTuple):
    """The waiver that covers a finding: it stays listed and does not fail the gate."""

    id: str
    reason: WaiverReason


class WaiverResult(NamedTuple):
    """What a waiver came to in a run: whether it was used, on how many lines and findings, and what to know of it.

    `lines` counts the lines on which it cleared a name or covers a finding, `findings` those that it covers; `remarks`
    say that it expires soon, covers much, why it lapsed, and what it fits and does not cover.
    """

    waiver: Waiver
    state: WaiverState
    lines: int
    findings: int = 0
    remarks: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """Return a name as it is compared: trimmed, runs of blanks as one, case-folded, and nothing else."""
    return " ".join(name.split()).casefold()
