"""Precision, recall and F1, and the cuts that make the most of a score."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Counts(NamedTuple):
    """How often a system said yes or no, rightly and wrongly."""

    right_yes: int
    wrong_yes: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of yes that was right; not a number where yes was never said."""
        said = self.right_yes + self.wrong_yes
        return self.right_yes / said if said else float("nan")

    @property
    def recall(self) -> float:
        """The share found of what is the same; not a number where nothing is."""
        there = self.right_yes + self.missed
        return self.right_yes / there if there else float("nan")

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 where nothing was found."""
        total = 2 * self.right_yes + self.wrong_yes + self.missed
        return 2 * self.right_yes / total if total else float("nan")


def count(said: Iterable[bool], same: Iterable[bool]) -> Counts:
    """Count the answers of a system against the labels, in the same order."""
    answers = list(zip(said, same, strict=True))
    return Counts(answers.count((True, True)), answers.count((True, False)), answers.count((False, True)))


def at_cut(scores: Sequence[float], same: Sequence[bool], cut: float) -> Counts:
    """Count the answers of a system that says yes from a score upwards."""
    return count([score >= cut for score in scores], same)


def best_cut(scores: Sequence[float], same: Sequence[bool]) -> float:
    """Return the score from which saying yes gives the highest F1; of equal ones the highest.

    Only the upper half of the scale is tried: saying yes to everything has an F1 too, and is no cut.
    """
    least = max(scores) / 2
    tried = sorted({score for score in scores if score >= least}, reverse=True)
    return max(tried, key=lambda cut: at_cut(scores, same, cut).f1)


def cut_for_share(scores: Sequence[float], share: float) -> float:
    """Return the lowest cut, above 0, at which at most this share of the scores is at or above it.

    The scores are those of names that should stay silent; 0 means silent.
    """
    allowed = int(len(scores) * share)
    loud = sorted((score for score in scores if score > 0), reverse=True)
    if len(loud) <= allowed:
        return min(loud, default=0.0)
    above = loud[allowed]  # the first score that must stay below the cut
    return above + max(abs(above) * 1e-9, 1e-12)


def figure(value: float) -> str:
    """Write a share with three places and no leading nought, as the tables of the field do."""
    if value != value:  # noqa: PLR0124 - not a number is the one value that differs from itself
        return "–"
    return f"{value:.3f}".removeprefix("0") if value < 1 else "1.000"
