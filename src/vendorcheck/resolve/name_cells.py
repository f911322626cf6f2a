"""Cells of names: whose name stands in a maker, brand or vendor cell, or that it is nobody's."""

import re

from vendorcheck.model.bom import lost_characters
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.accounted import sifted
from vendorcheck.resolve.folding import fold, folded
from vendorcheck.resolve.marks import Marks, best_by_form
from vendorcheck.resolve.name_entries import strip_legal_forms
from vendorcheck.resolve.names import Names
from vendorcheck.resolve.short_forms import SHORT_FORM, native_as_whole
from vendorcheck.resolve.things import Things
from vendorcheck.resolve.view import ILLEGIBLE, NOBODY, SOMEBODY, Identity

#: What stands under a maker's heading and is no name: a number, the address of a page, or what a spreadsheet program
#: shows where a formula failed (in whichever language), where it was asked yes or no, and for a group without a name.
_NO_NAME = re.compile(
    r"[\W\d_]+|(?:https?://|www\.)\S+"
    r"|#\S+[!?]|#n/?[a-z]|#n\.[a-z]\.?|#getting_data|err:\d+|true|false|\(blank\)",
    re.IGNORECASE,
)


class NameCells:
    """Reads cells of names."""

    def __init__(self, names: Names, marks: Marks, vocabulary: Vocabulary) -> None:
        """Read with these indexes, and the words of the vocabulary that name nobody."""
        self._names = names
        self._marks = marks
        self._nobody = frozenset(map(folded, vocabulary.generic))
        self._things = Things(vocabulary)
        self._sellers = frozenset(_core(fold(name)) for name in vocabulary.distributors)

    def read(self, text: str) -> Identity:
        """Return whom a cell of names shows, and whether it names somebody; its sightings are not sifted yet."""
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
            return ILLEGIBLE
        return NOBODY if self._names_nobody(text, tokens) else SOMEBODY

    def parties_of(self, name: str) -> frozenset[str] | None:
        """Return whom a name shows; None where it names nobody, or something speaks against it."""
        identity = self.read(name)
        sightings = sifted(identity.sightings).counting
        if not identity.named or any(sighting.against not in ((), (SHORT_FORM,)) for sighting in sightings):
            return None
        return frozenset(sighting.party for sighting in sightings if sighting.alone)

    def _names_nobody(self, text: str, tokens: list[str]) -> bool:
        """Whether a cell names a seller of what others make, says what the thing is, or holds no name at all."""
        if _core(tokens) in self._sellers or _NO_NAME.fullmatch(text.strip()):
            return True
        return self._things.are_all_of(tokens)

    def _holds_no_mark(self, text: str) -> bool:
        """Whether a text holds no model number that counts by itself; only of ASCII it can be said quickly."""
        return text.isascii() and self._marks.hint.search(text.lower()) is None


def _core(tokens: list[str]) -> str:
    return " ".join(strip_legal_forms(tokens))
