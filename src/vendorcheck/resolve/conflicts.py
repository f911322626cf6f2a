"""Conflicts: cells of one line that point to different makers. Which of them is right nobody can read from a bill."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from vendorcheck.model.bom import Role
from vendorcheck.model.hit import Conflict, Holding, Sighting, Voice
from vendorcheck.resolve.several import Named
from vendorcheck.resolve.view import MAKER_ROLES, View

#: Cells that show the product itself. What a description names beside a maker is mentioned, and no more.
_PRODUCT_ROLES: tuple[Role, ...] = ("part", "description", "mac", "fcc_id")
_SHOWN_BY = ("product_mark", "identifier")

#: What says of the line's thing who made it: not what is in it, and not a guess from its brand.
_NOT_MADE_BY = ("component", "relabel", "successor")


class _Name(NamedTuple):
    """What a cell names for the maker.

    `parties` are all that it may be, leads included; `plainly` those that it is without a doubt; `listed` are the
    makers of a cell that lists several.
    """

    role: Role
    text: str
    parties: frozenset[str]
    plainly: frozenset[str]
    listed: tuple[Named, ...] = ()

    def voice(self) -> Voice:
        """The name as what its cell says; whom it shows is plain from the name."""
        return Voice(self.role, self.text, None, "")


class Conflicts:
    """Finds where the cells of a line point to different makers; whose chips go into others' goods, is none of them."""

    def __init__(self, holdings: Mapping[str, tuple[Holding, ...]], chip_makers: Collection[str]) -> None:
        """Know who owns whom; the goods of `chip_makers` are parts of others'."""
        self._owners = {party: frozenset(holding.owner for holding in found) for party, found in holdings.items()}
        self._chip_makers = chip_makers

    def related(self, one: str, other: str) -> bool:
        """Return whether two parties are the same, or one owns the other."""
        return one == other or other in self._owners.get(one, ()) or one in self._owners.get(other, ())

    def among(self, makers: Sequence[View], suppliers: Sequence[View], others: Iterable[View]) -> tuple[Conflict, ...]:
        """Return the conflicts of a line, one for each party.

        `makers` are the cells that name one, `suppliers` those of a vendor taken for the maker, `others` the rest.
        """
        names = [_name(view) for view in makers]
        names += [name for name in map(_name, suppliers) if name.parties]
        shown = list(self._shown(others, among_names=bool(names)))
        found = list(self._against_names(names, shown) if names else self._against_each_other(shown))
        found += self._between(names)
        found += self._within_lists(names, [voice.party for voice in shown if voice.party])
        return tuple(_by_party(found))

    def _shown(self, views: Iterable[View], *, among_names: bool) -> Iterator[Voice]:
        """What the cells of the product show of who made it."""
        for view in views:
            for sighting in view.identity.sightings if view.role in _PRODUCT_ROLES else ():
                if self._shows_the_maker(view.role, sighting, among_names=among_names):
                    yield Voice(view.role, sighting.found, sighting.party, sighting.listed)

    def _shows_the_maker(self, role: Role, sighting: Sighting, *, among_names: bool) -> bool:
        if sighting.relation in _NOT_MADE_BY or sighting.party in self._chip_makers or not sighting.alone:
            return False
        if sighting.basis in _SHOWN_BY:
            return sighting.basis == "identifier" or not sighting.against
        return not sighting.against and (role == "part" or not among_names)

    def _against_names(self, names: Sequence[_Name], shown: Iterable[Voice]) -> Iterator[Conflict]:
        """What points to a party where the line names other makers only."""
        named = {party for name in names for party in name.parties}
        for voice in shown:
            if voice.party and not self._any_related([voice.party], named):
                yield Conflict(voice.party, (*(name.voice() for name in names), voice))

    def _against_each_other(self, shown: Sequence[Voice]) -> Iterator[Conflict]:
        """What points to another party than what stands before it, where the line names no maker."""
        for first, second in combinations(shown, 2):
            if first.party and second.party and not self._any_related([first.party], [second.party]):
                yield Conflict(second.party, (first, second))

    def _between(self, names: Sequence[_Name]) -> Iterator[Conflict]:
        """A cell that plainly names a party after one that names somebody else, where nothing makes them one.

        A brand without a record on goods of a named maker is none: it is sold under that brand.
        """
        for first, second in combinations(names, 2):
            if second.plainly and not self._any_related(first.parties, second.parties):
                yield Conflict(min(second.plainly), (first.voice(), second.voice()))

    def _within_lists(self, names: Sequence[_Name], shown: Sequence[str]) -> Iterator[Conflict]:
        """A cell that lists makers of whom one is a party, where no other cell says which of them it is."""
        for name in names:
            elsewhere = [*shown, *(party for other in names if other is not name for party in other.parties)]
            listed = [party for each in name.listed for party in sorted(each.parties)]
            if listed and not self._any_related(listed, elsewhere) and self._differ(name.listed):
                yield Conflict(listed[0], (name.voice(),))

    def _differ(self, listed: Sequence[Named]) -> bool:
        return any(not self._any_related(one.parties, other.parties) for one, other in combinations(listed, 2))

    def _any_related(self, some: Collection[str], others: Collection[str]) -> bool:
        """Whether one of some is one of the others, or of the same group."""
        return any(self.related(one, other) or self._siblings(one, other) for one in some for other in others)

    def _siblings(self, one: str, other: str) -> bool:
        return not self._owners.get(one, frozenset()).isdisjoint(self._owners.get(other, ()))


def _name(view: View) -> _Name:
    """What a cell names for the maker, with the makers it lists."""
    sightings = view.identity.sightings
    plainly = {
        sighting.party
        for sighting in sightings
        if not sighting.against and sighting.alone and sighting.relation not in _NOT_MADE_BY
    }
    return _Name(
        role=view.role,
        text=view.said,
        parties=frozenset(sighting.party for sighting in sightings).union(*(each.parties for each in view.several)),
        plainly=frozenset(plainly) if view.role in MAKER_ROLES else frozenset(),
        listed=view.several,
    )


def _by_party(found: Iterable[Conflict]) -> Iterator[Conflict]:
    """The conflicts with what is said of one party taken together."""
    voices: dict[str, dict[Voice, None]] = {}
    for conflict in found:
        voices.setdefault(conflict.party, {}).update(dict.fromkeys(conflict.voices))
    for party in sorted(voices):
        yield Conflict(party, tuple(voices[party]))
