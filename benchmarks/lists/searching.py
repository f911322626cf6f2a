"""The same labelled names asked of vendorcheck and of rapidfuzz, over the same names of the list of 2022."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from importlib import import_module
from random import Random

from lists.made import SEED, Made
from names.systems import USUAL_CUT
from names.words import folded, normal

#: How many variants of listed names are asked, and how many firms that no list names.
ASKED = 300

#: Returns the names that stand highest of those that a name may be.
Search = Callable[[str], Iterable[str]]


def search_rows(made: Made) -> Iterator[tuple[str, str, str, str]]:
    """Yield names a second of processor time, how often the right party is found, how many unlisted firms alert."""
    kept = import_module("vendorcheck.lists.store").Store(made.store).newest(made.official.name)
    listed = sorted({name for entry in kept.entries() if entry.kind in _firm_kinds() for name in entry.names})
    keys = _keys(made)
    on_list = {key for name in listed for key in keys.get(normal(name), ())}
    rng = Random(SEED)  # noqa: S311 - seeded so that it can be made again
    variants = rng.sample([one for one in made.variants if one.key in on_list], ASKED)
    firms = made.firms[:ASKED]
    asked = [*(one.text for one in variants), *firms]
    rates = []
    for system, search in (("vendorcheck", _ours(kept)), ("rapidfuzz extractOne, WRatio", _rapidfuzz(listed))):
        list(search(firms[-1]))  # the first name loads the tables of words: the first answer has that
        began = time.process_time()
        found = [list(search(name)) for name in asked]
        rates.append(len(asked) / (time.process_time() - began))
        answers = zip(variants, found[:ASKED], strict=True)
        right = sum(any(one.key in keys.get(normal(name), ()) for name in names) for one, names in answers) / ASKED
        loud = sum(map(bool, found[ASKED:])) / ASKED
        figure = f"{rates[-1]:,.1f} names/s CPU, recall {right:.3f}, {loud:.1%} of unlisted firms alert"
        yield made.official.title, f"{system}, {len(listed):,} names", figure, "–"
    yield made.official.title, "vendorcheck is faster by", f"{rates[0] / rates[1]:,.0f} ×", "≥ 100 ×"


def _keys(made: Made) -> Mapping[str, set[str]]:
    """The parties of each name."""
    keys: dict[str, set[str]] = {}
    for party in made.parties:
        for name in party.names:
            keys.setdefault(normal(name), set()).add(party.key)
    return keys


def _firm_kinds() -> frozenset[str]:
    return frozenset(import_module("vendorcheck.model.watchlist").FIRM_KINDS)


def _ours(kept: object) -> Search:
    """The best of the list as a scan asks it: the kept indexes, and an entry for each name that may be meant."""
    searched = import_module("vendorcheck.resolve.searched_list").searched([kept], date.max)
    names = import_module("vendorcheck.resolve.listed_names").ListedNames(searched)

    def search(name: str) -> Iterator[str]:
        found = [*names.sightings(name), *names.persons(name)]
        best = max((each.weight for each in found), default=None)
        return (each.listed for each in found if each.weight == best)

    return search


def _rapidfuzz(listed: list[str]) -> Search:
    extract_one, scorer = import_module("rapidfuzz.process").extractOne, import_module("rapidfuzz.fuzz").WRatio
    texts = [folded(name) for name in listed]

    def search(name: str) -> Iterator[str]:
        found = extract_one(folded(name), texts, scorer=scorer, score_cutoff=USUAL_CUT)
        return iter((listed[found[2]],) if found else ())

    return search
