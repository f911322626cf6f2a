"""What a server sends, read within its bounds and unpacked; what is not whole is a fault."""

import zlib
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from threading import Event

from vendorcheck.importing.fetching_faults import PassingFault, unreachable

#: How much is read at once, in bytes.
PIECE = 1 << 16

#: Takes how many bytes have come, and how many will where the server says so.
Counting = Callable[[int, int | None], None]

_GZIP = 31  # zlib's word for gzip with its head and its check


def read_body(response: HTTPResponse, address: str, limit: int, counting: Counting, stopped: Event) -> bytes:
    """Return the content of an answer; an error where it is larger than the limit, a passing fault where it breaks off.

    A server that says neither how long the content is nor where it ends is refused: a part would look like the whole.
    """
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise unreachable(address, f"sends the file packed as {coding!r}, which was not asked for")
    declared, packed = response.length, coding != "identity"
    if declared is not None and declared > limit:
        raise _too_large(address, limit)
    if declared is None and not response.chunked and not packed:
        raise unreachable(address, "does not say how long the file is: a part of it would look like the whole")
    pieces = _received(response, declared, counting, stopped)
    return _bounded(_unpacked(pieces, limit) if packed else pieces, address, limit)


def _received(response: HTTPResponse, declared: int | None, counting: Counting, stopped: Event) -> Iterator[bytes]:
    """Yield what comes as it comes; a passing fault where it is less than declared."""
    count = 0
    while piece := response.read1(PIECE):
        if stopped.is_set():
            raise PassingFault("is not waited for any more")
        count += len(piece)
        counting(count, declared)
        yield piece
    if declared is not None and count < declared:
        raise PassingFault(f"broke off after {count:,} of {declared:,} bytes")


def _bounded(pieces: Iterator[bytes], address: str, limit: int) -> bytes:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > limit:
            raise _too_large(address, limit)
    return bytes(content)


def _unpacked(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """Yield what pieces of gzip unpack to, never more of one than the limit and a byte."""
    unpacking, begun = zlib.decompressobj(_GZIP), False
    try:
        for piece in pieces:
            rest = piece
            while rest:
                begun = True
                yield unpacking.decompress(rest, limit + 1)
                rest = unpacking.unconsumed_tail
                if unpacking.eof:
                    rest, unpacking, begun = unpacking.unused_data, zlib.decompressobj(_GZIP), False
    except zlib.error as error:
        raise PassingFault("sends a damaged file: it cannot be unpacked") from error
    if begun:
        raise PassingFault("broke off within the packed file")


def _too_large(address: str, limit: int) -> Exception:
    return unreachable(
        address,
        f"sends more than {limit / 2**20:g} MiB",
        "No official list is that large; `update.max_mib` in the config allows more.",
    )
