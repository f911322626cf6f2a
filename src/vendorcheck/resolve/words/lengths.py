"""How long the phrases of the tables are, by the two tokens with which they begin."""

from collections.abc import Mapping, Sequence
from functools import cache

from vendorcheck.resolve.words.forms import form_table
from vendorcheck.resolve.words.senses import word_table


@cache
def phrase_lengths() -> Mapping[str, Mapping[str, int]]:
    """Return how many tokens the longest phrase has, by its first token and by its second; single words have none."""
    lengths: dict[str, dict[str, int]] = {}
    for table in (form_table(), word_table()):
        for phrase in table:
            if " " in phrase:
                first, second, *_ = phrase.split(" ", 2)
                seconds = lengths.setdefault(first, {})
                seconds[second] = max(phrase.count(" ") + 1, seconds.get(second, 0))
    return lengths


def longest_at(tokens: Sequence[str], start: int) -> int:
    """Return how many tokens at most a phrase of the tables has that begins at a token; 1 where none can."""
    seconds = phrase_lengths().get(tokens[start])
    if not seconds or start + 1 == len(tokens):
        return 1
    return min(seconds.get(tokens[start + 1], 1), len(tokens) - start)
