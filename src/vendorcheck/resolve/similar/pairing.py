"""Two names laid side by side, with what a doubt about them may ask."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from vendorcheck.resolve.similar.alignment import Alignment, Pair
from vendorcheck.resolve.similar.parsed import Name
from vendorcheck.resolve.similar.pieces import NameWord

#: How names are asked about: two that somebody put side by side, or one against a whole list, where chance is greater.
Setting = Literal["pair", "list"]


class Doubt(NamedTuple):
    """A reason against two names being one company's; `parts` where they cannot be with it."""

    reason: str
    parts: bool


class Compared:
    """Two names with their alignment, and the setting in which they are asked about."""

    def __init__(self, one: Name, other: Name, aligned: Alignment, setting: Setting) -> None:
        """Hold them together."""
        self.one, self.other, self.aligned, self.setting = one, other, aligned, setting

    @cached_property
    def exact(self) -> Sequence[Pair]:
        """The pairs of words that are equal, but for a blank."""
        return [pair for pair in self.aligned.pairs if pair.how in ("equal", "written together")]

    @cached_property
    def alike(self) -> Sequence[Pair]:
        """The pairs of words that are nearly equal."""
        return [pair for pair in self.aligned.pairs if pair.how in ("one letter", "sounds alike")]

    @cached_property
    def left(self) -> Sequence[NameWord]:
        """The words left over on either side."""
        return (*self.aligned.left, *self.aligned.right)

    @property
    def is_of_a_list(self) -> bool:
        """Whether one of them was found in a list."""
        return self.setting == "list"


def of_kind(words: Sequence[NameWord], kind: str) -> list[NameWord]:
    """Return the words of a kind."""
    return [word for word in words if word.kind == kind]


def said(words: Sequence[NameWord]) -> str:
    """Return words as they were written, in quotation marks."""
    return repr(" ".join(word.raw for word in words))
