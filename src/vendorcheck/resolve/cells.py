"""What a single cell shows, by its role: whom it names, and which parties it gives sight of."""

from vendorcheck.model.bom import Role
from vendorcheck.model.hit import Sighting
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.accounted import sifted
from vendorcheck.resolve.clearing import Clearing
from vendorcheck.resolve.equipment import Equipment
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.identifiers import Identifiers, unread_beside
from vendorcheck.resolve.marks import Marks
from vendorcheck.resolve.name_cells import NameCells
from vendorcheck.resolve.names import Names
from vendorcheck.resolve.qualifiers import Qualifiers
from vendorcheck.resolve.several import Several
from vendorcheck.resolve.text_cells import TextCells
from vendorcheck.resolve.view import MAKER_ROLES, NAME_ROLES, NOBODY, TEXT_ROLES, Identity, View, sighted


class Cells:
    """Reads cells; equal cells in equal roles always read the same."""

    def __init__(
        self,
        names: Names,
        marks: Marks,
        identifiers: Identifiers,
        equipment: Equipment,
        vocabulary: Vocabulary,
    ) -> None:
        """Read with these indexes."""
        self._clearing = Clearing()
        self._names = NameCells(names, marks, vocabulary)
        self._texts = TextCells(names, marks, identifiers)
        self._marks = marks
        self._identifiers = identifiers
        self._equipment = equipment
        self._qualifiers = Qualifiers(vocabulary)
        self._several = Several(self._names.parties_of, equipment)

    def clear(self, clearing: Clearing) -> None:
        """Clear names by waivers; to be said before the first cell is read."""
        self._clearing = clearing

    def identity(self, role: Role, text: str, tokens: list[str] | None = None) -> Identity:
        """Return whom a cell of a role shows; `tokens` are the text's own, where it was folded already."""
        match role:
            case "maker" | "brand" | "vendor":
                return self._counted(role, text)[0]
            case "part" | "description":
                return self._texts.read(text, fold(text) if tokens is None else tokens)
            case "category" | "unclassified":
                return self._in_any(role, text, fold(text) if tokens is None else tokens)
            case "mac":
                return sighted(self._identifiers.in_mac(text))
            case "fcc_id":
                return sighted(self._identifiers.in_fcc_id(text))
        return NOBODY

    def view(self, role: Role, text: str) -> View:
        """Return everything that a cell of a role says."""
        view = self.bare_view(role, text)
        if role == "vendor" and view.identity.sightings:
            return view._replace(said=text.strip())
        if not view.filled or role not in (*MAKER_ROLES, *TEXT_ROLES):
            return view
        if role in MAKER_ROLES:
            view = view._replace(said=text.strip(), several=self._several.listed(text))
        return view._replace(beside=self._marks.beside_name(text))

    def view_beside(self, text: str) -> View:
        """Return what a text says that is read as a maker's name and is no cell of names: no waiver clears it."""
        identity = self._names.read(text)
        counting = sifted(identity.sightings).counting
        if len(fold(text)) == 1:  # "Total", "Region": any word of a heading is like some name of a long list
            counting = tuple(sighting for sighting in counting if not _is_like_an_entry(sighting))
        view = self.bare_view("maker", text, identity._replace(sightings=counting))
        return view._replace(beside=self._marks.beside_name(text), said=text.strip()) if view.filled else view

    def bare_view(self, role: Role, text: str, identity: Identity | None = None) -> View:
        """Return what a cell says but for what matters only where some cell of its line shows a party.

        `identity` is whom it shows, where that is known already.
        """
        filled = bool(text.strip())
        if not filled:
            return View(role, filled, NOBODY)
        if identity is None:
            identity = self.identity(role, text)
        match role:
            case "part" | "description" | "category":
                return View(role, filled, identity, *self._equipment.said(text))
            case "purpose":
                return View(role, filled, identity, purposes=self._qualifiers.purposes(text))
            case "mac" | "fcc_id":
                return View(role, filled, identity, unread=unread_beside(role, text))
            case "origin":
                return View(role, filled, identity, origin=self._qualifiers.origin(text))
            case "authorised_on" | "acquired_on":
                return View(role, filled, identity, day=self._qualifiers.day(text))
        return View(role, filled, identity)

    def is_plain(self, text: str, tokens: list[str]) -> bool:
        """Return whether a text cannot show anybody."""
        return self._texts.is_plain(text, tokens)

    def left_out(self, role: Role, text: str) -> tuple[Sighting, ...]:
        """Return the names of list entries that a cell of names is only like, since it is another name as a whole."""
        return self._counted(role, text)[1] if role in NAME_ROLES else ()

    def _counted(self, role: Role, text: str) -> tuple[Identity, tuple[Sighting, ...]]:
        """Whom a cell of names shows, what waivers cleared of it first, and what was left out after that."""
        identity = self._names.read(text)
        uncleared, cleared = self._clearing.sort(role, text, identity.sightings)
        counting, left_out = sifted(uncleared)
        if counting != identity.sightings:
            identity = identity._replace(sightings=counting, cleared=cleared)
        return identity, left_out

    def _in_any(self, role: Role, text: str, tokens: list[str]) -> Identity:
        """Whom a cell shows whose column is not for names or products: possible at most."""
        reason = "it stands in a column of kinds" if role == "category" else "the heading of its column is not known"
        return sighted(tuple(sighting.doubted(reason) for sighting in self._texts.read(text, tokens).sightings))


def _is_like_an_entry(sighting: Sighting) -> bool:
    """Whether a name is only like that of a list entry."""
    return sighting.entry is not None and sighting.basis == "similar_name"
