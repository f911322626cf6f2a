"""The table of speed: names answered per second by a fresh process on one core, first answer and memory."""

import csv
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from random import Random
from typing import NamedTuple

from names.corpus import corpus
from names.csl import pairs_of, parties_of
from names.many import Names, many_names
from names.ours import build_index
from names.search import OURS, has_index, peer_makers
from names.systems import USUAL_CUT, stripped
from names.unlisted import firms_of
from names.variants import variants_of
from names.words import folded

LARGE = 250_000
EXTRACT_ONE: dict[str, Callable[[str], str]] = {"rapidfuzz WRatio": folded, "legal form stripped + WRatio": stripped}
"""Scored over the whole list, they are asked for the best name alone, from their cut up: the fastest way there is."""
RUNS = 3
PEER_SECONDS = 15.0
LONG = 600.0
SEED = "vendorcheck-speed-1"


class Figures(NamedTuple):
    """What processes took: seconds to the first answer, names per second, peak and resident MiB, names answered.

    `rate_of_work` counts the seconds of the processor alone: others may use the machine meanwhile.
    """

    first: float
    rate: float
    rate_of_work: float
    peak: float
    resident: float
    answered: int


def print_speed(*, with_peers: bool) -> None:
    """Print how fast the list of about 21,000 names and one of 250,000 are searched."""
    folder = corpus()
    parties = parties_of(folder)
    queries = list(dict.fromkeys([*(one.text for one in variants_of(parties)), *firms_of(folder, parties)]))
    Random(SEED).shuffle(queries)  # noqa: S311 - seeded so that it can be made again
    print(f"\n## Speed: {len(queries):,} different names, each once: variants of listed names and unlisted firms\n")
    print(f"A fresh process on one core; the median of {RUNS} runs, peers one run of {PEER_SECONDS:g} s.\n")
    print(
        "| names on the list | system | names/s | names/s of processor time | vendorcheck is faster by"
        " | first answer s | peak MiB | resident MiB |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for names in (pairs_of(parties), many_names(parties, LARGE)):
        with tempfile.TemporaryDirectory() as scratch:
            _print_rows(names, queries, Path(scratch), with_peers=with_peers)


def peer(system: str, data: str) -> Callable[[str], object]:
    """Return a peer's search over the names in a file, set up as its users do."""
    with Path(data).open(encoding="utf-8", newline="") as file:
        names: Names = [(name, key, country) for name, key, country in csv.reader(file)]
    if system in EXTRACT_ONE:
        return _extract_one(names, EXTRACT_ONE[system])
    return dict(peer_makers())[system](names, Path(data).parent).search


def _extract_one(names: Names, prepare: Callable[[str], str]) -> Callable[[str], object]:
    extract_one, scorer = import_module("rapidfuzz.process").extractOne, import_module("rapidfuzz.fuzz").WRatio
    texts = [prepare(name) for name, _, _ in names]
    return lambda name: extract_one(prepare(name), texts, scorer=scorer, score_cutoff=USUAL_CUT)


def _print_rows(names: Names, queries: list[str], folder: Path, *, with_peers: bool) -> None:
    asked, data = folder / "queries.txt", folder / "names.csv"
    asked.write_text("\n".join(" ".join(query.split()) for query in queries), encoding="utf-8")
    with data.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(names)
    mine = _ours(names, folder, asked)
    if mine:
        _print_row(len(names), f"**{OURS}**", mine, 1.0)
    for system, _ in peer_makers() if with_peers else ():
        figures = _run(system, data, asked, PEER_SECONDS)
        _print_row(len(names), system, figures, mine.rate_of_work / figures.rate_of_work if mine else None)


def _ours(names: Names, folder: Path, asked: Path) -> Figures | None:
    if not has_index():
        print("vendorcheck.resolve.index is not in this build: its rows are left out.", file=sys.stderr)
        return None
    index, began = folder / "list.index", time.perf_counter()
    build_index(names, index)
    took, size = time.perf_counter() - began, index.stat().st_size / 2**20
    print(f"The index of {len(names):,} names took {took:.1f} s to build, {size:.1f} MiB.", file=sys.stderr)
    runs = [_run(OURS, index, asked, LONG) for _ in range(RUNS)]
    return Figures(*(statistics.median(column) for column in zip(*runs, strict=True)))


def _run(system: str, data: Path, asked: Path, seconds: float) -> Figures:
    command = [sys.executable, "-m", "names.speed_one"]
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    done = subprocess.run(
        [*command, str(began), system, str(data), str(asked), str(seconds)],
        cwd=Path(__file__).parents[1], check=True, capture_output=True, text=True,
    )  # fmt: skip
    said = json.loads(done.stdout)
    return Figures(*(said[name] for name in Figures._fields))


def _print_row(size: int, system: str, figures: Figures, ratio: float | None) -> None:
    faster = "–" if ratio is None else f"{ratio:,.0f} ×"
    cells = [
        f"{size:,}", system, _rate(figures.rate), _rate(figures.rate_of_work), faster,
        f"{figures.first:.2f}", f"{figures.peak:.0f}", f"{figures.resident:.0f}",
    ]  # fmt: skip
    print(f"| {' | '.join(cells)} |", flush=True)


def _rate(rate: float) -> str:
    return f"{rate:,.4g}" if rate < LARGE / 1e3 else f"{rate:,.0f}"
