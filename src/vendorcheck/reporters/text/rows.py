"""Rows of styled text: written plain to a file, painted on a terminal."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from vendorcheck.reporters.visible import visible, wrap

Style = Literal["plain", "place", "bad", "warn", "good", "dim", "strong", "label"]


class Span(NamedTuple):
    """A piece of a row in one style."""

    text: str
    style: Style = "plain"


class Indent(NamedTuple):
    """Where a label stands, and how wide it is."""

    label_at: int
    label_width: int


TOP = Indent(2, 8)
UNDER_LINE = Indent(4, 8)
UNDER_FINDING = Indent(12, 8)
BESIDE_SEVERITY = Indent(2, 10)

#: Running text is broken here on wider terminals, where longer lines are hard to follow.
MEASURE = 132

Row = tuple[Span, ...]

EMPTY: Row = ()


def row(*pieces: str | tuple[str, Style]) -> Row:
    """Return a row of pieces; a bare string is plain."""
    return tuple(Span(piece) if isinstance(piece, str) else Span(*piece) for piece in pieces)


def paragraph(
    label: str | Span, text: str, width: int, indent: Indent = UNDER_FINDING, *, style: Style = "plain"
) -> Iterator[Row]:
    """Yield a labelled text, wrapped beside its label."""
    column = indent.label_at + indent.label_width
    lines = wrap(text, max(min(width, MEASURE) - column, 24)) or [""]
    word, label_style = label if isinstance(label, Span) else Span(label, "label")
    yield row(" " * indent.label_at, (word.ljust(indent.label_width), label_style), (lines[0], style))
    for line in lines[1:]:
        yield row(" " * column, (line, style))


def wrapped(text: str, width: int, *, style: Style = "plain") -> Iterator[Row]:
    """Yield a text from the left edge, wrapped."""
    for line in wrap(text, min(width, MEASURE)):
        yield row((line, style))


def heading_rows(text: str) -> Iterator[Row]:
    """Yield a heading apart from what stands before it."""
    yield EMPTY
    yield row((text, "strong"))


def plain(rows: Iterable[Row]) -> str:
    """Return rows as text without styles, no line ending in a blank, nothing in it that acts on a terminal."""
    return "".join("".join(visible(span.text) for span in each).rstrip() + "\n" for each in rows)
