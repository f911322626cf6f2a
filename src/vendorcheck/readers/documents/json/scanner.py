"""JSON text to values, within bounds on depth and size: without recursion, and with the place of whatever is wrong."""

from collections.abc import Callable

from vendorcheck.readers.documents.json.pages import Pages
from vendorcheck.readers.documents.json.quick import QuickReader
from vendorcheck.readers.documents.json.signs import NO_COMMA, NO_VALUE, Signs
from vendorcheck.readers.documents.json.values import Json, JsonObject

#: How deep values may stand in one another.
MAX_DEPTH = 100

#: How many values one item of a list may hold, all levels together; in memory they take up to 200 bytes each.
MAX_VALUES = 500_000

#: How many values the items of all lists may hold together.
MAX_IN_ALL = 4_000_000

#: How many values are read one sign after another, where they could not be read in one go: that takes longer.
MAX_SLOW = 250_000

TOO_DEEP = f"values stand more than {MAX_DEPTH} deep in one another"
TOO_MANY = f"one item holds more than {MAX_VALUES:,} values"
TOO_MANY_IN_ALL = f"it holds more than {MAX_IN_ALL:,} values"
TOO_LARGE = "too much of it stands in items that are very large"


class Scanner:
    """Reads one value after another; `values` counts those that are held, as an upper bound."""

    def __init__(self, pages: Pages, lost: Callable[[int], None]) -> None:
        """Read these pages; the lines of texts with characters that are none are told to `lost`."""
        self.signs = Signs(pages, lost)
        self.values = 0
        self._quick = QuickReader(lost)
        self._depth = 0
        self._slowly = 0
        self._in_all = 0

    def value(self) -> Json:
        """Return the next value with all it holds; every value in it is counted."""
        if self.signs.peek() in ("{", "["):
            quick = self._counted(MAX_DEPTH)
            return self._large() if quick is None else quick
        self.values += 1
        return self.signs.scalar()

    def item(self) -> Json:
        """Return the list or object that begins at the sign in hand; only what is large counts as held."""
        quick = self._quick.read(self.signs.pages, MAX_DEPTH)
        if quick is None:
            return self._large()
        self._in_all += self._quick.values
        if self._in_all > MAX_IN_ALL:
            raise self.signs.fault(TOO_MANY_IN_ALL)
        return quick

    def new_object(self) -> JsonObject:
        """Return an empty object that begins here."""
        made = JsonObject()
        made.put(self.signs.pages.line())
        return made

    def _counted(self, room: int) -> Json:
        """A value that is small and sound; None for another, of which nothing is passed."""
        quick = self._quick.read(self.signs.pages, room)
        if quick is not None:
            self.values += self._quick.values
        return quick

    def _large(self) -> Json:
        """The list or object that begins here, one sign after another but for what is small enough within it."""
        most = self.values + MAX_VALUES
        whole = self._opened()
        around = [whole]
        ends = self._closes(whole)
        while around:
            if ends:
                around.pop()
                ends = bool(around) and self._passes(around[-1])
                continue
            self._depth = len(around)
            opened = self._add_to(around[-1])
            self._count(most)
            if opened is None:
                ends = self._passes(around[-1])
            else:
                around.append(opened)
                ends = self._closes(opened)
        self._depth = 0
        return whole

    def _opened(self) -> JsonObject | list[Json]:
        """A list or object of which only the bracket is read."""
        if self._depth >= MAX_DEPTH:
            raise self.signs.fault(TOO_DEEP)
        made = self.new_object()
        return made if self.signs.take("{[", NO_VALUE) == "{" else []

    def _closes(self, value: JsonObject | list[Json]) -> bool:
        """Whether a list or object that has just begun is empty; its end is passed then."""
        if self.signs.peek() != _closing(value):
            return False
        self.signs.pages.at += 1
        return True

    def _passes(self, within: JsonObject | list[Json]) -> bool:
        """Pass what follows a value; whether that is the end of what it stands in."""
        return self.signs.take("," + _closing(within), NO_COMMA) != ","

    def _add_to(self, within: JsonObject | list[Json]) -> JsonObject | list[Json] | None:
        """Read one member of a list or object; return it where it is large, and so only begun."""
        key = self.signs.key(within) if isinstance(within, JsonObject) else ""
        nested = self.signs.peek() in ("{", "[")
        value = self._counted(MAX_DEPTH - self._depth) if nested else self.signs.scalar()
        opened = self._opened() if nested and value is None else None
        if isinstance(within, JsonObject):
            within[key] = value if opened is None else opened
        else:
            within.append(value if opened is None else opened)
        return opened

    def _count(self, most: int) -> None:
        self.values += 1
        self._slowly += 1
        if self.values > most or self._slowly > MAX_SLOW:
            raise self.signs.fault(TOO_MANY if self.values > most else TOO_LARGE)


def _closing(value: JsonObject | list[Json]) -> str:
    return "}" if isinstance(value, JsonObject) else "]"
