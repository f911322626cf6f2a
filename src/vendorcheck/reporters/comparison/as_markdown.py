"""A comparison as Markdown, for the summary of a job or a comment on a change."""

from collections.abc import Iterator

from vendorcheck.model.comparison import Comparison, Difference
from vendorcheck.reporters.comparison import wording
from vendorcheck.reporters.rule_pages.markdown import escaped

#: How many findings of a kind, or suppliers, are listed: the summary of a job has little room, and JSON has all.
MAX_LISTED = 200

#: How much of a cell or a message is shown.
MAX_TEXT = 300


def comparison_markdown(comparison: Comparison) -> str:
    """Return a comparison as Markdown; what a report repeats of a bill stays text."""
    return "\n\n".join(_parts(comparison)) + "\n"


def _parts(comparison: Comparison) -> Iterator[str]:
    yield f"# vendorcheck diff: {wording.result_text(comparison)}"
    yield "\n".join(f"* {name}: {_text(text)}" for name, text in wording.side_texts(comparison))
    yield from (f"**{escaped(caution)}**" for caution in wording.cautions(comparison))
    if comparison.inputs:
        yield "## Inputs that differ"
        yield "\n".join(f"* {change.cause}: {_text(wording.input_text(change))}" for change in comparison.inputs)
    for heading, differences in wording.sections(comparison):
        yield f"## {heading} ({len(differences)})"
        yield "\n".join(_rows(differences))
        yield from _left_out(len(differences))
    yield "## Lines"
    yield escaped(" · ".join(map(wording.count_text, comparison.determinations)))
    if comparison.suppliers:
        yield "## Suppliers"
        yield "\n".join(f"* {_text(wording.supplier_text(each))}" for each in comparison.suppliers[:MAX_LISTED])
        yield from _left_out(len(comparison.suppliers))


def _rows(differences: tuple[Difference, ...]) -> Iterator[str]:
    yield "| severity | rule | what | where | came to | due to |"
    yield "|---|---|---|---|---|---|"
    for each in differences[:MAX_LISTED]:
        finding = each.finding
        came_to = "; ".join(wording.change_texts(each)) or wording.came_to_text(each)
        cells = (
            finding.severity,
            finding.rule,
            wording.what_text(finding),
            wording.place_text(finding),
            came_to,
            wording.cause_text(each),
        )
        yield f"| {' | '.join(map(_text, cells))} |"


def _left_out(count: int) -> Iterator[str]:
    if count > MAX_LISTED:
        yield f"{count - MAX_LISTED} more are not listed here; `-o json` has all."


def _text(text: str) -> str:
    return escaped(text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…")
