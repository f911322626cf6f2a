"""Three-valued truth: a fact that nobody stated is neither true nor false."""

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """NO, UNKNOWN or YES, ordered, so that "all of" is the minimum and "any of" the maximum."""

    NO = 0
    UNKNOWN = 1
    YES = 2


NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES


def all_of(truths: Iterable[Truth]) -> Truth:
    """Return the weakest of the truths; YES when there are none."""
    return min(truths, default=YES)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Return the strongest of the truths; NO when there are none."""
    return max(truths, default=NO)


def negate(truth: Truth) -> Truth:
    """Return the opposite; the opposite of UNKNOWN is UNKNOWN."""
    return Truth(YES - truth)
