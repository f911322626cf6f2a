"""The file of an index: numbers and texts one after another, read where they lie."""

import sys
from array import array
from collections.abc import Mapping, Sequence
from json import dumps, loads
from typing import Literal

from vendorcheck.model.errors import VendorcheckError

MAGIC = b"vendorcheck names 2 " + sys.byteorder.encode() + b"\n"

#: Every part begins at a multiple of so many bytes, so that its numbers can be read where they lie.
_ALIGNED = 8

#: How many bytes say how long the head is.
_LENGTH = 8


def is_readable(content: bytes) -> bool:
    """Return whether this is an index of this version, made by a machine that orders the bytes of numbers alike."""
    return content.startswith(MAGIC)


class Parts:
    """The parts of an index by their names, read where they lie."""

    def __init__(self, content: memoryview) -> None:
        """Read the head; an error for what is no index of this version."""
        begin = len(MAGIC) + _LENGTH
        if len(content) < begin or content[: len(MAGIC)] != MAGIC:
            raise _refused("was written by another version")
        length = int.from_bytes(content[len(MAGIC) : begin], "little")
        try:
            self._places: dict[str, tuple[Literal["B", "I", "Q"], int, int]] = loads(
                bytes(content[begin : begin + length])
            )
        except ValueError as error:
            raise _refused("is damaged") from error
        self._body = content[begin + length :]
        if any(start + size > len(self._body) for _, start, size in self._places.values()):
            raise _refused("is not whole")

    def numbers(self, name: str) -> memoryview:
        """Return the numbers of a part."""
        code, start, size = self._places[name]
        return self._body[start : start + size].cast(code)

    def texts(self, name: str) -> "Texts":
        """Return the texts of a part."""
        return Texts(self.numbers(f"{name}.starts"), self.numbers(f"{name}.texts"))


def _refused(what: str) -> VendorcheckError:
    return VendorcheckError("list_invalid", f"an index of names {what}", help="Import the list again.")


class Texts:
    """Texts one after another, by their numbers."""

    def __init__(self, starts: memoryview, blob: memoryview) -> None:
        """Read them from a blob of UTF-8 and where each begins."""
        self._starts, self._blob = starts, blob

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._starts) - 1

    def __getitem__(self, at: int) -> str:
        """Return a text."""
        return str(self._blob[self._starts[at] : self._starts[at + 1]], "utf-8")


def texts_parts(name: str, texts: Sequence[str]) -> dict[str, "array[int]"]:
    """Return the parts that hold texts."""
    starts, blob = array("I", (0,)), bytearray()
    for text in texts:
        blob += text.encode()
        starts.append(len(blob))
    return {f"{name}.starts": starts, f"{name}.texts": array("B", blob)}


def written(parts: Mapping[str, "array[int]"]) -> bytes:
    """Return the file of these parts."""
    places: dict[str, tuple[str, int, int]] = {}
    body: list[bytes | memoryview] = []
    end = 0
    for name, numbers in parts.items():
        gap = bytes(-end % _ALIGNED)
        content = memoryview(numbers).cast("B") if numbers else b""
        places[name] = (numbers.typecode, end + len(gap), len(content))
        body += gap, content
        end += len(gap) + len(content)
    head = dumps(places).encode()
    head += b" " * (-(len(MAGIC) + _LENGTH + len(head)) % _ALIGNED)
    return b"".join((MAGIC, len(head).to_bytes(_LENGTH, "little"), head, *body))
