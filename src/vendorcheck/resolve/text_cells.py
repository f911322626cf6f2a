"""Cells of texts: which parties a part or a description gives sight of."""

from vendorcheck.model.hit import Sighting
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.identifiers import Identifiers
from vendorcheck.resolve.marks import Marks, best_by_form
from vendorcheck.resolve.names import Names
from vendorcheck.resolve.view import NOBODY, Identity, sighted


class TextCells:
    """Reads texts."""

    def __init__(self, names: Names, marks: Marks, identifiers: Identifiers) -> None:
        """Read with these indexes."""
        self._names = names
        self._marks = marks
        self._identifiers = identifiers

    def read(self, text: str, tokens: list[str]) -> Identity:
        """Return which parties a text gives sight of; `tokens` are its own."""
        if self.is_plain(text, tokens):
            return NOBODY
        named = self._names.in_text(text, tokens)
        marked = best_by_form(self._in_context(tokens, mark) for mark in self._marks.find(text))
        return sighted(named + marked + self._identifiers.in_text(text))

    def is_plain(self, text: str, tokens: list[str]) -> bool:
        """Return whether a text cannot show anybody: asked of every distinct description, so it must be quick."""
        if not self._names.firsts.isdisjoint(tokens) or not text.isascii():
            return False
        return self._marks.hint.search(text.lower()) is None

    def _in_context(self, tokens: list[str], mark: Sighting) -> Sighting:
        """A model number after "for" and the like belongs to what the thing goes with."""
        model = fold(mark.found)
        start = _position(tokens, model)
        against = None if start is None else self._names.detached(tokens, start, start + len(model))
        return mark if against is None else mark.doubted(against)._replace(equipment=None)


def _position(tokens: list[str], wanted: list[str]) -> int | None:
    """Where the wanted tokens begin; the last of them may have an ending, as in "for DS-1200's"."""
    last = len(wanted) - 1
    for start in range(len(tokens) - last):
        if tokens[start : start + last] == wanted[:last] and tokens[start + last].startswith(wanted[last]):
            return start
    return None
