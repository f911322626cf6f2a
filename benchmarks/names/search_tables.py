"""The tables of searching a list: who is found from a variant of a name, and who alerts without cause."""

import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from names.corpus import corpus
from names.csl import Party, pairs_of, parties_of
from names.metrics import cut_for_share, figure
from names.ours import LEVELS, Hit
from names.search import OURS, Make, Searcher, has_index, ours, peer_makers
from names.unlisted import firms_of
from names.variants import APART, Variant, variants_of

FIRMS = 2_000
NEIGHBOURS = 1_000
SHARE = 0.01


class Asked(NamedTuple):
    """What the systems are asked: variants of listed names, real firms on no list, and listed names taken out."""

    parties: list[Party]
    variants: list[Variant]
    firms: list[str]

    @property
    def kept(self) -> list[Party]:
        """The half of the parties that stays on the list when neighbours are searched."""
        return [party for party in self.parties if not _taken_out(party)]

    @property
    def neighbours(self) -> list[str]:
        """Primary names of parties that were taken out: another party of the list must not be taken for them."""
        out = [party.name for party in self.parties if _taken_out(party)]
        return out[:: max(1, len(out) // NEIGHBOURS)][:NEIGHBOURS]


class Found(NamedTuple):
    """What came back for a variant: the rank of the best hit, whether it was right, the rank of the right one."""

    variant: Variant
    best: float
    right: bool
    right_rank: float


class Run(NamedTuple):
    """All answers of one system."""

    searcher: Searcher
    found: list[Found]
    firms: list[float]
    neighbours: list[float]


def asked(sample: int) -> Asked:
    """Return what is asked, each sort thinned to a sample where a peer is slow; 0 is everything."""
    folder = corpus()
    parties = parties_of(folder)
    variants, firms = variants_of(parties), firms_of(folder, parties)[:FIRMS]
    if sample:
        variants, firms = variants[:: max(1, len(variants) // sample)], firms[:sample]
    return Asked(parties, variants, firms)


def print_searches(*, with_peers: bool, sample: int, show_errors: bool) -> None:
    """Print who finds what on the list, and what alerts without cause."""
    everything = asked(0)
    names = pairs_of(everything.parties)
    print(f"\n## A list of {len(everything.parties):,} parties and {len(names):,} names\n")
    with tempfile.TemporaryDirectory() as folder:
        runs = list(_runs(everything, Path(folder), with_peers=with_peers, sample=sample))
    _print_table(runs)
    for run in runs:
        if run.searcher.name == OURS:
            _print_kinds(run)
            if show_errors:
                _print_errors(run, everything)


def _runs(everything: Asked, folder: Path, *, with_peers: bool, sample: int) -> Iterator[Run]:
    if has_index():
        yield _run(ours, everything, folder)
    else:
        print("vendorcheck.resolve.index is not in this build: its rows are left out.", file=sys.stderr)
    part = asked(sample) if sample else everything
    for name, make in peer_makers() if with_peers else ():
        print(f"{name} ...", file=sys.stderr)
        yield _run(make, part, folder)


def _run(make: Make, what: Asked, folder: Path) -> Run:
    whole = make(pairs_of(what.parties), folder)
    found = [_found(variant, whole.search(variant.text)) for variant in what.variants]
    firms = [_best(whole.search(name)) for name in what.firms]
    half = make(pairs_of(what.kept), folder)
    neighbours = what.neighbours[: len(what.firms)]
    return Run(whole, found, firms, [_best(half.search(name)) for name in neighbours])


def _found(variant: Variant, hits: Sequence[Hit]) -> Found:
    best = _best(hits)
    right = max((hit.rank for hit in hits if hit.key == variant.key), default=0.0)
    return Found(variant, best, right=right == best > 0, right_rank=right)


def _best(hits: Sequence[Hit]) -> float:
    return max((hit.rank for hit in hits), default=0.0)


def _taken_out(party: Party) -> bool:
    return bool(zlib.crc32(party.name.encode()) & 1)


def _print_table(runs: list[Run]) -> None:
    print("Found first: the right party has the highest rank, alone or with others (ties count as one group).")
    print(
        f"Neighbours: listed names searched after their own party, with half of all, was taken out ({NEIGHBOURS:,}).\n"
    )
    print(
        "| system | cut | variants | found first | held half | found at all "
        "| unlisted firms | alerts | neighbours | alerts |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for run in runs:
        cuts = {**run.searcher.cuts, f"set to {SHARE:.0%} alerts": cut_for_share(run.firms, SHARE), "none": 0.0}
        for title, cut in cuts.items():
            print(_row(run, title, cut))


def _row(run: Run, title: str, cut: float) -> str:
    counted = [found for found in run.found if found.variant.kind not in APART]
    first = [found.right and found.best >= cut for found in counted]
    held = [yes for yes, found in zip(first, counted, strict=True) if found.variant.half == "held"]
    any_ = [found.right_rank >= cut and found.right_rank > 0 for found in counted]
    shown = f"{title} ({cut:.3f})" if title.startswith("set to") else title
    cells = [
        run.searcher.name, shown, f"{len(counted):,}", _share(first), _share(held), _share(any_), f"{len(run.firms):,}",
        _alerts(run.firms, cut), f"{len(run.neighbours):,}", _alerts(run.neighbours, cut),
    ]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _print_kinds(run: Run) -> None:
    print("\nBy kind, at any level; the last two are counted apart.\n")
    print("| kind | variants | found first | found at all | *strong* |\n|---|---|---|---|---|")
    for kind in sorted({found.variant.kind for found in run.found}, key=lambda kind: (kind in APART, kind)):
        part = [found for found in run.found if found.variant.kind == kind]
        first, any_ = [found.right for found in part], [found.right_rank > 0 for found in part]
        strong = [found.right and found.best >= LEVELS["strong"] for found in part]
        print(f"| {kind} | {len(part)} | {_share(first)} | {_share(any_)} | {_share(strong)} |")


def _print_errors(run: Run, what: Asked) -> None:
    wrong = [found for found in run.found if not found.right and found.variant.half == "dev"]
    print(f"\n## Not found first: {len(wrong)} variants of the dev half\n")
    for found in sorted(wrong, key=lambda found: found.variant.kind):
        text, kind, made_of, _, _ = found.variant
        print(f"- {kind} · {text} · {made_of} · best {found.best:.3f}, right {found.right_rank:.3f}")
    loud = [(rank, name) for rank, name in zip(run.firms, what.firms, strict=True) if rank > 0 and _may_be_read(name)]
    near = zip(run.neighbours, what.neighbours, strict=True)
    strong = [(rank, name) for rank, name in near if rank >= LEVELS["strong"] and _may_be_read(name)]
    for title, names in (("Unlisted firms that alert", loud), ("Neighbours taken for another, strong", strong)):
        print(f"\n## {title}: {len(names)} of the dev half\n")
        for rank, name in sorted(names, reverse=True):
            print(f"- {name} · {rank:.3f}")


def _may_be_read(name: str) -> bool:
    return zlib.crc32(name.encode()) & 2 == 0


def _share(answers: Sequence[bool]) -> str:
    return figure(sum(answers) / len(answers)) if answers else "–"


def _alerts(ranks: Sequence[float], cut: float) -> str:
    loud = sum(rank >= cut and rank > 0 for rank in ranks)
    return f"{loud / len(ranks):.1%}" if ranks else "–"
