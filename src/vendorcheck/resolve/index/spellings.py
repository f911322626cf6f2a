"""The keys under which a word is found by its spellings: as written, a letter short, as it sounds."""

from collections.abc import Iterator
from zlib import crc32

from vendorcheck.resolve.similar.spelling import sounds

#: Words shorter than this, in letters, are found as written only.
MIN_ALIKE = 5

#: Words shorter than this have no sound that tells them apart.
MIN_SOUND = 3

#: What the hashes of either kind of key begin with, so that a word is not taken for the sound of another.
_WRITTEN, _SOUND = crc32(b"-"), crc32(b"~")


def written_key(word: str) -> int:
    """Return the key of a word as written; words that have one letter more are found by it as well."""
    return crc32(word.encode(), _WRITTEN)


def misspelt_keys(word: str) -> Iterator[int]:
    """Yield the keys by which a word finds those that another one letter, or two swapped, part from it."""
    written, before = word.encode(), _WRITTEN
    if len(written) >= MIN_ALIKE:
        for at in range(len(written)):
            yield crc32(written[at + 1 :], before)
            before = crc32(written[at : at + 1], before)


def sound_keys(word: str) -> Iterator[int]:
    """Yield the keys that romanisations of a word share; none for a short word."""
    if len(word) >= MIN_SOUND:
        for heard in sounds(word):
            yield crc32(heard.encode(), _SOUND)


def keys(word: str) -> Iterator[int]:
    """Yield every key of a word."""
    yield written_key(word)
    if word.isalpha() and word.isascii():
        yield from misspelt_keys(word)
        yield from sound_keys(word)
