"""Systems that search a list of names: vendorcheck's index and its peers, each as a function of one name."""

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from names.many import Names
from names.ours import LEVELS, Hit, build_index, open_index
from names.systems import LOGIC_CUT, USUAL_CUT, installed, logic, stripped
from names.words import folded, normal, words_of

MOST = 50
"""How many candidates a peer is asked about."""

OURS = "vendorcheck"


class Searcher(NamedTuple):
    """A system over one list: the function, and the cuts on the rank that it is used with, by name."""

    name: str
    search: Callable[[str], list[Hit]]
    cuts: dict[str, float]


Make = Callable[[Names, Path], Searcher]


def ours(names: Names, folder: Path) -> Searcher:
    """Return vendorcheck over these names; an index file is written into the folder."""
    path = folder / f"{len(names)}.index"
    build_index(names, path)
    return Searcher(OURS, open_index(path), {"any level": LEVELS["possible"], "*strong*": LEVELS["strong"]})


def has_index() -> bool:
    """Return whether this build of vendorcheck has an index of names."""
    return installed("vendorcheck.resolve.index")


def peer_makers() -> Iterator[tuple[str, Make]]:
    """Yield the name of every peer installed here and the function that sets it up over a list."""
    if installed("rapidfuzz"):
        yield "rapidfuzz WRatio", lambda names, _: _whole_list("rapidfuzz WRatio", names, folded)
    if installed("rapidfuzz") and installed("rigour"):
        name = "legal form stripped + WRatio"
        yield name, lambda names, _: _whole_list("legal form stripped + WRatio", names, stripped)
    if installed("nomenklatura"):
        yield "candidates + logic-v1", lambda names, _: _candidates_and("logic-v1", names)
        yield "candidates + logic-v2", lambda names, _: _candidates_and("logic-v2", names)


def _whole_list(title: str, names: Names, prepare: Callable[[str], str]) -> Searcher:
    """Every name of the list is scored, as rapidfuzz does it; the best are given back."""
    extract, scorer = import_module("rapidfuzz.process").extract, import_module("rapidfuzz.fuzz").WRatio
    keys = [key for _, key, _ in names]
    texts = [prepare(name) for name, _, _ in names]

    def search(name: str) -> list[Hit]:
        found = extract(prepare(name), texts, scorer=scorer, limit=MOST)
        return [Hit(keys[place], score) for _, score, place in found if score > 0]

    return Searcher(title, search, {f"{USUAL_CUT:g}, its default": USUAL_CUT})


def _candidates_and(algorithm: str, names: Names) -> Searcher:
    """The candidates that share the rarest words and runs of four letters are scored by a matcher."""
    candidates, score = Candidates([name for name, _, _ in names]), logic(algorithm)

    def search(name: str) -> list[Hit]:
        near = candidates.near(name)
        hits = (Hit(names[place][1], score(name, names[place][0])) for place in near)
        return sorted((hit for hit in hits if hit.rank > 0), key=lambda hit: -hit.rank)

    return Searcher(f"candidates + {algorithm}", search, {f"{LOGIC_CUT:g}, its default": LOGIC_CUT})


class Candidates:
    """The names of a list by their words and runs of four letters, for matchers that have no index of their own."""

    COMMON = 2_000

    def __init__(self, names: Iterable[str]) -> None:
        """Index the names in their order."""
        self._places: dict[str, list[int]] = defaultdict(list)
        self._size = 0
        for place, name in enumerate(names):
            self._size = place + 1
            for mark in _marks(name):
                self._places[mark].append(place)

    def near(self, name: str) -> list[int]:
        """Return the places of the names that share most with a name, the rare counting more."""
        weights: defaultdict[int, float] = defaultdict(float)
        for mark in _marks(name):
            places = self._places.get(mark, [])
            if len(places) <= self.COMMON:
                weight = math.log(1 + self._size / (1 + len(places)))
                for place in places:
                    weights[place] += weight
        return heapq.nlargest(MOST, weights, key=lambda place: (weights[place], -place))


def _marks(name: str) -> set[str]:
    letters = normal(name)
    return set(words_of(name)) | {letters[at : at + 4] for at in range(len(letters) - 3)}
