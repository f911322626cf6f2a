"""A name taken apart: the words that make it, its legal forms, and what else stood beside it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from vendorcheck.resolve.folding import is_sign
from vendorcheck.resolve.similar.annotations import Other, bare
from vendorcheck.resolve.similar.pieces import NameWord, Piece, own_of_signs, pieces_of
from vendorcheck.resolve.words import Form

#: What may stand after a legal form that is one at the end of a name only.
_TRAILING = ("place", "country", "branch")

#: No name has more words: longer ones are the same as each other or nobody's.
MAX_WORDS = 60

_SINGLE_ROMAN = {"i": "1", "v": "5", "x": "10"}
_ARTICLES = frozenset(("the", "of", "and"))


class Name(NamedTuple):
    """A name taken apart. `joined` is all of it without blanks; `branch` is the branch that it names."""

    text: str
    words: tuple[NameWord, ...]
    forms: tuple[Form, ...] = ()
    joined: str = ""
    set_aside: tuple[str, ...] = ()
    branch: str | None = None
    others: tuple[Other, ...] = ()

    @property
    def is_too_long(self) -> bool:
        """Whether it has more words than any name."""
        return len(self.words) > MAX_WORDS


def parse(text: str) -> Name:
    """Return a name taken apart; without a word where the text holds no letter and no digit."""
    written = bare(text)
    pieces = pieces_of(written.text)
    kept, branch = _without_branch(pieces)
    forms = _forms(kept)
    rest = [piece for at, piece in enumerate(kept) if at not in forms] or kept
    return Name(
        text,
        _named(_words(rest)),
        tuple([piece.form for at, piece in enumerate(kept) if piece.form and at in forms]),
        "".join(["".join(piece.tokens) for piece in pieces]),
        written.set_aside,
        branch,
        written.others,
    )


def _without_branch(pieces: list[Piece]) -> tuple[list[Piece], str | None]:
    """The pieces without the words that say which branch of the company it is."""
    kinds = [piece.word.kind for piece in pieces]
    if "branch" not in kinds:
        return pieces, None
    start, end = _branch_span(pieces, kinds.index("branch"))
    kept = pieces[:start] + pieces[end:]
    if all(piece.word.kind in ("stop", "branch") for piece in kept):
        return pieces, None
    return kept, " ".join(token for piece in pieces[start:end] for token in piece.tokens)


def _branch_span(pieces: list[Piece], at: int) -> tuple[int, int]:
    bracket = pieces[at].word.aside
    if bracket:
        inside = [here for here, piece in enumerate(pieces) if piece.word.aside == bracket]
        return inside[0], inside[-1] + 1
    if at + 1 < len(pieces) and tuple(pieces[at + 1].tokens) == ("of",):
        return 0, at + 2
    form = next((here for here in range(at - 1, -1, -1) if pieces[here].form), 0)
    if form:
        return form + 1, len(pieces)
    start, end = (
        at,
        at + 1,
    )  # no legal form says where the company's own name ends: the branch's place is after or before
    while end < len(pieces) and pieces[end].word.kind in _TRAILING:
        end += 1
    while end == at + 1 and start > 0 and pieces[start - 1].word.kind in _TRAILING:
        start -= 1
    return start, end


def _forms(pieces: Sequence[Piece]) -> frozenset[int]:
    """Which pieces are legal forms where they stand."""
    found = set()
    trailing = True
    for at in range(len(pieces) - 1, -1, -1):
        form, word = pieces[at].form, pieces[at].word
        if (
            form
            and word.kind != "number"
            and (trailing or form.where == "anywhere" or (form.where == "edge" and not at))
        ):
            found.add(at)
        elif trailing and not word.aside and word.kind not in _TRAILING:
            trailing = False
    return frozenset(found)


def _words(pieces: Sequence[Piece]) -> list[NameWord]:
    """The words of some pieces; signs that stand side by side are one word."""
    signs = True in [piece.sign for piece in pieces]
    words = list(_with_signs(pieces)) if signs else [piece.word for piece in pieces]
    last = words[-1] if words else None
    lone = last is not None and len(words) > 1 and len(last.raw) == 1 and last.raw.isalpha() and not is_sign(last.raw)
    if last and lone:  # "Fund I", "Series A"
        words[-1] = last._replace(key=_SINGLE_ROMAN.get(last.raw, last.raw), kind="number")
    return words


def _with_signs(pieces: Sequence[Piece]) -> Iterator[NameWord]:
    for sign, run in groupby(pieces, key=lambda piece: piece.sign and piece.word.aside + 1):
        if sign:
            yield own_of_signs(list(run))
        else:
            yield from (piece.word for piece in run)


def _named(words: list[NameWord]) -> tuple[NameWord, ...]:
    """The words of a name; where none is its own, what looks like a small word of grammar is: "Nel Electronics"."""
    if len(words) > 1 and "distinctive" not in [word.kind for word in words]:
        first = words[0]
        if first.kind == "stop" and first.key not in _ARTICLES:
            words[0] = first._replace(key=first.raw, kind="distinctive")
    return tuple(words)
