"""Objects of any shape to records: nested objects become dotted keys, and what lists the parts of a thing its parts."""

from collections.abc import Callable, Iterator

from vendorcheck.model.bom import IDENTITY_ROLES, Role
from vendorcheck.readers.documents.cells import Cell, Record
from vendorcheck.readers.documents.json.values import Json, JsonObject, step, text_of
from vendorcheck.readers.documents.keys import lists_facts, lists_parts
from vendorcheck.readers.tables.row_kinds import GROUP

#: Roles that tell a thing from a remark about one: an object with such a key is a line of its own.
THING_ROLES: frozenset[Role] = frozenset(("maker", "brand", "part", "mac", "fcc_id"))

#: Longer keys are no headings; all that stands deeper below one is taken together.
MAX_KEY = 500

#: A longer pointer is not made longer still: it leads to what the cell stands in.
MAX_POINTER = 2_000

_IDENTITY = frozenset(IDENTITY_ROLES)
_NESTED = {list, JsonObject}


class Flattener:
    """Turns objects into records, each followed by those of its parts."""

    def __init__(self, roles: Callable[[str], tuple[Role, ...]]) -> None:
        """Tell parts by the roles of their keys."""
        self._roles = roles

    def records(self, thing: JsonObject, pointer: str, depth: int = 0) -> Iterator[Record]:
        """Yield the record of an object, and behind it those of its parts, one deeper."""
        if _NESTED.isdisjoint(map(type, thing.values())):
            yield Record(thing.line, pointer, thing, depth)
            return
        flat = _Flat(self._is_part, self._knows)
        flat.add_members(thing, "", "")
        values = {key: tuple(cells) for key, cells in flat.cells.items()}
        is_group = bool(flat.parts) and not any(map(self._identifies, values))
        yield Record(thing.line, pointer, values, depth, aside=GROUP if is_group else None)
        for part, where in flat.parts:
            yield from self.records(part, _further(pointer, where), depth + 1)

    def _is_part(self, key: str, thing: JsonObject) -> bool:
        """Whether an object listed under a key is a part of what lists it, and does not just say more about it."""
        last = key.rpartition(".")[2]
        if lists_parts(last):
            return True
        if lists_facts(last) or self._knows(key):
            return False
        return any(not THING_ROLES.isdisjoint(self._roles(each)) for each in _own_keys(thing))

    def _identifies(self, key: str) -> bool:
        return not _IDENTITY.isdisjoint(self._roles(key))

    def _knows(self, key: str) -> bool:
        return self._roles(key) not in (("ignored",), ("unclassified",))


def _own_keys(thing: JsonObject, key: str = "") -> Iterator[str]:
    """The dotted keys of an object, without what it lists."""
    for name, value in thing.items():
        dotted = _dotted(key, name)
        if isinstance(value, JsonObject):
            yield from _own_keys(value, dotted)
        else:
            yield dotted


def _dotted(key: str, name: str) -> str:
    if len(key) >= MAX_KEY:
        return key
    return f"{key}.{name}" if key else name


def _further(pointer: str, steps: str) -> str:
    return pointer + steps if len(pointer) + len(steps) <= MAX_POINTER else pointer


class _Flat:
    """The cells of an object by dotted key, and its parts with the pointers to them."""

    def __init__(self, is_part: Callable[[str, JsonObject], bool], knows: Callable[[str], bool]) -> None:
        self.cells: dict[str, list[Cell]] = {}
        self.parts: list[tuple[JsonObject, str]] = []
        self._is_part = is_part
        self._knows = knows

    def add_members(self, thing: JsonObject, key: str, pointer: str) -> None:
        for name, value in thing.items():
            self._add(_dotted(key, name), _further(pointer, step(name)), value)

    def _add(self, key: str, pointer: str, value: Json) -> None:
        if isinstance(value, JsonObject):
            self.add_members(value, key, pointer)
        elif isinstance(value, list):
            for at, item in enumerate(value):
                self._add_item(key, _further(pointer, step(at)), item)
        else:
            self.cells.setdefault(key, []).append(Cell(text_of(value), pointer))

    def _add_item(self, key: str, pointer: str, item: Json) -> None:
        if not isinstance(item, JsonObject):
            self._add(key, pointer, item)
        elif self._is_part(key, item):
            self.parts.append((item, pointer))
        elif lists_facts(key.rpartition(".")[2]) and isinstance(item.get("name"), str) and "value" in item:
            fact = _dotted(key, str(item["name"]))
            if self._knows(fact):  # of the many others nothing is screened
                self._add(fact, _further(pointer, step("value")), item["value"])
        else:
            self.add_members(item, key, pointer)
