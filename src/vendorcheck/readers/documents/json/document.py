"""A JSON document walked once: the items of its lists one after another, and what stands around the lists."""

from collections.abc import Callable, Generator, Iterator
from typing import NamedTuple

from vendorcheck.readers.documents.json.scanner import MAX_DEPTH, TOO_DEEP, Scanner
from vendorcheck.readers.documents.json.signs import NO_COMMA, NO_VALUE
from vendorcheck.readers.documents.json.values import Json, JsonObject

#: How many items the lists of a document may have together.
MAX_ITEMS = 150_000

#: How many values may stand outside the lists; they stay in memory.
MAX_AROUND = 200_000

TOO_MANY_ITEMS = f"its lists hold more than {MAX_ITEMS:,} items"
TOO_MUCH_AROUND = f"more than {MAX_AROUND:,} values stand outside its lists"

Path = tuple[str, ...]


class Item(NamedTuple):
    """One item of a list: the path to the list, the item's place in it from 0, its line, and what it is."""

    path: Path
    at: int
    line: int
    value: Json


class JsonDocument:
    """A document whose outermost lists are read item by item and never held as a whole.

    `frame` is its object without the items of those lists, complete once the items are exhausted; lists of nothing but
    scalars stay in it. For a document that is a list it is empty.
    """

    def __init__(self, scanner: Scanner, opens: Callable[[Path], bool]) -> None:
        """Walk the text of a scanner; objects whose path `opens` are walked into, others are held as they are."""
        self.frame = JsonObject()
        self.frame.put(1)
        self._scanner = scanner
        self._opens = opens
        self._items = 0
        self._around = 0

    def items(self) -> Iterator[Item]:
        """Yield the items of the outermost lists, scalars among them; a JsonFault for what is no JSON."""
        signs = self._scanner.signs
        match signs.peek():
            case "[":
                yield from self._list(())
            case "{":
                self.frame = self._scanner.new_object()
                yield from self._object((), self.frame)
            case _:
                signs.scalar()
        signs.end()

    def _object(self, path: Path, frame: JsonObject) -> Iterator[Item]:
        """Walk an object and fill in what is to be held of it."""
        signs = self._scanner.signs
        if len(path) > MAX_DEPTH:
            raise signs.fault(TOO_DEEP)
        sign = signs.take("{", NO_VALUE)
        if signs.peek() == "}":
            sign = signs.take("}", NO_COMMA)
        while sign != "}":
            key = signs.key(frame)
            frame[key] = yield from self._member((*path, key))
            sign = signs.take(",}", NO_COMMA)

    def _member(self, path: Path) -> Generator[Item, None, Json]:
        sign = self._scanner.signs.peek()
        if sign == "[":
            self._hold(1)
            return (yield from self._list(path))
        if sign == "{" and self._opens(path):
            frame = self._scanner.new_object()
            yield from self._object(path, frame)
            return frame
        return self._held()

    def _list(self, path: Path) -> Generator[Item, None, Json]:
        """Walk a list; return its scalars where it holds nothing else."""
        scanner, signs = self._scanner, self._scanner.signs
        scalars: list[Json] = []
        plain = True
        sign = signs.take("[", NO_VALUE)
        if signs.peek() == "]":
            sign = signs.take("]", NO_COMMA)
        at = 0
        while sign != "]":
            nested = signs.peek() in ("{", "[")
            line = signs.pages.line()
            if nested and plain:
                plain = False
                scalars.clear()
            value = scanner.item() if nested else self._held()
            if plain:
                scalars.append(value)
            yield Item(path, at, line, value)
            at += 1
            self._items += 1
            if self._items > MAX_ITEMS:
                raise signs.fault(TOO_MANY_ITEMS)
            sign = signs.take(",]", NO_COMMA)
        return scalars

    def _held(self) -> Json:
        """A value outside the lists, which stays in memory."""
        before = self._scanner.values
        value = self._scanner.value()
        self._hold(self._scanner.values - before)
        return value

    def _hold(self, values: int) -> None:
        """Count values that stay in memory."""
        self._around += values
        if self._around > MAX_AROUND:
            raise self._scanner.signs.fault(TOO_MUCH_AROUND)


class JsonSequence:
    """Several values one after another, read as the items of one list; nothing stands around them."""

    def __init__(self, scanner: Scanner) -> None:
        """Read the text of a scanner."""
        self.frame = JsonObject()
        self.frame.put(1)
        self._scanner = scanner

    def items(self) -> Iterator[Item]:
        """Yield the values; a JsonFault for what is no JSON."""
        signs = self._scanner.signs
        at = 0
        while signs.peek():
            line = signs.pages.line()
            yield Item((), at, line, self._scanner.item() if signs.peek() in ("{", "[") else signs.scalar())
            at += 1
            if at > MAX_ITEMS:
                raise signs.fault(TOO_MANY_ITEMS)
