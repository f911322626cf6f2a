"""How headings are written alike: letter case, accents, number and currency signs, brackets, what joins two."""

import re
import unicodedata
from itertools import groupby

#: Thai vowels and tones are no letters, and split no word.
_NOT_A_LETTER = re.compile(r"(?:[^\w\u0e30-\u0e4e]|_)+")
_SMALL, _CAPITAL = "[a-zà-öø-ÿа-яё]", "[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_CAMEL = re.compile(f"(?<={_SMALL})(?={_CAPITAL})|(?<={_CAPITAL})(?={_CAPITAL}{_SMALL}{{2}})")
_DOTTED_I = "i\u0307"
_NUMBER_SIGN = re.compile(r"#(?!\w)")
_CURRENCY_SIGN = re.compile("[$€£¥₽₹₩]")
#: What opens brackets.
BRACKETS = ("(", "[", "{", "<", "【", "「")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}|<([^<>]*)>|【([^】]*)】|「([^」]*)」")
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0655]")
_OTHER_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

#: "P/N" and "п/п" are one word.
_ABBREVIATION = re.compile(r"\b([A-Za-zА-Яа-я])\s?/\s?(?=[A-Za-zА-Яа-я])")
_JOINT = re.compile(
    r"[/\\&+,;|、・·]|\s[-–—]+\s|及び|[和及与與및]"
    r"|\s(?:and|or|und|oder|et|ou|y|o|e|i|en|och|og|eller|ja|tai|ve|veya|és|vagy|lub|oraz|и|или|та|και|và|および|와|과)\s",
    re.IGNORECASE,
)
_PATH = re.compile(r"\.|::|->|→|>|__")


def normal_heading(text: str) -> str:
    """Return a heading in lower case, with one space for every run of anything but letters and digits.

    A number sign is a word where no number follows, as in "Manf#": it tells a part number from its maker.
    """
    spaced = _CAMEL.sub(" ", _NUMBER_SIGN.sub(" number ", unicodedata.normalize("NFKC", text)))
    return _NOT_A_LETTER.sub(" ", spaced.casefold().replace(_DOTTED_I, "i")).strip()


def priced(text: str) -> str:
    """Return a heading with the word for a price instead of currency signs."""
    return _CURRENCY_SIGN.sub(" price ", unicodedata.normalize("NFKC", text))


def without_accents(text: str) -> str:
    """Return a text in Latin, Greek, Cyrillic or Arabic letters without their accents; other scripts as they are."""
    if text.isascii():
        return text
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", text.translate(_OTHER_LETTERS)))
    return unicodedata.normalize("NFC", plain)


def without_umlauts(text: str) -> str:
    """Return a text with umlauts in two letters, as they are written where the keyboard has none."""
    return text.translate(_UMLAUTS)


def without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a heading without what stands in brackets, and that."""
    inside = tuple("".join(filter(None, groups)) for groups in _BRACKETS.findall(text))
    return _BRACKETS.sub(" ", text), inside


def pieces(text: str) -> list[str]:
    """Return what a heading joins, as in "Make / Model"; itself alone when it joins nothing."""
    parts = [part.strip() for part in _JOINT.split(_ABBREVIATION.sub(r"\1 ", text)) if part.strip()]
    return [text] if any(len(part) == 1 and part.isascii() for part in parts) else parts


def by_script(text: str) -> list[str]:
    """Return the part of a heading in a script without spaces and the part in another; itself alone in one script."""
    if text.isascii():
        return [text]
    runs = [(unspaced, "".join(signs)) for unspaced, signs in groupby(text, is_unspaced)]
    parts = [" ".join(run for unspaced, run in runs if unspaced is wanted) for wanted in (True, False)]
    return parts if all(map(str.strip, parts)) else [text]


def is_unspaced(sign: str) -> bool:
    """Return whether a sign is of a script that sets no spaces between words."""
    return "\u0e00" <= sign <= "\u0e7f" or "\u2e80" <= sign <= "\uffef"


def steps(text: str) -> list[str]:
    """Return the steps of a dotted path, as in "manufacturer.name"; itself alone when it is none."""
    return [text] if " " in text.strip() else [step for step in _PATH.split(text.strip()) if step]
