"""Finding the names of an index that a name may be."""

import mmap
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from vendorcheck.model.truth import NO, YES, Truth
from vendorcheck.resolve.index.arrangements import rearranged, spelt
from vendorcheck.resolve.index.asked import Asked, asked_as
from vendorcheck.resolve.index.building import DIGEST, IndexedName, build, digest_of
from vendorcheck.resolve.index.file import Parts, is_readable
from vendorcheck.resolve.index.hashes import HashSet, hash_of, table_of
from vendorcheck.resolve.index.known_words import KEPT, Spellings
from vendorcheck.resolve.index.signatures import mask, may_agree, own_hash, rest, signatures
from vendorcheck.resolve.similar.comparison import Judged, Level, NameComparison, judge
from vendorcheck.resolve.similar.parsed import Name, parse
from vendorcheck.resolve.similar.pieces import may_be_ordinary

#: How many of the names found are compared.
MAX_COMPARED = 12

#: Further than any name is: no two differ in so many words.
_FAR = 1_000


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


#: Finds names, and says of each whether it may agree only where all but the words of its own is the same.
_Find = Callable[[Asked], dict[int, bool]]


#: Says of a name by its key and its text whether it counts; UNKNOWN where it may be meant and settles nothing.
Counts = Callable[[str, str], Truth]


def _every(_key: str, _name: str) -> Truth:
    return YES


class NameIndex:
    """An index of names, searched where it lies."""

    def __init__(self, content: memoryview) -> None:
        """Read the content of a file that `build` made."""
        parts = Parts(content)
        self._names, self._parties = parts.texts("names"), parts.texts("parties")
        self._party, self._masks, self._rests = map(parts.numbers, ("party", "masks", "rests"))
        self._spellings = Spellings(parts)
        self._signatures, self._own = table_of(parts, "signatures"), HashSet(parts.numbers("own"))
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

    def search(self, text: str, counts: Counts = _every) -> list[Candidate]:
        """Return the names that a name may be, the best of each party, best first.

        Words that are like other words are looked for only where no name is sure with the words as they are.
        """
        asked = asked_as(text)
        name = asked[0].name
        best: dict[int, _Found] = {}
        judged: set[int] = set()
        for find in (self._as_written, self._alike):
            near = self._nearest(asked, find, judged)
            if self._take_the_best(name, near, counts, best, judged):
                break
        return sorted(map(self._candidate, best.values()), key=_order)

    def same(self, text: str, counts: Counts = _every) -> list[Candidate]:
        """Return the names from which nothing but a legal form and the like parts a name, best first."""
        asked = asked_as(text)[:1]
        best: dict[int, _Found] = {}
        self._take_the_best(asked[0].name, self._nearest(asked, self._exactly, frozenset()), counts, best, set())
        found = map(self._candidate, best.values())
        return sorted((candidate for candidate in found if candidate.comparison.same), key=_order)

    def near(self, text: str) -> frozenset[str]:
        """Return the parties of all names that `same` could find for a text, or would find the text for.

        Every way to write the text counts, as it does when a name is indexed: nothing is compared.
        """
        return frozenset(
            self._parties[self._party[number]]
            for asked in asked_as(text)
            for arrangement in (asked.as_it_is, *rearranged(asked.name))
            for number in self._signatures.find(signatures(arrangement))
        )

    def considered(self, text: str) -> list[Candidate]:
        """Return every name that a name was compared with, whether it may be it or not: to tell, not to decide."""
        asked = asked_as(text)
        name = asked[0].name
        near = {
            number
            for find in (self._as_written, self._alike)
            for number, _ in self._nearest(asked, find, frozenset())[:MAX_COMPARED]
        }
        found = (self._judged(name, number, _every) for number in near)
        return sorted((self._candidate(each) for each in found if each), key=_order)

    def _take_the_best(
        self,
        name: Name,
        near: Iterable[tuple[int, int]],
        counts: Counts,
        best: "dict[int, _Found]",
        judged: set[int],
    ) -> bool:
        """Keep the best name of each party, and say whether one is sure; those two words further are not looked at."""
        reach, left = _FAR, MAX_COMPARED
        for number, far in near:
            if far > reach or not left:
                break
            judged.add(number)
            found = self._judged(name, number, counts)
            if found is None:  # it takes the place of no other
                continue
            left -= 1
            party = self._party[number]
            if found.judged.level and (party not in best or found.rank > best[party].rank):
                best[party] = found
            if found.is_sure:
                reach = min(reach, far + 1)
        return reach < _FAR

    def _judged(self, name: Name, number: int, counts: Counts) -> "_Found | None":
        """How a name of the index compares; None where it may be meant and does not count."""
        judged = judge(name, self._parsed(number), "list")
        if judged.level is None or counts is _every:
            return _Found(number, judged, judged.level == "strong")
        counting = counts(self._parties[self._party[number]], self._names[number])
        return None if counting == NO else _Found(number, judged, judged.level == "strong" and counting == YES)

    def _candidate(self, found: "_Found") -> Candidate:
        number, judged, _ = found
        return Candidate(self._parties[self._party[number]], self._names[number], judged.told())

    def _nearest(self, asked: Iterable[Asked], find: _Find, judged: AbstractSet[int]) -> list[tuple[int, int]]:
        """The names found that may agree, with how many words are not in both; the nearest, first of all."""
        near: dict[int, int] = {}
        for each in asked:
            found = find(each)
            if found:
                self._measure(each.name, found, near)
        return sorted((item for item in near.items() if item[0] not in judged), key=itemgetter(1))

    def _measure(self, name: Name, found: Mapping[int, bool], near: dict[int, int]) -> None:
        """Add how far names are that may agree."""
        wanted, its_rest = mask(name), rest(name)
        for number, exactly in found.items():
            its = self._masks[number]
            if may_agree(wanted, its, exactly=exactly):
                far = (its ^ wanted).bit_count() + (self._rests[number] ^ its_rest).bit_count()
                near[number] = min(far, near.get(number, _FAR))

    def _as_written(self, asked: Asked) -> dict[int, bool]:
        """The names found with the words as they are, and whether they may agree only where all else is the same.

        That is so where all they have of their own is a word that many firms have.
        """
        strange = [word for word in asked.as_it_is.own if own_hash(word.key) not in self._own]
        arranged = [] if strange else [asked.as_it_is]
        arranged += rearranged(asked.name, strange, self._may_be_one)
        wanted = [signed for arrangement in arranged for signed in signatures(arrangement)]
        return dict.fromkeys(self._signatures.find(wanted), asked.is_common)

    def _exactly(self, asked: Asked) -> dict[int, bool]:
        """The names found with the words as they are, which may agree only where all else is the same."""
        return dict.fromkeys(self._as_written(asked), True)

    def _alike(self, asked: Asked) -> dict[int, bool]:
        """The names found with words as the index spells them; a lone word that is only like another needs all else."""
        found: dict[int, bool] = {}
        strange = self._spellings.unlike(asked.as_it_is.own)
        arranged = [] if strange else [asked.as_it_is]
        for arrangement in (*arranged, *rearranged(asked.name, strange, self._may_be_one)):
            lone = asked.is_common or (len(arrangement.own) == 1 and not arrangement.joined)
            for words in self._spellings.alike(arrangement.own):
                for number in self._signatures.find(signatures(spelt(arrangement, words))):
                    found[number] = lone and found.get(number, True)
        return found

    def _may_be_one(self, letters: str) -> bool:
        """Whether words written as one may be a word of a name of the index, or one of a table."""
        return hash_of(letters.encode()) in self._own or may_be_ordinary(letters)


class _Found(NamedTuple):
    """The number of a name with how it was judged; one that is sure settles the search."""

    number: int
    judged: Judged
    is_sure: bool

    @property
    def rank(self) -> tuple[bool, float]:
        """By what the best name of a party is chosen."""
        return self.is_sure, self.judged.score


def _order(candidate: Candidate) -> tuple[bool, float, str]:
    return candidate.level != "strong", -candidate.score, candidate.key
