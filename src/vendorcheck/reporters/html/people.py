"""Who is behind a line: each party once a subject, with the names side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorcheck.model.finding import Finding
from vendorcheck.reporters.html.words import RELATION


class Compared(NamedTuple):
    """A name as found in the bill and as recorded, in which cells, and what speaks for and against."""

    roles: str
    found: str
    listed: str
    agreed: tuple[str, ...]
    set_aside: tuple[str, ...]
    against: tuple[str, ...]


class Person(NamedTuple):
    """A party behind a line: how it stands to it, how sure that is and on what it rests."""

    party: str
    name: str
    subject: str
    relation: str
    confidence: str
    basis: str
    uncertain: bool
    note: str | None
    grounds: tuple[str, ...]
    compared: tuple[Compared, ...]


def people(findings: Sequence[Finding]) -> list[Person]:
    """Return the parties behind a line, in the order of its findings."""
    known: dict[tuple[str, str], Person] = {}
    for finding in findings:
        if finding.party is not None and (finding.party, finding.subject) not in known:
            known[finding.party, finding.subject] = _person(finding, finding.party)
    return list(known.values())


def _person(finding: Finding, party: str) -> Person:
    through = f", through {finding.through}" if finding.through else ""
    return Person(
        party=party,
        name=finding.party_name or party,
        subject="the product" if finding.subject == "product" else "who sells it",
        relation=RELATION[finding.relation] + through,
        confidence=finding.confidence,
        basis=finding.basis.replace("_", " "),
        uncertain=finding.uncertain,
        note=finding.relation_note,
        grounds=tuple(
            f"entry {each.id} of the list {each.list}, {each.list_date or 'without a date'}"
            for each in finding.grounds
            if each.kind == "list"
        ),
        compared=_compared(finding),
    )


def _compared(finding: Finding) -> tuple[Compared, ...]:
    """Each pair of names once, with all cells that show it."""
    pairs: dict[tuple[str, str], Compared] = {}
    for match in finding.matches or (finding.match,):
        pair = (match.found, match.listed)
        known = pairs.get(pair)
        if known is None:
            pairs[pair] = Compared(match.role, *pair, match.agreed, match.set_aside, match.against)
        elif match.role not in known.roles.split(", "):
            pairs[pair] = known._replace(roles=f"{known.roles}, {match.role}")
    return tuple(pairs.values())
