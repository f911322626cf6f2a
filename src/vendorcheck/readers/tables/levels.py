"""How deep a line stands in an assembly, by what its level column says."""

import re
import unicodedata
from collections.abc import Sequence

from vendorcheck.model.bom import Layout

_MARKS = re.compile(r"[\s.·•+>›»*|–—-]*")
_OUTLINE = re.compile(r"\d+(?:[.-]\d+)+\.?")
_PIECE = re.compile(r"\d+")
_WORDED = re.compile(
    r"(?:l|lv|lvl|level|ebene|stufe|niveau|nivel|nível|livello|poziom|уровень)[ .:-]*(\d{1,4})", re.IGNORECASE
)
_NUMBER = re.compile(r"(\d{1,4})(?:[.,]0*)?")  # a spreadsheet may write 2 as 2.0


class Depths:
    """Reads levels in any of these ways: `0 1 2`, `.1 ..2`, `L1 L2` or `Level 1`, and `1 1.1 1.1.1`."""

    def __init__(self, cell: int, *, outline: bool) -> None:
        """Read the level from a cell, by its field number; with `outline`, a number alone is of the top."""
        self._cell = cell - 1
        self._outline = outline

    def of(self, row: Sequence[str]) -> int | None:
        """Return the depth of a row; None where it says none."""
        return depth_of(row[self._cell], outline=self._outline)


def depth_of(text: str, *, outline: bool) -> int | None:
    """Return how deep a level is; None where the text says none that is known."""
    bare = unicodedata.normalize("NFKC", text).strip()
    worded = _WORDED.fullmatch(bare)
    number = _NUMBER.fullmatch(worded[1] if worded else bare)
    if number:
        return 0 if outline else int(number[1])
    if _OUTLINE.fullmatch(bare):
        return len(_PIECE.findall(bare)) - 1
    marks = _MARKS.match(bare)
    lead = marks[0] if marks else ""
    rest = _NUMBER.fullmatch(bare[len(lead) :])
    if lead and rest:
        return int(rest[1])
    return len(lead.replace(" ", "")) or None if lead == bare else None


def depths_of(layout: Layout, sample: Sequence[Sequence[str]]) -> Depths | None:
    """Return what reads the levels of a table, from a sample of its rows; None where it has none."""
    for column in layout.columns:
        texts = [row[column.cell - 1].strip() for row in sample if len(row) >= column.cell]
        outlined = any(_OUTLINE.fullmatch(text) and not _NUMBER.fullmatch(text) for text in texts)
        if column.role == "level":
            return Depths(column.cell, outline=outlined)
        if column.role == "line_no" and outlined and _all_outline(texts):
            return Depths(column.cell, outline=True)
    return None


def _all_outline(texts: Sequence[str]) -> bool:
    """Whether the numbers among the texts are such as 2 or 2.1, and each of the longer ones has the one above it."""
    numbers = {text.rstrip(".") for text in texts if _NUMBER.fullmatch(text) or _OUTLINE.fullmatch(text)}
    return all("." not in text or text.rpartition(".")[0] in numbers for text in numbers)
