"""The source line: the screened cells, an ellipsis for the others, and a caret under what matched."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.bom import Layout
from vendorcheck.model.finding import LineResult
from vendorcheck.reporters.text.rows import Row, row
from vendorcheck.reporters.visible import cut, display_width, visible

MAX_CELL = 44
_GAP, _BETWEEN = "…", " | "


def source_rows(line: LineResult, layout: Layout | None, width: int) -> Iterator[Row]:
    """Yield the echo of a line, and a caret row where a cell matched."""
    cells = [(number, cut(visible(text), MAX_CELL)) for number, text in _cells(line, layout)]
    marked = next((at for at, (number, _) in enumerate(cells) if number == line.place.cell), None)
    label = str(line.line) if line.line is not None else "-"
    lead = f"    {label} | "
    texts = [text for _, text in cells]
    first, shown = _window(texts, marked, width - len(lead))
    yield row((lead, "dim"), shown)
    if marked is not None and line.parties:
        before = display_width(lead + _joined([*texts[:marked], ""], first, marked + 1))
        yield row(" " * before, ("^" * max(display_width(texts[marked]), 1), "warn"))


def _cells(line: LineResult, layout: Layout | None) -> Iterator[tuple[int | None, str]]:
    """The filled screened cells in order, runs of other columns as one gap."""
    shown = {cell.cell: cell.text for cell in line.excerpt}
    numbers = sorted({column.cell for column in layout.columns} | set(shown)) if layout else sorted(shown)
    screened = {column.cell for column in layout.screened} if layout else set(shown)
    gap = False
    for number in numbers:
        if number in shown:
            gap = False
            yield number, shown[number]
        elif number not in screened and not gap:
            gap = True
            yield None, _GAP


def _window(texts: Sequence[str], marked: int | None, width: int) -> tuple[int, str]:
    """The first cell shown and the row of cells, cut so that the marked one is in sight."""
    first = 0
    if marked is not None:
        more = display_width(_GAP) if marked + 1 < len(texts) else 0
        while first < marked and display_width(_joined(texts, first, marked + 1)) + more > width:
            first += 1
    return first, cut(_joined(texts, first, len(texts)), width)


def _joined(texts: Sequence[str], first: int, end: int) -> str:
    """The cells first to end in a row, with a gap for those before them."""
    shown = texts[first:end]
    return _BETWEEN.join([_GAP, *shown] if first else shown)
