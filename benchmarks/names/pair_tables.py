"""The tables of labelled pairs: every system, the general pairs and the hard ones, at the same cuts."""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from names.metrics import Counts, at_cut, best_cut, count, figure
from names.pairs import Pair
from names.systems import Said, installed, ours, peers


class Row(NamedTuple):
    """One system at one cut: what it says of the general pairs and of the hard ones, of all and of the held half."""

    system: str
    cut: str
    general: Counts
    general_held: Counts
    hard: Counts
    hard_held: Counts


class Sets(NamedTuple):
    """The pairs that every row is measured on."""

    general: list[Pair]
    hard: list[Pair]

    def split(self, said: Sequence[bool]) -> tuple[Counts, Counts, Counts, Counts]:
        """Count what was said of the general pairs and the hard ones, given in this order, and of their held halves."""
        ahead, behind = list(said[: len(self.general)]), list(said[len(self.general) :])
        return (*_counted(ahead, self.general), *_counted(behind, self.hard))

    @property
    def both(self) -> list[Pair]:
        """The general pairs, then the hard ones."""
        return self.general + self.hard


def print_pairs(sets: Sets, *, with_peers: bool) -> None:
    """Print how every installed system does on labelled pairs."""
    print(f"\n## Labelled pairs: {_size(sets.general)} general, {_size(sets.hard)} hard\n")
    print("P, R and F1 of saying that two names are one party. Every row has one cut for all its columns.\n")
    print("| system | cut | general P | R | F1 | held half F1 | hard P | R | F1 | held half P | R | F1 |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    said = _ours(sets)
    for row in [*_our_rows(sets, said), *_peer_rows(sets, with_peers=with_peers)]:
        general, hard, held = map(_figures, (row.general, row.hard, row.hard_held))
        cells = [*general, figure(row.general_held.f1), *hard, *held]
        print(f"| {row.system} | {row.cut} | {' | '.join(cells)} |")
    if said:
        _print_strong(sets, said)
        _print_kinds(sets, said)


def print_pair_errors(sets: Sets) -> None:
    """Print the pairs of the dev halves that vendorcheck gets wrong, by kind."""
    answers = zip(sets.both, _ours(sets), strict=True)
    wrong = [(pair, said) for pair, said in answers if pair.half == "dev" and (said.level is not None) != pair.same]
    print(f"\n## Wrong pairs: {len(wrong)} of the dev halves\n")
    for pair, said in sorted(wrong, key=lambda item: (item[0].same, item[0].kind)):
        label = "missed" if pair.same else f"wrong, {said.level}"
        print(f"- {pair.kind} · {label} · {pair.a} · {pair.b} · {said.score:.3f} {'; '.join(said.reasons)}")


def _ours(sets: Sets) -> list[Said]:
    try:
        compare = ours()
    except AttributeError:
        print("vendorcheck.compare_names is not in this build: its rows are left out.", file=sys.stderr)
        return []
    return [compare(pair.a, pair.b) for pair in sets.both]


def _our_rows(sets: Sets, said: list[Said]) -> Iterator[Row]:
    if not said:
        return
    yield Row("**vendorcheck**", "any level", *sets.split([one.level is not None for one in said]))
    yield Row("vendorcheck", "*strong*", *sets.split([one.level == "strong" for one in said]))
    yield from _cut_rows("vendorcheck score", [one.score for one in said], sets)


def _peer_rows(sets: Sets, *, with_peers: bool) -> Iterator[Row]:
    if with_peers and not installed("nomenklatura"):
        print("nomenklatura is not installed: its rows are left out.", file=sys.stderr)
    for peer in peers() if with_peers else ():
        scores = _scores(peer.score, sets.both)
        yield Row(peer.name, f"{peer.cut:g}, its default", *sets.split([score >= peer.cut for score in scores]))
        yield from _cut_rows(peer.name, scores, sets)
    yield Row("always yes", "–", *sets.split([True] * len(sets.both)))


def _cut_rows(name: str, scores: list[float], sets: Sets) -> Iterator[Row]:
    ahead, behind = scores[: len(sets.general)], scores[len(sets.general) :]
    for pairs, part, title in ((sets.general, ahead, "general"), (sets.hard, behind, "hard")):
        if pairs:
            cut = best_cut(part, [pair.same for pair in pairs])
            yield Row(name, f"{cut:.4g}, best for {title}", *sets.split([score >= cut for score in scores]))


def _scores(score: Callable[[str, str], float], pairs: list[Pair]) -> list[float]:
    return [score(pair.a, pair.b) for pair in pairs]


def _print_strong(sets: Sets, said: list[Said]) -> None:
    labels = [pair.same for pair in sets.both]
    strong = at_cut([float(one.level == "strong") for one in said], labels, 1.0)
    print(f"\nPrecision of *strong* on both together: {figure(strong.precision)}", end=" ")
    print(f"({strong.right_yes} right, {strong.wrong_yes} wrong).")


def _print_kinds(sets: Sets, said: list[Said]) -> None:
    print("\nHard pairs by kind, any level.\n\n| kind | label | pairs | right |\n|---|---|---|---|")
    answers = list(zip(sets.hard, said[len(sets.general) :], strict=True))
    for same, kind in sorted({(pair.same, pair.kind) for pair in sets.hard}, reverse=True):
        part = [(one.level is not None) == same for pair, one in answers if (pair.same, pair.kind) == (same, kind)]
        print(f"| {kind} | {'same' if same else 'not'} | {len(part)} | {sum(part)} |")


def _counted(said: Sequence[bool], pairs: list[Pair]) -> tuple[Counts, Counts]:
    answers = [(yes, pair.same, pair.half == "held") for yes, pair in zip(said, pairs, strict=True)]
    held = [(yes, same) for yes, same, is_held in answers if is_held]
    return (
        count([yes for yes, _, _ in answers], [same for _, same, _ in answers]),
        count([yes for yes, _ in held], [same for _, same in held]),
    )


def _figures(counts: Counts) -> tuple[str, str, str]:
    return figure(counts.precision), figure(counts.recall), figure(counts.f1)


def _size(pairs: list[Pair]) -> str:
    same = sum(pair.same for pair in pairs)
    return f"{len(pairs)} ({same} the same, {len(pairs) - same} not)"
