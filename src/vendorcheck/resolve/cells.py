"""What a single cell shows, by its role: whom it names, and which parties it gives sight of."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from vendorcheck.model.bom import IDENTITY_ROLES, Role, lost_characters
from vendorcheck.model.hit import Sighting
from vendorcheck.model.period import Period
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.model.waiver import Cleared, Waiver
from vendorcheck.resolve.clearing import Clearing
from vendorcheck.resolve.equipment import Equipment
from vendorcheck.resolve.folding import fold, folded
from vendorcheck.resolve.identifiers import Identifiers, unread_beside
from vendorcheck.resolve.marks import Marks, best_by_form
from vendorcheck.resolve.name_entries import strip_legal_forms
from vendorcheck.resolve.names import Names
from vendorcheck.resolve.qualifiers import Qualifiers
from vendorcheck.resolve.several import Named, Several
from vendorcheck.resolve.short_forms import SHORT_FORM, native_as_whole
from vendorcheck.resolve.things import Things

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


#: What stands under a maker's heading and is no name: a number, the address of a page, or what a spreadsheet program
#: shows where a formula failed (in whichever language), where it was asked yes or no, and for a group without a name.
_NO_NAME = re.compile(
    r"[\W\d_]+|(?:https?://|www\.)\S+"
    r"|#\S+[!?]|#n/?[a-z]|#n\.[a-z]\.?|#getting_data|err:\d+|true|false|\(blank\)",
    re.IGNORECASE,
)

NOBODY = Identity(named=False)
SOMEBODY = Identity(named=True)
_ILLEGIBLE = Identity(named=False, legible=False)


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
        self._names = names
        self._marks = marks
        self._identifiers = identifiers
        self._equipment = equipment
        self._qualifiers = Qualifiers(vocabulary)
        self._several = Several(self._parties_of, equipment)
        self._nobody = frozenset(map(folded, vocabulary.generic))
        self._things = Things(vocabulary)
        self._sellers = frozenset(_core(fold(name)) for name in vocabulary.distributors)

    def clear(self, waivers: Iterable[Waiver]) -> None:
        """Clear names by these waivers; to be said before the first cell is read."""
        self._clearing = Clearing(waivers)

    def identity(self, role: Role, text: str, tokens: list[str] | None = None) -> Identity:
        """Return whom a cell of a role shows; `tokens` are the text's own, where it was folded already."""
        match role:
            case "maker" | "brand" | "vendor":
                return self._cleared(role, text, self._in_name(text))
            case "part" | "description":
                return self._in_text(text, fold(text) if tokens is None else tokens)
            case "category" | "unclassified":
                return self._in_any(role, text, fold(text) if tokens is None else tokens)
            case "mac":
                return _sighted(self._identifiers.in_mac(text))
            case "fcc_id":
                return _sighted(self._identifiers.in_fcc_id(text))
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
        view = self.bare_view("maker", text, self._in_name(text))
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

    def _in_name(self, text: str) -> Identity:
        tokens = fold(text)
        lost = lost_characters(text)
        if not lost and (not tokens or " ".join(tokens) in self._nobody):
            return NOBODY
        marked = () if self._holds_no_mark(text) else best_by_form(self._marks.find(text))
        sightings = native_as_whole(text, self._names.in_name_cell(text, tokens)) + marked
        if sightings:
            return Identity(
                named=True, sightings=sightings, legible=not lost or any(sighting.alone for sighting in sightings)
            )
        if lost:
            return _ILLEGIBLE
        return NOBODY if self._names_nobody(text, tokens) else SOMEBODY

    def _names_nobody(self, text: str, tokens: list[str]) -> bool:
        """Whether a cell names a seller of what others make, says what the thing is, or holds no name at all."""
        if _core(tokens) in self._sellers or _NO_NAME.fullmatch(text.strip()):
            return True
        return self._things.are_all_of(tokens)

    def _parties_of(self, name: str) -> frozenset[str] | None:
        """Whom a name shows; None where it names nobody, or something speaks against it."""
        identity = self._in_name(name)
        if not identity.named or any(sighting.against not in ((), (SHORT_FORM,)) for sighting in identity.sightings):
            return None
        return frozenset(sighting.party for sighting in identity.sightings if sighting.alone)

    def _cleared(self, role: Role, text: str, identity: Identity) -> Identity:
        counting, cleared = self._clearing.sort(role, text, identity.sightings)
        return identity._replace(sightings=counting, cleared=cleared) if cleared else identity

    def _in_any(self, role: Role, text: str, tokens: list[str]) -> Identity:
        """Whom a cell shows whose column is not for names or products: possible at most."""
        reason = "it stands in a column of kinds" if role == "category" else "the heading of its column is not known"
        return _sighted(tuple(sighting.doubted(reason) for sighting in self._in_text(text, tokens).sightings))

    def _in_text(self, text: str, tokens: list[str]) -> Identity:
        if self.is_plain(text, tokens):
            return NOBODY
        named = self._names.in_text(text, tokens)
        marked = best_by_form(self._in_context(tokens, mark) for mark in self._marks.find(text))
        return _sighted(named + marked + self._identifiers.in_text(text))

    def is_plain(self, text: str, tokens: list[str]) -> bool:
        """Whether a text cannot show anybody: asked of every distinct description, so it must be quick."""
        if not self._names.firsts.isdisjoint(tokens) or not text.isascii():
            return False
        return self._marks.hint.search(text.lower()) is None

    def _holds_no_mark(self, text: str) -> bool:
        """Whether a text holds no model number that counts by itself; only of ASCII it can be said quickly."""
        return text.isascii() and self._marks.hint.search(text.lower()) is None

    def _in_context(self, tokens: list[str], mark: Sighting) -> Sighting:
        """A model number after "for" and the like belongs to what the thing goes with."""
        model = fold(mark.found)
        start = _position(tokens, model)
        against = None if start is None else self._names.detached(tokens, start, start + len(model))
        return mark if against is None else mark.doubted(against)._replace(equipment=None)


def _core(tokens: list[str]) -> str:
    return " ".join(strip_legal_forms(tokens))


def _sighted(sightings: tuple[Sighting, ...]) -> Identity:
    return Identity(named=False, sightings=sightings) if sightings else NOBODY


def _position(tokens: list[str], wanted: list[str]) -> int | None:
    """Where the wanted tokens begin; the last of them may have an ending, as in "for DS-1200's"."""
    last = len(wanted) - 1
    for start in range(len(tokens) - last):
        if tokens[start : start + last] == wanted[:last] and tokens[start + last].startswith(wanted[last]):
            return start
    return None
