"""The strip: a bar where a line stands, the worst of a bar shown, three ways to tell what it came to."""

import re
from xml.etree import ElementTree as ET

from vendorcheck.model.finding import DETERMINATIONS, Determination
from vendorcheck.reporters.svg import strip
from vendorcheck.reporters.svg.strip import MAX_BARS, Stretch, swatch

SVG = "{http://www.w3.org/2000/svg}"


def _bars(found: dict[int, Determination], first: int, last: int) -> list[tuple[str, float, float]]:
    """The bars of a strip but for the clear ground: what each came to, its left edge, its height."""
    root = ET.fromstring(strip("s", "Lines", "Some lines", found, Stretch(first, last)))  # noqa: S314 -- our own picture
    return [
        (rect.get("class", "")[4:], float(rect.get("x", "")), float(rect.get("height", "")))
        for rect in root.findall(f"{SVG}rect")
        if rect.get("class", "bar-CLEAR") != "bar-CLEAR"
    ]


def test_a_bar_stands_where_its_line_does() -> None:
    (first, second) = _bars({1: "PROHIBITED", 76: "REVIEW"}, 1, 100)
    assert first[0] == "PROHIBITED"
    assert first[1] < 10
    assert second[0] == "REVIEW"
    assert 750 <= second[1] < 760


def test_height_and_pattern_say_what_colour_says() -> None:
    kinds: list[Determination] = [each for each in DETERMINATIONS if each != "CLEAR"]
    bars = _bars(dict(enumerate(kinds, 1)), 1, 4)
    assert len({height for _, _, height in bars}) == len(kinds)
    patterns = {each: re.findall(r"url\(#([^)]+)\)", swatch("k", each)) for each in DETERMINATIONS}
    assert patterns["PROHIBITED"] == patterns["CLEAR"] == []
    assert patterns["REVIEW"] == ["k-REVIEW"]
    assert patterns["UNDETERMINED"] == ["k-UNDETERMINED"]
    assert patterns["NOT_SCREENED"] == ["k-NOT_SCREENED"]


def test_a_bar_for_many_lines_shows_the_worst() -> None:
    lines: dict[int, Determination] = dict.fromkeys(range(1, 5001), "REVIEW")
    bars = _bars({**lines, 777: "PROHIBITED", 778: "NOT_SCREENED"}, 1, 5000)
    assert len(bars) <= MAX_BARS
    assert [each for each, _, _ in bars].count("PROHIBITED") == 1
    assert "NOT_SCREENED" not in [each for each, _, _ in bars]


def test_lines_that_are_not_known_are_drawn_as_clear() -> None:
    assert _bars({}, 1, 10) == []
