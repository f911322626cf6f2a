"""Bills as JSON: a list of objects, or objects that hold such lists; each object is a line, and its parts follow it."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from vendorcheck.model.bom import Reading, Role
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cells import Record
from vendorcheck.readers.documents.grid import BEYOND
from vendorcheck.readers.documents.json.document import Path
from vendorcheck.readers.documents.json.reader import JsonReader, Listed, pointer_to
from vendorcheck.readers.documents.json.text import MAX_BYTES, check_size, encoding_of
from vendorcheck.readers.documents.keys import roles_of_key, seller_of_key
from vendorcheck.readers.documents.layout import Kind
from vendorcheck.readers.documents.opened import Opened, Records, Seen, roles_chosen
from vendorcheck.readers.documents.table import DocumentBill, DocumentTable, Looking, bill_with, table_of
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.header import HEADER_WITHIN

AROUND = "what stands around the lists of the document"

#: Roles by which what stands around lists is a thing or a delivery, of which the lists hold the parts.
_NAMED: frozenset[Role] = frozenset(("maker", "brand", "vendor", "mac", "fcc_id"))

#: How many bytes may be read in all for the tables of a document, each of which takes a walk through it.
MAX_READ = 4 * MAX_BYTES


def open_json(source: Source, choices: Choices) -> DocumentBill:
    """Return the bill, with a table for each list of objects; an error where there is none, or no JSON."""
    check_size(source)
    kind = Kind("json", roles_chosen(choices, roles_of_key), frozenset((BEYOND,)), sellers=seller_of_key)
    opened = Opened.of(source, kind, choices, encoding_of(source, choices))
    reader = JsonReader(opened)
    reader.look(choices)
    lists = _chosen(source.name, reader.lists, choices)
    if choices.header_line is not None and not any(listed.grid.headings for listed in lists.values()):
        raise VendorcheckError(
            "usage",
            f"{source.name} holds no list of rows, whose headings --header-line could name",
            spot=Spot(source.name),
            help="Leave out --header-line.",
        )
    tables = _tables(opened, reader, lists)
    return bill_with(source, choices, tables)


def _chosen(name: str, lists: Mapping[Path, Listed], choices: Choices) -> dict[Path, Listed]:
    """The lists that are tables, or the one that the caller named by its pointer."""
    tables = {path: listed for path, listed in lists.items() if listed.is_table}
    if choices.sheet is None:
        return tables
    found = {path: listed for path, listed in tables.items() if pointer_to(path) == choices.sheet}
    if not found:
        raise VendorcheckError(
            "usage",
            f"{name} holds no list of objects at {choices.sheet!r}, which --sheet names",
            spot=Spot(name),
            help=f"It holds {', '.join(repr(pointer_to(path)) for path in tables) or 'none'}.",
        )
    return found


def _tables(opened: Opened, reader: JsonReader, lists: Mapping[Path, Listed]) -> list[DocumentTable]:
    name, size = opened.source.name, opened.source.survey.state.size
    around = reader.of_frame()
    if not around.blank and (_is_thing(opened, around) or not lists):
        return [_whole(opened, reader, around, lists)]
    if not any(listed.seen.lines for listed in lists.values()):
        raise NothingToScreenError(
            "no_table",
            f"no table found in {name}",
            spot=Spot(name),
            help='A bill in JSON is a list of objects, such as [{"manufacturer": "...", "part number": "..."}].',
        )
    if len(lists) > 1 and len(lists) * size > MAX_READ:
        raise VendorcheckError(
            "bill_unsupported",
            f"{name} is a large document with {len(lists)} tables, which is not read",
            spot=Spot(name),
            help="Name one of them with --sheet, such as --sheet " + pointer_to(next(iter(lists))) + ".",
        )
    return [
        _table(opened, reader, path, listed, None if at or around.blank else around)
        for at, (path, listed) in enumerate(lists.items())
    ]


def _is_thing(opened: Opened, around: Record) -> bool:
    """Whether what stands around the lists says who made or sells what is in them."""
    return any(
        not _NAMED.isdisjoint(opened.kind.roles(key)) and any(cell.text.strip() for cell in around.cells(key))
        for key in around.values
    )


def _whole(opened: Opened, reader: JsonReader, around: Record, lists: Mapping[Path, Listed]) -> DocumentTable:
    """One table of what stands around the lists, as a line, and of what the lists hold, as its parts."""
    looking = Looking(opened.source.name)
    looking.add(around)
    seen = _merged([looking.seen, *(listed.seen for listed in lists.values())], nested=bool(lists))
    return table_of(opened, seen, _Records(reader, around, frozenset(lists), 1))


def _table(opened: Opened, reader: JsonReader, path: Path, listed: Listed, around: Record | None) -> DocumentTable:
    """A table of one list; the first one comes with what stands around it."""
    seen = listed.seen
    aside = None
    if around is not None:
        cells = tuple(cell for key in around.values for cell in around.cells(key) if cell.text.strip())
        aside = Record(around.line, around.pointer, {BEYOND: cells}, aside=AROUND)
        seen = seen._replace(times={**seen.times, BEYOND: max(len(cells), seen.times.get(BEYOND, 0))})
    return table_of(opened, seen, _Records(reader, aside, (path,), 0), pointer_to(path) or None)


class _Records(Records):
    """The records of some lists, behind what stands around them."""

    def __init__(self, reader: JsonReader, around: Record | None, paths: Collection[Path], depth: int) -> None:
        self._reader = reader
        self._around = around
        self._paths = paths
        self._depth = depth

    def __call__(self, reading: Reading) -> Iterator[Record]:
        if self._around is not None:
            yield self._around
        if self._paths:
            yield from self._reader.records(self._paths, self._depth, reading)


def _merged(each: Collection[Seen], *, nested: bool) -> Seen:
    """What the records of several lists have together."""
    times: dict[str, int] = {}
    for seen in each:
        for key, most in seen.times.items():
            times[key] = max(most, times.get(key, 0))
    sample = list(chain.from_iterable(seen.sample for seen in each))[:HEADER_WITHIN]
    return Seen(times, sum(seen.lines for seen in each), nested or any(seen.nested for seen in each), sample)
