"""Bytes that pass through, some of them replaced."""

from vendorcheck.readers.annotating.cell_markup import TAG


class Edits:
    """Holds the bytes of a part from the last that was settled on, and what is put in place of some of them."""

    def __init__(self) -> None:
        """Begin at the first byte."""
        self._held = b""
        self._from = 0
        self._settled = 0
        self._edits: list[tuple[int, int, bytes]] = []

    def hold(self, chunk: bytes) -> None:
        """Take further bytes."""
        self._held += chunk

    def tag(self, at: int) -> bytes:
        """Return the tag that begins at a byte."""
        found = TAG.match(self._held, at - self._from)
        return found[0] if found else b""

    def replace(self, at: int, length: int, instead: bytes) -> None:
        """Put other bytes in place of some."""
        self._edits.append((at, at + length, instead))

    def settle(self, at: int) -> None:
        """Say that nothing before a byte will be replaced any more."""
        self._settled = max([at, *(stop for _, stop, _ in self._edits[-1:])])

    def take(self) -> bytes:
        """Return the bytes that are settled."""
        return self._take(self._settled)

    def rest(self) -> bytes:
        """Return all bytes that are left."""
        return self._take(self._from + len(self._held))

    def _take(self, end: int) -> bytes:
        pieces, at = [], self._from
        for start, stop, instead in sorted(self._edits):
            pieces += [self._held[at - self._from : start - self._from], instead]
            at = stop
        pieces.append(self._held[at - self._from : end - self._from])
        self._held = self._held[end - self._from :]
        self._from = end
        self._edits.clear()
        return b"".join(pieces)
