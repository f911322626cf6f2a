"""What the bytes of a file say about its encoding, gathered in one pass and in bounded memory."""

import codecs
import re
from typing import NamedTuple

#: So many bytes of lines beyond ASCII are kept, and so many of each.
SAMPLE, PIECE, BEFORE = 8192, 1024, 32

#: A line longer than this is no line of a table.
ENDLESS = 1 << 20

#: Lines are looked for at every so-manieth byte: one longer than twice that is seen to be long.
STRIDE = 1 << 12

#: Bytes that Windows-1252 leaves undefined; a file that holds one is read as Latin-1.
_UNDEFINED_1252 = (0x81, 0x8D, 0x8F, 0x90, 0x9D)

_first_beyond_ascii = re.compile(rb"[\x80-\xff]").search


class Verdict(NamedTuple):
    """An encoding, whether it may not read every character, and whether it is only the likeliest."""

    encoding: str
    lossy: bool
    guessed: bool


class Evidence:
    """Counts, read as UTF-8, sound and broken characters, and keeps some lines beyond ASCII."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.endless = False
        self.long = False
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._broken = 0
        self._continued = 0
        self._undefined = False
        self._nuls = False
        self._line = 0
        self._sample: list[bytes] = []
        self._room = SAMPLE

    def weigh(self, chunk: bytes) -> None:
        """Take note of the next bytes of the file."""
        self._measure(chunk)
        self._nuls = self._nuls or b"\0" in chunk
        if chunk.isascii() and not self._pending:
            return
        text = self._decoder.decode(chunk)
        self._broken += text.count("\ufffd")
        self._continued += len(chunk) - len(text)
        self._undefined = self._undefined or any(byte in chunk for byte in _UNDEFINED_1252)
        if self._room > 0:
            self._keep(chunk)

    @property
    def lossy(self) -> bool:
        """Whether characters are broken, read as UTF-8, or NULs stand among them."""
        return bool(self._broken or self._pending or self._nuls)

    def verdict(self) -> Verdict:
        """Return the encoding that the bytes speak for.

        A sound character of UTF-8 has bytes that continue it, which broken ones of another encoding lack. Where no
        encoding is clearly the right one, what is not ASCII is lost rather than read wrong.
        """
        broken = self._broken + bool(self._pending)
        if self._continued - self._pending >= broken:
            return Verdict("utf-8", self.lossy, guessed=False)
        from vendorcheck.readers.encoding.charset import guess  # noqa: PLC0415 (most files are UTF-8, and start-up is measured)

        encoding, sure = guess(b"\n".join(self._sample))
        if not sure:
            return Verdict("ascii", lossy=True, guessed=True)
        if encoding == "cp1252":
            return Verdict("latin-1" if self._undefined else "cp1252", self._undefined or self._nuls, guessed=True)
        return Verdict(encoding, lossy=True, guessed=True)

    @property
    def _pending(self) -> int:
        """How many bytes of a character wait for the rest of it."""
        return len(self._decoder.getstate()[0])

    def _measure(self, chunk: bytes) -> None:
        """Note long lines, and one that hardly ends, by stretches in which no line does."""
        for start in range(0, len(chunk), STRIDE):
            end = start + STRIDE
            if chunk.find(b"\n", start, end) >= 0 or chunk.find(b"\r", start, end) >= 0:
                self._line = 0
            else:
                self._line += min(STRIDE, len(chunk) - start)
                self.long = self.long or self._line >= STRIDE
                self.endless = self.endless or self._line >= ENDLESS

    def _keep(self, chunk: bytes) -> None:
        """Keep lines with something beyond ASCII, from shortly before it, where no character can be cut in two."""
        for line in chunk.splitlines():
            first = _first_beyond_ascii(line)
            if first:
                piece = _whole(line[max(0, first.start() - BEFORE) :])
                self._sample.append(piece)
                self._room -= len(piece)
                if self._room <= 0:
                    return


def _whole(line: bytes) -> bytes:
    """The beginning of a long line, up to a sign that is no part of a character of several bytes."""
    if len(line) <= PIECE:
        return line
    piece = line[:PIECE]
    return piece[: max(map(piece.rfind, (b" ", b",", b";", b"\t", b"|"))) + 1] or piece
