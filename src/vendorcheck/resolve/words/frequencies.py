"""How many company names hold a word, from `frequencies.txt`."""

from functools import cache

from vendorcheck.resolve.words.tables import lines_of


def frequency(word: str) -> int:
    """Return how many of the counted company names hold a folded word; 0 for one that fewer than three hold."""
    return _counts().get(word, 0)


@cache
def _counts() -> dict[str, int]:
    return {word: int(count) for word, count in map(str.split, lines_of("frequencies.txt"))}
