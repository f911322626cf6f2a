"""A line's cells taken together: who is behind its product and its supplier, and the facts beside them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from vendorcheck.model.bom import IDENTITY_ROLES, Role
from vendorcheck.model.hit import Conflict, Facts, Hit, Match
from vendorcheck.model.period import Period
from vendorcheck.resolve.conflicts import Conflicts
from vendorcheck.resolve.equipment import Equipment
from vendorcheck.resolve.hits import Hits, kept
from vendorcheck.resolve.seen_line import Cell, SeenLine
from vendorcheck.resolve.view import MAKER_ROLES, NAME_ROLES, TEXT_ROLES
from vendorcheck.resolve.weighing import Weighing

VENDOR_AS_MAKER = "vendor as maker"
NO_MAKER = "no maker named"
NOT_LEGIBLE = "a name with characters that could not be read"
NOTHING_TO_SCREEN = "nothing to screen"

#: Relations in which a party stands to the thing itself, not to a part of it and not by a lead.
_OWN = ("self", "brand", "subsidiary", "affiliate", "owner")


class Lines:
    """Takes the cells of a line together."""

    def __init__(
        self,
        equipment: Equipment,
        conflicts: Conflicts,
        default_purposes: frozenset[str],
        entries_of: Callable[[str], tuple[str, ...]],
    ) -> None:
        """Take cells together; `default_purposes` hold where a line declares none.

        `entries_of` says which entries of lists a party is.
        """
        self._equipment = equipment
        self._conflicts = conflicts
        self._weighing = Weighing(equipment, conflicts)
        self._hits = Hits(equipment, entries_of)
        self._default_purposes = default_purposes

    def see(self, cells: Sequence[Cell]) -> SeenLine:
        """Return what the cells of a line come to."""
        filled = [cell for cell in cells if cell.view.filled]
        makers = [cell for cell in filled if cell.view.role in MAKER_ROLES and cell.view.identity.named]
        vendors = [cell for cell in filled if cell.view.role == "vendor" and cell.view.identity.named]
        taken_for_maker = [] if makers else vendors
        said = frozenset(cell.view.kind for cell in filled if cell.view.kind)
        product = self._weighing.matches(filled, makers, taken_for_maker, said)
        counterparty = [
            Match(cell.column, sighting, "counterparty")
            for cell in vendors
            for sighting in cell.view.identity.sightings
        ]
        hits = (*self._hits.hits(product, "product", said), *self._hits.hits(counterparty, "counterparty", said))
        kinds = said | _shown_kinds(filled, product, hits)
        legible = all(cell.view.identity.legible for cell in filled)
        mentioned = kinds.union(*(cell.view.mentioned for cell in filled))
        needs_no_maker = bool(kinds) and mentioned <= self._equipment.makerless
        named = bool(makers or taken_for_maker) or needs_no_maker
        screened = bool(hits) or (named and legible)
        conflicts = self._in_conflict(filled, makers, taken_for_maker) if hits else ()
        facts = Facts(
            hits=hits,
            equipment=kinds,
            purposes=self._purposes(filled),
            origin=next((cell.view.origin for cell in filled if cell.view.origin), None),
            authorised_on=_day(filled, "authorised_on"),
            acquired_on=_day(filled, "acquired_on"),
            screened=screened,
            reason=None if screened else _reason(filled),
            conflicts=tuple(conflict.party for conflict in conflicts),
        )
        return SeenLine(
            facts,
            kept((*product, *counterparty), hits),
            _screened_on(filled, vendor_as_maker=bool(taken_for_maker)),
            cleared=tuple(cleared for cell in filled for cleared in cell.view.identity.cleared),
            conflicts=conflicts,
            note=_note(filled),
        )

    def _in_conflict(
        self, filled: Iterable[Cell], makers: Iterable[Cell], suppliers: Iterable[Cell]
    ) -> tuple[Conflict, ...]:
        return self._conflicts.among(
            [cell.view for cell in makers], [cell.view for cell in suppliers], [cell.view for cell in filled]
        )

    def _purposes(self, filled: Iterable[Cell]) -> frozenset[str]:
        """What the line declares; a cell that declares nothing known leaves it unknown."""
        declared = [cell.view.purposes for cell in filled if cell.view.role == "purpose"]
        return frozenset().union(*declared) if declared else self._default_purposes


def _note(filled: Sequence[Cell]) -> str | None:
    """What could not be read in cells of identifiers; a cell that is read in several roles may be no such cell."""
    roles = Counter(cell.column.cell for cell in filled)
    return " ".join(cell.view.unread for cell in filled if cell.view.unread and roles[cell.column.cell] == 1) or None


def _day(filled: Iterable[Cell], role: Role) -> Period | None:
    """The day that the first readable cell of a role gives."""
    return next((cell.view.day for cell in filled if cell.view.role == role and cell.view.day), None)


def _reason(filled: Iterable[Cell]) -> str:
    """Why a line was not screened."""
    identifying = [cell.view for cell in filled if cell.view.role in IDENTITY_ROLES]
    if not identifying:
        return NOTHING_TO_SCREEN
    return NO_MAKER if all(view.identity.legible for view in identifying) else NOT_LEGIBLE


def _shown_kinds(filled: Iterable[Cell], product: Iterable[Match], hits: Iterable[Hit]) -> frozenset[str]:
    """The kinds that model numbers give, but for those of components inside."""
    shown = {match.sighting.equipment for match in product if match.sighting.relation not in ("component", "successor")}
    parties = {hit.party for hit in hits if hit.subject == "product" and hit.relation in _OWN}
    for cell in filled:
        if cell.view.role in (*TEXT_ROLES, *MAKER_ROLES):
            shown.update(kind for party, kind in cell.view.beside if party in parties)
    return frozenset(kind for kind in shown if kind)


def _screened_on(filled: Iterable[Cell], *, vendor_as_maker: bool) -> tuple[str, ...]:
    said: dict[str, None] = {}
    for cell in filled:
        role, named = cell.view.role, cell.view.identity.named
        if role in IDENTITY_ROLES and (role not in NAME_ROLES or named):
            said[role] = None
        if role == "vendor" and vendor_as_maker and named:
            said[VENDOR_AS_MAKER] = None
    return tuple(said)
