"""An explanation in rows: the line, its cells, what they show together, each rule, and what it came to."""

from collections.abc import Iterator

from vendorcheck.model.trace import Explanation, LineTrace
from vendorcheck.reporters.explanation.cells import cell_rows, together_rows
from vendorcheck.reporters.explanation.rules import other_rows, reached_rows
from vendorcheck.reporters.text.lines import DETERMINATION_STYLE, place_text
from vendorcheck.reporters.text.rows import EMPTY, Indent, Row, heading_rows, paragraph, row, wrapped
from vendorcheck.reporters.visible import visible

_RESULT = Indent(2, 14)

LIMIT = "This tells how screening came to its result: not legal advice, and not an approval."


def explanation_rows(explanation: Explanation, width: int) -> Iterator[Row]:
    """Yield every traced line at a width."""
    settings = explanation.settings
    buyers = ", ".join(profile.id for profile in settings.profiles) or "no profile"
    sources = ", ".join(f"{source.name} {source.version}" for source in explanation.rulebook.sources)
    yield from wrapped(f"For {buyers} · as of {settings.as_of.isoformat()} · rulebook {sources}", width)
    if settings.as_of < settings.today:
        yield from wrapped("HISTORICAL SCREENING, NOT A CLEARANCE", width, style="warn")
    for trace in explanation.traces:
        yield EMPTY
        yield from _line(trace, explanation, width)
    yield EMPTY
    yield from wrapped(LIMIT, width, style="dim")


def _line(trace: LineTrace, explanation: Explanation, width: int) -> Iterator[Row]:
    line = trace.line
    word = line.determination.replace("_", " ")
    yield row((place_text(line), "place"), "   ", (word, DETERMINATION_STYLE[line.determination]))
    if line.aside:
        yield from wrapped(f"No line of the bill: it stands in {line.aside}, and is looked at as text.", width)
    for note in line.notes:
        yield from wrapped(visible(note), width)
    for rows in (cell_rows, together_rows, reached_rows, other_rows):
        yield from rows(trace, explanation, width)
    yield from heading_rows("So")
    yield from _result(trace, explanation, width)


def _result(trace: LineTrace, explanation: Explanation, width: int) -> Iterator[Row]:
    line = trace.line
    day = explanation.settings.as_of.isoformat()
    style = DETERMINATION_STYLE[line.determination]
    reason = line.reason or f"no rule at medium or above reached it (as of {day})"
    yield from paragraph(line.determination.replace("_", " "), visible(reason), width, _RESULT, style=style)
    if line.parts:
        parts = ", ".join(f"line {part.line} ({part.determination})" for part in line.parts)
        yield from paragraph("parts", parts, width, _RESULT)
    yield from paragraph("gate", _gate(trace), width, _RESULT)


def _gate(trace: LineTrace) -> str:
    failing = len(trace.failing)
    if trace.line.determination == "NOT_SCREENED":
        return "a line that is not screened fails it, unless --allow-unscreened is given"
    if not failing:
        return "nothing here fails it"
    return "one finding fails it" if failing == 1 else f"{failing} findings fail it"
