"""From the matches of a line to its hits: all that shows one party, taken together."""

from collections.abc import Callable, Iterable, Sequence

from vendorcheck.model.hit import RELATIONS, Hit, Match, Sighting
from vendorcheck.model.rule import Subject
from vendorcheck.resolve.equipment import Equipment

_NAME_BASES = ("listed_name", "alias", "brand", "affiliate")
_OWN_BASES = ("identifier", "product_mark")


class Hits:
    """Takes the sightings of each party together."""

    def __init__(self, equipment: Equipment, entries_of: Callable[[str], tuple[str, ...]]) -> None:
        """Know which words speak of equipment that has a maker, and which entries of lists a party is."""
        self._equipment = equipment
        self._entries_of = entries_of

    def hits(self, matches: Iterable[Match], subject: Subject, said: frozenset[str]) -> list[Hit]:
        """Return the hits on a subject of a line; `said` are the kinds of equipment that its cells say."""
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
            entries=self._entries_of(party),
        )

    def _in_context(self, sighting: Sighting, said: frozenset[str]) -> bool:
        """Whether a short brand inside a text counts, because the text speaks of such equipment."""
        return sighting.basis == "brand" and not sighting.against and bool(said - self._equipment.makerless)


def kept(matches: Sequence[Match], hits: Iterable[Hit]) -> tuple[Match, ...]:
    """Return the matches behind the hits; weak ones only where nothing else shows the party."""
    behind = {(hit.party, hit.subject) for hit in hits}
    shown = {(match.sighting.party, match.subject) for match in matches if match.sighting.alone}

    def counts(match: Match) -> bool:
        key = (match.sighting.party, match.subject)
        return key in behind and (match.sighting.alone or key not in shown)

    return tuple(filter(counts, matches))
