"""The signs of JSON text one after another: brackets, keys, texts, numbers and words, and what is wrong with them."""

import re
from collections.abc import Callable
from json import JSONDecodeError, JSONDecoder

from vendorcheck.readers.documents.json.pages import Pages
from vendorcheck.readers.documents.json.values import JsonFault, JsonObject, JsonScalar

#: How long one text or number may be, in characters.
MAX_TEXT = 1 << 22

#: How long a key may be, in characters.
MAX_KEY_TEXT = 10_000

#: How long an escape is at most: two halves of a character.
LONGEST_ESCAPE = 12

TOO_LONG = f"a text or number is longer than {MAX_TEXT:,} characters"
KEY_TOO_LONG = f"a key is longer than {MAX_KEY_TEXT:,} characters"
KEY_TWICE = "a key stands twice in one object"
BAD_KEY = "a key holds half a character, or none"
NO_KEY = "a key in double quotes is missing"
NO_COLON = "the colon after a key is missing"
NO_COMMA = "a comma or a closing bracket is missing"
NO_VALUE = "what stands here is no value of JSON"
NOT_CLOSED = "a text is not closed"
BAD_TEXT = "a text holds a control character, or an escape that JSON does not know"
NOT_FINITE = "NaN and Infinity are no values of JSON"
ENDS_EARLY = "the text ends before what it says is complete"
GOES_ON = "more text follows where it should end"

_space = re.compile(r"[ \t\n\r]*").match
_plain_text = re.compile(r'"([^"\\\x00-\x1f]*)"').match
_word = re.compile(r"[\w.+-]*").match
_is_number = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?").fullmatch
_WORDS: dict[str, JsonScalar] = {"true": True, "false": False, "null": None}

#: Halves of a character, and no character: what is left of a name that holds one shows nobody.
UNSOUND = re.compile("[\ud800-\udfff\x00]")


class Signs:
    """Reads the signs of some pages."""

    def __init__(self, pages: Pages, lost: Callable[[int], None]) -> None:
        """Read these pages; the lines of texts with characters that are none are told to `lost`."""
        self.pages = pages
        self.lost = lost
        self._decoder = JSONDecoder()

    def peek(self) -> str:
        """Return the next sign behind white space; nothing at the end of the text."""
        pages = self.pages
        while True:
            match = _space(pages.text, pages.at)
            pages.at = match.end() if match else pages.at
            if pages.at < len(pages.text):
                return pages.text[pages.at]
            if pages.ended:
                return ""
            pages.more()

    def take(self, signs: str, reason: str) -> str:
        """Return the next sign, which must be one of these; a fault for that reason otherwise."""
        sign = self.peek()
        if not sign or sign not in signs:
            raise self.fault(reason if sign else ENDS_EARLY)
        self.pages.at += 1
        return sign

    def key(self, known: JsonObject) -> str:
        """Return the next key and pass its colon; a fault where it is known already."""
        if self.peek() != '"':
            raise self.fault(NO_KEY if self.peek() else ENDS_EARLY)
        start = self.pages.gone + self.pages.at
        key = self._text()
        wrong = _wrong_with(key, known)
        if wrong is not None:
            self.pages.at = start - self.pages.gone
            raise self.fault(wrong)
        self.take(":", NO_COLON)
        return key

    def scalar(self) -> JsonScalar:
        """Return the next value, which is no list and no object."""
        sign = self.peek()
        if sign == '"':
            return self._sound_text()
        word = self._whole_word()
        if _is_number(word):
            return word
        if word in _WORDS:
            return _WORDS[word]
        self.pages.at -= len(word)
        if word.lstrip("-") in ("NaN", "Infinity"):
            raise self.fault(NOT_FINITE)
        raise self.fault(NO_VALUE if sign else ENDS_EARLY)

    def end(self) -> None:
        """Pass the white space up to the end of the text; a fault where more follows."""
        if self.peek():
            raise self.fault(GOES_ON)

    def fault(self, reason: str) -> JsonFault:
        """Return a fault at the place that was reached."""
        return JsonFault(reason, self.pages.line(), self.pages.column())

    def _whole_word(self) -> str:
        """The letters, digits and signs that stand here, the next chunk's too where they go on."""
        pages = self.pages
        while True:
            match = _word(pages.text, pages.at)
            end = match.end() if match else pages.at
            if end < len(pages.text) or pages.ended:
                break
            self._lengthen()
        word, pages.at = pages.text[pages.at : end], end
        return word

    def _sound_text(self) -> str:
        line = self.pages.line()
        text = self._text()
        if UNSOUND.search(text):
            self.lost(line)
            return UNSOUND.sub("\ufffd", text)
        return text

    def _text(self) -> str:
        pages = self.pages
        match = _plain_text(pages.text, pages.at)
        if match is not None:
            pages.at = match.end()
            return match[1]
        while True:
            try:
                text, pages.at = self._decoder.raw_decode(pages.text, pages.at)
                return str(text)
            except JSONDecodeError as error:
                closed = not error.msg.startswith("Unterminated")
                if closed and (pages.ended or error.pos + LONGEST_ESCAPE < len(pages.text)):
                    pages.at = error.pos
                    raise self.fault(BAD_TEXT) from None
                if pages.ended:
                    raise self.fault(NOT_CLOSED) from None
            self._lengthen()

    def _lengthen(self) -> None:
        if len(self.pages.text) - self.pages.at > MAX_TEXT:
            raise self.fault(TOO_LONG)
        self.pages.more()


def is_odd(key: str) -> bool:
    """Return whether a key is one that is refused."""
    return len(key) > MAX_KEY_TEXT or UNSOUND.search(key) is not None


def _wrong_with(key: str, known: JsonObject) -> str | None:
    if key in known:
        return KEY_TWICE
    if is_odd(key):
        return KEY_TOO_LONG if len(key) > MAX_KEY_TEXT else BAD_KEY
    return None
