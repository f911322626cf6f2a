"""The score of a comparison: how much of two names agrees, weighed by how rare the words are. It only sorts."""

from collections.abc import Sequence

from vendorcheck.resolve.similar.alignment import Alignment, How
from vendorcheck.resolve.similar.pieces import NameWord
from vendorcheck.resolve.words import frequency

#: How much a word of a kind weighs; words of grammar weigh nothing.
_WEIGHTS = {"distinctive": 3.0, "business": 1.0, "generic": 0.5, "place": 0.7, "country": 0.7, "number": 1.0}

#: How much of its weight words keep that agree in another way.
_QUALITY: dict[How, float] = {
    "equal": 1.0,
    "written together": 0.97,
    "sounds alike": 0.92,
    "abbreviated": 0.9,
    "one letter": 0.88,
    "initials": 0.7,
}

#: A word of their own that so many of the counted companies have weighs half.
_HALF = 50

#: Where each level begins, and how far it reaches.
_STRONG, _POSSIBLE, _NONE = (0.8, 0.2), (0.5, 0.29), (0.0, 0.49)

#: No second name that agrees makes more than this.
SECOND_NAME = 0.75


def score(aligned: Alignment, level: str | None, parting: int) -> float:
    """Return the share of two names that agrees, within the range of its level; `parting` reasons part them."""
    whole = bool(aligned.pairs) and not aligned.left and not aligned.right
    if whole and all(pair.how == "equal" for pair in aligned.pairs):
        return _placed(1.0, level, parting)
    agreed = sum(_QUALITY[pair.how] * (_weight(pair.ones) + _weight(pair.others)) for pair in aligned.pairs)
    weight = sum(_weight(pair.ones) + _weight(pair.others) for pair in aligned.pairs)
    weight += _weight(aligned.left) + _weight(aligned.right)
    share = agreed / weight if weight else 0.0
    return _placed(share, level, parting)


def _placed(share: float, level: str | None, parting: int) -> float:
    begin, reach = {"strong": _STRONG, "possible": _POSSIBLE}.get(level or "", _NONE)
    return round(begin + reach * share / (1 + parting), 4)


def _weight(words: Sequence[NameWord]) -> float:
    return sum(_WEIGHTS.get(word.kind, 0.0) * _rarity(word) for word in words)


def _rarity(word: NameWord) -> float:
    return 1.0 / (1.0 + frequency(word.letters) / _HALF) if word.kind == "distinctive" else 1.0
