"""Words in other scripts: how they are romanised, and Han signs in one form."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

#: The bound of each cache, in words.
_KEPT = 20_000

_NO_LETTER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=_KEPT)
def romanised(word: str) -> str:
    """Return a word in Latin letters, in lower case; itself where nobody knows how it is read.

    Han signs are read as in Chinese, which no Japanese name is.
    """
    from anyascii import anyascii  # noqa: PLC0415 - its tables take a tenth of a second, and most names need none

    return _NO_LETTER.sub("", anyascii(word).lower()) or word


def simplified(text: str) -> str:
    """Return a text with its traditional Han signs in their simplified form."""
    return "".join(map(_simplified, text)) if is_han(text) else text


@lru_cache(maxsize=_KEPT)
def _simplified(sign: str) -> str:
    if not is_han(sign):
        return sign
    simple: str = _simplifier().convert(sign)
    return simple


@cache
def _simplifier() -> "OpenCC":
    from opencc import OpenCC  # noqa: PLC0415 - its tables take 40 ms, and most names need none

    return OpenCC("t2s")


def is_han(text: str) -> bool:
    """Return whether a text holds a Han sign."""
    return not text.isascii() and any(
        "\u3400" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff" or "\U00020000" <= sign <= "\U0003ffff"
        for sign in text
    )
