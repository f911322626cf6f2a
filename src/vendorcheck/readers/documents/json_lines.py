"""Bills as JSON Lines, an object on each line: read a line at a time, however many there are."""

from collections.abc import Iterator
from typing import NamedTuple

from vendorcheck.model.bom import Reading
from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.documents.cells import Record
from vendorcheck.readers.documents.flatten import Flattener
from vendorcheck.readers.documents.json.pages import Pages
from vendorcheck.readers.documents.json.quick import QuickReader
from vendorcheck.readers.documents.json.scanner import MAX_DEPTH, Scanner
from vendorcheck.readers.documents.json.text import Lost, encoding_of, text_chunks
from vendorcheck.readers.documents.json.values import Json, JsonFault, JsonObject
from vendorcheck.readers.documents.keys import roles_of_key, seller_of_key
from vendorcheck.readers.documents.layout import Kind
from vendorcheck.readers.documents.opened import Opened, Seen, roles_chosen
from vendorcheck.readers.documents.table import DocumentBill, Looking, bill_with, table_of
from vendorcheck.readers.source import Source

#: How long a line may be, in characters; a longer one is counted and not read.
MAX_LINE = 1 << 22

#: How many lines may hold no object, or an empty one, before the file is taken for something else.
MAX_EMPTY = 100_000

NOT_AN_OBJECT = "not a JSON object"
LINE_TOO_LONG = f"a line of more than {MAX_LINE:,} characters"


class NumberedLine(NamedTuple):
    """A line of text that is not blank, with its number; without its text where that is too long."""

    number: int
    text: str | None


def open_json_lines(source: Source, choices: Choices) -> DocumentBill:
    """Return the bill, whose lines are read twice: for their keys, and for what they hold."""
    kind = Kind("jsonl", roles_chosen(choices, roles_of_key), sellers=seller_of_key)
    opened = Opened.of(source, kind, choices, encoding_of(source, choices))
    reader = _LinesReader(opened)
    seen = reader.look()
    if not seen.lines:
        raise NothingToScreenError(
            "no_table",
            f"no line of {source.name} holds a JSON object with anything in it",
            spot=Spot(source.name),
            help="Each line of JSON Lines is an object with the same few keys, and no comma follows it.",
        )
    return bill_with(source, choices, [table_of(opened, seen, reader.records)])


class _LinesReader:
    """Reads the lines of a file, as often as it is asked to."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._flattener = Flattener(opened.kind.roles)

    def look(self) -> Seen:
        """Return what the lines hold; an error where very many hold nothing that is read."""
        looking, empty = Looking(self._opened.source.name), 0
        for record in self.records(Reading()):
            looking.add(record)
            empty += record.blank
            self._check(empty, record.line)
        return looking.seen

    def records(self, reading: Reading) -> Iterator[Record]:
        """Yield the records of every line that holds an object; the others are counted."""
        lost = reading.broken_characters.add
        lines = LineReader(lost)
        for line in numbered_lines(text_chunks(self._opened.source, self._opened.encoding, lost), reading):
            try:
                thing = lines.read(line)
            except JsonFault as fault:
                reading.not_read(fault.reason, line.number)
                self._check(reading.unreadable_count, line.number)
                continue
            yield from self._flattener.records(thing, "")

    def _check(self, empty: int, line: int) -> None:
        """Refuse a file of which very many lines hold nothing: it is something else, and would be read for long."""
        if empty > MAX_EMPTY:
            raise VendorcheckError(
                "bill_unreadable",
                f"more than {MAX_EMPTY:,} lines of {self._opened.source.name} hold no JSON object, or an empty one",
                spot=Spot(self._opened.source.name, line),
                help="Export the bill again: each line of JSON Lines is an object.",
            )


class LineReader:
    """Reads lines that each are an object."""

    def __init__(self, lost: Lost) -> None:
        """Begin; the lines of texts with characters that are none are told to `lost`."""
        self._lost = lost
        self._quick = QuickReader(lost)

    def read(self, line: NumberedLine) -> JsonObject:
        """Return the object on a line; a JsonFault with the reason why there is none."""
        if line.text is None:
            raise JsonFault(LINE_TOO_LONG, line.number, 1)
        value = self._quick.whole(line.text, line.number, MAX_DEPTH)
        if value is None:
            value = self._with_care(line.text, line.number)
        if not isinstance(value, JsonObject):
            raise JsonFault(NOT_AN_OBJECT, line.number, 1)
        return value

    def holds_object(self, line: NumberedLine) -> bool:
        """Return whether a line is one whole object."""
        try:
            self.read(line)
        except JsonFault:
            return False
        return True

    def _with_care(self, text: str, number: int) -> Json:
        scanner = Scanner(Pages(iter((text,)), number), self._lost)
        value = scanner.value()
        scanner.signs.end()
        return value


def numbered_lines(chunks: Iterator[str], reading: Reading) -> Iterator[NumberedLine]:
    """Yield the lines of a text that are not blank; blank ones are counted."""
    number, rest, too_long = 0, "", False
    for chunk in chunks:
        if not rest and not too_long and chunk.isspace():
            blank = chunk.count("\n")
            if blank:
                reading.blank.add(number + 1, number + blank)
            number += blank
            rest = chunk.rpartition("\n")[2]
            continue
        *whole, rest = (rest + chunk).split("\n")
        for text in whole:
            number += 1
            yield from _line(number, text, reading, too_long=too_long)
            too_long = False
        if len(rest) > MAX_LINE:
            rest, too_long = "", True
    if rest or too_long:
        yield from _line(number + 1, rest, reading, too_long=too_long)


def _line(number: int, text: str, reading: Reading, *, too_long: bool) -> Iterator[NumberedLine]:
    if too_long or len(text) > MAX_LINE:
        yield NumberedLine(number, None)
    elif text.strip():
        yield NumberedLine(number, text)
    else:
        reading.blank.add(number)
