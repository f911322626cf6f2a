"""Names that waivers clear: what a cell shows of a party by such a name does not count, and is kept in sight."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from vendorcheck.model.bom import Role, lost_characters
from vendorcheck.model.hit import Basis, Sighting
from vendorcheck.model.waiver import Cleared, Waiver, name_key

#: On what a sighting by name rests. A model number, an identifier or a kind of equipment is no name.
NAME_BASES: tuple[Basis, ...] = (
    "listed_name",
    "alias",
    "brand",
    "affiliate",
    "relabel",
    "similar_name",
    "list_entry",
)


class Sorted(NamedTuple):
    """The sightings of a cell: those that count, and what waivers cleared of the others."""

    counting: tuple[Sighting, ...]
    cleared: tuple[Cleared, ...]


class Clearing:
    """The name pairs of waivers; of several for one pair the first is the one that clears.

    A pair with an entry that is a party of the rulebook is a pair with that party: both are one legal person. A pair
    with any other entry is with that one alone, also where lists repeat the firm: each listing is looked at by itself.
    """

    def __init__(self, waivers: Iterable[Waiver] = (), party_of: Callable[[str], str] = str) -> None:
        """Clear by these waivers, all of which hold; `party_of` says which party of the rulebook an entry is."""
        self._party_of = party_of
        self._by_name: dict[str, dict[str, str]] = {}
        for waiver in waivers:
            pair = waiver.scope.pair
            if pair:
                self._by_name.setdefault(pair.key, {}).setdefault(pair.party, waiver.id)

    def sort(self, role: Role, text: str, sightings: Sequence[Sighting]) -> Sorted:
        """Return what still counts of a cell whose whole text is this.

        A text that lost characters may have been another name: nothing clears it.
        """
        waivers = self._by_name.get(name_key(text)) if sightings and self._by_name else None
        if waivers is None or lost_characters(text):
            return Sorted(tuple(sightings), ())
        of_parties: dict[str, str] = {}
        for party, waiver in waivers.items():
            of_parties.setdefault(self._party_of(party), waiver)
        return without(role, " ".join(text.split()), sightings, of_parties)


def without(role: Role, found: str, sightings: Sequence[Sighting], waivers: dict[str, str]) -> Sorted:
    """Return sightings without those by name of the parties that have a waiver here."""
    gone = [each for each in sightings if each.basis in NAME_BASES and each.cleared_as in waivers]
    parties = dict.fromkeys(each.cleared_as for each in gone)
    cleared = tuple(Cleared(waivers[party], role, found, party) for party in parties)
    return Sorted(tuple(each for each in sightings if each not in gone), cleared)
