"""A table from keys to numbers that is searched where it lies in a file, without being read first."""

from array import array
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

#: How many buckets there are for an entry, or somewhat more: most of them are empty, which is quickly seen.
BUCKETS_PER_ENTRY = 1

_BITS = 32

#: The largest hash.
LARGEST = 2**_BITS - 1


def hash_of(key: bytes) -> int:
    """Return the hash of a key, the same in every process."""
    return crc32(key)


class HashArrays(NamedTuple):
    """The arrays of a table: where each bucket begins, and the hashes with their values, in order."""

    buckets: "array[int]"
    hashes: "array[int]"
    values: "array[int]"


def hash_arrays(entries: Iterable[tuple[int, int]]) -> HashArrays:
    """Return the arrays of a table of hashes with their values."""
    ordered = sorted(set(entries))
    bits = (len(ordered) * BUCKETS_PER_ENTRY + 1).bit_length()
    buckets = array("I", bytes(4 * (2**bits + 1)))
    for hashed, _ in ordered:
        buckets[(hashed >> (_BITS - bits)) + 1] += 1
    for at in range(2**bits):
        buckets[at + 1] += buckets[at]
    return HashArrays(buckets, array("I", (entry[0] for entry in ordered)), array("I", (entry[1] for entry in ordered)))


class HashTable:
    """Reads a table where it lies. A hash may be that of another key: whoever asks looks at what is found."""

    PARTS = HashArrays._fields

    def __init__(self, buckets: memoryview, hashes: memoryview, values: memoryview) -> None:
        """Read these arrays of unsigned 32-bit numbers."""
        self._buckets, self._hashes, self._values = buckets, hashes, values
        self._shift = _BITS - (len(buckets) - 1).bit_length() + 1

    def find(self, wanted: Iterable[int]) -> list[int]:
        """Return the values under some hashes."""
        buckets, hashes, shift = self._buckets, self._hashes, self._shift
        found: list[int] = []
        for hashed in wanted:
            bucket = hashed >> shift
            begin, end = buckets[bucket], buckets[bucket + 1]
            if begin != end:
                found += [self._values[at] for at in range(begin, end) if hashes[at] == hashed]
        return found
