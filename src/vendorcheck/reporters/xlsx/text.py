"""Text made fit for a cell: what Excel cannot hold, or would take for something else, is written out."""

from functools import lru_cache

from vendorcheck.reporters.table import Cell, parts
from vendorcheck.reporters.visible import display_width, visible, wrap

#: How many UTF-16 units a cell of a workbook holds.
MAX_TEXT = 32_767

#: How high a row of text is in points, and how high a row of a sheet may be.
ROW_HEIGHT, MAX_HEIGHT = 13.0, 409.0

#: How many signs of a text stand in the room of a digit, by which the width of a column is told.
SIGNS = 1.15

#: How many texts are kept with the rows they take.
_KEPT = 10_000

CUT = " … (cut here: a cell holds no more)"

#: Signs that XML has no place for, and that are not control signs.
_NO_XML = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def cell_text(cell: Cell) -> str:
    """Return the texts of a cell, one a row, with signs that act, hide or are not allowed in XML as escapes."""
    text = "\n".join(map(visible, parts(cell)))
    if not text.isascii():
        text = text.translate(_NO_XML)
    # XlsxWriter takes such a text for XML of its own and would write it as it stands.
    return f" {text}" if text.startswith("<r>") else text


def cut_text(text: str, limit: int = MAX_TEXT) -> str:
    """Return a text as far as a cell holds it, and where it is cut, that it is."""
    if len(text) <= limit // 2 or _units(text) <= limit:
        return text
    kept = text.encode("utf-16-le")[: 2 * (limit - len(CUT))].decode("utf-16-le", "ignore")
    return kept + CUT


@lru_cache(_KEPT)
def rows_of(text: str, width: int) -> int:
    """Return how many rows a text takes in a column of a width."""
    return sum(_rows(part, int(width * SIGNS)) for part in text.split("\n"))


def _rows(part: str, width: int) -> int:
    if display_width(part) <= width:
        return 1
    # Beyond this a row of a sheet is as high as it can be, and texts may be very long.
    return len(wrap(part[: width * 40], width))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
