"""Measures screening against a list of 250,000 names in the store, by the installed command, and prints Markdown.

Run from the folder `benchmarks`: `python -m lists.measure`, or some parts of it: `import`, `scan`, `first`, `search`.
The corpus is the folder that VENDORCHECK_CORPUS names; README.md beside this says what is made of it.
"""

import argparse
import csv
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from random import Random
from typing import NamedTuple

from measure import COMMAND, run
from names.corpus import corpus
from names.csl import Party, parties_of
from names.many import Names, many_names
from names.systems import USUAL_CUT
from names.unlisted import firms_of
from names.variants import APART, variants_of
from names.words import folded

PARTS = ("import", "scan", "first", "search")
LIST = "many"
LARGE = 250_000
LINES, VENDORS = 10_000, 5_000
#: The share of the vendors that is a variant of a listed name; the others are real firms that no list names.
LISTED = 0.1
ASKED = 300
SEED = "vendorcheck-lists-1"


class Made(NamedTuple):
    """What is measured with: the list as a file, a folder for its store, and a bill."""

    names: Names
    file: Path
    store: Path
    bill: Path

    @property
    def screened(self) -> list[str]:
        """What a command is given to screen against the list."""
        return ["--list", LIST, "--store", str(self.store)]


def main() -> None:
    """Run the parts that were asked for, each with the list imported before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=f"what to measure: {', '.join(PARTS)}; all by default")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command (default 5)")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as folder:
        parties = parties_of(corpus())
        made = _made(parties, Path(folder))
        print("| what | figure | to reach |\n|---|---|---|")
        _row(f"import of {len(made.names):,} names", *_imported(made), "≤ 60 s")
        if "scan" in options.parts:
            _print_scan(made, options.runs)
        if "first" in options.parts:
            took = [_timed([COMMAND, "check", made.names[0][0], *made.screened]) for _ in range(options.runs)]
            _row("first answer of `check`", f"{statistics.median(took):.2f} s", "≤ 0.5 s")
        if "search" in options.parts:
            _print_search(made, parties)


def _made(parties: list[Party], folder: Path) -> Made:
    made = Made(many_names(parties, LARGE), folder / f"{LIST}.csv", folder / "store", folder / "bill.csv")
    with made.file.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("number", "name", "aliases", "country"), *_entries(made.names)])
    vendors, rng = _vendors(parties), Random(SEED)  # noqa: S311 - seeded so that it can be made again
    with made.bill.open("w", encoding="utf-8", newline="") as file:
        lines = ((rng.choice(vendors), f"GX-{number % 997}") for number in range(LINES - VENDORS))
        csv.writer(file).writerows([("Vendor", "Part Number"), *((name, "GX-1") for name in vendors), *lines])
    return made


def _entries(names: Names) -> Iterator[tuple[str, str, str, str]]:
    """One entry for each party, with all its names."""
    by_party: dict[str, list[str]] = {}
    countries = {}
    for name, key, country in names:
        by_party.setdefault(key, []).append(name.replace(";", ","))
        countries[key] = country or ""
    for key, own in by_party.items():
        yield key, own[0], "; ".join(own[1:]), countries[key]


def _vendors(parties: list[Party]) -> list[str]:
    rng = Random(SEED)  # noqa: S311 - seeded so that it can be made again
    variants = [one.text for one in variants_of(parties)]
    firms = firms_of(corpus(), parties)
    listed = rng.sample(variants, min(len(variants), int(VENDORS * LISTED)))
    return [*listed, *firms[: VENDORS - len(listed)]]


def _imported(made: Made) -> tuple[str, ...]:
    command = [COMMAND, "lists", "import", str(made.file), "--name", LIST, "--store", str(made.store)]
    began = time.perf_counter()
    done = run(command)
    return (f"{time.perf_counter() - began:.1f} s, peak {done.mebibytes:.0f} MiB",)


def _print_scan(made: Made, runs: int) -> None:
    """The command with the list and without it in turn: what the list costs, and the peak with it."""
    plain = [COMMAND, "scan", str(made.bill), "-p", "us-federal", "--summary-only"]
    pairs = [(run([*plain, *made.screened]), run(plain)) for _ in range(runs)]
    beyond = statistics.median(with_list.cpu - without.cpu for with_list, without in pairs)
    peak = max(with_list.mebibytes for with_list, _ in pairs)
    _row(f"scan of {LINES:,} lines, {VENDORS:,} vendors: beyond one without the list", f"{beyond:.2f} s", "≤ 3 s")
    _row("its peak memory", f"{peak:.0f} MiB", "≤ 300 MiB")


def _timed(command: list[str]) -> float:
    began = time.perf_counter()
    run(command)
    return time.perf_counter() - began


def _print_search(made: Made, parties: list[Party]) -> None:
    """The same labelled names to both: names a second, the right party found first, unlisted firms that alert."""
    rng = Random(SEED)  # noqa: S311 - seeded so that it can be made again
    counted = [one for one in variants_of(parties) if one.kind not in APART]
    variants = [(one.text, one.key) for one in rng.sample(counted, ASKED)]
    firms = [(name, "") for name in firms_of(corpus(), parties)[:ASKED]]
    rates = []
    for title, search in (("vendorcheck", _ours(made)), ("rapidfuzz extractOne, WRatio", _rapidfuzz(made))):
        search(variants[0][0])  # the first name loads the tables of words: the part `first` has that
        began = time.process_time()
        found = [search(name) for name, _ in (*variants, *firms)]
        rates.append(2 * ASKED / (time.process_time() - began))
        right = sum(key in keys for (_, key), keys in zip(variants, found[:ASKED], strict=True)) / ASKED
        loud = sum(map(bool, found[ASKED:])) / ASKED
        _row(f"{title}: names/s, right first, false alerts", f"{rates[-1]:,.1f}, {right:.3f}, {loud:.1%}", "–")
    _row("vendorcheck is faster by", f"{rates[0] / rates[1]:,.0f} ×", "≥ 100 ×")


def _ours(made: Made) -> Callable[[str], Sequence[str]]:
    """The best of a list as a scan asks it: the kept indexes, and an entry for each name that may be meant."""
    from datetime import date  # noqa: PLC0415 - what is measured stands together

    kept = import_module("vendorcheck.lists.store").Store(made.store).newest(LIST)
    searched = import_module("vendorcheck.resolve.searched_list").searched([kept], date.max)
    names = import_module("vendorcheck.resolve.listed_names").ListedNames(searched)

    def search(name: str) -> Sequence[str]:
        found = [*names.sightings(name), *names.persons(name)]
        best = max((each.weight for each in found), default=None)
        return [each.party.removeprefix(f"{LIST}:") for each in found if each.weight == best]

    return search


def _rapidfuzz(made: Made) -> Callable[[str], Sequence[str]]:
    extract_one, scorer = import_module("rapidfuzz.process").extractOne, import_module("rapidfuzz.fuzz").WRatio
    texts = [folded(name) for name, _, _ in made.names]

    def search(name: str) -> Sequence[str]:
        found = extract_one(folded(name), texts, scorer=scorer, score_cutoff=USUAL_CUT)
        return [made.names[found[2]][1]] if found else []

    return search


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
