"""Texts as a workbook writes them."""

import re

from vendorcheck.readers.workbook.markup import Attributes, Markup

_escapes = re.compile("_x([0-9A-Fa-f]{4})_").sub
_halves = re.compile("[\ud800-\udfff]").search


class Runs:
    """Puts a text together from its runs, without the furigana that say how to pronounce it."""

    def __init__(self) -> None:
        """Begin with none."""
        self.markup: Markup
        self.starts = {"t": self._begin, "rPh": self._furigana}
        self.ends = {"t": self._end, "rPh": self._no_furigana}
        self._parts: list[str] = []
        self._aside = False

    def take(self) -> str:
        """Return the text since it was last taken."""
        text = "".join(self._parts)
        self._parts.clear()
        return unescaped(text)

    def _begin(self, _: Attributes) -> None:
        if not self._aside:
            self.markup.heard.clear()

    def _end(self) -> None:
        if not self._aside:
            self._parts.append("".join(self.markup.heard))

    def _furigana(self, _: Attributes) -> None:
        self._aside = True

    def _no_furigana(self) -> None:
        self._aside = False


def unescaped(text: str) -> str:
    """Return a text with its `_x000D_` turned into the characters they stand for; halves of characters are joined."""
    if "_x" not in text:
        return text
    text = _escapes(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n")
    if _halves(text):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
