"""Flags in words: each finding with its place, its match, its evidence, and what to do."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from vendorcheck.evaluate.identity import Identities
from vendorcheck.evaluate.proof import answers, contradictions, naming_of, proofs, threads
from vendorcheck.evaluate.severity import binds
from vendorcheck.evaluate.spotted import Spotted
from vendorcheck.evaluate.voices import conflict_text
from vendorcheck.evaluate.world import World
from vendorcheck.model.bom import Column
from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.finding import (
    Answer,
    Decision,
    Excerpt,
    Finding,
    Flag,
    Ground,
    LineResult,
    MatchNote,
    Need,
    Proof,
)
from vendorcheck.model.hit import Match, SightedLine
from vendorcheck.model.rule import Rule, Subject
from vendorcheck.model.waiver import WaivedBy


class Explained(NamedTuple):
    """A line and its findings, ready to report."""

    line: LineResult
    findings: tuple[Finding, ...]


class Told(NamedTuple):
    """What is the same wherever a rule reaches a party: whom it binds, its proof, the answers, the letters."""

    binds: tuple[str, ...]
    grounds: tuple[Ground, ...]
    evidence: tuple[Proof, ...]
    answers: tuple[Answer, ...]
    threads: tuple[Thread, ...]
    contradictions: tuple[Contradiction, ...]


class Explainer:
    """Explains the decided lines of one run."""

    def __init__(self, world: World) -> None:
        """Explain by the records of this world."""
        self._world = world
        self._identities = Identities()
        self._told: dict[tuple[str, str | None, tuple[str, ...]], Told] = {}
        self._asked: dict[tuple[str, ...], tuple[Need, ...]] = {}

    def fingerprints(
        self, spotted: Spotted, decision: Decision, rules: Collection[str] | None = None
    ) -> tuple[str, ...]:
        """Return the fingerprints of a line's findings; to be asked once for each line, in the order of the lines.

        Where only those of some rules are wanted, and that in the whole run, the others are empty.
        """
        return self._identities.of(spotted, decision, rules)

    def explain(
        self,
        spotted: Spotted,
        decision: Decision,
        fingerprints: Sequence[str] = (),
        waived: Sequence[WaivedBy | None] = (),
    ) -> Explained:
        """Return a line with a finding for each of its flags.

        `fingerprints` are those of its findings, where they were asked for already; `waived` says by flag which waiver
        covers it, and is empty where none is covered.
        """
        columns, line = spotted.columns, spotted.line
        excerpt = _excerpt(columns, line)
        each = zip(decision.flags, fingerprints or self.fingerprints(spotted, decision), strict=True)
        findings = tuple(self._finding(spotted, flag, fingerprint, excerpt) for flag, fingerprint in each)
        if waived:
            findings = tuple(map(_with_waiver, findings, waived))
        best = max(line.matches, key=_weight, default=None)
        result = LineResult(
            bill=spotted.bill,
            line=line.number,
            place=spotted.place(best.column if best else _first_filled(columns, line)),
            determination=decision.determination,
            reason=decision.reason,
            screened_on=line.screened_on,
            parties=self._parties(line),
            findings=tuple(finding.id for finding in findings),
            excerpt=excerpt,
            behind=tuple(dict.fromkeys(self._world.name_of(hit.party) for hit in line.facts.hits)),
            aside=line.aside,
            notes=(line.note,) if line.note else (),
            parts=spotted.parts,
            cleared=line.cleared,
        )
        return Explained(result, findings)

    def _finding(self, spotted: Spotted, flag: Flag, fingerprint: str, excerpt: tuple[Excerpt, ...]) -> Finding:
        line, columns = spotted.line, spotted.columns
        rule = self._world.rulebook.rules[flag.rule]
        subject: Subject = flag.hit.subject if flag.hit else "product"
        matches = _matches(line, flag)
        told = self._tell(rule, flag)
        return Finding(
            id=fingerprint[:12],
            fingerprint=fingerprint,
            bill=spotted.bill,
            line=line.number,
            place=spotted.place(matches[0].column if matches else _first_filled(columns, line)),
            subject=subject,
            rule=rule.id,
            title=rule.title,
            outcome=flag.outcome,
            severity=flag.severity,
            bars=rule.bars,
            barred=flag.barred,
            binds=told.binds,
            binds_buyer=binds(rule, self._world.profiles),
            party=flag.party,
            party_name=self._world.name_of(flag.party) if flag.party else None,
            relation=flag.relation,
            uncertain=flag.uncertain,
            through=flag.hit.party if flag.hit and flag.hit.party != flag.party else None,
            relation_note=flag.note,
            basis=flag.hit.basis if flag.hit else "category",
            confidence=flag.hit.confidence if flag.hit else "strong",
            match=_note(matches[0]) if matches else _category_note(line),
            matches=tuple(_note(match) for match in matches),
            grounds=told.grounds,
            provisional=flag.provisional,
            needs=self._needs(flag.needs),
            message=self._message(rule, flag, line),
            next_steps=rule.next_steps,
            questions=rule.questions,
            excerpt=excerpt,
            evidence=told.evidence,
            answers=told.answers,
            threads=told.threads,
            contradictions=told.contradictions,
        )

    def _tell(self, rule: Rule, flag: Flag) -> Told:
        """What is the same for every line on which a rule reaches a party."""
        key = (rule.id, flag.party, flag.entries)
        if key not in self._told:
            world = self._world
            self._told[key] = Told(
                tuple(world.rulebook.vocabulary.buyers[buyer] for buyer in rule.binds),
                self._grounds(rule, flag),
                proofs(rule, flag, world),
                answers(rule, flag, world),
                threads(rule, flag, world),
                contradictions(rule, flag, world),
            )
        return self._told[key]

    def _needs(self, facts: tuple[str, ...]) -> tuple[Need, ...]:
        """The open facts with what to ask: one object for all findings that lack the same."""
        if facts not in self._asked:
            asks = self._world.rulebook.vocabulary.needs
            self._asked[facts] = tuple(Need(fact, asks[fact]) for fact in facts)
        return self._asked[facts]

    def _message(self, rule: Rule, flag: Flag, line: SightedLine) -> str:
        text = rule.about.get(flag.party or "", rule.message)
        if flag.party is None:
            return text
        instrument = self._world.instrument(rule.instrument) if rule.instrument else None
        naming = naming_of(instrument, flag.party, self._world.as_of) if instrument else None
        entry = self._world.entries[flag.entries[0]] if flag.entries else None
        since = naming.since if naming else entry.since if entry else None
        by_entry = (entry.name if instrument else entry.list) if entry else ""
        return text.format(
            party=self._world.name_of(flag.party),
            since=since.text
            if since
            else "a day that the list does not give"
            if entry
            else "a date that is not recorded",
            listed_as="; ".join(naming.listed_as) if naming else by_entry,
            conflict=conflict_text(line.conflicts, flag.party, self._world),
        )

    def _grounds(self, rule: Rule, flag: Flag) -> tuple[Ground, ...]:
        if flag.party is None:
            return ()
        entries = (self._world.entries[name] for name in flag.entries)
        listed = (Ground("list", entry.id, entry.list, self._world.list_dates.get(entry.list)) for entry in entries)
        recorded = (Ground("rulebook", flag.party),) if self._is_recorded(rule, flag) else ()
        return (*recorded, *listed)

    def _is_recorded(self, rule: Rule, flag: Flag) -> bool:
        """Whether the rulebook's own records say what a flag says, beside any list."""
        if flag.party not in self._world.rulebook.parties or not flag.entries:
            return not flag.entries
        instrument = self._world.instrument(rule.instrument) if rule.instrument else None
        return bool(instrument and naming_of(instrument, flag.party, self._world.as_of))

    def _parties(self, line: SightedLine) -> tuple[str, ...]:
        """The parties hit first, then their owners as of the day, disputed ones included."""
        hit = dict.fromkeys(hit.party for hit in line.facts.hits)
        owners = dict.fromkeys(holding.owner for party in hit for holding in self._world.holdings.get(party, ()))
        return tuple(hit | owners)


def _with_waiver(finding: Finding, waived: WaivedBy | None) -> Finding:
    return finding._replace(waived=waived)


def _matches(line: SightedLine, flag: Flag) -> list[Match]:
    """The matches behind a flag, the weightiest first."""
    if flag.hit is None:
        return []
    behind = (flag.hit.party, flag.hit.subject)
    own = [match for match in line.matches if (match.sighting.party, match.subject) == behind]
    return sorted(own, key=_weight, reverse=True)


def _weight(match: Match) -> tuple[int, int]:
    return match.sighting.weight


def _note(match: Match) -> MatchNote:
    sighting = match.sighting
    return MatchNote(
        match.column.role,
        sighting.found,
        sighting.listed,
        sighting.agreed,
        sighting.set_aside,
        sighting.against,
    )


def _category_note(line: SightedLine) -> MatchNote:
    return MatchNote("category", ", ".join(sorted(line.facts.equipment)), "kind of equipment", (), (), ())


def _excerpt(columns: Sequence[Column], line: SightedLine) -> tuple[Excerpt, ...]:
    by_cell: dict[int, tuple[Column, str]] = {}
    shown = {match.column.cell for match in line.matches} if line.slipped else None
    for column, text in zip(columns, line.cells, strict=True):
        if shown is not None and column.cell not in shown:
            continue
        if column.screened and text.strip() and not column.stands_for:
            by_cell.setdefault(column.cell, (column, text))
    return tuple(Excerpt(cell, column.role, column.heading, text) for cell, (column, text) in sorted(by_cell.items()))


def _first_filled(columns: Sequence[Column], line: SightedLine) -> Column | None:
    filled = [column for column, text in zip(columns, line.cells, strict=True) if text.strip()]
    return next((column for column in filled if column.screened), next(iter((*filled, *columns)), None))
