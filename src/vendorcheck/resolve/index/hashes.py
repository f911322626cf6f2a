"""A table from keys to numbers that is searched where it lies in a file, without being read first."""

from array import array
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

from vendorcheck.resolve.index.file import Parts

#: How many buckets there are for an entry, or somewhat more: most of them are empty, which is quickly seen.
BUCKETS_PER_ENTRY = 1

_BITS = 32

#: By so many of the first bits entries are parted before they are sorted.
_SLICE_BITS = 4

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


def entry(hashed: int, value: int) -> int:
    """Return a hash with its value as one number: a table has millions, and pairs of them would be slow to sort."""
    return hashed << _BITS | value


def hash_arrays(entries: Iterable[int]) -> HashArrays:
    """Return the arrays of a table of hashes with their values, each made by `entry`."""
    ordered = _ordered(entries)
    bits = (len(ordered) * BUCKETS_PER_ENTRY + 1).bit_length()
    counts = array("I", bytes(4 * (2**bits + 1)))
    bucket = 2 * _BITS - bits
    for each in ordered:
        counts[(each >> bucket) + 1] += 1
    hashes = array("I", (each >> _BITS for each in ordered))
    values = array("I", (each & LARGEST for each in ordered))
    return HashArrays(array("I", accumulate(counts)), hashes, values)


def _ordered(entries: Iterable[int]) -> "array[int]":
    """The entries in order, each once; by slices, since one as an object takes several times its place in an array."""
    slices = [array("Q") for _ in range(2**_SLICE_BITS)]
    for each in entries:
        slices[each >> 2 * _BITS - _SLICE_BITS].append(each)
    ordered = array("Q")
    while slices:
        ordered.extend(sorted(set(slices.pop(0))))
    return ordered


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


def table_of(parts: Parts, name: str) -> HashTable:
    """Return the table that the parts of an index hold under a name."""
    return HashTable(*(parts.numbers(f"{name}.{part}") for part in HashTable.PARTS))


#: How many bits of a set there are for a hash, or more: one hash in so many that is not in it seems to be.
BITS_PER_HASH = 8

_BITS_OF_A_BYTE = 8


def set_array(hashes: Iterable[int]) -> "array[int]":
    """Return the array of a set of hashes."""
    members = set(hashes)
    bits = (max(len(members), 1) * BITS_PER_HASH).bit_length()
    bytes_ = bytearray(2**bits // _BITS_OF_A_BYTE)
    for hashed in members:
        place = hashed >> (_BITS - bits)
        bytes_[place >> 3] |= 1 << (place & 7)
    return array("B", bytes_)


class HashSet:
    """Says of a hash that it is surely not in a set, or that it seems to be; read where it lies."""

    def __init__(self, bits: memoryview) -> None:
        """Read an array of bytes."""
        self._bits, self._shift = bits, _BITS - (len(bits) * _BITS_OF_A_BYTE).bit_length() + 1

    def __contains__(self, hashed: int) -> bool:
        """Return whether a hash seems to be in the set."""
        place = hashed >> self._shift
        return bool(self._bits[place >> 3] >> (place & 7) & 1)
