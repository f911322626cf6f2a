"""Which encoding text that is not UTF-8 was written in, judged by the letters it would hold in each."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from math import log
from typing import NamedTuple

from vendorcheck.readers.encoding.alphabets import ALPHABETS, SCRIPTS, Alphabet
from vendorcheck.readers.encoding.letters import MARGIN, Judged, in_alphabets, in_script
from vendorcheck.readers.headings import normal_heading, spellings

#: So many bytes of distinct words are enough.
ENOUGH = 600

#: Headings stand on one of the first so many lines beyond ASCII, if they are beyond it.
HEADINGS = 3

#: What parts words: signs that are never the second byte of a character of two.
_between_words = re.compile(rb"[\x00-\x2c]+").split

#: What a sign of ASCII costs, and what a heading that is known counts for, in nats.
_ASCII, _KNOWN_HEADING = log(90), 6.0


class Guess(NamedTuple):
    """An encoding, and whether the text speaks for it clearly."""

    encoding: str
    sure: bool


class _Reading(NamedTuple):
    """A text in an encoding, what it costs to believe in it, and from which cost on it is no text."""

    cost: float
    encoding: str
    text: str
    bound: float


def guess(sample: bytes) -> Guess:
    """Return the encoding in which lines with characters beyond ASCII make most sense."""
    words = _words(sample)
    readings = list(_readings(words, b"\n".join(sample.splitlines()[:HEADINGS])))
    likeliest = min(readings)
    best = next(each for each in readings if each.text == likeliest.text)  # of encodings that agree, the commonest
    other = min((each for each in readings if each.text != best.text), default=None)
    clear = other is None or other.cost - likeliest.cost >= MARGIN
    return Guess(best.encoding, sure=clear and likeliest.cost <= likeliest.bound)


def _words(sample: bytes) -> bytes:
    """The distinct words beyond ASCII, up to a bound: what is said twice is said once."""
    words: dict[bytes, None] = {}
    size = 0
    for word in _between_words(sample):
        if not word.isascii() and word not in words and size < ENOUGH:
            words[word] = None
            size += len(word)
    return b" ".join(words)


def _readings(words: bytes, headings: bytes) -> Iterator[_Reading]:
    """The words in every encoding, with what it costs to believe in them."""
    for encoding, alphabets in _single().items():
        text = words.decode(encoding, "replace")
        yield _reading(in_alphabets(text, alphabets), encoding, text, headings)
    for script in SCRIPTS:
        text = words.decode(script.encoding, "replace")
        yield _reading(in_script(text, script), script.encoding, text, headings)


def _reading(judged: Judged, encoding: str, text: str, headings: bytes) -> _Reading:
    plain = _ASCII * sum(map(str.isascii, text))
    return _Reading(judged.cost + plain - _known_headings(headings, encoding), encoding, text, judged.bound + plain)


@cache
def _single() -> dict[str, list[tuple[Alphabet, float]]]:
    found: dict[str, list[tuple[Alphabet, float]]] = {}
    for alphabet in ALPHABETS:
        for encoding, cost in alphabet.encodings:
            found.setdefault(encoding, []).append((alphabet, cost))
    return found


def _known_headings(headings: bytes, encoding: str) -> float:
    """What speaks for an encoding: headings beyond ASCII that are known."""
    cells = (cell for line in headings.decode(encoding, "replace").splitlines() for cell in _cells(line))
    known = spellings()
    return _KNOWN_HEADING * sum(1 for cell in cells if _is_foreign(cell) and normal_heading(cell) in known)


def _is_foreign(cell: str) -> bool:
    """Whether more than one letter is beyond ASCII: a single one is easily a heading by chance."""
    return sum(1 for sign in cell if not sign.isascii()) > 1


def _cells(line: str) -> Iterable[str]:
    for sign in ";\t|":
        line = line.replace(sign, ",")
    return line.split(",")
