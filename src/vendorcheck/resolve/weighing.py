"""What the cells of a line show of its product, weighed against whom its name cells name."""

from collections.abc import Iterable, Sequence

from vendorcheck.model.hit import Match, Sighting
from vendorcheck.resolve.conflicts import Conflicts
from vendorcheck.resolve.equipment import Equipment
from vendorcheck.resolve.seen_line import Cell
from vendorcheck.resolve.view import NAME_ROLES


class Weighing:
    """Weighs what stands outside the name cells of a line."""

    def __init__(self, equipment: Equipment, conflicts: Conflicts) -> None:
        """Know what is a component, and which parties are of one group."""
        self._equipment = equipment
        self._conflicts = conflicts

    def matches(
        self,
        filled: Iterable[Cell],
        makers: Sequence[Cell],
        taken_for_maker: Sequence[Cell],
        said: frozenset[str],
    ) -> list[Match]:
        """Return the matches of a line's product, those outside its name cells weighed against what these say.

        `said` are the kinds of equipment that its cells say.
        """
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
