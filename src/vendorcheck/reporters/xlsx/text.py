"""Text made fit for a cell: what Excel cannot hold, or would take for something else, is written out."""

from vendorcheck.reporters.table import Cell, parts
from vendorcheck.reporters.visible import visible

#: How many UTF-16 units a cell of a workbook holds.
MAX_TEXT = 32_767

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


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
