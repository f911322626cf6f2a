"""Finding the names of an index that a name may be."""

import mmap
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

from vendorcheck.resolve.index.building import IndexedName, build
from vendorcheck.resolve.index.file import Parts
from vendorcheck.resolve.index.hashes import HashTable
from vendorcheck.resolve.index.signatures import arrangements, mask, may_agree, rest, signatures
from vendorcheck.resolve.index.spellings import misspelt_keys, sound_keys, written_key
from vendorcheck.resolve.similar.alignment import COMMON
from vendorcheck.resolve.similar.comparison import Level, NameComparison, compare
from vendorcheck.resolve.similar.likeness import MANY_FIRMS
from vendorcheck.resolve.similar.parsed import Name, parse
from vendorcheck.resolve.similar.pieces import NameWord, single_word
from vendorcheck.resolve.similar.spelling import one_edit, sound_alike
from vendorcheck.resolve.words import frequency

#: How many spellings of one name are looked up, and how many names found so are compared.
MAX_SPELLINGS = 64
MAX_COMPARED = 12

#: How many parsed names of the index, and how many spellings of words, are kept.
KEPT = 4_096


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
        self._names, self._parties = parts.texts("names"), parts.texts("parties")
        self._party, self._masks, self._rests = map(parts.numbers, ("party", "masks", "rests"))
        self._spellings = _Spellings(parts)
        self._signatures = _table(parts, "signatures")
        self._parsed = lru_cache(KEPT)(lambda number: parse(self._names[number]))

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
            if not path.stat().st_size:  # which cannot be mapped
                return cls(memoryview(b""))
            return cls(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))

    def search(self, text: str) -> list[Candidate]:
        """Return the names that a name may be, the best of each party, best first."""
        name = parse(text)
        best: dict[int, Candidate] = {}
        for number in self._compared(name):
            candidate = self._candidate(name, number)
            party = self._party[number]
            if candidate.level and (party not in best or candidate.score > best[party].score):
                best[party] = candidate
        return sorted(best.values(), key=_order)

    def _candidate(self, name: Name, number: int) -> Candidate:
        comparison = compare(name, self._parsed(number), "list")
        return Candidate(self._parties[self._party[number]], self._names[number], comparison)

    def _compared(self, name: Name) -> Sequence[int]:
        """The names found that may agree, those with the most other words in common where they are many."""
        found = self._found(name)
        if found and not name.others:
            wanted, exactly = mask(name), _is_common(name)
            found = [number for number in found if may_agree(wanted, self._masks[number], exactly=exactly)]
        return found if len(found) <= MAX_COMPARED else self._nearest(name, found)

    def _found(self, name: Name) -> Sequence[int]:
        found: dict[int, None] = {}
        for each in (name, *(parse(other.text) for other in name.others)):
            for words in arrangements(each):
                for spelt in self._spellings.of(words):
                    for signed in signatures(spelt):
                        found.update(dict.fromkeys(self._signatures.find(signed)))
        return list(found)

    def _nearest(self, name: Name, found: Iterable[int]) -> list[int]:
        """Of many names those with the fewest words that are not in both."""
        wanted, its_rest = mask(name), rest(name)
        masks, rests = self._masks, self._rests

        def far(number: int) -> int:
            return (masks[number] ^ wanted).bit_count() + (rests[number] ^ its_rest).bit_count()

        return sorted(found, key=far)[:MAX_COMPARED]


class _Spellings:
    """The words of an index, found by spellings that are like theirs."""

    def __init__(self, parts: Parts) -> None:
        self._words = parts.texts("words")
        self._table = _table(parts, "spellings")
        self._alike = lru_cache(KEPT)(self._words_like)

    def of(self, words: Sequence[NameWord]) -> Iterable[Sequence[NameWord]]:
        """The words with each of their own as the index spells it.

        Where one is like no word of the index, as they are: it may be two of its words written as one.
        """
        own = [word for word in words if word.kind == "distinctive" and not word.joined]
        if not own:
            return (words,)
        options = []
        for word in sorted(own, key=_length, reverse=True):
            alike = self._alike(word.key)
            if not alike:
                return (words,)
            options.append(alike)
        others = [word for word in words if word.kind != "distinctive" or word.joined]
        return ((*chosen, *others) for chosen in islice(product(*options), MAX_SPELLINGS))

    def _words_like(self, word: str) -> tuple[NameWord, ...]:
        """The words of the index that a word may be: equal, a letter away, or alike in sound."""
        found = dict.fromkeys(self._equal(word))
        if frequency(word) < COMMON:  # a word that many firms use is no other word misspelt
            found.update(dict.fromkeys(self._misspelt(word)))
            found.update(dict.fromkeys(self._sounding(word)))
        return tuple(map(single_word, found))

    def _equal(self, word: str) -> Iterator[str]:
        return (word for number in self._table.find(written_key(word)) if self._words[number] == word)

    def _misspelt(self, word: str) -> Iterator[str]:
        for key in (written_key(word), *misspelt_keys(word)):
            for number in self._table.find(key):
                other = self._words[number]
                if one_edit(word, other):
                    yield other

    def _sounding(self, word: str) -> Iterator[str]:
        for key in sound_keys(word):
            for number in self._table.find(key):
                other = self._words[number]
                if other != word and sound_alike(word, other):
                    yield other


def _length(word: NameWord) -> int:
    return len(word.key)


def _is_common(name: Name) -> bool:
    """Whether all that is a name's own is one word that many firms have."""
    own = [word for word in name.words if word.kind == "distinctive"]
    return len(own) == 1 and frequency(own[0].letters) >= MANY_FIRMS


def _order(candidate: Candidate) -> tuple[bool, float, str]:
    return candidate.level != "strong", -candidate.score, candidate.key


def _table(parts: Parts, name: str) -> HashTable:
    return HashTable(*(parts.numbers(f"{name}.{part}") for part in HashTable.PARTS))
