"""A comparison as Markdown, for the summary of a job or a comment on a change."""

from collections.abc import Iterator

from vendorcheck.model.comparison import Comparison
from vendorcheck.reporters.comparison import wording
from vendorcheck.reporters.comparison.grouped import Group, Rules, Section, sections
from vendorcheck.reporters.rule_pages.markdown import escaped

#: How many rows of a kind, or suppliers, are listed: the summary of a job has little room, and JSON has all.
MAX_LISTED = 200

#: How much of a cell or a message is shown.
MAX_TEXT = 300

_HEAD = "| severity | rules | what | where | came to | due to |\n|---|---|---|---|---|---|"


def comparison_markdown(comparison: Comparison) -> str:
    """Return a comparison as Markdown; what a report repeats of a bill stays text."""
    return "\n\n".join(_parts(comparison)) + "\n"


def _parts(comparison: Comparison) -> Iterator[str]:
    yield f"# vendorcheck diff: {wording.result_text(comparison)}"
    yield f"Lines: {escaped(wording.lines_text(comparison))}"
    yield from (f"**{escaped(caution)}**" for caution in wording.cautions(comparison))
    yield "\n".join(f"* {name}: {_text(text)}" for name, text in wording.side_texts(comparison))
    if comparison.inputs:
        yield "## Inputs that differ"
        yield "\n".join(f"* {change.cause}: {_text(wording.input_text(change))}" for change in comparison.inputs)
    for section in sections(comparison):
        yield f"## {section.heading} ({section.number})"
        yield from _findings(section)
    if comparison.suppliers:
        yield "## Suppliers"
        yield "\n".join(f"* {_text(wording.supplier_text(each))}" for each in comparison.suppliers[:MAX_LISTED])
        yield from _left_out(len(comparison.suppliers) - MAX_LISTED)


def _findings(section: Section) -> Iterator[str]:
    rows = [(group, rules) for group in section.groups for rules in group.rules]
    if rows:
        yield "\n".join((_HEAD, *(_row(*each) for each in rows[:MAX_LISTED])))
    yield from _left_out(sum(rules.number for _, rules in rows[MAX_LISTED:]))
    if section.folded:
        yield section.folded


def _row(group: Group, rules: Rules) -> str:
    came_to = "; ".join(filter(None, (rules.changes, group.line)))
    cells = map(_text, (group.what, group.place, came_to, group.cause))
    return f"| {' | '.join((rules.severity, escaped(rules.names), *cells))} |"


def _left_out(count: int) -> Iterator[str]:
    if count > 0:
        yield f"{count} more are not listed here; `-o json` has all."


def _text(text: str) -> str:
    return escaped(text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…")
