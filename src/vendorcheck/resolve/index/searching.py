"""Finding the names of an index that a name may be."""

import mmap
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import islice, product
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from vendorcheck.resolve.index.building import DIGEST, IndexedName, build, digest_of
from vendorcheck.resolve.index.file import Parts, is_readable
from vendorcheck.resolve.index.hashes import HashTable
from vendorcheck.resolve.index.signatures import arrangements, mask, may_agree, rest, signatures, spelt
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

#: Further than any name is: no two differ in so many words.
_FAR = 1_000

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


class _Asked:
    """A name that is looked for, with the ways to write it."""

    def __init__(self, name: Name) -> None:
        """Arrange its words."""
        self._name = name
        self.arranged = list(arrangements(name))

    @cached_property
    def mask(self) -> int:
        return mask(self._name)

    @cached_property
    def rest(self) -> int:
        return rest(self._name)

    @cached_property
    def is_common(self) -> bool:
        """Whether all that is its own is one word that many firms have."""
        own = self.arranged[0].own
        return len(own) == 1 and frequency(own[0].letters) >= MANY_FIRMS


#: Finds names, and says of each whether it may agree only where all but the words of its own is the same.
_Find = Callable[[_Asked], dict[int, bool]]


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
    def of(cls, names: Iterable[IndexedName], prepared: bytes | None = None) -> "NameIndex":
        """Return an index of some names, in memory; `prepared` is one built before, if it is of just these names."""
        listed = list(names)
        if prepared is not None and is_readable(prepared):
            kept = memoryview(prepared)
            if bytes(Parts(kept).numbers(DIGEST)) == digest_of(listed):
                return cls(kept)
        return cls(memoryview(build(listed)))

    @staticmethod
    def build(names: Iterable[tuple[str, str]], path: Path) -> None:
        """Write the index of some names, each with its party, to a file."""
        path.write_bytes(build(IndexedName(*name) for name in names))

    @classmethod
    def open(cls, path: Path) -> "NameIndex":
        """Return the index in a file, mapped into memory."""
        with path.open("rb") as file:
            if not path.stat().st_size:  # which cannot be mapped
                return cls(memoryview(b""))
            return cls(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))

    def search(self, text: str) -> list[Candidate]:
        """Return the names that a name may be, the best of each party, best first.

        Words that are like other words are looked for only where no name is sure with the words as they are.
        """
        name = parse(text)
        asked = [_Asked(each) for each in (name, *(parse(other.text) for other in name.others))]
        best: dict[int, Candidate] = {}
        compared: set[int] = set()
        for find in (self._as_written, self._alike):
            near = self._nearest(asked, find, compared)
            if self._take_the_best(name, near, best):
                break
            compared.update(number for number, _ in near)
        return sorted(best.values(), key=_order)

    def _take_the_best(self, name: Name, near: Iterable[tuple[int, int]], best: dict[int, Candidate]) -> bool:
        """Keep the best name of each party, and say whether one is sure; those two words further are not looked at."""
        reach = _FAR
        for number, far in near:
            if far > reach:
                break
            candidate = self._candidate(name, number)
            party = self._party[number]
            if candidate.level and (party not in best or candidate.score > best[party].score):
                best[party] = candidate
            if candidate.level == "strong":
                reach = min(reach, far + 1)
        return reach < _FAR

    def _candidate(self, name: Name, number: int) -> Candidate:
        comparison = compare(name, self._parsed(number), "list")
        return Candidate(self._parties[self._party[number]], self._names[number], comparison)

    def _nearest(self, asked: Iterable["_Asked"], find: "_Find", compared: AbstractSet[int]) -> list[tuple[int, int]]:
        """The names found that may agree, with how many words are not in both; the nearest, first of all."""
        near: dict[int, int] = {}
        for each in asked:
            for number, exactly in find(each).items():
                its = self._masks[number]
                if number not in compared and may_agree(each.mask, its, exactly=exactly):
                    far = (its ^ each.mask).bit_count() + (self._rests[number] ^ each.rest).bit_count()
                    near[number] = min(far, near.get(number, _FAR))
        return sorted(near.items(), key=itemgetter(1))[:MAX_COMPARED]

    def _as_written(self, asked: "_Asked") -> dict[int, bool]:
        """The names found with the words as they are, and whether they may agree only where all else is the same.

        That is so where all they have of their own is a word that many firms have.
        """
        wanted = [signed for arrangement in asked.arranged for signed in signatures(arrangement)]
        return dict.fromkeys(self._signatures.find(wanted), asked.is_common)

    def _alike(self, asked: "_Asked") -> dict[int, bool]:
        """The names found with words as the index spells them; a lone word that is only like another needs all else."""
        found: dict[int, bool] = {}
        for arrangement in asked.arranged:
            lone = asked.is_common or (len(arrangement.own) == 1 and not arrangement.joined)
            if arrangement.joined and not self._spellings.has(arrangement.joined):
                continue
            for words in self._spellings.alike(arrangement.own):
                for number in self._signatures.find(spelt(arrangement, words)):
                    found[number] = lone and found.get(number, True)
        return found


class _Spellings:
    """The words of an index, found by spellings that are like theirs."""

    def __init__(self, parts: Parts) -> None:
        self._words = parts.texts("words")
        self._table = _table(parts, "spellings")
        self._like = lru_cache(KEPT)(self._words_like)

    def has(self, word: str) -> bool:
        """Whether the index may have a word as it is written; it surely has not where this says so."""
        return bool(self._table.find((written_key(word),)))

    def alike(self, own: Sequence[NameWord]) -> Iterable[Sequence[NameWord]]:
        """The words of a name's own, each as the index spells it; nothing where one is like no word of the index."""
        options = []
        for word in sorted(own, key=_length, reverse=True):
            alike = self._like(word.key)
            if not alike:
                return ()
            options.append(alike)
        return islice(product(*options), MAX_SPELLINGS) if options else ()

    def _words_like(self, word: str) -> tuple[NameWord, ...]:
        """The words of the index that a word may be: equal, a letter away, or alike in sound."""
        found = dict.fromkeys(self._equal(word))
        if frequency(word) < COMMON:  # a word that many firms use is no other word misspelt
            found.update(dict.fromkeys(self._misspelt(word)))
            found.update(dict.fromkeys(self._sounding(word)))
        return tuple(map(single_word, found))

    def _equal(self, word: str) -> Iterator[str]:
        return (word for number in self._table.find((written_key(word),)) if self._words[number] == word)

    def _misspelt(self, word: str) -> Iterator[str]:
        for number in self._table.find((written_key(word), *misspelt_keys(word))):
            other = self._words[number]
            if one_edit(word, other):
                yield other

    def _sounding(self, word: str) -> Iterator[str]:
        for number in self._table.find(sound_keys(word)):
            other = self._words[number]
            if other != word and sound_alike(word, other):
                yield other


def _length(word: NameWord) -> int:
    return len(word.key)


def _order(candidate: Candidate) -> tuple[bool, float, str]:
    return candidate.level != "strong", -candidate.score, candidate.key


def _table(parts: Parts, name: str) -> HashTable:
    return HashTable(*(parts.numbers(f"{name}.{part}") for part in HashTable.PARTS))
