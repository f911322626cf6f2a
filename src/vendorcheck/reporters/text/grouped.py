"""Findings that need no rows of their own: told in full above, or of rules that bind other buyers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vendorcheck.model.finding import Finding
from vendorcheck.model.rule import SEVERITIES, Severity
from vendorcheck.reporters.text.findings import certainty, notes_of
from vendorcheck.reporters.text.rows import BESIDE_SEVERITY, Row, Span, paragraph
from vendorcheck.reporters.text.words import SEVERITY_STYLE

OTHER_BUYERS = "Rules that bind other buyers"
WHERE_IN_FULL = "in full with their profile, or as JSON"


class Again(NamedTuple):
    """A finding that was told above: where, and what differs here."""

    finding: Finding
    note: str
    differs: bool


def again_groups(found: Iterable[Again], width: int) -> Iterator[Row]:
    """Yield findings that were told above by name: those of one severity that are told in one place together."""
    groups: dict[tuple[Severity, str], list[str]] = {}
    for each in found:
        here = _here(each.finding) if each.differs else ""
        end = f"{here}; the rest {each.note}" if here else each.note
        groups.setdefault((each.finding.severity, end), []).append(_name(each.finding))
    ordered = sorted(groups.items(), key=lambda group: -SEVERITIES.index(group[0][0]))
    for (severity, end), names in ordered:
        text = f"{', '.join(dict.fromkeys(names))} ({end})"
        yield from paragraph(Span(severity, SEVERITY_STYLE[severity]), text, width, BESIDE_SEVERITY)


def other_buyers_text(findings: Sequence[Finding], same_as: str | None) -> str:
    """Return the rules that bind other buyers by name, provisional ones apart; or on which line the same ones stand."""
    rules = {finding.rule for finding in findings}
    if same_as:
        return f"{OTHER_BUYERS}: the same {len(rules)} as {same_as}"
    provisional = [finding for finding in findings if finding.provisional]
    settled = [finding for finding in findings if not finding.provisional]
    parts = [_names(settled), f"provisional: {_names(provisional)}" if provisional else ""]
    return f"{OTHER_BUYERS}: {'; '.join(filter(None, parts))} ({len(rules)}; {WHERE_IN_FULL})"


def _names(findings: Iterable[Finding]) -> str:
    names = (f"{each.rule}{_notes(note for note in notes_of(each) if note != 'provisional')}" for each in findings)
    return ", ".join(dict.fromkeys(names))


def _name(finding: Finding) -> str:
    return f"{finding.rule}{_notes(notes_of(finding))}"


def _notes(notes: Iterable[str]) -> str:
    texts = "; ".join(notes)
    return f" ({texts})" if texts else ""


def _here(finding: Finding) -> str:
    """What differs from what was told above: how sure it is, and what is open."""
    opens = f"open: {', '.join(need.fact for need in finding.needs)}" if finding.needs else ""
    sure = certainty(finding).removesuffix(".").lower() or "here it is settled"
    return "; ".join(filter(None, (sure, opens)))
