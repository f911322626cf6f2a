"""Cells to be added to a row of delimited text, as its dialect writes them."""

from collections.abc import Iterable

from vendorcheck.readers.delimited.dialect import Dialect


def added(cells: Iterable[str], missing: int, dialect: Dialect) -> str:
    """Return quoted cells to be put at the end of a row that lacks so many cells before them."""
    return dialect.delimiter * missing + "".join(dialect.delimiter + _quoted(cell, dialect) for cell in cells)


def added_bare(cells: Iterable[str], missing: int, dialect: Dialect) -> str:
    """Return cells without quotation, for a row in which one is open: signs that would mean something are blanks."""
    acting = {dialect.delimiter, dialect.quote, dialect.escape or " ", "\r", "\n"}
    blanks = str.maketrans(dict.fromkeys(acting, " "))
    return dialect.delimiter * missing + "".join(dialect.delimiter + cell.translate(blanks) for cell in cells)


def _quoted(cell: str, dialect: Dialect) -> str:
    quote, escape = dialect.quote, dialect.escape
    told = cell.replace(escape, escape * 2) if escape else cell
    return f"{quote}{told.replace(quote, (escape or quote) + quote)}{quote}"
