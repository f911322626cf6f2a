"""New cells, columns and ranges as the markup of a sheet."""

import re
from collections.abc import Mapping

from vendorcheck.model.annotation import Cells
from vendorcheck.readers.workbook.references import letters_of

_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NUMBER = rb"""(\s%s\s*=\s*["'])[0-9]+(?=["'])"""
_SPANS = re.compile(rb"""(\sspans\s*=\s*["'][0-9]+:)([0-9]+)(?=["'])""")
_RANGE = re.compile(rb"""(\sref\s*=\s*["']\$?[A-Z]+\$?[0-9]+)(?::\$?([A-Z]+)\$?([0-9]+))?(?=["'])""")

#: A tag, of either kind, with its attributes, in whose values a `>` may stand.
TAG = re.compile(rb"""</?(?P<prefix>[^\s<>/:]+:)?[^\s<>/:]+(?:[^>"']|"[^"]*"|'[^']*')*>""")


def prefix_of(tag: bytes) -> bytes:
    """Return what stands before the name of an element, colon included; mostly nothing."""
    found = TAG.match(tag)
    return (found["prefix"] or b"") if found else b""


def cells_markup(prefix: bytes, row: int, first: int, cells: Cells, styles: Mapping[int, str]) -> bytes:
    """Return the markup of texts in the columns from the first on, with the style of each column that has one."""
    return b"".join(
        _cell(prefix, f"{letters_of(column)}{row}", styles[column], text)
        for column, text in enumerate(cells, first)
        if text or styles[column]
    )


def column_markup(prefix: bytes, column: int, width: int, style: str) -> bytes:
    """Return the markup that gives a column its width."""
    styled = f' style="{style}"' if style.isdigit() else ""
    return b'<%scol min="%d" max="%d" width="%d"%s customWidth="1"/>' % (prefix, column, column, width, styled.encode())


def column_part(tag: bytes, first: int, last: int) -> bytes:
    """Return the markup of some columns for another stretch of them."""
    tag = re.sub(_NUMBER % b"min", rb"\g<1>%d" % first, tag, count=1)
    return re.sub(_NUMBER % b"max", rb"\g<1>%d" % last, tag, count=1)


def spanning(tag: bytes, last: int) -> bytes:
    """Return the tag of a row with its spans, where it says any, up to a column at least."""
    return _SPANS.sub(lambda found: found[1] + b"%d" % max(last, int(found[2])), tag, count=1)


def reaching(tag: bytes, last: int) -> bytes:
    """Return the tag of a dimension with its range up to a column at least; one that is no range stays."""
    found = _RANGE.search(tag)
    if found is None or (found[2] and _number(found[2]) >= last):
        return tag
    row = found[3] or re.sub(rb"\D", b"", found[1].rpartition(b"=")[2])
    return tag[: found.end(1)] + b":%s%s" % (letters_of(last).encode(), row) + tag[found.end() :]


def _cell(prefix: bytes, reference: str, style: str, text: str) -> bytes:
    styled = f' s="{style}"' if style.isdigit() else ""
    head = f'r="{reference}"{styled} t="inlineStr"'.encode()
    said = _escaped(text)
    return b'<%sc %s><%sis><%st xml:space="preserve">%s</%st></%sis></%sc>' % (
        *(prefix, head, prefix, prefix, said),
        *(prefix, prefix, prefix),
    )


def _escaped(text: str) -> bytes:
    """A text as XML; signs that XML lacks, and what a spreadsheet program would take for its own escape, are shown."""
    text = _NOT_XML.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
    text = _LIKE_ESCAPE.sub("_x005F_", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.encode("ascii", "xmlcharrefreplace")


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
