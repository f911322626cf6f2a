"""Pages as trees, and reports with a bill's worth of everything."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import pytest

#: Elements that have no end.
_VOID = ("meta", "link", "br", "hr", "img", "input")


#: Elements that stand apart from what follows.
_APART = ("td", "th", "li", "dt", "dd", "p", "div", "caption", "summary", "title", "desc", "text")


class Element(NamedTuple):
    """An element with its attributes, and the text and elements in it."""

    name: str
    attributes: dict[str, str]
    children: list["Element | str"]

    def all(self, *names: str) -> "Iterator[Element]":
        """Yield the elements of some names in it, in order; all without a name."""
        for child in self.children:
            if isinstance(child, Element):
                if not names or child.name in names:
                    yield child
                yield from child.all(*names)

    @property
    def text(self) -> str:
        """All text in it, as it is read."""
        return " ".join("".join(self.texts()).split())

    def texts(self) -> Iterator[str]:
        """Yield the texts in it, with a blank after what stands apart."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()
                yield " " if child.name in _APART else ""


class Page(HTMLParser):
    """Reads a page strictly: what is opened is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Element("", {}, [])
        self._open = [self.root]
        self.feed(text)
        self.close()
        assert self._open == [self.root], self._open[-1].name

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), (tag, attrs)
        element = Element(tag, attributes, [])
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}, []))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


@pytest.fixture
def parse() -> type[Page]:
    """Reads a page strictly."""
    return Page
