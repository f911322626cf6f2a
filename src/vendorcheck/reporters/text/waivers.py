"""Waivers in words: what they clear of a line, and what each came to in a run."""

from collections.abc import Iterable, Iterator

from vendorcheck.model.waiver import WAIVER_STATES, Cleared, Waiver, WaiverResult, WaiverState
from vendorcheck.reporters.visible import visible

_LEADS: dict[WaiverState, str] = {
    "used": "cleared by waivers",
    "unused": "waivers not used",
    "expired": "waivers that have expired",
    "lapsed": "waivers that have lapsed",
}


def cleared_text(cleared: Iterable[Cleared]) -> Iterator[str]:
    """Yield in words what waivers clear of a line: each waiver once, with the roles of the cells."""
    roles: dict[tuple[str, str, str], list[str]] = {}
    for each in cleared:
        roles.setdefault((each.waiver, each.found, each.party), []).append(each.role)
    for (waiver, found, party), where in roles.items():
        cells = ", ".join(dict.fromkeys(where))
        yield f"Cleared by waiver {waiver}: {cells} “{visible(found)}” is not {visible(party)}."


def waivers_text(results: Iterable[WaiverResult]) -> str:
    """Return in words what the waivers of a run came to; nothing where there are none."""
    return "; ".join(waiver_texts(results))


def waiver_texts(results: Iterable[WaiverResult]) -> Iterator[str]:
    """Yield for each state which waivers came to it."""
    said: dict[WaiverState, list[str]] = {state: [] for state in WAIVER_STATES}
    for result in results:
        said[result.state].append(_said(result))
    yield from (f"{_LEADS[state]}: {', '.join(each)}" for state, each in said.items() if each)


def scope_text(waiver: Waiver) -> str:
    """Return in words what a waiver covers."""
    scope = waiver.scope
    if scope.pair:
        return f"{visible(scope.pair.name)} is not {visible(scope.pair.party)}"
    named = (("vendor", scope.vendor), ("part", scope.part), ("finding", scope.fingerprint))
    filled = [f"{label} {visible(text)}" for label, text in named if text]
    return f"{waiver.rule}: {', '.join(filled) or 'every finding'}"


def _said(result: WaiverResult) -> str:
    waiver, lines = result.waiver, result.lines
    pair = scope_text(waiver)
    match result.state:
        case "used":
            return f"{waiver.id} ({pair}), {lines} {'line' if lines == 1 else 'lines'}"
        case "unused":
            return f"{waiver.id} ({pair})"
    return f"{waiver.id} ({pair}; through {waiver.expires.isoformat()})"
