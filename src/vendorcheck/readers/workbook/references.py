"""How a workbook names its cells: columns by letters, rows by numbers."""

import re
from typing import NamedTuple

from vendorcheck.readers.workbook.damage import DamagedError

#: The most rows and columns that a sheet can have.
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384

_DIGITS = "0123456789"
_A = ord("A") - 1
_LETTERS = 26

_letters = re.compile("[A-Z]{1,3}").fullmatch
_number = re.compile("[0-9]{1,7}").fullmatch


class Columns(dict[str, int]):
    """The number of the column that letters name, each worked out once."""

    def __missing__(self, letters: str) -> int:
        """Work out the number of a column, from 1; a DamagedError where there is no such column."""
        number = 0
        for letter in letters if _letters(letters) else "":
            number = number * _LETTERS + ord(letter) - _A
        if not 0 < number <= MAX_COLUMNS:
            raise DamagedError(f"is damaged: {letters!r} is no column of a sheet")
        self[letters] = number
        return number

    def of(self, reference: str | None, following: int) -> int:
        """Return the column of a cell; the one given for a cell that does not say where it stands."""
        if reference is None and following <= MAX_COLUMNS:
            return following
        return self[(reference or "").rstrip(_DIGITS)]


def letters_of(column: int) -> str:
    """Return the letters that name a column, given by its number from 1."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(letter + 1 + _A) + letters
    return letters


def row_number(text: str | None, following: int) -> int:
    """Return the number of a row; the one given for a row that does not say."""
    number = following if text is None else int(text) if _number(text) else 0
    if not 0 < number <= MAX_ROWS:
        raise DamagedError(f"is damaged: {text or number!r} is no row of a sheet")
    return number


class Range(NamedTuple):
    """Some rows by some columns, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


def range_of(first: str, last: str) -> Range:
    """Return the range between two cells, whichever corners they are."""
    columns = Columns()
    rows = sorted(row_number(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 0) for cell in (first, last))
    sides = sorted(columns.of(cell, 0) for cell in (first, last))
    return Range(rows[0], sides[0], rows[1], sides[1])
