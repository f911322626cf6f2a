"""Conflicts: cells of one line that point to different makers. Which of them is right nobody can read from a bill."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from vendorcheck.model.bom import Role
from vendorcheck.model.hit import Conflict, Holding, Sighting, Voice
from vendorcheck.resolve.cells import MAKER_ROLES, View

#: Cells that show the product itself. What a description names beside a maker is mentioned, and no more.
_PRODUCT_ROLES: tuple[Role, ...] = ("part", "description", "mac", "fcc_id")
_SHOWN_BY = ("product_mark", "identifier")

#: What says of the line's thing who made it: not what is in it, and not a guess from its brand.
_NOT_MADE_BY = ("component", "relabel", "successor")


class _Name(NamedTuple):
    """A maker as a cell names it.

    `parties` are all that it may be, leads included; `plainly` those that it is without a doubt.
    """

    role: Role
    text: str
    parties: frozenset[str]
    plainly: frozenset[str]

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
        names = [name for view in makers for name in _names(view)]
        names += [name for view in suppliers for name in _names(view) if name.parties]
        shown = list(self._shown(others, among_names=bool(names)))
        found = list(self._against_names(names, shown) if names else self._against_each_other(shown))
        found += self._between(names, [voice.party for voice in shown if voice.party])
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

    def _between(self, names: Sequence[_Name], shown: Collection[str]) -> Iterator[Conflict]:
        """Makers named beside each other, where one of them is a party and nothing makes them one.

        A brand without a record on goods of a named maker is none: it is sold under that brand.
        """
        for first, second in combinations(names, 2):
            if self._any_related(first.parties, second.parties):
                continue
            if first.role == second.role and self._any_related({*first.parties, *second.parties}, shown):
                continue  # of makers that one cell lists, the model says which
            if second.plainly or (first.plainly and first.role == second.role):
                party = min(second.plainly or first.plainly)
                yield Conflict(party, (first.voice(), second.voice()))

    def _any_related(self, some: Collection[str], others: Collection[str]) -> bool:
        """Whether one of some is one of the others, or of the same group."""
        return any(self.related(one, other) or self._siblings(one, other) for one in some for other in others)

    def _siblings(self, one: str, other: str) -> bool:
        return not self._owners.get(one, frozenset()).isdisjoint(self._owners.get(other, ()))


def _names(view: View) -> Iterator[_Name]:
    """The makers that a cell names; a cell that lists several names each of them."""
    if view.several:
        for named in view.several:
            yield _Name(view.role, named.text, named.parties, named.parties)
        return
    sightings = view.identity.sightings
    parties = frozenset(sighting.party for sighting in sightings)
    plainly = frozenset(
        sighting.party
        for sighting in sightings
        if not sighting.against and sighting.alone and sighting.relation not in _NOT_MADE_BY
    )
    yield _Name(view.role, view.said, parties, plainly if view.role in MAKER_ROLES else frozenset())


def _by_party(found: Iterable[Conflict]) -> Iterator[Conflict]:
    """The conflicts with what is said of one party taken together."""
    voices: dict[str, dict[Voice, None]] = {}
    for conflict in found:
        voices.setdefault(conflict.party, {}).update(dict.fromkeys(conflict.voices))
    for party in sorted(voices):
        yield Conflict(party, tuple(voices[party]))
