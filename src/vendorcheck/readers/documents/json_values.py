"""What JSON text says, as data: numbers stay text as written, and an object knows its line."""

from typing import TypeAlias

JsonScalar: TypeAlias = str | bool | None
Json: TypeAlias = "JsonScalar | list[Json] | JsonObject"


class JsonObject(dict[str, Json]):
    """An object of a JSON document, and the line on which it begins."""

    __slots__ = ("line",)

    line: int


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
    return "/" + str(key).replace("~", "~0").replace("/", "~1")
