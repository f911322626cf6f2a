"""The files of a set joined by the numbers of the entries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vendorcheck.lists.fields import Row, cleaned, opening_of, refused, rows_in, told_apart
from vendorcheck.lists.formats.ofac.entries import Joined, cons_entries, programmes_of, sdn_entries
from vendorcheck.lists.formats.ofac.remarks import CUT_AT
from vendorcheck.lists.formats.ofac.sublists import is_non_sdn
from vendorcheck.lists.formats.ofac.tables import FILES, Table, is_ended, rows_of_table, table_of, tables_of, values
from vendorcheck.lists.grouped_rows import NO_NAME
from vendorcheck.lists.parsed_list import ParsedList
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.model.watchlist import LeftOut, ListEntry

UNKNOWN_NUMBER = "is of an entry that is not among them"
NO_DATE = "The files bear no date: say of which day they are."


def is_of_sdn(file: SourceFile) -> bool:
    """Return whether a file is one of the list of blocked persons, or one that may be of it."""
    table = table_of(file)
    return table is not None and (table != "main" or not _is_non_sdn(file))


def is_of_cons(file: SourceFile) -> bool:
    """Return whether a file is one of the consolidated files, or one that may be of them."""
    table = table_of(file)
    return table is not None and (table != "main" or _is_non_sdn(file))


def _is_non_sdn(file: SourceFile) -> bool:
    """Whether most of the first rows have a programme of a list other than that of blocked persons."""
    of_others = [is_non_sdn(programmes_of(values(row)[3])) for row in _first_rows(file)]
    return 2 * sum(of_others) > len(of_others)


def _first_rows(file: SourceFile) -> Iterator[Row]:
    rows = rows_in(file, opening_of(file), ",")
    while True:
        try:
            row = next(rows, None)
        except VendorcheckError:
            return  # the opening ends in the middle of a row
        if row is None:
            return
        if len(row.cells) > 3:  # noqa: PLR2004 (the column of programmes)
            yield row


def read_sdn(files: Sequence[SourceFile], name: str) -> ParsedList:
    """Return the list of Specially Designated Nationals."""
    joined = _joined(files)
    entries = (entry for each in joined.entries for entry in sdn_entries(each, name))
    return _parsed(joined, entries, ())


def read_cons(files: Sequence[SourceFile], name: str) -> ParsedList:
    """Return the lists other than that of blocked persons: an entry for each list that a row stands on."""
    joined = _joined(files)
    entries = [entry for each in joined.entries for entry in cons_entries(each, name)]
    unknown = sum(entry.instrument is None for entry in entries)
    note = f"Of {unknown} entries nothing says on which list of OFAC they are: they are screened by their names."
    return _parsed(joined, entries, (note,) if unknown else ())


class _Set(NamedTuple):
    entries: Sequence[Joined]
    rows: int
    left_out: Sequence[LeftOut]
    notes: Sequence[str]


def _parsed(joined: _Set, entries: Iterable[ListEntry], notes: Sequence[str]) -> ParsedList:
    return ParsedList(told_apart(entries), joined.rows, joined.left_out, notes=(*joined.notes, *notes))


def _joined(files: Sequence[SourceFile]) -> _Set:
    tables = tables_of(files)
    main = list(rows_of_table(tables["main"], "main"))
    named = [row for row in main if cleaned(row.cells[1])]
    left_out = [LeftOut(tables["main"].name, row.line, NO_NAME) for row in main if not cleaned(row.cells[1])]
    numbers = {row.cells[0] for row in named}
    rows = len(main)
    of: dict[Table, Mapping[str, list[Row]]] = {}
    for table, file in tables.items():
        if table != "main":
            of[table], counted, strays = _by_number(file, table, numbers)
            rows += counted
            left_out += strays
    entries = [
        Joined(
            row,
            of["aliases"].get(row.cells[0], ()),
            of.get("addresses", {}).get(row.cells[0], ()),
            of.get("comments", {}).get(row.cells[0], ()),
        )
        for row in named
    ]
    return _Set(entries, rows, left_out, tuple(_notes(tables, main)))


def _by_number(file: SourceFile, table: Table, numbers: set[str]) -> tuple[Mapping[str, list[Row]], int, list[LeftOut]]:
    """The rows of a table by the numbers of their entries, how many there are, and those of no entry."""
    found: dict[str, list[Row]] = defaultdict(list)
    strays: list[LeftOut] = []
    rows = 0
    for row in rows_of_table(file, table):
        rows += 1
        if row.cells[0] in numbers:
            found[row.cells[0]].append(row)
        else:
            strays.append(LeftOut(file.name, row.line, UNKNOWN_NUMBER))
    if table != "comments" and 2 * len(strays) > rows:
        raise refused(
            file,
            None,
            f"{len(strays)} of {rows} rows are of entries that are not among them",
            "Name the files of one list, of one day: alt.csv with sdn.csv, cons_alt.csv with cons_prim.csv.",
        )
    return found, rows, strays


def _notes(tables: Mapping[Table, SourceFile], main: Iterable[Row]) -> Iterator[str]:
    yield NO_DATE
    for file in tables.values():
        if not is_ended(file):
            yield f"{file.name} does not end with the sign that OFAC puts at the end of a file: it may be cut off."
    if "addresses" not in tables:
        yield f"{FILES['addresses']} is not among the files: entries have no addresses and no countries."
    cut = sum(len(row.cells[11]) >= CUT_AT for row in main)
    if cut and "comments" not in tables:
        yield f"{FILES['comments']} is not among the files: {cut} entries have remarks that break off."
