"""Small JSON values read in one go: the standard library's decoder, with the lines of objects found afterwards."""

import re
from collections.abc import Callable
from functools import cached_property
from itertools import chain
from json import JSONDecoder

from vendorcheck.readers.documents.json.pages import Pages
from vendorcheck.readers.documents.json.signs import MAX_KEY_TEXT, UNSOUND, is_odd
from vendorcheck.readers.documents.json.values import Json, JsonObject

#: How much text must be in hand before a value is read in one go.
WINDOW = 1 << 19

_SPACE = " \t\r\n"
_unsound_escape = re.compile(r"\\u(?:[dD][89a-fA-F]|0000)").search
_TEXTS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_BRACKETS = re.compile(r"[{}\[\]\n]")


class QuickReader:
    """Reads values that are sound and wholly in hand; of any other it leaves the reading to somebody with more care."""

    def __init__(self, lost: Callable[[int], None]) -> None:
        """Begin with nothing read; the lines of texts with characters that are none are told to `lost`."""
        self._lost = lost
        self._made: list[JsonObject] = []
        self._raw = ""
        self._not_before = 0
        self._decoder = JSONDecoder(
            object_pairs_hook=self._object, parse_int=str, parse_float=str, parse_constant=_not_finite
        )

    def read(self, pages: Pages, room: int) -> Json:
        """Return the list or object that begins here and pass it; None where it is not to be read in one go.

        Its values may stand so many deep in one another. After a failure nothing more of the text in hand is tried,
        so that no text is looked at again and again.
        """
        if len(pages.text) - pages.at < WINDOW and not pages.ended:
            pages.more()
        if self._not_before and pages.gone + pages.at < self._not_before:
            return None
        quick = self._decoded(pages.text, pages.at, pages.line(), room)
        if quick is None:
            self._not_before = pages.gone + len(pages.text)
            return None
        value, pages.at = quick
        return value

    def whole(self, text: str, line: int, room: int) -> Json:
        """Return the list or object that a text is; None where it is not to be read in one go, or is none."""
        bare = text.strip(_SPACE)
        quick = self._decoded(bare, 0, line, room)
        return quick[0] if quick is not None and quick[1] == len(bare) else None

    def _decoded(self, text: str, at: int, line: int, room: int) -> tuple[Json, int] | None:
        self._made.clear()
        try:
            value, end = self._decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return None
        self._raw = raw = text[at:end]
        if not self._place(raw, line, room):
            return None
        unsound = _unsound_escape(raw) is not None
        if (unsound or len(raw) > MAX_KEY_TEXT) and any(map(is_odd, chain.from_iterable(self._made))):
            return None
        if unsound and self._mend(value):
            self._lost(line)
        return value, end

    @property
    def values(self) -> int:
        """How many values the last one that was read holds, at most."""
        return 1 + self._raw.count(",") + self._raw.count("{") + self._raw.count("[")

    def _object(self, pairs: list[tuple[str, Json]]) -> JsonObject:
        made = JsonObject(pairs)
        if len(made) != len(pairs):
            raise ValueError(pairs)
        self._made.append(made)
        return made

    def _place(self, raw: str, line: int, room: int) -> bool:
        """Give the objects just made their lines; False where values stand too deep."""
        made = self._made
        places = RawPlaces(raw, line)
        if len(made) + raw.count("[") > room and places.depth > room:
            return False
        if "\n" not in raw or (len(made) == 1 and raw[0] == "{"):
            for each in made:
                each.put(line)
        else:
            for ordinal, each in enumerate(made):
                each.put(places, ordinal)
            if raw[0] == "{":
                made[-1].put(line)  # the whole, which ends last
        return True

    def _mend(self, value: Json) -> bool:
        """Replace what is no character in the texts of a value; whether there was any."""
        mended = [_mend_list(value)] if isinstance(value, list) else []
        for made in self._made:
            for key, text in made.items():
                if isinstance(text, list):
                    mended.append(_mend_list(text))
                elif isinstance(text, str) and UNSOUND.search(text):
                    made[key] = UNSOUND.sub("\ufffd", text)
                    mended.append(True)
        return any(mended)


class RawPlaces:
    """Finds where the objects of a raw text begin, and how deep values stand in it."""

    def __init__(self, raw: str, line: int) -> None:
        """Look in a text that begins on a line, when asked."""
        self._raw = raw
        self._line = line

    def line_of(self, ordinal: int) -> int:
        """Return the line of an object, by its place in the order in which objects end."""
        return self._found[0][ordinal]

    @property
    def depth(self) -> int:
        """How deep values stand in one another."""
        return self._found[1]

    @cached_property
    def _found(self) -> tuple[list[int], int]:
        line = self._line
        starts: list[int] = []
        ended: list[int] = []
        depth = deepest = 0
        for sign in _BRACKETS.findall(_TEXTS.sub("", self._raw)):
            if sign == "\n":
                line += 1
                continue
            if sign == "{":
                starts.append(line)
            elif sign == "}":
                ended.append(starts.pop())
            depth += 1 if sign in "{[" else -1
            deepest = max(deepest, depth)
        return ended, deepest


def _mend_list(values: list[Json]) -> bool:
    mended = False
    for at, value in enumerate(values):
        if isinstance(value, list):
            mended = _mend_list(value) or mended
        elif isinstance(value, str) and UNSOUND.search(value):
            values[at] = UNSOUND.sub("\ufffd", value)
            mended = True
    return mended


def _not_finite(word: str) -> None:
    raise ValueError(word)
