"""The same labelled names asked of vendorcheck and of rapidfuzz, over the same names of the list of 2022.

Started by itself, as `lists.made` is.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from random import Random
from typing import NamedTuple

from lists.made import SEED, Known, Made, known, made_in
from names.systems import USUAL_CUT
from names.words import folded, normal

#: How many variants of listed names are asked, and how many firms that no list names.
ASKED = 1_000

#: How many of the bill's vendors are asked, a tenth of which is a variant of a listed name.
OF_BILL = 500

#: How many names are asked before anything is counted.
WARMING = 20

#: Returns the names that stand highest of those that a name may be.
Search = Callable[[str], list[str]]


def _rows(made: Made, what: Known) -> Iterator[tuple[str, str, str, str]]:
    """Yield names a second of processor time, how often the right party is found, how many unlisted firms alert."""
    kept = import_module("vendorcheck.lists.store").Store(made.store).newest(made.official.name)
    listed = sorted({name for entry in kept.entries() if entry.kind in _firm_kinds() for name in entry.names})
    systems: dict[str, Search] = {
        "vendorcheck": _ours(kept),
        f"rapidfuzz, cut at {USUAL_CUT:g}": _rapidfuzz(listed, USUAL_CUT),
        "rapidfuzz, no cut": _rapidfuzz(listed, None),
    }
    asked = _asked(what, listed)
    vendors = Random(SEED).sample(what.vendors, OF_BILL)  # noqa: S311 - seeded so that it can be made again
    rates: dict[str, tuple[float, float]] = {}
    for system, search in systems.items():
        for name in vendors[:WARMING]:  # the first names load the tables of words: the first answer has that
            search(name)
        found, rate = _rate(search, [one.text for one in asked])
        right = [one.key for one in asked if one.key]
        recall = sum(one.found_by(names) for one, names in zip(asked, found, strict=True) if one.key) / len(right)
        loud = sum(bool(names) for one, names in zip(asked, found, strict=True) if not one.key)
        rates[system] = (rate, _rate(search, vendors)[1])
        false = f"{loud / (len(asked) - len(right)):.1%} of unlisted firms alert"
        told = f"{rate:,.0f} names/s CPU of these, {rates[system][1]:,.0f} of the bill's vendors"
        yield made.official.title, f"{system}; {len(listed):,} names", f"{told}; recall {recall:.3f}, {false}", "–"
    ours, *theirs = rates.items()
    for system, (rate, of_bill) in theirs:
        figure = f"{ours[1][0] / rate:,.0f} ×, of the bill's vendors {ours[1][1] / of_bill:,.0f} ×"
        yield made.official.title, f"vendorcheck is faster than {system}, by", figure, "≥ 100 ×"


class Asked(NamedTuple):
    """A name with its party, or none where no list names it, and the names on the list that are that party's."""

    text: str
    key: str = ""
    names: frozenset[str] = frozenset()

    def found_by(self, names: Iterable[str]) -> bool:
        """Return whether one of these names is the party's."""
        return not self.names.isdisjoint(names)


def _asked(what: Known, listed: list[str]) -> list[Asked]:
    """Variants of names of parties that this list has, and firms that no list names."""
    of_key = {party.key: {normal(name) for name in party.names} for party in what.parties}
    on_list: dict[str, list[str]] = {}
    for name in listed:
        on_list.setdefault(normal(name), []).append(name)
    own = {key: frozenset(name for each in names for name in on_list.get(each, ())) for key, names in of_key.items()}
    rng = Random(SEED)  # noqa: S311 - seeded so that it can be made again
    variants = rng.sample([one for one in what.variants if own[one.key]], ASKED)
    return [*(Asked(one.text, one.key, own[one.key]) for one in variants), *map(Asked, what.firms[:ASKED])]


def _rate(search: Search, texts: Sequence[str]) -> tuple[list[list[str]], float]:
    """What is found of each text, and how many are answered in a second of the processor."""
    began = time.process_time()
    found = [list(search(text)) for text in texts]
    return found, len(texts) / (time.process_time() - began)


def _firm_kinds() -> frozenset[str]:
    return frozenset(import_module("vendorcheck.model.watchlist").FIRM_KINDS)


def _ours(kept: object) -> Search:
    """The best of the list as a scan asks it: the kept indexes, and an entry for each name that may be meant."""
    searched = import_module("vendorcheck.resolve.searched_list").searched([kept], date.max)
    names = import_module("vendorcheck.resolve.listed_names").ListedNames(searched)

    def search(name: str) -> list[str]:
        found = [*names.sightings(name), *names.persons(name)]
        best = max((each.weight for each in found), default=None)
        return [each.listed for each in found if each.weight == best]

    return search


def _rapidfuzz(listed: list[str], cut: float | None) -> Search:
    extract_one, scorer = import_module("rapidfuzz.process").extractOne, import_module("rapidfuzz.fuzz").WRatio
    texts = [folded(name) for name in listed]

    def search(name: str) -> list[str]:
        found = extract_one(folded(name), texts, scorer=scorer, score_cutoff=cut)
        return [listed[found[2]]] if found else []

    return search


def main() -> None:
    """Print the rows of the table."""
    for row in _rows(made_in(Path(sys.argv[1])), known()):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
