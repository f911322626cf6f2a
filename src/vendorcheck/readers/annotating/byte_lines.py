"""The physical lines of a text file as bytes, with their line ends."""

import codecs
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

CHUNK = 1 << 20

#: Encodings of two or four bytes a sign, in which a line end is not a byte.
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

#: Encodings in which a byte means something else after another: ASCII is safe between them.
_SHIFTING = ("iso2022", "hz", "utf-7")


def plain_encoding(encoding: str, head: bytes) -> str:
    """Return the encoding of text in the middle of a file that begins so: without a mark, in its order of bytes."""
    name = codecs.lookup(encoding).name
    if name in ("utf-16", "utf-32"):
        big = head.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
        return f"{name}-{'be' if big else 'le'}"
    return "utf-8" if name == "utf-8-sig" else name


def encoded(text: str, encoding: str) -> bytes:
    """Return a text to be put between others; signs that the encoding lacks become escapes."""
    return text.encode("ascii" if encoding.startswith(_SHIFTING) else encoding, "backslashreplace")


def line_end(line: bytes, encoding: str) -> bytes:
    """Return what ends a line; nothing for the last one of a file that ends without."""
    ends = (encoded(end, encoding) for end in ("\r\n", "\n", "\r"))
    return next((end for end in ends if line.endswith(end)), b"")


def byte_lines(file: BinaryIO, encoding: str) -> Iterator[bytes]:
    """Yield the lines of a file from its start; put together they are its bytes."""
    file.seek(0)
    chunks = iter(lambda: file.read(CHUNK), b"")
    return _wide(chunks, encoding) if encoding in _WIDE else _narrow(chunks)


def _narrow(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        lines = (rest + chunk).splitlines(keepends=True)
        rest = b"" if lines[-1].endswith(b"\n") else lines.pop()  # a line feed may follow its carriage return
        yield from lines
    yield from rest.splitlines(keepends=True)


def _wide(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Lines of signs of several bytes, decoded and encoded so that nothing is lost."""
    rest = ""
    for chunk in chunks:
        lines = list(io.StringIO(rest + chunk.decode(encoding, "surrogatepass"), newline=""))
        rest = "" if lines[-1].endswith("\n") else lines.pop()
        yield from (line.encode(encoding, "surrogatepass") for line in lines)
    yield from (line.encode(encoding, "surrogatepass") for line in io.StringIO(rest, newline=""))
