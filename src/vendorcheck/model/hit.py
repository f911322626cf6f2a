"""Hits: what a line shows about who is behind it, each with its basis, and the facts beside it."""

from typing import Literal, NamedTuple, get_args

from vendorcheck.model.bom import Column, Role
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Subject
from vendorcheck.model.truth import Truth
from vendorcheck.model.waiver import Cleared

Basis = Literal[
    "identifier",
    "listed_name",
    "alias",
    "brand",
    "product_mark",
    "affiliate",
    "relabel",
    "similar_name",
    "category",
    "list_entry",
]
BASES: tuple[Basis, ...] = get_args(Basis)

Confidence = Literal["possible", "strong", "confirmed"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)

Relation = Literal["self", "brand", "subsidiary", "affiliate", "owner", "component", "relabel", "successor"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)


class Sighting(NamedTuple):
    """What one cell shows of one party.

    `alone` is False for a weak name, which counts only beside another sighting of the party. `entry` is the entry of a
    list by whose name it was made, if it was: the party itself, or what is the same as the party. `pairs_with` is whom
    a name pair has to name to clear it: of a firm that lists alone know this one entry, whoever else is the same firm.
    """

    party: str
    basis: Basis
    relation: Relation
    confidence: Confidence
    found: str
    listed: str
    alone: bool = True
    uncertain: bool = False
    equipment: str | None = None
    agreed: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    entry: str | None = None
    pairs_with: str | None = None

    @property
    def cleared_as(self) -> str:
        """Whom a name pair has to name."""
        return self.pairs_with or self.party

    @property
    def weight(self) -> tuple[int, int]:
        """How much it says, to sort by: the confidence, then the basis."""
        return CONFIDENCES.index(self.confidence), -BASES.index(self.basis)

    def doubted(self, reason: str) -> "Sighting":
        """Return the sighting with a reason against it, and so only possible."""
        return self._replace(confidence="possible", against=(*self.against, reason))


class Match(NamedTuple):
    """A sighting with the cell it was made in, and of what it says who is behind it."""

    column: Column
    sighting: Sighting
    subject: Subject = "product"


class Hit(NamedTuple):
    """One party behind one subject of a line: all its sightings taken together.

    `entries` are the entries of lists that are this party; of one that no rulebook knows, `party` is the entry's id.
    """

    party: str
    subject: Subject
    relation: Relation
    basis: Basis
    confidence: Confidence
    uncertain: bool = False
    entries: tuple[str, ...] = ()


class Voice(NamedTuple):
    """What one cell says of who made a product: it names somebody, or holds what points to a `party`."""

    role: Role
    found: str
    party: str | None
    listed: str


class Conflict(NamedTuple):
    """Cells of a line that point to different makers, one of them this party."""

    party: str
    voices: tuple[Voice, ...]


class Facts(NamedTuple):
    """All that a rule may ask of a line; equal facts always get the same decision.

    `equipment` holds every kind the line may be: none means unknown, several mean disagreement. `conflicts` holds the
    parties of which some cells speak and others against.
    """

    hits: tuple[Hit, ...] = ()
    equipment: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    origin: str | None = None
    authorised_on: Period | None = None
    acquired_on: Period | None = None
    screened: bool = True
    reason: str | None = None
    conflicts: tuple[str, ...] = ()


class Holding(NamedTuple):
    """An owner of a party as of the run's date, directly or through others.

    `share` is the product of the shares along the way in percent, None where one is not known;
    `held` is UNKNOWN where a date or the relation itself is disputed.
    """

    owner: str
    share: float | None
    held: Truth
    note: str | None = None


class SightedLine(NamedTuple):
    """A line that needs a decision: where it stands in its batch, its cells, its matches, and its facts.

    `aside` says what it is where it is no line of the bill; `note` says how it was read. The cells of one that has
    `slipped` may stand under the wrong headings. `cleared` are the names in it that waivers clear.
    """

    at: int
    number: int
    cells: tuple[str, ...]
    facts: Facts
    matches: tuple[Match, ...] = ()
    screened_on: tuple[str, ...] = ()
    aside: str | None = None
    note: str | None = None
    slipped: bool = False
    cleared: tuple[Cleared, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
