"""Examples for the page of a rule: of its cases a few of each outcome, in the order of the file."""

from collections.abc import Iterator, Sequence

from vendorcheck.model.case import Case
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.listed import entry_text
from vendorcheck.reporters.rule_pages.page import Block, Item, Table, Text

#: How many cases of one outcome a page shows.
MAX_OF_AN_OUTCOME = 3

_OUTCOMES = {
    "yes": "it applies",
    "unknown": "not settled",
    "possible": "the identity is only possible",
    "none": "it does not apply",
}


def example_blocks(cases: Sequence[Case], rulebook: Rulebook) -> Iterator[Block]:
    """Yield a table of examples, and where all cases stand."""
    if not cases:
        return
    shown = list(_chosen(cases))
    rows = tuple(tuple(map(Item, (case.name, _line(case), _setting(case), _result(case, rulebook)))) for case in shown)
    yield Table(("example", "line", "day and buyer", "comes out"), rows)
    files = dict.fromkeys(case.spot.file for case in cases)
    yield Text(f"{len(shown)} of {len(cases)} cases; all stand in {', '.join(files)}.")


def _chosen(cases: Sequence[Case]) -> Iterator[Case]:
    counts: dict[object, int] = {}
    for case in cases:
        outcome = case.expect["outcome"]
        counts[outcome] = counts.get(outcome, 0) + 1
        if counts[outcome] <= MAX_OF_AN_OUTCOME:
            yield case


def _line(case: Case) -> str:
    listed = [f"on the list: {entry_text(entry)}" for entry in case.listed]
    return "; ".join([*(f"{role.replace('_', ' ')}: {text}" for role, text in case.line.items()), *listed])


def _setting(case: Case) -> str:
    return f"{case.as_of.isoformat()}, {', '.join(case.profiles) or 'no profile'}"


def _result(case: Case, rulebook: Rulebook) -> str:
    expect = case.expect
    text = _OUTCOMES[str(expect["outcome"])]
    if party := expect.get("party"):
        text += f" ({rulebook.parties[str(party)].name})"
    needs = expect.get("needs")
    if isinstance(needs, list) and needs:
        text += f"; missing: {', '.join(needs)}"
    details = [str(expect[key]) for key in ("severity", "determination") if key in expect]
    return "; ".join([text, *details, *(["provisional"] if expect.get("provisional") else [])])
