"""Rows of a table that are no lines of the bill: headings of groups, totals and what else stands below, comments."""

import re
from collections.abc import Sequence
from typing import Literal

from vendorcheck.model.bom import Layout, Role
from vendorcheck.readers.structure import is_number, is_wordy

RowKind = Literal["a comment", "a footer", "the heading of a group", "text beside the table"]

#: A cell in one of these says who is behind a line, by itself: a row with nothing else is a line all the same.
_NAMES: frozenset[Role] = frozenset(("maker", "brand", "vendor", "mac", "fcc_id", "serial"))
_PRODUCTS: frozenset[Role] = frozenset(("part", "description"))
_COUNTS: frozenset[Role] = frozenset(("quantity", "unit_price", "level"))

#: In a narrower table a row with one cell may as well be a line that says little.
_WIDE = 3

_TOTAL = re.compile(
    r"(((grand |sub ?-?|overall )?totals?|sum|(gesamt|zwischen|end)?summe|gesamt|netto|brutto|sous[- ]total|somme|suma"
    r"|montant total|subtotal|soma|totale|somma|(sub)?totaal|razem|łącznie|итого|всего|сумма)"
    r"\s*($|[:：(=,;$€£¥\d-]|(amount|cost|excl|for|général|geral|generale|gross|incl|items|lines|net|of|parts|pcs|price"
    r"|prix|purchase|qty|quantity|value|ht|ttc)\b))"
    r"|(合计|总计|小计|總計|小計|合計|総計|합계|총계|소계|총액)"
    r"|[\w ()/-]{1,40}\b(sub)?total\s*:?$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(page|seite|página|pagina|strona|стр(аница)?\.?|第)\s*\d+|\d+\s*/\s*\d+$"
    r"|(signature|signed|approved by|prepared by|checked by|unterschrift|freigegeben|firma y|firmato|podpis|подпись)\b"
    r"|签字|签名|署名|서명|do not (install|populate|fit|stuff)\b|end of (list|bill|bom|file|report)\b"
    r"|generated (by|on)\b|created( by| on)?:",
    re.IGNORECASE,
)


class RowKinds:
    """Tells rows of a layout that are no lines of the bill; what it cannot tell is a line."""

    def __init__(self, layout: Layout) -> None:
        """Take the roles of the cells from the columns."""
        self._roles: dict[int, set[Role]] = {}
        for column in layout.columns:
            self._roles.setdefault(column.cell - 1, set()).add(column.role)
        self._who = [at for at, roles in self._roles.items() if roles & {"maker", "part"}]
        self._wide = len(self._roles) >= _WIDE

    def kind(self, row: Sequence[str]) -> RowKind | None:
        """Return what a row is besides a line; nothing where it is one."""
        filled = [at for at, cell in enumerate(row) if cell.strip()]
        first = row[filled[0]].strip() if filled else ""
        if first.startswith("#") and len(filled) == 1 and filled[0] == 0:
            return "a comment"
        if self._ends_a_table(first, row, filled):
            return "a footer"
        if len(filled) == 1 and self._wide and self._heads_a_group(first, filled[0]):
            return "the heading of a group" if is_wordy(first) else "text beside the table"
        return None

    def _ends_a_table(self, text: str, row: Sequence[str], filled: Sequence[int]) -> bool:
        """Whether a row is a total with its numbers, a page number or a signature, and names no maker and no part."""
        if not (_TOTAL.match(text) if filled else False) and not (len(filled) == 1 and _FURNITURE.match(text)):
            return False
        if not all(is_number(row[at]) or _TOTAL.match(row[at].strip()) for at in filled[1:]):
            return False
        if self._roles.get(filled[0], set()) & _NAMES:
            return False
        return not any(row[at].strip() for at in self._who if at < len(row) and at != filled[0])

    def _heads_a_group(self, text: str, at: int) -> bool:
        roles = self._roles.get(at, set())
        if roles & (_NAMES | _COUNTS):
            return False
        if roles & _PRODUCTS:
            return _is_a_title(text)
        return sum(map(str.isalpha, text)) > 1


def _is_a_title(text: str) -> bool:
    """Whether a text in a column of products says what follows: no digit, and a colon at its end or capitals alone."""
    if any(map(str.isdigit, text)):
        return False
    return text.endswith((":", "：")) or (text.isupper() and len(text.split()) > 1)
