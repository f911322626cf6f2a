"""Who is behind a line: the names side by side, how sure that is, and what speaks for it and against."""

from collections.abc import Iterator

from vendorcheck.model.finding import Finding, MatchNote
from vendorcheck.reporters.text.rows import MEASURE, UNDER_LINE, Row, paragraph
from vendorcheck.reporters.visible import display_width, visible

#: What stands between parts of a row.
_APART = " · "


def who_rows(findings: list[Finding], width: int) -> Iterator[Row]:
    """Yield who is behind a line: each party once a subject, with every match that shows it."""
    seen: set[tuple[str | None, str]] = set()
    for finding in findings:
        key = (finding.party, finding.subject)
        if finding.party is None or key in seen:
            continue
        seen.add(key)
        parts = (f"{_named(finding)} ({_relation(finding)})", finding.confidence, "; ".join(_matches(finding)))
        yield from paragraph("who", _APART.join(parts), width, UNDER_LINE)
        if finding.basis == "similar_name":
            yield from _compared(finding.matches, width)
        against = dict.fromkeys(reason for match in finding.matches for reason in match.against)
        for reason in against:
            yield from paragraph("", f"against it: {visible(reason)}", width, UNDER_LINE)
        if finding.relation_note:
            yield from paragraph("", f"not certain: {finding.relation_note}", width, UNDER_LINE)


def _compared(matches: tuple[MatchNote, ...], width: int) -> Iterator[Row]:
    """What agrees in two names that are not the same, and what was set aside: in one row where there is room."""
    agreed = dict.fromkeys(visible(reason) for match in matches for reason in match.agreed)
    aside = dict.fromkeys(visible(reason) for match in matches for reason in match.set_aside)
    told = [
        f"{label}: {'; '.join(reasons)}" for label, reasons in (("agrees", agreed), ("set aside", aside)) if reasons
    ]
    whole = _APART.join(told)
    room = min(width, MEASURE) - UNDER_LINE.label_at - UNDER_LINE.label_width
    for text in [whole] if display_width(whole) <= room else told:
        yield from paragraph("", text, width, UNDER_LINE)


def _named(finding: Finding) -> str:
    """The name of the party; of an entry that is no party of the rulebook with its id, by which a waiver names it."""
    is_entry = any(ground.id == finding.party for ground in finding.grounds if ground.kind == "list")
    return f"{finding.party_name} [{finding.party}]" if is_entry else f"{finding.party_name}"


def _matches(finding: Finding) -> Iterator[str]:
    """What was found against what is listed, the roles of equal matches together."""
    roles: dict[tuple[str, str], list[str]] = {}
    for match in finding.matches:
        roles.setdefault((match.found, match.listed), []).append(match.role)
    for (found, listed), where in roles.items():
        yield f"{', '.join(dict.fromkeys(where))} “{visible(found)}” ↔ {visible(listed)}"


def _relation(finding: Finding) -> str:
    through = f" through {finding.through}" if finding.through else ""
    return f"{finding.subject}, {finding.relation}{through}{', uncertain' if finding.uncertain else ''}"
