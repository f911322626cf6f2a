"""What was decided about a vendor, over the years: one row an instrument, up to the day of the run."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.model.records import PartyDecision
from vendorcheck.reporters.svg.drawing import ACCENT, INK, SOFT, Size, element, fitted, line, picture, words
from vendorcheck.reporters.svg.stretches import Drawn, Row, rows_of, said

#: Where the names stand, where the years are drawn, and where the words begin.
NAMES, YEARS, SAID, WIDTH = 0, 300, 720, 1070

#: The height of a row of a naming of its own, and of one taken over, and of their bars and signs.
_TOP, _HEAD, _FOOT, _NEXT = 26, 28, 10, 14


class Look(NamedTuple):
    """How rows of a kind look: how high, how thick the bar, how large the text, and its colour."""

    height: float
    bar: float
    size: float
    css: str


OWN, TAKEN_OVER = Look(26, 10, 12, "ink"), Look(20, 5, 11, "soft")


class Scale(NamedTuple):
    """The years that are drawn."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Return where a day stands."""
        inside = min(max(day, self.first), self.last)
        return YEARS + (SAID - 20 - YEARS) * (inside - self.first).days / max((self.last - self.first).days, 1)


def timeline(name: str, party: str, decisions: Sequence[PartyDecision], as_of: date) -> str:
    """Return the picture of a vendor's decisions, its own first; nothing where no date can be drawn."""
    rows = rows_of(decisions, as_of)
    starts = [drawn.first for row in rows for drawn in row.drawn]
    if not starts:
        return ""
    scale = Scale(min(starts).replace(month=1, day=1), as_of)
    drawn, bottom = _rows(rows, scale)
    height = bottom + _FOOT
    content = [*_years(scale, height), *drawn, *_today(scale, height)]
    title = f"What was decided about {party}, to {as_of.isoformat()}"
    desc = "; ".join(f"{row.short}: {said(row)}" for row in rows)
    return picture(name, title, desc, Size(WIDTH, height), content, class_="picture")


def _years(scale: Scale, height: float) -> Iterator[str]:
    step = max(1, -(-(scale.last.year - scale.first.year) // 6))
    for year in range(scale.first.year, scale.last.year + 1, step):
        x = scale.at(date(year, 1, 1))
        yield line((x, _TOP - 6), (x, height - _FOOT))
        yield words(str(year), (x, _TOP - 12), size=11, anchor="middle", css="soft")


def _today(scale: Scale, height: float) -> Iterator[str]:
    x = scale.at(scale.last)
    yield line((x, _TOP - 6), (x, height - _FOOT), css="today")
    yield words(f"as of {scale.last.isoformat()}", (x + 4, _TOP - 12), size=11, css="accent")


def _rows(rows: Sequence[Row], scale: Scale) -> tuple[list[str], float]:
    """All rows, and where they end: first what names the party itself, then what takes those names over."""
    drawn: list[str] = []
    y = float(_TOP)
    for kind, look in ((False, OWN), (True, TAKEN_OVER)):
        chosen = [row for row in rows if bool(row.through) is kind]
        if chosen and kind:
            drawn.append(words("Names taken over from another list:", (NAMES, y + _HEAD - 9), size=11, css="soft"))
            y += _HEAD
        for row in chosen:
            texts = fitted(said(row), WIDTH - SAID, 11)
            drawn += _row(row, texts, y + look.height / 2, scale, look)
            y += look.height + _NEXT * (len(texts) - 1)
    return drawn, y


def _row(row: Row, texts: Sequence[str], middle: float, scale: Scale, look: Look) -> Iterator[str]:
    short = fitted(row.short, YEARS - NAMES - 14, look.size, most=1)[0]
    yield words(short, (NAMES, middle + 4), size=look.size, css=look.css)
    for drawn in row.drawn:
        yield from _stretch(drawn, middle, scale, look.bar)
    for at, text in enumerate(texts):
        yield words(text, (SAID, middle + 4 + _NEXT * at), size=11, css="soft")


def _stretch(drawn: Drawn, middle: float, scale: Scale, thick: float) -> Iterator[str]:
    """A bar: full where it held, an outline where it was suspended or not yet law, dashed where the day is open."""
    first, certain, last = (scale.at(day) for day in (drawn.first, drawn.certain, drawn.last))
    css, fill = ("stretch", INK) if drawn.holds else ("stretch-open", "none")
    if certain > first:
        yield line((first, middle), (certain, middle), css="edge", dashed=True)
    if last > certain:
        box = {"x": certain, "y": middle - thick / 2, "width": last - certain, "height": thick}
        dash = None if drawn.holds else "3 3"
        yield element("rect", fill=fill, stroke=SOFT, stroke_dasharray=dash, class_=css, **box)
    yield element("circle", cx=first, cy=middle, r=thick / 2 + 1, fill=ACCENT, class_="start")
    if drawn.ends:
        yield line((last, middle - thick), (last, middle + thick), css="edge")
