"""Text to tokens that are equal when a reader would call the words the same.

Case, width, accents, punctuation and look-alike letters are set aside. Every Han, kana or Hangul sign
is a token of its own, since their words are not spaced.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

#: Signs that stand beside a name and are no part of it.
_TRADE_SIGNS = dict.fromkeys(map(ord, "®™℠©Ⓡⓡ"), " ")

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"), None)

#: Signs that show nothing, as copied from web pages and word processors.
_UNSEEN = dict.fromkeys(
    (0xAD, 0x34F, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
)

_HYPHENS = dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63), "-")

#: Cyrillic and Greek letters that look like Latin ones, by the case in which they do.
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјкмнорстухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABESIJKMHOPCTYXaesijkmhopctyxhdqwABEZHIKMNOPTYXaikvoptux",
)

_ASCII_TABLE = str.maketrans(
    {chr(code): (chr(code).lower() if chr(code).isalnum() else " ") for code in range(128)} | {"'": None, "`": None}
)

#: A word is read with digits for letters when it has at most so many of them beside so many letters.
MAX_DIGITS_AS_LETTERS, MIN_LETTERS = 2, 4

_DIGIT_LETTERS = str.maketrans("01345", "oieas")

_DOTTED = re.compile(r"(?<![^\W\d_])[^\W\d_](?:\.\s?[^\W\d_])+\.?(?![^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_SIGN = (
    "[\u2e80-\u2fdf\u3040-\u30ff\u3105-\u312f\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)


class _SignExpressions(NamedTuple):
    """A sign, to split by, and the blank between two of them."""

    one: re.Pattern[str]
    between: re.Pattern[str]


@cache
def _sign_expressions() -> _SignExpressions:
    # Ranges as large as these take milliseconds to compile, and most bills hold none of the signs.
    return _SignExpressions(re.compile(f"({_SIGN})"), re.compile(f"(?<={_SIGN}) (?={_SIGN})"))


def fold(text: str) -> list[str]:
    """Return the tokens of a text; none for a text without a letter or digit."""
    if text.isascii():
        if "." in text:
            text = _DOTTED.sub(_undotted, text)
        return text.translate(_ASCII_TABLE).split()
    return _fold_unicode(text)


def folded(text: str) -> str:
    """Return the tokens joined by one space, as a key."""
    return " ".join(fold(text))


def spelled(tokens: Sequence[str]) -> str:
    """Return tokens as a text again: words with a space between, Han signs and their kin without."""
    text = " ".join(tokens)
    return text if text.isascii() else _sign_expressions().between.sub("", text)


def plain(text: str) -> str:
    """Return a text in capitals with width and look-alike letters set aside, for model numbers."""
    if text.isascii():
        return text.upper()
    return _composed(text).translate(_HYPHENS).translate(_LOOK_ALIKES).upper()


def begins_apart(text: str, native: str) -> bool:
    """Return whether Han signs stand anywhere in a text without another such sign right before them."""
    return re.search(f"(?<!{_SIGN}){re.escape(native)}", _composed(text)) is not None


def digits_as_letters(token: str) -> str:
    """Return a word in which a digit or two stand for the letters they look like; anything else unchanged."""
    if token.isalpha():
        return token
    digits = sum(map(str.isdigit, token))
    plausible = 0 < digits <= MAX_DIGITS_AS_LETTERS and len(token) - digits >= MIN_LETTERS
    return token.translate(_DIGIT_LETTERS) if plausible else token


def is_sign(token: str) -> bool:
    """Return whether a token is a Han, kana or Hangul sign."""
    return not token.isascii() and _sign_expressions().one.fullmatch(token) is not None


def _composed(text: str) -> str:
    """The text without what shows nothing or stands beside a name, in composed characters of plain width."""
    return unicodedata.normalize("NFKC", text.translate(_UNSEEN).translate(_TRADE_SIGNS))


def _undotted(match: re.Match[str]) -> str:
    return match.group().replace(".", "").replace(" ", "") + " "


def written_words(text: str) -> list[str]:
    """Return the tokens of a text in lower case, with look-alike letters left as they are."""
    return [_without_accents(piece).casefold() for piece in _split(text)]


def _fold_unicode(text: str) -> list[str]:
    return [_fold_word(piece) for piece in _split(text)]


def _split(text: str) -> list[str]:
    # Before, because composing takes some for accents; and after, because it makes one of a rare letter.
    text = _composed(text.translate(_APOSTROPHES)).translate(_APOSTROPHES)
    signs = _sign_expressions().one
    if "." in text:
        text = _DOTTED.sub(_undotted, text)
    return [piece for word in _WORD.findall(text) for piece in signs.split(word) if piece]


def _fold_word(word: str) -> str:
    if word.isascii():
        return word.lower()
    bare = _without_accents(word)
    latin = bare.translate(_LOOK_ALIKES)
    if latin.isascii():
        return latin.lower()
    small = bare.casefold()  # which may turn a rare letter into one that looks Latin
    latin = small.translate(_LOOK_ALIKES)
    return latin if latin.isascii() else small


def _without_accents(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    kept = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", kept)
