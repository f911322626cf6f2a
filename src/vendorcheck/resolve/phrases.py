"""Phrases of tokens, found wherever they stand whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Self, TypeVar

from vendorcheck.resolve.folding import fold

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase at tokens start to end (end excluded), with the value it stands for."""

    start: int
    end: int
    value: T

    def covers(self, start: int, end: int) -> bool:
        """Whether the tokens start to end all belong to it."""
        return self.start <= start and end <= self.end


class Phrases(Generic[T]):
    """An index of phrases by their first token."""

    def __init__(self, items: Iterable[tuple[str, T]]) -> None:
        """Take phrases with their values; phrases without a token are left out."""
        self._take((tuple(fold(text)), value) for text, value in items)

    @classmethod
    def of_tokens(cls, items: Iterable[tuple[tuple[str, ...], T]]) -> Self:
        """Return the index of phrases that are folded already."""
        phrases = cls(())
        phrases._take(items)
        return phrases

    def _take(self, items: Iterable[tuple[tuple[str, ...], T]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for tokens, value in items:
            if tokens:
                by_first[tokens[0]].append((tokens, value))
        for entries in by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._by_first = dict(by_first)
        self.longest = max((len(tokens) for entries in by_first.values() for tokens, _ in entries), default=0)
        self.firsts = frozenset(by_first)

    def find(self, tokens: Sequence[str]) -> Iterator[Found[T]]:
        """Yield, from left to right, the longest phrases at each token; a longer one hides those inside it."""
        reached = 0
        for start, token in enumerate(tokens):
            longest = 0
            for phrase, value in self._by_first.get(token, ()):
                end = start + len(phrase)
                if len(phrase) < longest:
                    break
                if end > reached and tuple(tokens[start:end]) == phrase:
                    longest = len(phrase)
                    yield Found(start, end, value)
            reached = max(reached, start + longest)

    def whole(self, tokens: Sequence[str]) -> T | None:
        """Return the value of the phrase that is exactly these tokens."""
        wanted = tuple(tokens)
        for phrase, value in self._by_first.get(wanted[0], ()) if wanted else ():
            if phrase == wanted:
                return value
        return None
