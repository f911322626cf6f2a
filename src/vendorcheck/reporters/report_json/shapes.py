"""How a record of the model stands in JSON: one table of keys for each, by which it is written and read."""

from collections.abc import Callable
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

Data = dict[str, Any]
Record = TypeVar("Record")


class Form(NamedTuple):
    """How a value is written as plain data, and read from it."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _same(value: Any) -> Any:  # noqa: ANN401 (a value of JSON)
    return value


#: Texts, numbers, truths and null.
PLAIN = Form(_same, _same)
#: What follows from other keys: written for those who read the report, and not read back.
DERIVED = Form(_same, _same)


def row(data: Any) -> tuple[Any, ...]:  # noqa: ANN401 (a value of JSON)
    """Return a row of values; a text or an object is none, though Python would take it for one."""
    if not isinstance(data, list):
        raise TypeError(data)
    return tuple(data)


#: A row of plain values.
PLAINS = Form(list, row)
#: A day.
DAY = Form(date.isoformat, date.fromisoformat)
#: Pairs of plain values, as of first and last lines.
PAIRS = Form(lambda pairs: [list(pair) for pair in pairs], lambda pairs: tuple(map(row, row(pairs))))
#: Plain values by name.
BY_NAME = Form(dict, dict)


def many(form: "Form | Shape[Any]") -> Form:
    """Return how a row of values is written and read."""
    write, read = form.write, form.read
    return Form(lambda values: [write(value) for value in values], lambda data: tuple(map(read, row(data))))


def maybe(form: "Form | Shape[Any]") -> Form:
    """Return how a value is written and read that may be missing."""
    write, read = form.write, form.read
    return Form(
        lambda value: None if value is None else write(value), lambda data: None if data is None else read(data)
    )


class Shape(Generic[Record]):
    """The keys of a record in their order, each with how its value is written; `as_field` names those that differ."""

    def __init__(self, make: Callable[..., Record], keys: dict[str, "Form | Shape[Any]"], **as_field: str) -> None:
        """Describe records that are made by keyword."""
        self._make = make
        self._keys = [(key, as_field.get(key, key), form.write) for key, form in keys.items()]
        self._read = [(key, as_field.get(key, key), form.read) for key, form in keys.items() if form is not DERIVED]

    def write(self, record: Record) -> Data:
        """Return a record as plain data."""
        return {
            key: getattr(record, field) if write is _same else write(getattr(record, field))
            for key, field, write in self._keys
        }

    def read(self, data: Data) -> Record:
        """Return the record that plain data stand for; a KeyError where a key is missing."""
        return self._make(**{field: data[key] if read is _same else read(data[key]) for key, field, read in self._read})


def plain(*keys: str) -> dict[str, Form | Shape[Any]]:
    """Return keys whose values are plain."""
    return dict.fromkeys(keys, PLAIN)


def plains(*keys: str) -> dict[str, Form | Shape[Any]]:
    """Return keys whose values are rows of plain values."""
    return dict.fromkeys(keys, PLAINS)
