"""Rows: labelled paragraphs, wrapped texts, and what they come to without styles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.reporters.text.rows import EMPTY, TOP, UNDER_FINDING, Indent, Span, paragraph, plain, row, wrapped
from vendorcheck.reporters.visible import display_width

WORDS = st.lists(st.text("abcdefghij-", min_size=1, max_size=20), min_size=1, max_size=30).map(" ".join)
WIDTHS = st.integers(60, 200)


def test_a_bare_string_is_plain() -> None:
    assert row("a", ("b", "bad")) == (Span("a", "plain"), Span("b", "bad"))


def test_no_row_ends_in_a_blank() -> None:
    assert plain([row("a ", ("b  ", "dim")), EMPTY, row("   ")]) == "a b\n\n\n"


def test_a_paragraph_hangs_beside_its_label() -> None:
    rows = paragraph("means", "one two three four five six seven", 44, UNDER_FINDING)
    assert plain(rows) == (
        "            means   one two three four five\n"
        "                    six seven\n"
    )  # fmt: skip


def test_the_label_and_the_text_have_their_styles() -> None:
    (only,) = paragraph("law", "text", 80, TOP, style="warn")
    assert only == (Span("  "), Span("law     ", "label"), Span("text", "warn"))


def test_a_paragraph_without_a_text_is_its_label() -> None:
    assert plain(paragraph("who", "", 80, TOP)) == "  who\n"


def test_a_paragraph_keeps_some_room_however_narrow_it_is() -> None:
    assert plain(paragraph("", "a" * 10 + " " + "b" * 13, 5, Indent(2, 2))) == "    " + "a" * 10 + " " + "b" * 13 + "\n"


def test_words_are_not_broken_at_hyphens() -> None:
    assert plain(wrapped("aaaa bbb-ccc", 10)) == "aaaa\nbbb-ccc\n"


@given(WORDS, WIDTHS)
@settings(max_examples=100, deadline=None)
def test_a_paragraph_fits_and_loses_nothing(text: str, width: int) -> None:
    lines = plain(paragraph("label", text, width)).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(" ".join(lines).split()) == f"label {text}"


@given(WORDS, WIDTHS)
@settings(max_examples=100, deadline=None)
def test_a_wrapped_text_fits_and_loses_nothing(text: str, width: int) -> None:
    lines = plain(wrapped(text, width)).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(lines) == text


def test_a_text_in_wide_signs_fits() -> None:
    lines = plain(paragraph("who", "海康威视 " * 30, 60)).splitlines()
    assert max(map(display_width, lines)) <= 60
