"""A page about a rule before it has a form: sections of texts, items and tables."""

from typing import NamedTuple, TypeAlias


class Item(NamedTuple):
    """A text, with an address or the page of a rule that it leads to."""

    text: str
    url: str | None = None
    page: str | None = None


class Text(NamedTuple):
    """A paragraph; one that warns stands out."""

    text: str
    warns: bool = False


class Items(NamedTuple):
    """A list of items."""

    items: tuple[Item, ...]


class Table(NamedTuple):
    """Rows under headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Item, ...], ...]


Block: TypeAlias = Text | Items | Table


class Section(NamedTuple):
    """A heading with what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


class Page(NamedTuple):
    """A page: what it is about, its title, what stands first, and its sections."""

    id: str
    title: str
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
