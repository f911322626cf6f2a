"""The cells of a traced line in rows: the key of each, whom it shows, who was considered and is not meant."""

from collections.abc import Iterator

from vendorcheck.model.hit import Facts
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.trace import CellTrace, Explanation, LineTrace, SeenInCell
from vendorcheck.reporters.text.rows import Indent, Row, heading_rows, paragraph
from vendorcheck.reporters.visible import visible
from vendorcheck.reporters.wording import equipment_text, purposes_text

_CELL = Indent(2, 15)
_FIELD = Indent(4, 13)

#: Roles whose cells are looked up by name or number; the others settle what rules ask besides.
_SHOWING = ("maker", "brand", "vendor", "part", "description", "category", "mac", "fcc_id", "unclassified")


def cell_rows(trace: LineTrace, explanation: Explanation, width: int) -> Iterator[Row]:
    """Yield each cell with its key and what it shows."""
    yield from heading_rows("Cells")
    for cell in trace.cells:
        yield from paragraph(cell.column.role, f"“{visible(cell.text)}”", width, _CELL, style="place")
        if cell.column.role in _SHOWING:
            yield from _cell(cell, explanation, width)


def together_rows(trace: LineTrace, explanation: Explanation, width: int) -> Iterator[Row]:
    """Yield whom the cells show together, who owns them on the day, and the facts that rules ask for."""
    yield from heading_rows("Together")
    for hit in trace.facts.hits:
        uncertain = ", uncertain" if hit.uncertain else ""
        text = (
            f"{explanation.names[hit.party]}: {hit.subject}, {hit.relation}{uncertain}, by {_words(hit.basis)}, "
            f"{hit.confidence}"
        )
        yield from paragraph("who", text, width, _CELL)
        for holding in trace.owners.get(hit.party, ()):
            share = "share not known" if holding.share is None else f"{holding.share:g} %"
            note = f"; {holding.note}" if holding.note else ""
            text = f"owned by {explanation.names[holding.owner]}: {share}, {holding.held.name} on that day{note}"
            yield from paragraph("", text, width, _CELL)
    if not trace.facts.hits:
        yield from paragraph("who", "nobody on record", width, _CELL)
    for label, text in _facts(trace.facts, explanation.rulebook):
        yield from paragraph(label, text, width, _CELL)


def _cell(cell: CellTrace, explanation: Explanation, width: int) -> Iterator[Row]:
    if cell.key:
        yield from paragraph("key", visible(cell.key), width, _FIELD)
    for seen in cell.seen:
        yield from _seen(seen, explanation, width)
    if not cell.seen:
        names = "; it names somebody without a record" if cell.named else ""
        yield from paragraph("shows", f"nobody on record{names}", width, _FIELD)
    for cleared in cell.cleared:
        text = f"{explanation.names[cleared.party]}, cleared by the waiver {cleared.waiver}"
        yield from paragraph("cleared", visible(text), width, _FIELD)
    for confused in cell.confused:
        yield from paragraph("not meant", visible(confused), width, _FIELD)
    for other in cell.considered:
        name = f"“{visible(other.name)}” of {explanation.names[other.party]}"
        yield from paragraph("not meant", f"{name}: {visible('; '.join(other.reasons))}", width, _FIELD)


def _seen(seen: SeenInCell, explanation: Explanation, width: int) -> Iterator[Row]:
    sighting = seen.sighting
    uncertain = ", uncertain" if sighting.uncertain else ""
    text = (
        f"{explanation.names[sighting.party]} ({sighting.relation}{uncertain}) by {_words(sighting.basis)}: "
        f"{visible(sighting.listed)} · {sighting.confidence}"
    )
    yield from paragraph("shows", text, width, _FIELD, style="dim" if seen.left_out else "plain")
    if seen.left_out:
        yield from paragraph("left out", seen.left_out, width, _FIELD)
    for label, said in (("agrees", sighting.agreed), ("set aside", sighting.set_aside), ("against", sighting.against)):
        if said:
            yield from paragraph(label, visible("; ".join(said)), width, _FIELD)


def _facts(facts: Facts, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    yield "equipment", equipment_text(sorted(facts.equipment), rulebook) or "not known"
    yield "purpose", purposes_text(sorted(facts.purposes), rulebook) if facts.purposes else "not stated"
    yield "origin", facts.origin or "not stated"
    yield "authorised on", facts.authorised_on.text if facts.authorised_on else "not stated"
    yield "acquired on", facts.acquired_on.text if facts.acquired_on else "not stated"


def _words(basis: str) -> str:
    return basis.replace("_", " ")
