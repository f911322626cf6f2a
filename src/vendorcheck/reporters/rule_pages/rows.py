"""Pages as rows for a terminal."""

from collections.abc import Iterable, Iterator

from vendorcheck.reporters.rule_pages.page import Block, Item, Items, Page, Table, Text
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, paragraph, row, wrapped

_BULLET = Indent(2, 2)
_CELL = Indent(4, 12)


def page_rows(page: Page, width: int) -> Iterator[Row]:
    """Yield a page at a width."""
    yield row((page.title, "strong"))
    yield from _blocks(page.lead, width)
    for section in page.sections:
        yield EMPTY
        yield row((section.heading, "strong"))
        yield from _blocks(section.blocks, width)


def _blocks(blocks: Iterable[Block], width: int) -> Iterator[Row]:
    for block in blocks:
        match block:
            case Text(text, warns):
                yield from wrapped(text, width, style="warn" if warns else "plain")
            case Items(items):
                for item in items:
                    yield from paragraph("-", _item(item), width, _BULLET)
            case Table(headings, rows):
                for cells in rows:
                    yield from _record(headings, cells, width)


def _record(headings: tuple[str, ...], cells: tuple[Item, ...], width: int) -> Iterator[Row]:
    """A row of a table: the first cell leads, the others stand below it under their headings."""
    yield from paragraph("-", _item(cells[0]), width, _BULLET)
    indent = _CELL._replace(label_width=max(map(len, headings)) + 2)
    for heading, cell in zip(headings[1:], cells[1:], strict=True):
        if cell.text:
            yield from paragraph(heading, _item(cell), width, indent)


def _item(item: Item) -> str:
    return f"{item.text} {item.url}" if item.url else item.text
