"""Words that are run together, ended by a counter, or misspelt by one letter."""

import re
from collections import defaultdict
from functools import cache

from vendorcheck.readers.headings.lexicon import Word, lexicon, look_up
from vendorcheck.readers.headings.text import is_unspaced

UNKNOWN = Word("", "unknown")

_COUNTER = re.compile(r"\d+$")

#: Shorter words are found in a run of letters only at its end, as in "mfrpn".
_SHORT = 3
_AT_THE_END = frozenset({"pn", "no", "nr", "sn", "id"})
#: What a run of letters may end with when nobody knows how it begins, and how long: "Kamerahersteller", 摄像机品牌.
_ENDINGS = {"maker": 8, "quantity": 5, "price": 5}
_UNSPACED_ENDINGS = {"maker": 2, "quantity": 2, "price": 2, "brand": 2, "model": 2}
#: A slip is forgiven in words this long, but not in their first or last letter: that tells "supplier" from "supplied".
_LONG = 7


def exactly(text: str) -> list[Word]:
    """Return the words that make up a run of letters as they are spelled; none where they do not."""
    bare = _COUNTER.sub("", text) or text
    known = look_up(lexicon().words, bare)
    return [known] if known else _compound(bare)


def taken_apart(text: str) -> list[Word]:
    """Return what the words in a run of letters stand for; `UNKNOWN` where it is no word."""
    bare = _COUNTER.sub("", text) or text
    return exactly(text) or _ending(bare) or [similar(bare) or UNKNOWN]


def similar(text: str) -> Word | None:
    """Return the word that a long one misspells by one letter, if only words of one sense are that near."""
    if len(text) < _LONG:
        return None
    ends = text[0], text[-1]
    near = [
        spelling
        for length in (len(text) - 1, len(text), len(text) + 1)
        for spelling in _long_runs().get((*ends, length), ())
        if _one_slip(text, spelling)
    ]
    words = [lexicon().runs[spelling] for spelling in near]
    return words[0] if len({word.sense for word in words}) == 1 else None


def _compound(run: str) -> list[Word]:
    """The fewest words that make up a run of letters, all of one language; none where they do not."""
    best: list[list[Word] | None] = [[], *[None] * len(run)]
    for start, before in enumerate(best):
        for end in range(start + 1, len(run) + 1 if before is not None else start):
            word, longer = _piece(run, start, end), best[end]
            if word and before is not None and (longer is None or len(before) + 1 < len(longer)):
                best[end] = [*before, word]
    words = best[-1] or []
    spaced = [word.languages for word in words if not is_unspaced(word.spelling[0])]
    return words if not spaced or frozenset.intersection(*spaced) else []


def _piece(run: str, start: int, end: int) -> Word | None:
    piece = run[start:end]
    word = lexicon().runs.get(piece)
    if word and len(piece) < _SHORT and not is_unspaced(piece[0]) and (end < len(run) or piece not in _AT_THE_END):
        return None
    return word


def _ending(run: str) -> list[Word]:
    """An unknown beginning and the telling word that a run of letters ends with; none where it does not."""
    if any(word.sense in {"other", "private"} for end in range(1, len(run)) if (word := lexicon().runs.get(run[:end]))):
        return []  # 是否进口品牌 asks whether
    for start in range(1, len(run)):
        word = lexicon().runs.get(run[start:])
        endings = _UNSPACED_ENDINGS if is_unspaced(run[start]) else _ENDINGS
        if word and word.sense in endings and "en" not in word.languages:
            return [UNKNOWN, word] if len(run) - start >= endings[word.sense] else []
    return []


@cache
def _long_runs() -> dict[tuple[str, str, int], list[str]]:
    """The words long enough to be misspelt, by first letter, last letter and length."""
    runs: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for run, word in lexicon().runs.items():
        if len(run) >= _LONG and word.sense != "seller":
            runs[run[0], run[-1], len(run)].append(run)
    return runs


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter left out, put in or taken for another, or two exchanged, make one word of the other."""
    short, long = sorted((one, other), key=len)
    same = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    if short[same + 1 :] == long[same + 1 :]:
        return True
    return short[same : same + 2] == long[same : same + 2][::-1] and short[same + 2 :] == long[same + 2 :]
