"""The lists of a JSON document as records: what they hold at a first look, and then their lines."""

from collections import Counter
from collections.abc import Collection, Iterator

from vendorcheck.model.bom import Reading
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cells import Record
from vendorcheck.readers.documents.flatten import Flattener
from vendorcheck.readers.documents.grid import BEYOND, Grid, grid_of, is_row, row_of
from vendorcheck.readers.documents.json.document import Item, JsonDocument, JsonSequence, Path
from vendorcheck.readers.documents.json.signs import GOES_ON
from vendorcheck.readers.documents.json.text import (
    Lost,
    NotJsonError,
    document_of,
    items_of,
    sequence_of,
    unheard,
)
from vendorcheck.readers.documents.json.values import Json, JsonObject, step
from vendorcheck.readers.documents.opened import Opened, Seen
from vendorcheck.readers.documents.table import Looking, within_bounds
from vendorcheck.readers.tables.header import HEADER_WITHIN

#: How many lists a document may have, those within lines aside.
MAX_LISTS = 1_000

NOT_AN_OBJECT = "a value that is no object, in a list of objects"


class Listed:
    """What a first look at one list of a document came to: objects, or rows of cells."""

    def __init__(self, name: str) -> None:
        """Begin with nothing, in a file of this name."""
        self.looking = Looking(name)
        self.holds_objects = False
        self.grid = Grid((), None)
        self._rows: list[tuple[int, list[str]]] = []
        self._count = 0
        self._width = 0

    def add_row(self, at: int, row: list[str]) -> None:
        """Take in a row of cells that stands at a place of the list, from 0; one that is blank counts for nothing."""
        if not any(map(str.strip, row)):
            return
        self._count += 1
        self._width = max(self._width, len(row))
        if len(self._rows) < HEADER_WITHIN:
            self._rows.append((at, row))

    @property
    def is_table(self) -> bool:
        """Whether it holds objects or rows, and so is no list of mere values."""
        return self.holds_objects or self._count > 0

    def find_grid(self, name: str, around: JsonObject, choices: Choices) -> None:
        """Find the headings of its rows."""
        if not self.holds_objects:
            self.grid = grid_of(name, self._rows, around, choices)

    @property
    def seen(self) -> Seen:
        """What its records have."""
        if self.holds_objects:
            return self.looking.seen
        headings = self.grid.headings
        times = dict(Counter(headings))
        if self._width > len(headings):
            times[BEYOND] = self._width - len(headings)
        above = 0 if self.grid.row is None else sum(at <= self.grid.row for at, _ in self._rows)
        items = [Item((), at, 1, list(row)) for at, row in self._rows]
        sample = [record for item in items if (record := self.grid.record(item, "", Reading()))]
        return Seen(times, self._count - above, nested=False, sample=sample)


class JsonReader:
    """Walks a document, as often as it is asked to."""

    def __init__(self, opened: Opened) -> None:
        """Walk this file."""
        self.frame = JsonObject()
        self.lists: dict[Path, Listed] = {}
        self._opened = opened
        self._flattener = Flattener(opened.kind.roles)
        self._several = False

    def look(self, choices: Choices) -> None:
        """Find the lists of the document and what stands around them."""
        try:
            self._look()
        except NotJsonError as error:
            if error.reason != GOES_ON:
                raise
            self.lists.clear()
            self._several = True
            self._look()
        for path, listed in self.lists.items():
            listed.find_grid(self._opened.source.name, self._around(path), choices)

    def _look(self) -> None:
        source = self._opened.source
        document = self._document(unheard)
        for listed, record in within_bounds(source.name, self._listed(items_of(source, document))):
            listed.looking.add(record)
        self.frame = document.frame

    def _listed(self, items: Iterator[Item]) -> Iterator[tuple[Listed, Record]]:
        """The records of objects, each with the list that it stands in; rows of cells are taken in on the way."""
        for item in items:
            if item.path not in self.lists:
                self._add_list(item)
            listed = self.lists[item.path]
            if is_row(item.value):
                listed.add_row(item.at, row_of(item.value))
                continue
            for thing, pointer in _things(item.value, _pointer(item)):
                listed.holds_objects = True
                for record in self._flattener.records(thing, pointer):
                    yield listed, record

    def _add_list(self, item: Item) -> None:
        name = self._opened.source.name
        if len(self.lists) >= MAX_LISTS:
            raise VendorcheckError(
                "bill_unsupported",
                f"{name} holds more than {MAX_LISTS:,} lists, so they are no tables",
                spot=Spot(name, item.line),
                help="Write the lines of the bill as one list of objects, each with the same few keys.",
            )
        self.lists[item.path] = Listed(name)

    def of_frame(self) -> Record:
        """Return what stands around the lists as one record."""
        return next(self._flattener.records(self.frame, ""))

    def records(self, paths: Collection[Path], depth: int, reading: Reading) -> Iterator[Record]:
        """Yield the records of some lists, in the order of the file."""
        for item in items_of(self._opened.source, self._document(reading.broken_characters.add)):
            if item.path in paths:
                yield from self._of_item(item, depth, reading)

    def _document(self, lost: Lost) -> JsonDocument | JsonSequence:
        source, encoding = self._opened.source, self._opened.encoding
        return sequence_of(source, encoding, lost) if self._several else document_of(source, encoding, _opens_all, lost)

    def _of_item(self, item: Item, depth: int, reading: Reading) -> Iterator[Record]:
        listed, pointer = self.lists[item.path], _pointer(item)
        if is_row(item.value) and not listed.holds_objects:
            row = listed.grid.record(item, pointer, reading)
            if row is not None:
                yield row._replace(depth=depth)
            return
        if item.value is None:
            reading.blank.add(item.line)
        elif not _only_objects(item.value):
            reading.not_read(NOT_AN_OBJECT, item.line)
        for thing, where in _things(item.value, pointer):
            yield from self._flattener.records(thing, where, depth)

    def _around(self, path: Path) -> JsonObject:
        """The object that holds a list."""
        around = self.frame
        for key in path[:-1]:
            inner = around.get(key)
            around = inner if isinstance(inner, JsonObject) else around
        return around


def _opens_all(_: Path) -> bool:
    return True


def pointer_to(path: Path) -> str:
    """Return the pointer to what stands at a path."""
    return "".join(step(key) for key in path)


def _pointer(item: Item) -> str:
    return pointer_to(item.path) + step(item.at)


def _things(value: Json, pointer: str) -> Iterator[tuple[JsonObject, str]]:
    """The objects that an item is, or that stand in lists within it."""
    if isinstance(value, JsonObject):
        yield value, pointer
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _things(inner, pointer + step(at))


def _only_objects(value: Json) -> bool:
    """Whether a value is an object, or a list of nothing else."""
    if isinstance(value, list):
        return bool(value) and all(map(_only_objects, value))
    return isinstance(value, JsonObject)
