"""Pages as Markdown: whatever a record says stays text, and every link leads where it says."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from vendorcheck.reporters.rule_pages.page import Block, Item, Items, Page, Table, Text
from vendorcheck.reporters.visible import visible

#: The first line of every page: by it a page is known as one that may be written anew.
MARKER = "<!-- Written by `vendorcheck rules docs`; what is changed here is lost. -->"

#: What Markdown or HTML would act on, anywhere in a line.
_ACTING = re.compile(r"[\\`*_{}\[\]<>#|~&$@]|(?<=:/)/|(?<=\bwww)\.", re.IGNORECASE)

#: What would make a list, a line or a heading of what begins with it.
_BEGINNING = re.compile(r"^(?:\d+(?=[.)])|(?=[-+=]))")

#: What stays of an address; the rest is written as percent codes.
_SAFE = ":/?#@!$&*+,;=%~-._"

_SCHEMES = ("https://", "http://")


def render_page(page: Page) -> str:
    """Return a page as Markdown, the same for the same rulebook."""
    parts = [MARKER, f"# {escaped(page.title)}", *_blocks(page.lead)]
    for section in page.sections:
        parts += [f"## {escaped(section.heading)}", *_blocks(section.blocks)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line."""
    text = _ACTING.sub(lambda sign: "\\" + sign[0], " ".join(visible(text).split()))
    return _BEGINNING.sub(lambda beginning: beginning[0] + "\\", text)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Text(text, warns):
                yield f"**{escaped(text)}**" if warns else escaped(text)
            case Items(items):
                yield "\n".join(f"* {_item(item)}" for item in items)
            case Table(headings, rows):
                yield "\n".join(_rows(headings, rows))


def _rows(headings: tuple[str, ...], rows: Iterable[tuple[Item, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, headings))} |"
    yield "|" + "---|" * len(headings)
    for cells in rows:
        yield f"| {' | '.join(map(_item, cells))} |"


def _item(item: Item) -> str:
    text = escaped(item.text)
    if item.page:
        return f"[{text}]({item.page}.md)"
    if item.url and item.url.startswith(_SCHEMES):
        return f"{text} ([source]({quote(item.url, safe=_SAFE)}))"
    return text
