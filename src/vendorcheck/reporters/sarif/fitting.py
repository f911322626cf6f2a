"""As many results as a file may hold: by their number, and by the size of the file when it is packed."""

import zlib
from collections.abc import Iterable, Iterator

#: What GitHub takes of a packed file, in bytes, less what the end of the file needs.
MAX_PACKED = 10_000_000 - 500_000

#: So many results are packed together before the size is looked at: looking costs a little of it.
_TOGETHER = 100


class Fitting:
    """Lets the pieces of a file through as long as they fit, and counts those it let through."""

    def __init__(self, packed: int = MAX_PACKED) -> None:
        """Leave room for so many bytes, once packed."""
        self.let_through = 0
        self._room = packed
        self._packer = zlib.compressobj(level=6, wbits=31)

    def whole(self, text: str) -> str:
        """Return a text that must be in the file, and count its size."""
        self._pack(text)
        return text

    def fitting(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield texts in their order until the file would become too large."""
        waiting: list[str] = []
        for text in texts:
            waiting.append(text)
            if len(waiting) == _TOGETHER:
                if not self._pack("".join(waiting)):
                    return
                yield from self._through(waiting)
                waiting = []
        if waiting and self._pack("".join(waiting)):
            yield from self._through(waiting)

    def _through(self, texts: list[str]) -> Iterator[str]:
        self.let_through += len(texts)
        yield from texts

    def _pack(self, text: str) -> bool:
        """Pack a text, and return whether there was room for it."""
        packed = self._packer.compress(text.encode()) + self._packer.flush(zlib.Z_SYNC_FLUSH)
        self._room -= len(packed)
        return self._room >= 0
