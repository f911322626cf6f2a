"""Waivers in words: what they clear of a line, and what each came to in a run."""

from collections.abc import Iterable, Iterator

from vendorcheck.model.waiver import Cleared, Waiver, WaiverResult
from vendorcheck.reporters.visible import visible


def cleared_text(cleared: Iterable[Cleared]) -> Iterator[str]:
    """Yield in words what waivers clear of a line: each waiver once, with the roles of the cells."""
    roles: dict[tuple[str, str, str], list[str]] = {}
    for each in cleared:
        roles.setdefault((each.waiver, each.found, each.party), []).append(each.role)
    for (waiver, found, party), where in roles.items():
        cells = ", ".join(dict.fromkeys(where))
        yield f"Cleared by waiver {waiver}: {cells} “{visible(found)}” is not {visible(party)}."


def waivers_text(results: Iterable[WaiverResult]) -> str:
    """Return in words what the waivers of a run came to, and what to know of them; nothing where there are none."""
    return "; ".join(waiver_texts(results))


def waiver_texts(results: Iterable[WaiverResult]) -> Iterator[str]:
    """Yield for each state which waivers came to it, and then what is to be known of them."""
    came_to = tuple(results)
    said: dict[str, list[str]] = {lead: [] for lead in _LEADS.values()}
    for result in came_to:
        said[_lead(result)].append(_said(result))
    yield from (f"{lead}: {', '.join(each)}" for lead, each in said.items() if each)
    noted = [f"{each.waiver.id} ({visible('; '.join(each.remarks))})" for each in came_to if each.remarks]
    if noted:
        yield f"waivers to look at: {', '.join(noted)}"


def scope_text(waiver: Waiver) -> str:
    """Return in words what a waiver covers."""
    scope = waiver.scope
    if scope.pair:
        return f"{visible(scope.pair.name)} is not {visible(scope.pair.party)}"
    named = (("vendor", scope.vendor), ("part", scope.part), ("finding", scope.fingerprint))
    filled = [f"{label} {visible(text)}" for label, text in named if text]
    return f"{waiver.rule}: {', '.join(filled) or 'every finding'}"


#: What is said of waivers by their state, in this order.
_LEADS = {
    "cleared": "cleared by waivers",
    "used": "waived",
    "unused": "waivers not used",
    "expired": "waivers that have expired",
    "lapsed": "waivers that have lapsed",
}


def _lead(result: WaiverResult) -> str:
    return _LEADS["cleared" if result.state == "used" and result.waiver.scope.pair else result.state]


def _said(result: WaiverResult) -> str:
    waiver = result.waiver
    covers = scope_text(waiver)
    if result.state == "unused":
        return f"{waiver.id} ({covers})"
    if result.state != "used":
        return f"{waiver.id} ({covers}; through {waiver.expires.isoformat()})"
    lines = _many(result.lines, "line")
    if waiver.scope.pair:
        return f"{waiver.id} ({covers}), {lines}"
    reason = waiver.reason.replace("_", " ")
    return f"{waiver.id} ({covers}; {reason}), {_many(result.findings, 'finding')} on {lines}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
