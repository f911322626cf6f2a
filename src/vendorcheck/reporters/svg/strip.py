"""What came out over the lines of a table: one bar a line, or one for some lines, in the order of the bill."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vendorcheck.model.finding import Determination
from vendorcheck.reporters.svg.drawing import PAPER, Size, element, line, picture

WIDTH, HEIGHT, SWATCH = 1000, 48, 16

#: How many bars a strip has at most; with more lines, one bar stands for several and shows the worst of them.
MAX_BARS = 250

#: Bars narrower than the first stand without a gap; the others are the least and the most that one is wide.
MIN_GAPPED, MIN_BAR, MAX_BAR = 6, 3, 60

#: What covers what in a bar: a line that nobody looked at is no better than one to be reviewed.
WORST_FIRST: tuple[Determination, ...] = ("PROHIBITED", "UNDETERMINED", "NOT_SCREENED", "REVIEW", "CLEAR")

_COLOURS: dict[Determination, str] = {
    "PROHIBITED": "#9c1c1c",
    "UNDETERMINED": "#b86b00",
    "NOT_SCREENED": "#3c4652",
    "REVIEW": "#2c6a94",
    "CLEAR": "#c9d0d8",
}

#: The height of a bar says the same as its colour and its pattern.
_HEIGHTS: dict[Determination, float] = {
    "PROHIBITED": 48,
    "UNDETERMINED": 38,
    "NOT_SCREENED": 30,
    "REVIEW": 20,
    "CLEAR": 6,
}

_PATTERNS: dict[Determination, str] = {
    "UNDETERMINED": "M-2 2 2 -2 M0 8 8 0 M6 10 10 6",
    "NOT_SCREENED": "M0 0 8 8 M8 0 0 8",
    "REVIEW": "M0 2 8 2 M0 6 8 6",
}


class Box(NamedTuple):
    """Where a bar stands and how large it is."""

    x: float
    bottom: float
    width: float
    height: float


class Stretch(NamedTuple):
    """The numbers of the first and the last line that a strip shows."""

    first: int
    last: int

    @property
    def lines_a_bar(self) -> int:
        """For how many lines one bar stands."""
        return -(-(self.last - self.first + 1) // MAX_BARS)


def strip(name: str, title: str, desc: str, found: Mapping[int, Determination], shown: Stretch) -> str:
    """Return a strip of the lines found at their numbers; every other line is drawn as clear."""
    content = [_patterns(name), *_bars(name, found, shown)]
    attributes = {"class_": "picture strip", "preserveAspectRatio": "none"}
    return picture(name, title, desc, Size(WIDTH, HEIGHT), content, **attributes)


def swatch(name: str, determination: Determination) -> str:
    """Return a small picture of a bar for a legend, told by the words beside it."""
    content = _patterns(name) + _bar(name, determination, Box(0, SWATCH, SWATCH, SWATCH))
    return element(
        "svg",
        content,
        viewBox=f"0 0 {SWATCH} {SWATCH}",
        width=SWATCH,
        height=SWATCH,
        aria_hidden="true",
        class_="swatch",
    )


def _bars(name: str, found: Mapping[int, Determination], shown: Stretch) -> Iterator[str]:
    each = shown.lines_a_bar
    bars: dict[int, Determination] = {}
    for number, determination in found.items():
        at = (number - shown.first) // each
        bars[at] = min(bars.get(at, determination), determination, key=WORST_FIRST.index)
    width = WIDTH / ((shown.last - shown.first) // each + 1)
    gap = width * 0.15 if width >= MIN_GAPPED else 0
    yield _bar(name, "CLEAR", Box(0, HEIGHT, WIDTH, _HEIGHTS["CLEAR"]))
    for at, determination in sorted(bars.items()):
        if determination != "CLEAR":
            wide = max(min(width - gap, MAX_BAR), MIN_BAR)
            box = Box((at + 0.5) * width - wide / 2, HEIGHT, wide, _HEIGHTS[determination])
            yield _bar(name, determination, box)
    yield line((0, HEIGHT), (WIDTH, HEIGHT))


def _bar(name: str, determination: Determination, box: Box) -> str:
    where = {"x": box.x, "y": box.bottom - box.height, "width": box.width, "height": box.height}
    bar = element("rect", fill=_COLOURS[determination], class_=f"bar-{determination}", **where)
    if determination not in _PATTERNS:
        return bar
    return bar + element("rect", fill=f"url(#{name}-{determination})", **where)


def _patterns(name: str) -> str:
    return element("defs", "".join(_pattern(name, each, path) for each, path in _PATTERNS.items()))


def _pattern(name: str, determination: Determination, path: str) -> str:
    hatch = element("path", d=path, stroke=PAPER, stroke_width=1.2, fill="none", class_="hatch")
    box = {"width": 8, "height": 8}
    return element("pattern", hatch, id=f"{name}-{determination}", patternUnits="userSpaceOnUse", **box)
