"""What a cell says: whom it names, which parties it gives sight of, and the facts beside them."""

from typing import NamedTuple

from vendorcheck.model.bom import IDENTITY_ROLES, Role
from vendorcheck.model.hit import Sighting
from vendorcheck.model.period import Period
from vendorcheck.model.waiver import Cleared
from vendorcheck.resolve.several import Named

MAKER_ROLES: tuple[Role, ...] = ("maker", "brand")
NAME_ROLES: tuple[Role, ...] = (*MAKER_ROLES, "vendor")
TEXT_ROLES: tuple[Role, ...] = ("part", "description")
#: Roles whose cells may show a party.
SHOWING_ROLES: tuple[Role, ...] = (*IDENTITY_ROLES, "category", "unclassified")

#: What a cell comes to in the hot loop; codes of one line are joined with "or".
NOTHING, NAMED, SIGHTED, WATCHED = 0, 1, 2, 4


class Identity(NamedTuple):
    """Whom a cell shows: whether it names somebody who may have made the thing, and sightings.

    A name is not `legible` where characters of it could not be read and what is left shows nobody. What waivers
    `cleared` is no sighting any more; the cell still names somebody, and its line is decided and counted.
    """

    named: bool
    sightings: tuple[Sighting, ...] = ()
    legible: bool = True
    cleared: tuple[Cleared, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """The parties that the cell shows, cleared or not: a cleared name casts no doubt on what else shows them."""
        shown = (sighting.party for sighting in self.sightings)
        return frozenset((*shown, *(cleared.party for cleared in self.cleared)))

    @property
    def code(self) -> int:
        """The cell as a code of the hot loop."""
        named = NAMED if self.named else NOTHING
        sighted = SIGHTED if self.sightings else NOTHING
        return named | sighted | (NOTHING if self.legible and not self.cleared else WATCHED)


class View(NamedTuple):
    """Everything a cell says that can bear on its line; cells that say the same have equal views.

    `mentioned` are the kinds of equipment of which it holds a word; `beside` pairs a party with the kind of equipment
    that a model number shows beside its name;
    `said` is the cell's text where a message may repeat it; `several` are the makers that it lists, if it is a list;
    `unread` says what of a list of identifiers could not be read.
    """

    role: Role
    filled: bool
    identity: Identity
    kind: str | None = None
    mentioned: frozenset[str] = frozenset()
    beside: tuple[tuple[str, str], ...] = ()
    said: str = ""
    purposes: frozenset[str] = frozenset()
    origin: str | None = None
    day: Period | None = None
    several: tuple[Named, ...] = ()
    unread: str = ""

    def hinting(self, reason: str) -> "View":
        """Return the view of a cell that names nobody here, with a reason against whatever it shows."""
        sightings = tuple(sighting.doubted(reason) for sighting in self.identity.sightings)
        identity = Identity(named=False, sightings=sightings, cleared=self.identity.cleared)
        return self._replace(identity=identity, said="", several=())


NOBODY = Identity(named=False)
SOMEBODY = Identity(named=True)
ILLEGIBLE = Identity(named=False, legible=False)


def sighted(sightings: tuple[Sighting, ...]) -> Identity:
    """Return what a cell that names nobody shows."""
    return Identity(named=False, sightings=sightings) if sightings else NOBODY
