"""Cell text made safe to show: what would act on a terminal or hide itself is written out."""

import unicodedata

#: Signs that change how the text around them is shown, or that cannot be seen.
_ACTING = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")

#: Signs of other kinds that show nothing.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0") | frozenset(map(chr, range(0xE0100, 0xE01F0)))

_KEPT = frozenset("\u200d\u200c")  # joiners that some scripts and emoji need


def visible(text: str) -> str:
    """Return a text on one line, with control, direction and broken signs as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(sign) for sign in text)


def _shown(sign: str) -> str:
    if sign in "\t\n\r":
        return " "
    if sign in _BLANK or (unicodedata.category(sign) in _ACTING and sign not in _KEPT):
        return sign.encode("unicode_escape").decode("ascii")
    return sign


def display_width(text: str) -> int:
    """Return how many columns a text takes on a terminal; East Asian wide signs take two."""
    if text.isascii():
        return len(text)
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or sign in _KEPT:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def cut(text: str, width: int) -> str:
    """Return a text cut to a width, with an ellipsis where something was cut."""
    if display_width(text) <= width:
        return text
    kept, used = [], 1
    for sign in text:
        used += _columns(sign)
        if used > width:
            break
        kept.append(sign)
    return "".join(kept) + "…"


def wrap(text: str, width: int) -> list[str]:
    """Return a text in lines of at most a width, broken at blanks; what has none is broken anywhere."""
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        columns = display_width(word)
        if used + bool(line) + columns <= width:
            line, used = (f"{line} {word}", used + 1 + columns) if line else (word, columns)
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width)
        used = display_width(line)
        lines += full
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> list[str]:
    pieces, used = [""], 0
    for sign in word:
        columns = _columns(sign)
        if used + columns > width and pieces[-1]:
            pieces.append("")
            used = 0
        pieces[-1] += sign
        used += columns
    return pieces
