"""Pages as Markdown: read by another program they say what they should, whatever a record holds."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from vendorcheck.reporters.rule_pages.markdown import MARKER, escaped, render_page
from vendorcheck.reporters.rule_pages.page import Item, Items, Page, Section, Table, Text
from vendorcheck.reporters.visible import visible

READER = MarkdownIt("gfm-like", {"linkify": False})

#: Signs that Markdown or HTML acts on, among others.
HOSTILE = st.text(st.sampled_from("\\`*_{}[]()<>#|~&$@!-+=.:/1 0\tab\"'\n") | st.characters(codec="utf-8"), max_size=40)


def _said(markdown: str) -> tuple[list[str], set[str]]:
    """The texts of the blocks of a page, and the kinds of what stands in them."""
    inlines = [token for token in READER.parse(markdown) if token.type == "inline"]
    children = [child for token in inlines for child in token.children or ()]
    texts = ["".join(child.content for child in token.children or ()) for token in inlines]
    return texts, {child.type for child in children}


def _plain(text: str) -> str:
    return " ".join(visible(text).split())


@given(HOSTILE)
def test_a_text_is_read_as_it_stands(text: str) -> None:
    texts, kinds = _said(escaped(text))
    assert texts == ([_plain(text)] if _plain(text) else [])
    assert kinds <= {"text", "text_special"}


@given(HOSTILE)
def test_an_item_is_read_as_it_stands(text: str) -> None:
    page = Page("a", "A", (Items((Item(text), Item("next"))),), ())
    texts, kinds = _said(render_page(page))
    assert texts == ["A", *([_plain(text)] if _plain(text) else []), "next"]
    assert kinds <= {"text", "text_special"}


@given(HOSTILE, HOSTILE)
def test_a_cell_is_read_as_it_stands(one: str, other: str) -> None:
    page = Page("a", "A", (Table(("x", "y"), ((Item(one), Item(other)),)),), ())
    texts, kinds = _said(render_page(page))
    assert texts == ["A", "x", "y", _plain(one), _plain(other)]
    assert kinds <= {"text", "text_special"}


def _links(markdown: str) -> list[Any]:
    inlines = [token for token in READER.parse(markdown) if token.type == "inline"]
    return [child.attrs["href"] for token in inlines for child in token.children or () if child.type == "link_open"]


@pytest.mark.parametrize(
    ("item", "links"),
    [
        (Item("law", url="https://example.org/a_(b)?c=d e&f"), ["https://example.org/a_%28b%29?c=d%20e&f"]),
        (Item("law", url='https://example.org/"><script>'), ["https://example.org/%22%3E%3Cscript%3E"]),
        (Item("law", url="javascript:alert(1)"), []),
        (Item("[x](https://evil.example)"), []),
        (Item("a rule", page="a-rule"), ["a-rule.md"]),
    ],
)
def test_links_lead_where_they_say_and_nowhere_else(item: Item, links: list[str]) -> None:
    assert _links(render_page(Page("a", "A", (Items((item,)),), ()))) == links


def test_a_page_in_full() -> None:
    page = Page("a", "A *title*", (Text("Careful", warns=True),), (Section("One", (Text("2. not a list"),)),))
    assert render_page(page) == f"{MARKER}\n\n# A \\*title\\*\n\n**Careful**\n\n## One\n\n2\\. not a list\n"
