"""Which rows among the lines are none: headings of groups, and footers. In doubt a row is a line."""

import re
from collections.abc import Sequence

from vendorcheck.model.bom import IDENTITY_ROLES, Layout, Role

GROUP = "the heading of a group"
FOOTER = "a footer"

#: A table of fewer columns has lines of one cell.
MIN_COLUMNS = 3

#: A longer text is no word for a sum.
MAX_SAID = 60

#: Roles whose only cell may still be all that is said of a line: only a colon tells the heading of a group.
_NAMING: tuple[Role, ...] = ("maker", "brand", "vendor", "mac", "fcc_id", "serial")
_TEXT: tuple[Role, ...] = ("part", "description")

#: How sums are called in the languages of the headings; what may stand behind such a word is tested apart.
_TOTALS = (
    "montant-total|total-general|zwischensumme|gesamtbetrag|gesamtsumme|grand-total|eindtotaal|sous-total"
    "|sub-total|subtotaal|subtotale|endsumme|subtotal|podsuma|łącznie|подытог|gesamt|totaal|totale|totals"
    "|razem|summe|total|всего|итого|сумма|suma|sums|sum|合計|合计|小計|小计|总计|総計|總計|소계|총계|합계"
)
_TOTAL = re.compile(rf"(?:{_TOTALS})(?![^\W\d_])")
_TOTAL_ALONE = re.compile(rf"(?:{_TOTALS})(?:\W+\w{{3}})?\W*")

#: What else stands below a table or between its parts.
_BELOW = re.compile(
    r"(?:page|seite|página|pagina|strona|стр|страница)\W*\d+\b"
    r"|(?:do not|don't) (?:install|populate|place|fit|stuff)\b|(?:not fitted|not populated|dnp|dni|dnf)\W*$"
    r"|(?:prepared|approved|checked|reviewed|signed) by\b|(?:end of|ende der) (?:list|liste|bom|bill|stückliste)\b"
    r"|(?:signature|unterschrift|firma)\W*$|(?:firma y sello|signed)\W*$"
)

_WORD = re.compile(r"[^\W\d_]{3,}|[^\W\d_a-zA-Z]{2,}")


class RowKinds:
    """Tells rows of one table that are no lines, by their few filled cells."""

    def __init__(self, layout: Layout) -> None:
        """Tell rows by the roles of this layout."""
        self._roles: dict[int, set[Role]] = {}
        for column in layout.columns:
            self._roles.setdefault(column.cell, set()).add(column.role)
        self.possible = len(self._roles) >= MIN_COLUMNS

    @property
    def blanks(self) -> int:
        """How many cells are blank in a row that is no line, at least: all that identify but one."""
        return max(sum(map(self._identifies, self._roles)) - 1, 1)

    def aside(self, row: Sequence[str]) -> str | None:
        """Return what a row is that is no line; None for a line."""
        filled = [(cell, text.strip()) for cell, text in enumerate(row, 1) if text.strip()]
        if not filled or not self.possible:
            return None
        if self._is_footer(filled):
            return FOOTER
        return GROUP if len(filled) == 1 and self._heads_a_group(*filled[0]) else None

    def _is_footer(self, filled: Sequence[tuple[int, str]]) -> bool:
        """Whether the first cell begins with the word for a sum, or the like, and nothing else is named beside it."""
        (first, text), *others = filled
        if any(self._identifies(cell) for cell, _ in others):
            return False
        said = "-".join(text.casefold().split()) if len(text) <= MAX_SAID else ""
        if _TOTAL_ALONE.fullmatch(said):
            return True
        roles = self._of(first)
        if roles & set(_NAMING):
            return False
        return bool((_TOTAL.match(said) and not roles & set(_TEXT)) or _BELOW.match(text.casefold()))

    def _heads_a_group(self, cell: int, text: str) -> bool:
        if self._of(cell).isdisjoint((*_NAMING, *_TEXT)):
            return bool(_WORD.search(text))
        return text.endswith((":", "："))

    def _identifies(self, cell: int) -> bool:
        return bool(self._of(cell) & set(IDENTITY_ROLES))

    def _of(self, cell: int) -> set[Role]:
        return self._roles.get(cell, set())
