"""Finding the names of an index that a name may be."""

import mmap
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

from vendorcheck.resolve.index.building import IndexedName, build
from vendorcheck.resolve.index.file import Parts
from vendorcheck.resolve.index.hashes import HashTable
from vendorcheck.resolve.index.signatures import JOINED, TAG, arrangements, mask, may_agree, rest, signature
from vendorcheck.resolve.index.spellings import misspelt_keys, sound_keys, written_key
from vendorcheck.resolve.similar.alignment import COMMON
from vendorcheck.resolve.similar.comparison import Level, NameComparison, compare
from vendorcheck.resolve.similar.parsed import Name, parse
from vendorcheck.resolve.similar.spelling import one_edit, sounds
from vendorcheck.resolve.words import frequency, word_table

#: How many arrangements of spellings of one name are looked up, and how many names found so are compared.
MAX_ARRANGEMENTS = 64
MAX_COMPARED = 12

#: Stands for a word that any firm may use, which is no part of a signature.
ANY = -1

#: How many parsed names of the index are kept.
KEPT_NAMES = 4_096


class Candidate(NamedTuple):
    """A name of the index that a name may be, with whose it is and how they compare."""

    key: str
    name: str
    comparison: NameComparison

    @property
    def level(self) -> Level | None:
        """How sure it is."""
        return self.comparison.level

    @property
    def score(self) -> float:
        """What it is sorted by."""
        return self.comparison.score


class NameIndex:
    """An index of names, searched where it lies."""

    def __init__(self, content: memoryview) -> None:
        """Read the content of a file that `build` made."""
        parts = Parts(content)
        self._words, self._names = parts.texts("words"), parts.texts("names")
        self._parties, self._homes = parts.texts("parties"), parts.texts("homes")
        self._party, self._home = parts.numbers("party"), parts.numbers("home")
        self._masks, self._rests = parts.numbers("masks"), parts.numbers("rests")
        self._spellings, self._signatures = (_table(parts, name) for name in ("spellings", "signatures"))
        self._parsed = lru_cache(KEPT_NAMES)(lambda number: parse(self._names[number]))
        self._alike = lru_cache(KEPT_NAMES)(self._alike_words)

    @classmethod
    def of(cls, names: Iterable[IndexedName]) -> "NameIndex":
        """Return an index of some names, in memory."""
        return cls(memoryview(build(names)))

    @staticmethod
    def build(names: Iterable[tuple[str, str, str | None]], path: Path) -> None:
        """Write the index of some names, each with its party and the party's home country, to a file."""
        path.write_bytes(build(IndexedName(*name) for name in names))

    @classmethod
    def open(cls, path: Path) -> "NameIndex":
        """Return the index in a file, mapped into memory."""
        with path.open("rb") as file:
            return cls(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))

    def search(self, text: str) -> list[Candidate]:
        """Return the names that a name may be, the best of each party, best first."""
        name = parse(text)
        best: dict[int, Candidate] = {}
        for number in self._found(name):
            comparison = compare(name, self._parsed(number), "list")
            party = self._party[number]
            if comparison.level and (party not in best or comparison.score > best[party].score):
                best[party] = Candidate(self._parties[party], self._names[number], comparison)
        return sorted(best.values(), key=_order)

    def _found(self, name: Name) -> Sequence[int]:
        """The names found that may agree, those with the most other words in common where they are many."""
        found: dict[int, None] = {}
        for each in (name, *(parse(other.text) for other in name.others)):
            for signed in self._signed(each):
                found.update(dict.fromkeys(self._signatures.find(signed)))
        if found and not name.others:
            wanted, exactly = mask(name), _is_common(name)
            found = {number: None for number in found if may_agree(wanted, self._masks[number], exactly=exactly)}
        return list(found) if len(found) <= MAX_COMPARED else self._nearest(name, found)

    def _nearest(self, name: Name, found: Iterable[int]) -> list[int]:
        """Of many names those with the fewest words that are not in both."""
        wanted, its_rest = mask(name), rest(name)
        masks, rests = self._masks, self._rests
        return nsmallest(
            MAX_COMPARED,
            found,
            key=lambda number: (masks[number] ^ wanted).bit_count() + (rests[number] ^ its_rest).bit_count(),
        )

    def _signed(self, name: Name) -> Iterator[int]:
        for words in arrangements(name):
            spelt = self._spelt(words)
            for chosen in islice(product(*spelt), MAX_ARRANGEMENTS):
                yield signature(word for word in chosen if word != ANY)

    def _spelt(self, words: Sequence[str]) -> Sequence[tuple[int, ...]]:
        """The words of the index that each word may be, the longest word first; none where one is like nothing."""
        spelt = []
        for word in sorted(words, key=len, reverse=True):
            alike = self._alike(word)
            if not alike:
                return ((),)
            spelt.append(alike)
        return spelt

    def _alike_words(self, word: str) -> tuple[int, ...]:
        """The words of the index that a word may be, by their numbers; `ANY` for one that any firm may use."""
        if TAG in word or word.startswith(JOINED):
            joined = word.removeprefix(JOINED)
            return (ANY,) if (joined,) in word_table() else tuple(self._equal(joined))
        equal = tuple(self._equal(word))
        if frequency(word) >= COMMON:  # a word that many firms use is no other word misspelt
            return equal
        return tuple(dict.fromkeys((*equal, *self._misspelt(word), *self._sounding(word))))

    def _equal(self, word: str) -> Iterator[int]:
        return (number for number in self._spellings.find(written_key(word)) if self._words[number] == word)

    def _misspelt(self, word: str) -> Iterator[int]:
        for key in (written_key(word), *misspelt_keys(word)):
            for number in self._spellings.find(key):
                other = self._words[number]
                if one_edit(word, other):
                    yield ANY if (other,) in word_table() else number

    def _sounding(self, word: str) -> Iterator[int]:
        for key in sound_keys(word):
            for number in self._spellings.find(key):
                other = self._words[number]
                if other != word and not sounds(other).isdisjoint(sounds(word)):
                    yield ANY if (other,) in word_table() else number


def _is_common(name: Name) -> bool:
    """Whether all that is a name's own is one word that many firms have."""
    own = [word for word in name.words if word.kind == "distinctive"]
    return len(own) == 1 and frequency(own[0].letters) >= COMMON


def _order(candidate: Candidate) -> tuple[bool, float, str]:
    return candidate.level != "strong", -candidate.score, candidate.key


def _table(parts: Parts, name: str) -> HashTable:
    return HashTable(*(parts.numbers(f"{name}.{part}") for part in HashTable.PARTS))
