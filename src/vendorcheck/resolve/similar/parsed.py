"""A name taken apart: the words that make it, its legal forms, and what else stood beside it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from vendorcheck.resolve.folding import fold, is_sign, written_words
from vendorcheck.resolve.similar.annotations import Other, bare
from vendorcheck.resolve.similar.native import romanised, simplified
from vendorcheck.resolve.words import Form, Word, form_table, word_table

Kind = Literal["distinctive", "business", "generic", "place", "country", "number", "stop", "branch", "form"]

#: What may stand after a legal form that is one at the end of a name only.
_TRAILING = ("place", "country", "branch")

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_NUMBER_SIGNS = frozenset(("no", "nr", "num", "number", "nº", "№"))
#: A word is read with letters for digits when it has at most so many of them beside so many letters.
MAX_DIGITS_AS_LETTERS, MIN_LETTERS = 2, 4

_DIGIT_LETTERS = str.maketrans("0134568", "oieasgb")
_ARTICLES = frozenset(("the", "of", "and"))
_SINGLE_ROMAN = {"i": "1", "v": "5", "x": "10"}
_MIXED = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_LATIN = re.compile("[A-Za-z]")
_BRACKET = re.compile(r"[(\[{（【「『《]")
_BRACKETS = re.compile(r"[(\[{（【「『《]([^()\[\]{}（）【】「」『』《》]*)[)\]}）】」』》]")


class NameWord(NamedTuple):
    """A word of a name: `key` is what equal words share, `raw` is how it was folded, `aside` is its bracket.

    A `form` is a legal form out of its place, which may as well be another word.
    """

    key: str
    raw: str
    kind: Kind
    native: bool = False
    aside: int = 0
    home: str | None = None

    @property
    def letters(self) -> str:
        """How it is written, in Latin letters where they are known."""
        return self.key if self.kind == "distinctive" else self.raw


class Name(NamedTuple):
    """A name taken apart. `joined` is all of it without blanks; `branch` is the branch that it names."""

    text: str
    words: tuple[NameWord, ...]
    forms: tuple[Form, ...] = ()
    joined: str = ""
    set_aside: tuple[str, ...] = ()
    branch: str | None = None
    others: tuple[Other, ...] = ()


class _Entry(NamedTuple):
    """What the tables know of a phrase."""

    form: Form | None
    word: Word | None


class _Piece(NamedTuple):
    """Some tokens of a name with what the tables know of them, and the bracket they stand in, from 1.

    `written` is a single token in its own script, where its letters look like Latin ones.
    """

    tokens: Sequence[str]
    entry: _Entry
    aside: int
    written: str | None = None


_UNKNOWN = _Entry(None, None)


class _Tables(NamedTuple):
    entries: dict[tuple[str, ...], _Entry]
    reach: dict[str, int]


@cache
def _tables() -> _Tables:
    forms, words = form_table(), word_table()
    entries = {phrase: _Entry(forms.get(phrase), words.get(phrase)) for phrase in (*forms, *words)}
    reach: dict[str, int] = {}
    for phrase in entries:
        reach[phrase[0]] = max(len(phrase), reach.get(phrase[0], 0))
    return _Tables(entries, reach)


def parse(text: str) -> Name:
    """Return a name taken apart; without a word where the text holds no letter and no digit."""
    written = bare(text)
    pieces = list(_pieces(written.text))
    kept, branch = _without_branch(pieces)
    forms = _forms(kept)
    words = _named(tuple(_words(kept, forms)) or tuple(_words(kept, frozenset())))
    return Name(
        text=text,
        words=words,
        forms=tuple(kept[at].entry.form for at in sorted(forms)),
        joined="".join(token for piece in pieces for token in piece.tokens),
        set_aside=written.set_aside,
        branch=branch,
        others=written.others,
    )


def _pieces(text: str) -> Iterator[_Piece]:
    """The longest phrases that the tables know, and single tokens; no phrase reaches over a bracket."""
    entries, reach = _tables()
    for aside, segment in _segments(text if text.isascii() else simplified(text)):
        tokens = fold(segment)
        written = _in_own_script(segment, tokens)
        if _MIXED.search(segment):
            tokens = list(map(_with_letters, tokens))
        start, end = 0, len(tokens)
        while start < end:
            furthest = min(reach.get(tokens[start], 0), end - start)
            for length in range(furthest, 0, -1):
                phrase = tuple(tokens[start : start + length])
                entry = entries.get(phrase)
                if entry is not None:
                    yield _Piece(phrase, entry, aside)
                    start += length
                    break
            else:
                yield _Piece((tokens[start],), _UNKNOWN, aside, written[start] if written else None)
                start += 1


def _in_own_script(segment: str, tokens: Sequence[str]) -> Sequence[str]:
    """The words of a text that is not in Latin letters as they are written, though some of them look Latin."""
    if segment.isascii() or (_LATIN.search(segment) and all(map(str.isascii, tokens))):
        return ()
    written = written_words(segment)
    return written if len(written) == len(tokens) else ()


def _segments(text: str) -> Iterable[tuple[int, str]]:
    """The text in and outside its brackets, in its order; those in brackets are numbered from 1."""
    if not _BRACKET.search(text):
        return ((0, text),)
    parts = _BRACKETS.split(text)
    return ((at // 2 + 1 if at % 2 else 0, part) for at, part in enumerate(parts) if part)


def _without_branch(pieces: list[_Piece]) -> tuple[list[_Piece], str | None]:
    """The pieces without the words that say which branch of the company it is."""
    at = next((at for at, piece in enumerate(pieces) if _kind(piece) == "branch"), None)
    if at is None:
        return pieces, None
    start, end = _branch_span(pieces, at)
    kept = pieces[:start] + pieces[end:]
    if not any(_kind(piece) not in ("stop", "branch") for piece in kept):
        return pieces, None
    return kept, " ".join(token for piece in pieces[start:end] for token in piece.tokens)


def _branch_span(pieces: list[_Piece], at: int) -> tuple[int, int]:
    bracket = pieces[at].aside
    if bracket:
        inside = [here for here, piece in enumerate(pieces) if piece.aside == bracket]
        return inside[0], inside[-1] + 1
    if at + 1 < len(pieces) and pieces[at + 1].tokens == ("of",):
        return 0, at + 2
    form = next((here for here in range(at - 1, -1, -1) if pieces[here].entry.form), 0)
    if form:
        return form + 1, len(pieces)
    start = at  # no legal form says where the company's own name ends
    while start > 0 and _kind(pieces[start - 1]) in _TRAILING:
        start -= 1
    return start, at + 1


def _kind(piece: _Piece) -> str | None:
    return piece.entry.word.kind if piece.entry.word else None


def _forms(pieces: Sequence[_Piece]) -> frozenset[int]:
    """Which pieces are legal forms where they stand."""
    found = set()
    trailing = True
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        form = piece.entry.form
        if form and _kind(piece) != "number" and (form.where == "anywhere" or trailing or (form.where == "edge" and at == 0)):
            found.add(at)
        elif not piece.aside and _kind(piece) not in _TRAILING:
            trailing = False
    return frozenset(found)


def _named(words: tuple[NameWord, ...]) -> tuple[NameWord, ...]:
    """The words of a name; where none is its own, what looks like a small word of grammar is: "Nel Electronics"."""
    if any(word.kind == "distinctive" for word in words) or len(words) < 2:  # noqa: PLR2004 - one word is the name
        return words
    first = words[0]
    if first.kind == "stop" and first.key not in _ARTICLES:
        return (_distinctive(first.raw, first.aside), *words[1:])
    return words


def _words(pieces: Sequence[_Piece], forms: frozenset[int]) -> Iterator[NameWord]:
    last = max((at for at in range(len(pieces)) if at not in forms), default=0)
    run: list[str] = []
    for at, piece in enumerate(pieces):
        unknown = at not in forms and piece.entry.word is None and piece.entry.form is None
        if unknown and is_sign(piece.tokens[0]):
            run.append(piece.tokens[0])
            continue
        if run:
            yield _native("".join(run), pieces[at - 1].aside)
            run = []
        if at not in forms:
            word = _word(piece, last=at == last and at > 0)
            if word:
                yield word
    if run:
        yield _native("".join(run), pieces[-1].aside)


def _native(text: str, aside: int) -> NameWord:
    return NameWord(romanised(text), text, "distinctive", native=True, aside=aside)


def _word(piece: _Piece, *, last: bool) -> NameWord | None:
    word = piece.entry.word
    raw = "".join(piece.tokens)
    if last and len(raw) == 1 and raw.isalpha():
        return NameWord(_SINGLE_ROMAN.get(raw, raw), raw, "number", aside=piece.aside)  # "Fund I", "Series A"
    if word:
        kind: Kind = word.kind
        return NameWord(word.sense, raw, kind, not raw.isascii(), piece.aside, word.home)
    if piece.entry.form and len(raw) > 1:
        return NameWord(raw, raw, "form", aside=piece.aside)
    own = piece.written if piece.written and not _LATIN.search(piece.written) else raw
    return _number(raw, piece.aside) or _distinctive(own, piece.aside)


def _with_letters(raw: str) -> str:
    """A word in which a digit or two stand for the letters they look like; anything else unchanged."""
    digits = sum(map(str.isdecimal, raw))
    plausible = 0 < digits <= MAX_DIGITS_AS_LETTERS and len(raw) - digits >= MIN_LETTERS
    return raw.translate(_DIGIT_LETTERS) if plausible else raw


def _number(raw: str, aside: int) -> NameWord | None:
    if raw.isdecimal():
        return NameWord(str(int(raw)) if len(raw) < 20 else raw, raw, "number", aside=aside)
    ordinal = _ORDINAL.fullmatch(raw) if raw[0].isdecimal() else None
    if ordinal:
        return NameWord(ordinal[1], raw, "number", aside=aside)
    return NameWord(raw, raw, "stop", aside=aside) if raw in _NUMBER_SIGNS else None


def _distinctive(raw: str, aside: int) -> NameWord:
    if raw.isascii():
        return NameWord(raw, raw, "distinctive", aside=aside)
    return NameWord(romanised(raw), raw, "distinctive", native=True, aside=aside)
