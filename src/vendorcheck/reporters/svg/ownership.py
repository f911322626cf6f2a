"""Who holds what of a vendor: the owners above, the vendor below, an arrow from each owner to what it holds."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vendorcheck.model.records import Holder, PartyRecord
from vendorcheck.reporters.svg.drawing import INK, PAPER, SOFT, Size, element, fitted, picture, text_width, words

#: A box, the room between two side by side, and between two layers.
BOX_WIDTH, BOX_HEIGHT, BESIDE, BETWEEN = 190, 58, 18, 66

#: How many layers of owners are drawn; the tables of the others have the rest.
MAX_LAYERS = 6

_ROW, _PAD = 15, 2


class Node(NamedTuple):
    """An owner, or the vendor itself: its name, what it holds of the one below, and its own owners."""

    name: str
    holding: Holder | None
    owners: tuple["Node", ...]

    @property
    def width(self) -> float:
        """How much room it takes with all above it."""
        above = sum(owner.width for owner in self.owners) + BESIDE * max(len(self.owners) - 1, 0)
        return max(above, BOX_WIDTH)

    @property
    def layers(self) -> int:
        """How many layers it has, its own included."""
        return 1 + max((owner.layers for owner in self.owners), default=0)


def ownership(name: str, party: PartyRecord, parties: Mapping[str, PartyRecord]) -> str:
    """Return the picture of a party's owners and of their owners, as far as the report has them; nothing without."""
    if not party.holders:
        return ""
    root = Node(party.name, None, _owners(party, parties, (party.id,)))
    size = Size(root.width + 2 * _PAD, root.layers * BOX_HEIGHT + (root.layers - 1) * BETWEEN + 2 * _PAD)
    content = [_arrow_head(name), *_drawn(root, _PAD, size.height - _PAD - BOX_HEIGHT, name)]
    desc = "; ".join(_described(root))
    return picture(name, f"Who holds {party.name}", desc, size, content, class_="picture")


def share_text(holder: Holder) -> str:
    """Return a share in words."""
    return "share not known" if holder.share is None else f"{holder.share:g} %"


def _owners(party: PartyRecord, parties: Mapping[str, PartyRecord], below: tuple[str, ...]) -> tuple[Node, ...]:
    return tuple(_owner(holder, parties, below) for holder in party.holders)


def _owner(holder: Holder, parties: Mapping[str, PartyRecord], below: tuple[str, ...]) -> Node:
    """An owner with its own owners; one that already stands below it in the chain has none drawn again."""
    record = parties.get(holder.party) if holder.party and holder.party not in below else None
    if record is None or len(below) >= MAX_LAYERS:
        return Node(holder.name, holder, ())
    return Node(holder.name, holder, _owners(record, parties, (*below, record.id)))


def _drawn(node: Node, left: float, top: float, name: str) -> Iterator[str]:
    middle = left + node.width / 2
    yield from _box(node, middle - BOX_WIDTH / 2, top)
    x, above = left, top - BETWEEN - BOX_HEIGHT
    taken = sum(owner.width for owner in node.owners) + BESIDE * max(len(node.owners) - 1, 0)
    x += (node.width - taken) / 2
    for at, owner in enumerate(node.owners, 1):
        spread = middle - BOX_WIDTH / 2 + BOX_WIDTH * at / (len(node.owners) + 1)
        yield _edge(owner, x + owner.width / 2, above + BOX_HEIGHT, spread, name)
        yield from _drawn(owner, x, above, name)
        x += owner.width + BESIDE


def _box(node: Node, x: float, y: float) -> Iterator[str]:
    css = "box" if node.holding else "box-self"
    yield element("rect", x=x, y=y, width=BOX_WIDTH, height=BOX_HEIGHT, rx=4, fill=PAPER, stroke=INK, class_=css)
    rows = fitted(node.name, BOX_WIDTH - 20, most=3)
    first = y + BOX_HEIGHT / 2 + 4 - _ROW * (len(rows) - 1) / 2
    for at, row in enumerate(rows):
        yield words(row, (x + BOX_WIDTH / 2, first + _ROW * at), anchor="middle")


def _edge(owner: Node, x: float, y: float, to_x: float, name: str) -> str:
    """An arrow from an owner down to what it holds, with the share; dashed where that is disputed or not certain."""
    if owner.holding is None:
        return ""
    certain = owner.holding.state == "held"
    bend = f"C{x:.1f} {y + 56:.1f} {to_x:.1f} {y + 30:.1f} {to_x:.1f} {y + BETWEEN - 1:.1f}"
    path = element(
        "path",
        d=f"M{x:.1f} {y:.1f} V{y + 24:.1f} {bend}",
        fill="none",
        stroke=SOFT,
        stroke_dasharray=None if certain else "5 4",
        marker_end=f"url(#{name}-arrow)",
        class_="line-edge",
    )
    rows = [share_text(owner.holding), *([] if certain else [owner.holding.state])]
    return path + "".join(_label(row, x, y + 16 + 14 * at) for at, row in enumerate(rows))


def _label(text: str, x: float, y: float) -> str:
    """A text over a line, on paper so that it can be read."""
    width = text_width(text, 11) + 8
    paper = element("rect", x=x - width / 2, y=y - 11, width=width, height=14, fill=PAPER, class_="paper")
    return paper + words(text, (x, y), size=11, anchor="middle", css="soft")


def _arrow_head(name: str) -> str:
    head = element("path", d="M0 0 8 4 0 8z", fill=SOFT, class_="arrow")
    return element(
        "defs",
        element("marker", head, id=f"{name}-arrow", markerWidth=8, markerHeight=8, refX=7, refY=4, orient="auto"),
    )


def _described(node: Node) -> Iterator[str]:
    for owner in node.owners:
        if owner.holding:
            yield f"{owner.name} holds of {node.name}: {share_text(owner.holding)}, {owner.holding.state}"
        yield from _described(owner)
