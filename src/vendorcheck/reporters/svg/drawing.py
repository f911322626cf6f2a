"""Elements of SVG, written with every text made safe to show."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from vendorcheck.reporters.visible import cut, display_width, visible, wrap

#: About how wide a sign of the plain text of a picture is, in units of its size.
SIGN = 0.54

#: The colours of a picture that stands alone, on white.
INK, SOFT, FAINT, PAPER, ACCENT = "#1d2530", "#4d5866", "#c9d0d8", "#ffffff", "#24506e"

_FONT = "system-ui, sans-serif"


#: A place in a picture: so far from the left, so far from above.
Point = tuple[float, float]


class Size(NamedTuple):
    """The width and height of a picture."""

    width: float
    height: float


def element(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """Return an element with its attributes; `content` is SVG already, and `_` in a name stands for `-`."""
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{pairs}>{content}</{name}>" if content else f"<{name}{pairs}/>"


def plain(text: str) -> str:
    """Return a text as it may stand in an element."""
    return escape(visible(text))


def words(text: str, at: Point, *, size: float = 12, anchor: str = "start", css: str = "ink") -> str:
    """Return one row of text that begins, is centred or ends at a point."""
    fill = {"ink": INK, "soft": SOFT, "accent": ACCENT}.get(css, INK)
    return element(
        "text", plain(text), x=at[0], y=at[1], font_size=size, text_anchor=anchor, fill=fill, class_=f"text-{css}"
    )


def line(first: Point, last: Point, *, css: str = "rule", dashed: bool = False) -> str:
    """Return a straight line."""
    (x1, y1), (x2, y2) = first, last
    stroke = {"rule": FAINT, "edge": SOFT, "today": ACCENT}.get(css, FAINT)
    dash = "5 4" if dashed else None
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_dasharray=dash, class_=f"line-{css}")


def fitted(text: str, width: float, size: float = 12, *, most: int = 3) -> list[str]:
    """Return a text in rows that fit a width, at most so many; what is left out is shown by an ellipsis."""
    signs = max(int(width / (size * SIGN)), 4)
    rows = wrap(visible(text), signs)
    return rows if len(rows) <= most else [*rows[: most - 1], cut(" ".join(rows[most - 1 :]), signs)]


def text_width(text: str, size: float = 12) -> float:
    """Return about how wide a text is."""
    return display_width(visible(text)) * size * SIGN


def picture(name: str, title: str, desc: str, size: Size, content: Iterable[str], **attributes: str) -> str:
    """Return a whole picture; `name` makes its ids its own in a page."""
    heading = element("title", plain(title), id=f"{name}-title") + element("desc", plain(desc), id=f"{name}-desc")
    return element(
        "svg",
        heading + "".join(content),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(size.width)} {_value(size.height)}",
        width=size.width,
        height=size.height,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=_FONT,
        **attributes,
    )


def _value(value: str | float) -> str:
    """A number to a tenth, so that a picture has the same bytes everywhere."""
    return visible(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
