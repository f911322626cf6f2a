"""Pieces of findings in words: what somebody answered, what a cell held."""

from collections.abc import Iterator

from vendorcheck.model.finding import Answer, Excerpt, LineResult
from vendorcheck.reporters.text.findings import standing_text
from vendorcheck.reporters.text.waivers import cleared_text


def answer_text(answer: Answer) -> str:
    """Return what was said for a company, by whom, when and where; or that no answer is recorded."""
    if answer.standing is None:
        return f"{answer.asserted_by or answer.party}: {answer.statement}"
    said = (answer.date, answer.asserted_by, standing_text(answer.standing))
    source = f" [{answer.citation}]" if answer.citation else ""
    return f"{', '.join(filter(None, said))}: {answer.statement}{source}"


def excerpt_text(cell: Excerpt) -> str:
    """Return a screened cell with the role it was read in."""
    return f"{cell.role}: {cell.text}"


def how_read(line: LineResult) -> Iterator[str]:
    """Yield what is to be known of how a line was read: that it is none, notes, what is cleared of it, its parts."""
    if line.aside:
        yield f"No line of the bill: it stands in {line.aside}, and is looked at as text."
    yield from line.notes
    yield from cleared_text(line.cleared)
    for part in line.parts:
        yield f"An assembly; line {part.line} is part of it ({part.determination.replace('_', ' ')})."
