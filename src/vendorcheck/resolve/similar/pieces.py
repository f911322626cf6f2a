"""The pieces of a name: the longest phrases that the tables of words know, and single words of its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from vendorcheck.resolve.folding import digits_as_letters, fold, is_sign, written_words
from vendorcheck.resolve.similar.native import romanised, simplified
from vendorcheck.resolve.words import Form, Word, form_table, longest_at, phrase_lengths, word_table

Kind = Literal["distinctive", "business", "generic", "place", "country", "number", "stop", "branch", "form"]

#: How many single words are kept as pieces.
_KEPT = 50_000

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_NUMBER_SIGNS = frozenset(("no", "nr", "num", "number"))
_LONGEST_NUMBER = 20
_MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_LATIN = re.compile("[A-Za-z]")
_BRACKET = re.compile(r"[(\[{（【「『《]")
_BRACKETS = re.compile(r"[(\[{（【「『《]([^()\[\]{}（）【】「」『』《》]*)[)\]}）】」』》]")


class NameWord(NamedTuple):
    """A word of a name: `key` is what equal words share, `raw` is how it was folded, `aside` is its bracket.

    A `form` is a legal form out of its place, which may as well be another word; `joined` is what was two words.
    """

    key: str
    raw: str
    kind: Kind
    native: bool = False
    aside: int = 0
    joined: bool = False

    @property
    def letters(self) -> str:
        """How it is written, in Latin letters where they are known."""
        return self.key if self.kind == "distinctive" else self.raw


class Piece(NamedTuple):
    """Some tokens of a name with the word they are, and the legal form that they are in another place.

    `sign` is a Han, kana or Hangul sign that no table knows, and that makes a word with its neighbours only.
    """

    tokens: Sequence[str]
    word: NameWord
    form: Form | None = None
    sign: bool = False


def _is_of_words(tokens: Sequence[str], word: Word) -> bool:
    """Whether a phrase only says what its words say: "ship management" may be written with another word between."""
    if word.kind not in ("business", "generic"):
        return False
    words = word_table()
    return all(token.isascii() and token in words for token in tokens)


def pieces_of(text: str) -> list[Piece]:
    """Return the pieces of a text; no phrase reaches over a bracket."""
    if not text.isascii():
        text = simplified(text)
    elif not _BRACKET.search(text):
        return _pieces(fold(text), text)
    return [
        piece._replace(word=piece.word._replace(aside=aside)) if aside else piece
        for aside, segment in _segments(text)
        for piece in _pieces(fold(segment), segment)
    ]


def _segments(text: str) -> Iterable[tuple[int, str]]:
    """The text in and outside its brackets, in its order; those in brackets are numbered from 1."""
    parts = _BRACKETS.split(text)
    return ((at // 2 + 1 if at % 2 else 0, part) for at, part in enumerate(parts) if part)


def _pieces(tokens: list[str], text: str) -> list[Piece]:
    if _MIXED.search(text):
        tokens = list(map(digits_as_letters, tokens))
    if phrase_lengths().keys().isdisjoint(tokens) and text.isascii():
        return list(map(_single, tokens))
    return list(_longest(tokens, _in_own_script(text, tokens)))


def _longest(tokens: Sequence[str], written: Sequence[str]) -> Iterator[Piece]:
    lengths = phrase_lengths()
    start, end = 0, len(tokens)
    while start < end:
        phrase = _longest_phrase(tokens, start) if tokens[start] in lengths else None
        if phrase:
            yield phrase
            start += len(phrase.tokens)
        else:
            yield _native(tokens[start], written[start]) if written else _single(tokens[start])
            start += 1


def _longest_phrase(tokens: Sequence[str], start: int) -> Piece | None:
    """The longest phrase that begins with a token, of two or more that the tables know as one."""
    for count in range(longest_at(tokens, start), 1, -1):
        phrase = _phrase(tuple(tokens[start : start + count]))
        if phrase:
            return phrase
    return None


def _in_own_script(text: str, tokens: Sequence[str]) -> Sequence[str]:
    """The words of a text that is not in Latin letters as they are written, though some of them look Latin."""
    if text.isascii() or (_LATIN.search(text) and all(map(str.isascii, tokens))):
        return ()
    written = written_words(text)
    return written if len(written) == len(tokens) else ()


@lru_cache(maxsize=_KEPT)
def _phrase(tokens: tuple[str, ...]) -> Piece | None:
    """Several tokens that the tables know as one."""
    spelling = " ".join(tokens)
    form, word = form_table().get(spelling), word_table().get(spelling)
    if word and _is_of_words(tokens, word):
        word = None
    return Piece(tokens, _known(tokens, word), form) if form or word else None


@lru_cache(maxsize=_KEPT)
def _single(token: str) -> Piece:
    form, word = form_table().get(token), word_table().get(token)
    if form or word:
        return Piece((token,), _known((token,), word), form)
    return Piece((token,), _number(token) or _own(token), None, sign=not token.isascii() and is_sign(token))


def _native(token: str, written: str) -> Piece:
    """A token of a text in another script: one that looks Latin by chance is read as it is written."""
    piece = _single(token)
    if piece.word.kind != "distinctive" or not token.isascii() or _LATIN.search(written):
        return piece
    return piece._replace(word=_own(written))


def _known(tokens: tuple[str, ...], word: Word | None) -> NameWord:
    raw = "".join(tokens)
    return NameWord(word.sense, raw, word.kind, not raw.isascii()) if word else NameWord(raw, raw, "form")


def _number(raw: str) -> NameWord | None:
    if raw.isalpha():
        return NameWord(raw, raw, "stop") if raw in _NUMBER_SIGNS else None
    if raw.isdecimal():
        return NameWord(str(int(raw)) if len(raw) < _LONGEST_NUMBER else raw, raw, "number")
    ordinal = _ORDINAL.fullmatch(raw)
    if ordinal:
        return NameWord(ordinal[1], raw, "number")
    return None


def _own(raw: str) -> NameWord:
    return NameWord(raw if raw.isascii() else romanised(raw), raw, "distinctive", native=not raw.isascii())


def own_of_signs(pieces: Sequence[Piece]) -> NameWord:
    """Return the word that signs make together."""
    raw = "".join(piece.tokens[0] for piece in pieces)
    return _own(raw)._replace(aside=pieces[0].word.aside)


def may_be_ordinary(letters: str) -> bool:
    """Return whether a word may be another than a name's own: one of a table, a number or one in another script."""
    return letters in word_table() or letters in form_table() or not (letters.isascii() and letters.isalpha())


def single_word(token: str) -> NameWord:
    """Return the word that a token is by itself."""
    return _single(token).word


def joined_word(words: Sequence[NameWord]) -> NameWord:
    """Return the word that words make when they are written as one."""
    return _joined("".join([word.letters for word in words]))


@lru_cache(maxsize=_KEPT)
def _joined(letters: str) -> NameWord:
    word = _single(letters).word
    return word._replace(joined=True) if word.kind == "distinctive" else word
