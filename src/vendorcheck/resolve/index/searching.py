"""Finding the names of an index that a name may be."""

import mmap
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from vendorcheck.resolve.index.building import DIGEST, IndexedName, build, digest_of
from vendorcheck.resolve.index.file import Parts, is_readable
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

#: Among so few names hardly any is one of them, so that looking for it as it is first would only cost time.
FEW = 2_000

#: Further than any name is: no two differ in so many words.
_FAR = 1_000

#: How many parsed names of the index, and how many spellings of words, are kept.
KEPT = 4_096


#: Says how words may be spelt.
Spell = Callable[[Sequence[NameWord]], Iterable[Sequence[NameWord]]]


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
        best = self._best(name, self._spellings.as_they_are) if len(self._names) > FEW else {}
        if not any(candidate.level == "strong" for candidate in best.values()):
            best |= self._best(name, self._spellings.alike)
        return sorted(best.values(), key=_order)

    def considered(self, text: str) -> list[Candidate]:
        """Return every name that a name was compared with, whether it may be it or not: to tell, not to decide."""
        name = parse(text)
        near = dict.fromkeys(
            number
            for spelt in (self._spellings.as_they_are, self._spellings.alike)
            for number, _ in self._nearest(name, spelt)
        )
        return sorted((self._candidate(name, number) for number in near), key=_order)

    def _best(self, name: Name, spelt: Spell) -> dict[int, Candidate]:
        """The best name of each party; where one is sure, those two words further than it are not looked at."""
        best: dict[int, Candidate] = {}
        reach = _FAR
        for number, far in self._nearest(name, spelt):
            if far > reach:
                break
            candidate = self._candidate(name, number)
            party = self._party[number]
            if candidate.level and (party not in best or candidate.score > best[party].score):
                best[party] = candidate
            if candidate.level == "strong":
                reach = min(reach, far + 1)
        return best

    def _candidate(self, name: Name, number: int) -> Candidate:
        comparison = compare(name, self._parsed(number), "list")
        return Candidate(self._parties[self._party[number]], self._names[number], comparison)

    def _nearest(self, name: Name, spelt: Spell) -> list[tuple[int, int]]:
        """The names found that may agree, with how many words are not in both; the nearest, first of all."""
        near: dict[int, int] = {}
        for each in (name, *(parse(other.text) for other in name.others)):
            wanted, its_rest = mask(each), rest(each)
            for number, exactly in self._found(each, spelt).items():
                its = self._masks[number]
                if may_agree(wanted, its, exactly=exactly):
                    far = (its ^ wanted).bit_count() + (self._rests[number] ^ its_rest).bit_count()
                    near[number] = min(far, near.get(number, _FAR))
        return sorted(near.items(), key=itemgetter(1))[:MAX_COMPARED]

    def _found(self, name: Name, spelt: Spell) -> dict[int, bool]:
        """The names found, and whether they may agree only where the rest of them is exactly the same.

        That is so where all they have of their own is a word that many firms have, or one that is only like another.
        """
        found: dict[int, bool] = {}
        common = _is_common(name)
        for words in arrangements(name):
            for spelling in spelt(words):
                exactly = common or _is_lone_likeness(words, spelling)
                for number in self._signatures.find(signatures(spelling)):
                    found[number] = exactly and found.get(number, True)
        return found


class _Spellings:
    """The words of an index, found by spellings that are like theirs."""

    def __init__(self, parts: Parts) -> None:
        self._words = parts.texts("words")
        self._table = _table(parts, "spellings")
        self._like = lru_cache(KEPT)(self._words_like)

    @staticmethod
    def as_they_are(words: Sequence[NameWord]) -> Iterable[Sequence[NameWord]]:
        """The words alone."""
        return (words,)

    def alike(self, words: Sequence[NameWord]) -> Iterable[Sequence[NameWord]]:
        """The words with each of their own as the index spells it.

        Where one is like no word of the index, as they are: it may be two of its words written as one.
        """
        own = [word for word in words if word.kind == "distinctive" and not word.joined]
        if not own:
            return (words,)
        options = []
        for word in sorted(own, key=_length, reverse=True):
            alike = self._like(word.key)
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


def _is_common(name: Name) -> bool:
    """Whether all that is a name's own is one word that many firms have."""
    own = [word for word in name.words if word.kind == "distinctive"]
    return len(own) == 1 and frequency(own[0].letters) >= MANY_FIRMS


def _is_lone_likeness(words: Sequence[NameWord], spelt: Sequence[NameWord]) -> bool:
    """Whether all that is a name's own is one word, and that is spelt otherwise."""
    ones, others = ([word.key for word in each if word.kind == "distinctive"] for each in (words, spelt))
    return len(ones) == len(others) == 1 and ones != others


def _order(candidate: Candidate) -> tuple[bool, float, str]:
    return candidate.level != "strong", -candidate.score, candidate.key


def _table(parts: Parts, name: str) -> HashTable:
    return HashTable(*(parts.numbers(f"{name}.{part}") for part in HashTable.PARTS))
