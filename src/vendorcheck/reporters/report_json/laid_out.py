"""A report as it is laid out here: a key a line, and the items of a row one a line, so that it is read as it comes."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vendorcheck.reporters.report_json.shapes import Data
from vendorcheck.reporters.report_json.strict import decoded

#: No line is longer, in characters: one of a report holds one line or finding, or one value.
MAX_LINE = 16 * 2**20

_KEY = re.compile(r'  "([a-z_]+)": (.*)', re.DOTALL)

#: Reads the items of a row one after another, with what has been read before it.
Take = Callable[[Data, Iterator[Any]], Any]


class OtherLayoutError(Exception):
    """A text that is not laid out so, whatever else it is."""


def read_laid_out(lines: Iterator[str], takes: Mapping[str, Take]) -> Data:
    """Return the data of a text, line by line; rows of these names are taken in as they come.

    An OtherLayoutError where it is laid out otherwise; a ValueError where a value is no JSON.
    """
    if next(lines, "") != "{\n":
        raise OtherLayoutError
    data: Data = {}
    text = _piece(lines)
    while True:
        key, start = _key(text, data)
        if key in takes and start == "[\n":
            row = _Row(lines)
            data[key] = takes[key](data, iter(row))
            text, more = _piece(lines), row.more
        else:
            value, text = _value(start, lines)
            data[key], more = _read(value)
        if not more:
            if text != "}\n" or next(lines, ""):
                raise OtherLayoutError
            return data


def _key(text: str, data: Data) -> tuple[str, str]:
    """The key that a line begins, which has not been said before, and what follows it."""
    found = _KEY.fullmatch(text)
    if found is None or found[1] in data:
        raise OtherLayoutError
    return found[1], found[2]


def _value(text: str, lines: Iterator[str]) -> tuple[str, str]:
    """The text of a value, and the line after it: the next that begins a key or ends all."""
    pieces = [text]
    for line in lines:
        if line.startswith(('  "', "}")):
            return "".join(pieces), line
        pieces.append(line)
    raise OtherLayoutError


def _read(text: str) -> tuple[Any, bool]:
    """The value of a text, and whether a comma says that more comes."""
    bare = text.rstrip("\n")
    more = bare.endswith(",")
    return decoded(bare[:-1] if more else bare), more


class _Row:
    """The items of a row; `more` says, when they are read, whether another key follows."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.more = False

    def __iter__(self) -> Iterator[Any]:
        expected = True
        while not (line := _piece(self._lines)).startswith("  ]"):
            if not expected or not line.startswith("    "):
                raise OtherLayoutError
            value, expected = _read(line)
            yield value
        if expected or line not in ("  ]\n", "  ],\n"):
            raise OtherLayoutError
        self.more = line == "  ],\n"


def _piece(lines: Iterator[str]) -> str:
    line = next(lines, None)
    if line is None:
        raise OtherLayoutError
    return line
