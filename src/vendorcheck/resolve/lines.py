"""A line's cells taken together: who is behind its product and its supplier, and the facts beside them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vendorcheck.model.bom import IDENTITY_ROLES, Column, Role
from vendorcheck.model.hit import RELATIONS, Conflict, Facts, Hit, Match, Sighting
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Subject
from vendorcheck.model.waiver import Cleared
from vendorcheck.resolve.cells import MAKER_ROLES, NAME_ROLES, TEXT_ROLES, View
from vendorcheck.resolve.conflicts import Conflicts
from vendorcheck.resolve.equipment import Equipment

VENDOR_AS_MAKER = "vendor as maker"
NO_MAKER = "no maker named"
NOT_LEGIBLE = "a name with characters that could not be read"
NOTHING_TO_SCREEN = "nothing to screen"

_NAME_BASES = ("listed_name", "alias", "brand", "affiliate")
_OWN_BASES = ("identifier", "product_mark")

#: Relations in which a party stands to the thing itself, not to a part of it and not by a lead.
_OWN = ("self", "brand", "subsidiary", "affiliate", "owner")


class Cell(NamedTuple):
    """A column with what its cell says."""

    column: Column
    view: View


class SeenLine(NamedTuple):
    """What the cells of a line come to together."""

    facts: Facts
    matches: tuple[Match, ...]
    screened_on: tuple[str, ...]
    cleared: tuple[Cleared, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    note: str | None = None

    def doubted(self, reason: str) -> "SeenLine":
        """Return the same with a reason against all of it: whoever is shown is only possible."""
        hits = tuple(hit._replace(confidence="possible") for hit in self.facts.hits)
        matches = tuple(match._replace(sighting=match.sighting.doubted(reason)) for match in self.matches)
        facts = self.facts._replace(hits=hits, conflicts=())
        return self._replace(facts=facts, matches=matches, conflicts=())

    def without_conflicts(self) -> "SeenLine":
        """Return the same where the cells may stand under the wrong headings, so that they cannot contradict."""
        return self._replace(facts=self.facts._replace(conflicts=()), conflicts=())


class Lines:
    """Takes the cells of a line together."""

    def __init__(
        self,
        equipment: Equipment,
        conflicts: Conflicts,
        default_purposes: frozenset[str],
    ) -> None:
        """Take cells together; `default_purposes` hold where a line declares none."""
        self._equipment = equipment
        self._conflicts = conflicts
        self._default_purposes = default_purposes

    def see(self, cells: Sequence[Cell]) -> SeenLine:
        """Return what the cells of a line come to."""
        filled = [cell for cell in cells if cell.view.filled]
        makers = [cell for cell in filled if cell.view.role in MAKER_ROLES and cell.view.identity.named]
        vendors = [cell for cell in filled if cell.view.role == "vendor" and cell.view.identity.named]
        taken_for_maker = [] if makers else vendors
        said = frozenset(cell.view.kind for cell in filled if cell.view.kind)
        product = self._product(filled, makers, taken_for_maker, said)
        counterparty = [
            Match(cell.column, sighting, "counterparty")
            for cell in vendors
            for sighting in cell.view.identity.sightings
        ]
        hits = (*self._hits(product, "product", said), *self._hits(counterparty, "counterparty", said))
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
            _kept((*product, *counterparty), hits),
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

    def _product(
        self,
        filled: Iterable[Cell],
        makers: Sequence[Cell],
        taken_for_maker: Sequence[Cell],
        said: frozenset[str],
    ) -> list[Match]:
        named = {party for cell in makers for party in cell.view.identity.parties}
        matches = [
            Match(cell.column, self._whole(sighting, said))
            for cell in (*makers, *taken_for_maker)
            for sighting in cell.view.identity.sightings
        ]
        for cell in filled:
            if cell.view.role in NAME_ROLES and (cell.view.identity.named or cell.view.role == "vendor"):
                continue
            others = [maker for maker in makers if maker.column.cell != cell.column.cell]
            for sighting in cell.view.identity.sightings:
                if sighting.basis == "brand" and sighting.relation == "self" and not sighting.alone:
                    matches.append(Match(cell.column, sighting))  # a short name: possible at most, whoever is named
                    continue
                own = any(self._conflicts.related(sighting.party, party) for party in named)
                matches.append(Match(cell.column, self._weighed(sighting, others, said, own=own)))
        return matches

    def _weighed(self, sighting: Sighting, makers: Sequence[Cell], said: frozenset[str], *, own: bool) -> Sighting:
        """A sighting outside the name cells, weighed against what those cells say."""
        if sighting.relation == "component":
            return self._whole(sighting, said) if own or not makers else sighting
        if sighting.relation == "successor":
            return sighting
        if own or not makers:
            return sighting
        return sighting.doubted(f"the {makers[0].view.role} cell names {makers[0].view.said!r}")

    def _whole(self, sighting: Sighting, said: frozenset[str]) -> Sighting:
        """A model number of a component that nothing says is inside anything is the thing itself."""
        if sighting.relation != "component" or sighting.basis != "product_mark":
            return sighting
        return sighting._replace(relation="self") if said <= self._equipment.components else sighting

    def _hits(self, matches: Iterable[Match], subject: Subject, said: frozenset[str]) -> list[Hit]:
        by_party: dict[str, list[Sighting]] = {}
        for match in matches:
            by_party.setdefault(match.sighting.party, []).append(match.sighting)
        hits = (self._hit(party, subject, sightings, said) for party, sightings in sorted(by_party.items()))
        return [hit for hit in hits if hit]

    def _hit(self, party: str, subject: Subject, sightings: list[Sighting], said: frozenset[str]) -> Hit | None:
        counting = [sighting for sighting in sightings if sighting.alone]
        if not counting:
            counting = [
                sighting.doubted("a short name inside a longer text")
                for sighting in sightings
                if self._in_context(sighting, said)
            ]
        if not counting:
            return None
        best = max(counting, key=lambda sighting: sighting.weight)
        sure = [sighting for sighting in counting if sighting.confidence != "possible"]
        bases = {sighting.basis for sighting in sure}
        agreed = not bases.isdisjoint(_NAME_BASES) and not bases.isdisjoint(_OWN_BASES)
        return Hit(
            party=party,
            subject=subject,
            relation=min((sighting.relation for sighting in sure or counting), key=RELATIONS.index),
            basis=best.basis,
            confidence="confirmed" if agreed else best.confidence,
            uncertain=all(sighting.uncertain for sighting in sure or counting),
        )

    def _in_context(self, sighting: Sighting, said: frozenset[str]) -> bool:
        """Whether a short brand inside a text counts, because the text speaks of such equipment."""
        return sighting.basis == "brand" and not sighting.against and bool(said - self._equipment.makerless)


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


def _kept(matches: Sequence[Match], hits: Iterable[Hit]) -> tuple[Match, ...]:
    """The matches behind the hits; weak ones only where nothing else shows the party."""
    behind = {(hit.party, hit.subject) for hit in hits}
    shown = {(match.sighting.party, match.subject) for match in matches if match.sighting.alone}

    def counts(match: Match) -> bool:
        key = (match.sighting.party, match.subject)
        return key in behind and (match.sighting.alone or key not in shown)

    return tuple(filter(counts, matches))


def _screened_on(filled: Iterable[Cell], *, vendor_as_maker: bool) -> tuple[str, ...]:
    said: dict[str, None] = {}
    for cell in filled:
        role, named = cell.view.role, cell.view.identity.named
        if role in IDENTITY_ROLES and (role not in NAME_ROLES or named):
            said[role] = None
        if role == "vendor" and vendor_as_maker and named:
            said[VENDOR_AS_MAKER] = None
    return tuple(said)
