"""Where the cells of delimited text begin."""

from vendorcheck.readers.delimited.dialect import Dialect, cell_starts, place_in_wrapping, unwrapped
from vendorcheck.readers.delimited.records import Records
from vendorcheck.readers.tables.rows import Lines


class LineOrigin:
    """Finds the character at which a cell begins, from the raw text of its record."""

    def __init__(self, records: Records, lines: Lines, dialect: Dialect) -> None:
        """Look in the batch in hand."""
        self._records = records
        self._lines = lines
        self._dialect = dialect
        self._cut = (-1, "", [0])

    def column_of(self, index: int, cell: int) -> int | None:
        """Return the character, from 1, at which a cell begins; None where it does not begin on the first line."""
        if self._cut[0] != index:  # the findings of a line ask one after another
            raw = "".join(self._records.raw(self._lines.starts[index], self._lines.ends[index]))
            self._cut = (index, raw, self._starts(raw))
        _, raw, starts = self._cut
        if cell > len(starts):
            return None
        start = starts[cell - 1]
        return start + 1 if {"\n", "\r"}.isdisjoint(raw[:start]) else None

    def pointer_of(self, index: int, cell: int) -> str | None:  # noqa: ARG002 (text is gone to by line and character)
        """Return nothing: a line and a character say it."""
        return None

    def _starts(self, raw: str) -> list[int]:
        plain = unwrapped(raw) if self._dialect.wrapped else raw
        starts = cell_starts(plain, self._dialect)
        return starts if plain == raw else [place_in_wrapping(plain, start) for start in starts]
