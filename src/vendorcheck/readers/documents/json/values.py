"""What JSON text says, as data: numbers stay text as written, and an object knows its line."""

from typing import Protocol, TypeAlias

JsonScalar: TypeAlias = str | bool | None
Json: TypeAlias = "JsonScalar | list[Json] | JsonObject"


class Places(Protocol):
    """Knows on which lines the objects of a stretch of text begin."""

    def line_of(self, ordinal: int) -> int:
        """Return the line of an object, by its place in the order in which objects end."""


class JsonObject(dict[str, Json]):
    """An object of a JSON document, which knows the line on which it begins.

    Of most objects within others nobody asks for the line, so it is found out when somebody does.
    """

    __slots__ = ("_ordinal", "_where")

    _where: int | Places
    _ordinal: int

    def put(self, where: int | Places, ordinal: int = 0) -> None:
        """Say on which line it begins, or who knows."""
        self._where = where
        self._ordinal = ordinal

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self._where if isinstance(self._where, int) else self._where.line_of(self._ordinal)


class JsonFault(Exception):  # noqa: N818 (it is a value on its way to an error that has a file's name)
    """Why a text is no JSON that is read: one of few reasons, and where."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        """Carry a reason in plain words, and the line and the character of it, both from 1."""
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column


def text_of(value: JsonScalar) -> str:
    """Return a scalar as the text of a cell; null is blank."""
    if isinstance(value, str):
        return value
    return "" if value is None else str(value).lower()


def step(key: str | int) -> str:
    """Return a key or an index as a step of a JSON pointer (RFC 6901)."""
    if isinstance(key, int):
        return f"/{key}"
    if "~" in key or "/" in key:
        key = key.replace("~", "~0").replace("/", "~1")
    return "/" + key
