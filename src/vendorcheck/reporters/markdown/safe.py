"""Texts made safe for Markdown: nothing of a cell becomes a link, a heading, a mention or a piece of HTML."""

import html
import re

from vendorcheck.reporters.visible import cut, visible

#: Longer texts are cut, so that no single cell fills a report.
MAX_CELL, MAX_PROSE = 200, 2000

#: What stands where there is no text.
EMPTY = "(empty)"

_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;"}
_ESCAPED = re.compile(r"[\\`*_{}\[\]#!~$^=<>&|]")
#: What would begin a list, a rule or a table at the beginning of a text.
_LEADING = re.compile(r"^(\d*)([.)](?=\s|$)|[-+:](?=[-\s]|$))")

#: What readers of Markdown make something of although no sign of it is special: addresses, mentions, references.
_ACTING = re.compile(
    r"[@#$]|://|www\.|mailto:|xmpp:|:[\w+-]+:|\bgh-\d|\b[0-9a-f]{7,40}\b",
    re.IGNORECASE,
)


def code(text: str, most: int = MAX_CELL) -> str:
    """Return a text to be shown as it stands, as code; a bar stands between two pieces, as tables would break at it."""
    pieces = cut(visible(text), most).split("|")
    return "&#124;".join(_span(piece) for piece in pieces) or EMPTY


def prose(text: str, most: int = MAX_PROSE) -> str:
    """Return a text as running text in which no sign acts; words that would become links or mentions are code."""
    words = (_as_code(word) if _ACTING.search(word) else _escaped(word) for word in cut(visible(text), most).split())
    return _LEADING.sub(r"\1\\\2", " ".join(words)) or EMPTY


def in_html(text: str, most: int = MAX_CELL) -> str:
    """Return a text for the inside of an element that Markdown leaves alone, as code."""
    return f"<code>{html.escape(cut(visible(text), most))}</code>"


def table(headings: tuple[str, ...]) -> str:
    """Return the head of a table."""
    return f"| {' | '.join(headings)} |\n|{' --- |' * len(headings)}\n"


def table_row(cells: tuple[str, ...]) -> str:
    """Return a row of a table; its cells are safe already."""
    return f"| {' | '.join(cells)} |\n"


def _as_code(word: str) -> str:
    """A word as code; the sign that ends a part of its sentence is none of it."""
    is_ended = len(word) > 1 and word[-1] in ",;:"
    return code(word[:-1]) + word[-1] if is_ended else code(word)


def _span(piece: str) -> str:
    if not piece:
        return ""
    fence = "`" * (max((len(run) for run in re.findall("`+", piece)), default=0) + 1)
    pad = " " if piece.startswith("`") or piece.endswith("`") else ""
    return f"{fence}{pad}{piece}{pad}{fence}"


def _escaped(word: str) -> str:
    return _ESCAPED.sub(lambda found: _ENTITIES.get(found.group()) or f"\\{found.group()}", word)
