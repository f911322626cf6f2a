"""One pass over a file's bytes: its digest and the encoding that reads all of them."""

import codecs
import hashlib
import os
import re
from typing import BinaryIO, NamedTuple

CHUNK = 1 << 20

#: Bytes that Windows-1252 leaves undefined; a file that holds one is read as Latin-1.
_UNDEFINED_1252 = (0x81, 0x8D, 0x8F, 0x90, 0x9D)

_BEYOND_ASCII = bytes(range(0x80, 0x100))
#: Letters beyond ASCII stand alone or in pairs in Western text; elsewhere they make whole words.
_FOREIGN_WORD = re.compile(rb"[\xa1-\xff]{4,}")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class State(NamedTuple):
    """What shows that a file has been written to: its size in bytes, and when that was, in nanoseconds."""

    size: int
    written: int

    @classmethod
    def of(cls, file: BinaryIO) -> "State":
        """Return the state that a file is in now."""
        status = os.fstat(file.fileno())
        return cls(status.st_size, status.st_mtime_ns)


class Survey(NamedTuple):
    """What the bytes of a file came to.

    `encoding` is empty where none that is known reads it, and `lossy` where it may not read every character.
    """

    digest: str
    encoding: str
    lossy: bool
    state: State
    head: bytes


def survey(file: BinaryIO) -> Survey:
    """Read the file from its start to its end and return its digest, its encoding and its first bytes."""
    state = State.of(file)
    file.seek(0)
    digest, evidence, head = hashlib.sha256(), _Evidence(), b""
    while chunk := file.read(CHUNK):
        head = head or chunk[:4096]
        digest.update(chunk)
        evidence.weigh(chunk)
    marked = _marked(head)
    encoding, lossy = (marked, marked != "utf-8-sig" or evidence.lossy) if marked else evidence.encoding()
    return Survey(digest.hexdigest(), encoding, lossy, state, head)


def _marked(head: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), "") or unmarked_utf16(head)


def unmarked_utf16(head: bytes) -> str:
    """Return the encoding of text in UTF-16 without a mark, which shows as NULs in every other byte; or nothing."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) or max(even, odd) * 4 <= len(head):
        return ""
    return "utf-16-le" if odd else "utf-16-be"


class _Evidence:
    """What the bytes say: read as UTF-8, how many characters are sound and how many are broken."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._broken = 0
        self._continued = 0
        self._undefined = False
        self._beyond_ascii = 0
        self._foreign = 0

    def weigh(self, chunk: bytes) -> None:
        if chunk.isascii() and not self._pending:
            return
        text = self._decoder.decode(chunk)
        broken = text.count("\ufffd")
        self._broken += broken
        self._continued += len(chunk) - len(text)
        self._undefined = self._undefined or any(byte in chunk for byte in _UNDEFINED_1252)
        if broken:
            self._beyond_ascii += len(chunk) - len(chunk.translate(None, _BEYOND_ASCII))
            self._foreign += sum(map(len, _FOREIGN_WORD.findall(chunk)))

    @property
    def lossy(self) -> bool:
        """Whether characters are broken, read as UTF-8."""
        return bool(self._broken or self._pending)

    def encoding(self) -> tuple[str, bool]:
        """The encoding, and whether it may not read every character.

        A sound character of UTF-8 has bytes that continue it, which broken ones of another encoding lack.
        """
        broken = self._broken + bool(self._pending)
        if self._continued - self._pending >= broken:
            return "utf-8", self.lossy
        if self._foreign * 2 > self._beyond_ascii:
            return "", True
        return ("latin-1", True) if self._undefined else ("cp1252", False)

    @property
    def _pending(self) -> int:
        """How many bytes of a character wait for the rest of it."""
        return len(self._decoder.getstate()[0])
