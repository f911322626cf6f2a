"""The files of a set: what each is, by how many columns it has and what stands in them, and their rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from vendorcheck.lists.fields import Row, holds_something, opening_of, refused, rows_in, rows_of
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import Spot, VendorcheckError

Table = Literal["main", "aliases", "addresses", "comments"]

#: How many columns each table has, and what OFAC calls its file.
WIDTHS: Mapping[int, Table] = {12: "main", 5: "aliases", 6: "addresses", 2: "comments"}
FILES: Mapping[Table, str] = {
    "main": "sdn.csv or cons_prim.csv",
    "aliases": "alt.csv or cons_alt.csv",
    "addresses": "add.csv or cons_add.csv",
    "comments": "sdn_comments.csv or cons_comments.csv",
}

_TYPES = ("", "individual", "vessel", "aircraft")
_NAME_TYPES = ("aka", "fka", "nka")

#: How OFAC writes that a cell has nothing; the last one of a file may have lost its last sign.
_NULLS = ("-0-", "-0")

#: Tables of numbers and texts are many: those of OFAC have nulls, or remarks in quotation marks.
_WRITTEN_SO = re.compile(r"-0-|^[0-9]+,\"", re.MULTILINE)

#: The sign that stands in the last line of a file that is whole.
_END = "\x1a"

_AGAIN = "The file was cut off or changed: fetch it again."


def table_of(file: SourceFile) -> Table | None:
    """Return which of the tables a file is, by its first row and by how OFAC writes; None where it is none."""
    opening = opening_of(file)
    try:
        row = next(rows_in(file, opening, ","), None)
    except VendorcheckError:
        return None
    table = None if row is None else _table(values(row))
    return table if table == "aliases" or _WRITTEN_SO.search(opening) else None


def _table(cells: Sequence[str]) -> Table | None:
    table = WIDTHS.get(len(cells))
    if table is None or not cells[0].isdecimal():
        return None
    if table == "main":
        fits = cells[2] in _TYPES
    elif table == "comments":
        fits = True
    else:
        fits = cells[1].isdecimal() and (table == "addresses" or cells[2] in _NAME_TYPES)
    return table if fits else None


def tables_of(files: Sequence[SourceFile]) -> Mapping[Table, SourceFile]:
    """Return the tables in some files; an error where one is none, stands twice, or where names would lack.

    A file that holds nothing is no table: OFAC publishes one where no remarks are long.
    """
    found: dict[Table, SourceFile] = {}
    for file in filter(holds_something, files):
        table = table_of(file)
        if table is None:
            raise refused(file, 1, "is no file of an OFAC list", f"The files are {', '.join(FILES.values())}.")
        if table in found:
            what = f"holds the same table as {found[table].name}"
            raise refused(file, None, what, "Import the files of one list at a time.")
        found[table] = file
    if "main" not in found:
        raise _lacking(files[0], "main", "the entries themselves")
    if "aliases" not in found:
        raise _lacking(files[0], "aliases", "every name but the first")
    return found


def _lacking(file: SourceFile, table: Table, what: str) -> VendorcheckError:
    return VendorcheckError(
        "list_invalid",
        f"the file {FILES[table]} is not among the files of the list: it holds {what}",
        spot=Spot(file.name),
        help=f"Import the files of one list together, with `vendorcheck lists import`: {', '.join(FILES.values())}.",
    )


def rows_of_table(file: SourceFile, table: Table) -> Iterator[Row]:
    """Yield the rows of a table, nothing for its nulls; an error where one has not the table's columns."""
    for row in rows_of(file, ","):
        if row.cells == [_END]:
            continue
        cells = values(row)
        if _table(cells) != table:
            raise refused(file, row.line, f"a row that is none of the table of {table}", _AGAIN)
        yield Row(row.line, cells)


def is_ended(file: SourceFile) -> bool:
    """Return whether a file ends as those that were fetched whole do."""
    return file.content.rstrip().endswith(_END.encode())


def values(row: Row) -> list[str]:
    """Return the cells of a row, nothing for those in which OFAC writes that there is nothing.

    The last cell keeps its blanks: remarks go on in another file, cut where the column is full.
    """
    *cells, last = row.cells
    found = [*map(str.strip, cells), last]
    return ["" if cell.strip() in _NULLS else cell for cell in found]
