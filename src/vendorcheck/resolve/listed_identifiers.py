"""What stands in a cell of identifiers: one, or several of them, and what beside them is none."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_BETWEEN = re.compile(r"[,;/|\r\n、；，／｜]")
_NOT_GIVEN = re.compile(r"\bn\s*/\s*a\b", re.IGNORECASE)
_MAC = re.compile(r"[0-9A-F]{6}(?:[0-9A-F]{1,6})?")
_WHOLE_MAC = re.compile(
    r"(?<![0-9A-F])(?<![0-9A-F][:.-])[0-9A-F]{2}(?:[ :.-]?[0-9A-F]{2}){5}(?![:.-]?[0-9A-F])", re.IGNORECASE
)
_FCC_LABEL = re.compile(r"\bFCC[ -]?ID[:# ]*", re.IGNORECASE)

#: In so many words an FCC ID has begun, if the text is one.
_WORDS = 4


class Listed(NamedTuple):
    """The identifiers of a cell as written, and what stands beside them and could not be read as one."""

    found: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def macs_of(text: str) -> Listed:
    """Return the MAC addresses of a cell, whole ones or blocks; nothing where none can be read."""
    if _is_mac(text):
        return Listed((text.strip(),))
    found: list[str] = []
    unread: list[str] = []
    for piece in _pieces(text):
        alone = _is_mac(piece)
        found += [piece] if alone else _WHOLE_MAC.findall(piece)
        for word in [] if alone else _WHOLE_MAC.sub(" ", piece).split():
            if _is_mac(word):
                found.append(word)
            elif not word.endswith(":"):
                unread.append(word)
    return _listed(found, unread)


def fcc_ids_of(text: str) -> Listed:
    """Return the FCC IDs of a cell; the whole cell where it does not hold several."""
    found: list[str] = []
    unread: list[str] = []
    for piece in _pieces(text):
        for part in _FCC_LABEL.split(piece):
            for fcc_id in _parted(part.split()):
                (found if _looks_like_fcc_id(fcc_id) else unread).append(fcc_id)
    several = _listed(found, unread)
    return several if len(found) + len(several.unread) > 1 and found else Listed((text.strip(),))


def code_of(fcc_id: str) -> str:
    """Return the grantee code that an FCC ID in capitals and digits begins with: three signs, five from a digit on."""
    return fcc_id[:5] if fcc_id[:1].isdigit() else fcc_id[:3]


def compact(fcc_id: str) -> str:
    """Return the letters and digits of an FCC ID in capitals, without the words that say that it is one."""
    return re.sub(r"[^A-Z0-9]", "", fcc_id.upper()).removeprefix("FCCID")


def is_letters_alone(text: str) -> bool:
    """Return whether nothing but its place tells an FCC ID from a name: no digit, no hyphen, no word that says so."""
    return "-" not in text and not any(map(str.isdigit, text)) and not _FCC_LABEL.search(text)


def _pieces(text: str) -> Iterator[str]:
    return (piece.strip() for piece in _BETWEEN.split(_NOT_GIVEN.sub(" ", text)))


def _listed(found: Sequence[str], unread: Sequence[str]) -> Listed:
    """What is beside identifiers, if it is a word at all; beside none it is what the cell says instead."""
    if not found:
        return Listed()
    words = (word for word in unread if any(map(str.isalnum, word)))
    return Listed(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(words)))


def _parted(words: Sequence[str]) -> Iterator[str]:
    """What stands between blanks as FCC IDs: each begins with a word that may be one; a code alone goes with the next.

    Where the first words are none, they are one text.
    """
    begun: list[str] = []
    is_one = False
    for word in words:
        is_one = is_one or (0 < len(begun) <= _WORDS and _looks_like_fcc_id(" ".join(begun)))
        if is_one and _looks_like_fcc_id(word):
            yield " ".join(begun)
            begun, is_one = [], False
        begun.append(word)
    if begun:
        yield " ".join(begun)


def _looks_like_fcc_id(text: str) -> bool:
    """Whether a text has more signs than a grantee code, and is written as no other word is."""
    signs = compact(text)
    return len(signs) > len(code_of(signs)) and (not is_letters_alone(text) or text.isupper())


def _is_mac(text: str) -> bool:
    return _MAC.fullmatch(re.sub(r"[\s:.\-]", "", text.upper())) is not None
