"""One pass over a file's bytes: its digest and the encoding that reads all of them."""

import codecs
import hashlib
from typing import BinaryIO, NamedTuple

CHUNK = 1 << 20

#: Bytes that Windows-1252 leaves undefined; a file that holds one is read as Latin-1.
_UNDEFINED_1252 = (0x81, 0x8D, 0x8F, 0x90, 0x9D)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Survey(NamedTuple):
    """What the bytes of a file came to."""

    digest: str
    encoding: str
    size: int
    head: bytes


def survey(file: BinaryIO) -> Survey:
    """Read the file from its start to its end and return its digest, encoding, size and first bytes."""
    file.seek(0)
    digest, evidence, size, head = hashlib.sha256(), _Evidence(), 0, b""
    while chunk := file.read(CHUNK):
        head = head or chunk[:4096]
        digest.update(chunk)
        evidence.weigh(chunk)
        size += len(chunk)
    return Survey(digest.hexdigest(), _marked(head) or evidence.encoding(), size, head)


def _marked(head: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    return unmarked_utf16(head)


def unmarked_utf16(head: bytes) -> str | None:
    """Return the encoding of text in UTF-16 without a mark, which shows as NULs in every other byte."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) or max(even, odd) * 4 <= len(head):
        return None
    return "utf-16-le" if odd else "utf-16-be"


class _Evidence:
    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._utf8 = True
        self._undefined = False

    def weigh(self, chunk: bytes) -> None:
        if chunk.isascii() and not self._decoder.getstate()[0]:
            return
        if self._utf8:
            try:
                self._decoder.decode(chunk)
            except UnicodeDecodeError:
                self._utf8 = False
        self._undefined = self._undefined or any(byte in chunk for byte in _UNDEFINED_1252)

    def encoding(self) -> str:
        if self._utf8 and not self._decoder.getstate()[0]:
            return "utf-8"
        return "latin-1" if self._undefined else "cp1252"
