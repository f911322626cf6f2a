"""Text made safe to show, measured and cut."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.reporters.visible import cut, display_width, visible, wrap

#: Any text, broken halves of characters included.
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, ünïcode 海", "plain text, ünïcode 海"),
        ("", ""),
        ("a\tb\nc\rd", "a b c d"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x00\x07\x7f", "\\x00\\x07\\x7f"),
        ("\x85\x9b", "\\x85\\x9b"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\ud800\udfff", "\\ud800\\udfff"),
        ("\ue000\U000f0000", "\\ue000\\U000f0000"),
        ("\U000e0041", "\\U000e0041"),
        ("a\xa0b\u3000c", "a\xa0b\u3000c"),
        ("\N{FAMILY}\u200d\N{BOY} \u0915\u094d\u200c\u0937", "\N{FAMILY}\u200d\N{BOY} \u0915\u094d\u200c\u0937"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("sign", ["\u3164", "\u115f", "\u1160", "\uffa0", "\U000e0100", "\U000e01ef"])
def test_a_sign_that_shows_nothing_is_written_out(sign: str) -> None:
    assert visible(f"a{sign}b") == "a" + sign.encode("unicode_escape").decode() + "b"


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_nothing_visible_acts_on_a_terminal(text: str) -> None:
    shown = visible(text)
    assert [
        sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cf", "Cs") and sign not in "\u200c\u200d"
    ] == []
    assert visible(shown) == shown
    assert shown.encode("utf-8").decode("utf-8") == shown


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("海康", 4), ("ＡＢ", 4), ("ｶﾒﾗ", 3), ("e\u0301", 1), ("a\u200db", 2), ("é", 1), ("📷", 2)],
)
def test_display_width(text: str, columns: int) -> None:
    assert display_width(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "kept"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("abcdef", 1, "…"),
        ("海康威视", 8, "海康威视"),
        ("海康威视", 7, "海康威…"),
        ("海康威视", 6, "海康…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("", 0, ""),
    ],
)
def test_cut(text: str, width: int, kept: str) -> None:
    assert cut(text, width) == kept


@given(ANY_TEXT, st.integers(1, 50))
@settings(max_examples=200, deadline=None)
def test_what_is_cut_fits_and_is_the_beginning(text: str, width: int) -> None:
    kept = cut(text, width)
    assert display_width(kept) <= width
    assert kept == text or (kept.endswith("…") and text.startswith(kept[:-1]))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, []),
        (" \t ", 5, []),
        ("ab cd ef", 5, ["ab cd", "ef"]),
        ("  ab   cd  ", 5, ["ab cd"]),
        ("abcdefg", 3, ["abc", "def", "g"]),
        ("x abcdefg y", 3, ["x", "abc", "def", "g y"]),
        ("海康威视 海康", 5, ["海康", "威视", "海康"]),
        ("海康", 1, ["海", "康"]),
        ("ae\u0301bc", 2, ["ae\u0301", "bc"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(ANY_TEXT, st.integers(2, 50))
@settings(max_examples=200, deadline=None)
def test_what_is_wrapped_fits_and_loses_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(line and display_width(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
