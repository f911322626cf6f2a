"""A name cell that lists several makers: "Axis / Hikvision"."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from vendorcheck.resolve.equipment import Equipment
from vendorcheck.resolve.folding import fold
from vendorcheck.resolve.listed_makers import parts_of
from vendorcheck.resolve.set_aside import set_aside

#: A part of fewer letters is that of an abbreviation, as in "S/A", but for Han signs, of which two make a name.
MIN_LETTERS, MIN_SIGNS = 3, 2


class Named(NamedTuple):
    """A maker of a cell as written, and the parties it shows: none where it is somebody without a record."""

    text: str
    parties: frozenset[str]


class Several:
    """Reads the makers that a cell lists, each by itself."""

    def __init__(self, read: Callable[[str], frozenset[str] | None], equipment: Equipment) -> None:
        """Read with `read`, which says whom a name shows; None where it names nobody, or not plainly."""
        self._read = read
        self._equipment = equipment

    def listed(self, text: str) -> tuple[Named, ...]:
        """Return the makers that a cell lists; none where it is a single name."""
        parts = parts_of(text)
        return tuple(self._named(parts)) if len(parts) > 1 else ()

    def _named(self, parts: Iterable[str]) -> Iterator[Named]:
        for part in parts:
            tokens = fold(part)
            if not _is_word(tokens) or self._says_no_name(part, tokens):
                continue
            parties = self._read(part)
            if parties is not None:
                yield Named(part.strip(), parties)

    def _says_no_name(self, part: str, tokens: list[str]) -> bool:
        """Whether a part says what or where a thing is, and not whose."""
        if self._equipment.said(part, tokens).mentioned:
            return True
        return not set_aside(tokens).others


def _is_word(tokens: list[str]) -> bool:
    letters = "".join(tokens)
    return len(letters) >= (MIN_LETTERS if letters.isascii() else MIN_SIGNS) and not letters.isdigit()
