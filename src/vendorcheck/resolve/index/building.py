"""From names to the file of their index."""

import hashlib
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from vendorcheck.resolve.index.arrangements import as_it_is, rearranged
from vendorcheck.resolve.index.file import texts_parts, written
from vendorcheck.resolve.index.hashes import HashArrays, entry, hash_arrays, set_array
from vendorcheck.resolve.index.signatures import ANY_MASK, mask, own_hashes, rest, signatures
from vendorcheck.resolve.index.spellings import keys
from vendorcheck.resolve.similar.parsed import Name, parse

#: Kinds of words that are found by their spellings.
_SPELT = ("distinctive", "business", "generic", "place", "country")


#: The part of the file that says which names it is of.
DIGEST = "digest"


class IndexedName(NamedTuple):
    """A name of a list with the party it is of."""

    text: str
    party: str


def build(names: Iterable[IndexedName]) -> bytes:
    """Return the index of some names as the content of a file; equal names give equal bytes."""
    building = _Building()
    told = hashlib.sha256()
    for name in names:
        told.update(_told(name))
        building.add(name)
    return building.content(told.digest())


def digest_of(names: Iterable[IndexedName]) -> bytes:
    """Return the SHA-256 of some names with their parties, in their order."""
    told = hashlib.sha256()
    for name in names:
        told.update(_told(name))
    return told.digest()


def _told(name: IndexedName) -> bytes:
    return f"{name.text}\x1f{name.party}\x1e".encode()


class _Building:
    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._parties: dict[str, int] = {}
        self._texts: list[str] = []
        self._of_party = array("I")
        self._masks, self._rests = array("Q"), array("Q")
        self._spellings, self._signatures = array("Q"), array("Q")
        self._own: set[int] = set()

    def add(self, indexed: IndexedName) -> None:
        name = parse(indexed.text)
        if not name.words:
            return
        number = len(self._texts)
        self._texts.append(indexed.text)
        self._of_party.append(self._parties.setdefault(indexed.party, len(self._parties)))
        self._masks.append(ANY_MASK if name.others else mask(name))
        self._rests.append(rest(name))
        for each in (name, *(parse(other.text) for other in name.others)):
            self._sign(each, number)

    def _sign(self, name: Name, number: int) -> None:
        for arrangement in (as_it_is(name), *rearranged(name)):
            self._signatures.extend([entry(signed, number) for signed in signatures(arrangement)])
            self._own.update(own_hashes(arrangement))
        for word in name.words:
            if word.kind in _SPELT:
                self._spell(word.letters)

    def _spell(self, word: str) -> None:
        if word not in self._words:
            number = self._words[word] = len(self._words)
            self._spellings.extend([entry(key, number) for key in keys(word)])

    def content(self, digest: bytes) -> bytes:
        return written(
            {
                DIGEST: array("B", digest),
                **texts_parts("words", list(self._words)),
                **texts_parts("names", self._texts),
                **texts_parts("parties", list(self._parties)),
                "party": self._of_party,
                "masks": self._masks,
                "rests": self._rests,
                "own": set_array(self._own),
                **_table("spellings", hash_arrays(self._spellings)),
                **_table("signatures", hash_arrays(self._signatures)),
            }
        )


def _table(name: str, arrays: HashArrays) -> dict[str, "array[int]"]:
    return {f"{name}.{part}": numbers for part, numbers in arrays._asdict().items()}
