"""The vendors of the page: what was decided about each, who holds it, what is claimed of it and what it answers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import OpenPoint, Thread
from vendorcheck.model.finding import LineResult
from vendorcheck.model.records import Holder, PartyDecision, PartyRecord
from vendorcheck.model.report import Report
from vendorcheck.reporters.html.cases import Case, Cases
from vendorcheck.reporters.html.words import line_name, short_names
from vendorcheck.reporters.html.worst import Chosen
from vendorcheck.reporters.svg import ownership, timeline
from vendorcheck.reporters.svg.stretches import state_text

#: How many lines of a vendor are named.
MOST_LINES = 40


class Holding(NamedTuple):
    """A share: whose, of what, and what is known of it."""

    of: str
    holder: Holder


class Letters(NamedTuple):
    """A correspondence with its place in the page, and the points of it that are open on the day of the run."""

    anchor: str
    name: str
    thread: Thread
    open: Sequence[OpenPoint]


class Party(NamedTuple):
    """A vendor: its lines, its pictures with their tables, its cases, letters, and where sources differ."""

    anchor: str
    name: str
    country: str | None
    lines: Sequence[tuple[str, str]]
    more_lines: int
    own: Sequence[tuple[PartyDecision, str]]
    taken_over: Sequence[tuple[PartyDecision, str]]
    timeline: Markup
    holdings: Sequence[Holding]
    ownership: Markup
    cases: Sequence[Case]
    letters: Sequence[Letters]
    differ: Sequence[tuple[str, Contradiction]]

    @property
    def for_others(self) -> Sequence[Case]:
        """Its cases by rules that bind only other buyers."""
        return [case for case in self.cases if case.binds_others]

    @property
    def provisional(self) -> bool:
        """Whether anything decided about it is provisional."""
        return any(decision.provisional for decision, _ in (*self.own, *self.taken_over))


class Parties:
    """Builds the vendors of a page, with everything that stands in it once told where it is first met."""

    def __init__(self, report: Report, chosen: Chosen, cases: Cases) -> None:
        """Take what the vendors are built from."""
        self._records = {record.id: record for record in report.parties}
        self._cases = cases
        self._as_of = report.settings.as_of
        self._lines = _lines_of(chosen.lines, short_names(report))
        self._told: set[str] = set()

    def all(self) -> list[Party]:
        """Return those with findings first, the weightiest before the others, then their owners on record."""
        found = self._cases.parties()
        owners = [known for known in self._records if known not in found]
        return [self._party(at, each) for at, each in enumerate([*found, *owners], 1)]

    def _party(self, at: int, party: str | None) -> Party:
        record = self._records.get(party) if party else None
        cases = self._cases.of(party) if party in self._cases.parties() else []
        decisions = record.decisions if record else ()
        lines = self._lines.get(party, [])
        return Party(
            anchor=f"party-{at}",
            name=_name(party, record, cases),
            country=record.country if record else None,
            lines=lines[:MOST_LINES],
            more_lines=max(len(lines) - MOST_LINES, 0),
            own=[(each, state_text(each)) for each in decisions if each.through is None],
            taken_over=[(each, state_text(each)) for each in decisions if each.through is not None],
            timeline=_picture(timeline(f"time-{at}", record.name, decisions, self._as_of) if record else ""),
            holdings=list(self._holdings(record, ())) if record else [],
            ownership=_picture(ownership(f"own-{at}", record, self._records) if record else ""),
            cases=cases,
            letters=list(self._letters(cases)),
            differ=list(self._differ(cases)),
        )

    def _holdings(self, record: PartyRecord, below: tuple[str, ...]) -> Iterator[Holding]:
        """The holders of a party, then those of each holder that has a record; nobody twice in a chain."""
        for holder in record.holders:
            yield Holding(record.name, holder)
        for holder in record.holders:
            known = self._records.get(holder.party) if holder.party else None
            if known and known.id not in (*below, record.id):
                yield from self._holdings(known, (*below, record.id))

    def _letters(self, cases: Sequence[Case]) -> Iterator[Letters]:
        for reference in dict.fromkeys(each for case in cases for each in case.letters):
            anchor, thread = next(known for known in self._cases.letters.values() if known[0] == reference.anchor)
            if self._new(anchor):
                yield Letters(anchor, reference.text, thread, _still_open(thread, self._as_of))

    def _differ(self, cases: Sequence[Case]) -> Iterator[tuple[str, Contradiction]]:
        for reference in dict.fromkeys(each for case in cases for each in case.differ):
            anchor, found = next(known for known in self._cases.differ.values() if known[0] == reference.anchor)
            if self._new(anchor):
                yield anchor, found

    def _new(self, anchor: str) -> bool:
        if anchor in self._told:
            return False
        self._told.add(anchor)
        return True


def _lines_of(lines: Sequence[LineResult], names: Mapping[str, str]) -> Mapping[str | None, list[tuple[str, str]]]:
    found: dict[str | None, list[tuple[str, str]]] = {}
    for at, line in enumerate(lines, 1):
        for party in line.parties:
            found.setdefault(party, []).append((f"line-{at}", line_name(line, names)))
    return found


def _still_open(thread: Thread, day: date) -> list[OpenPoint]:
    return [point for point in thread.open if point.until is None or point.until.last > day]


def _name(party: str | None, record: PartyRecord | None, cases: Sequence[Case]) -> str:
    if party is None:
        return "Rules about a kind of equipment, whoever made it"
    if record:
        return record.name
    return next((case.finding.party_name for case in cases if case.finding.party_name), party)


def _picture(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 -- every text in a picture was escaped where it was drawn
