"""What a report tells of the rules, parties and documents that its lines and findings speak of."""

from collections.abc import Iterable, Iterator
from datetime import date

from vendorcheck.evaluate.proof import says_of
from vendorcheck.evaluate.world import World
from vendorcheck.model.finding import Finding, LineResult
from vendorcheck.model.instrument import Instrument, Naming, TimelineEntry
from vendorcheck.model.party import Ownership
from vendorcheck.model.period import Period, held
from vendorcheck.model.records import DecisionState, DocumentRecord, Holder, PartyDecision, PartyRecord, RuleRecord
from vendorcheck.model.rule import Rule
from vendorcheck.model.rule_digest import rule_digest
from vendorcheck.model.truth import NO, YES
from vendorcheck.model.watchlist import ListEntry

#: What a message puts in for one line, said for all of them.
FOR_ALL = {
    "party": "the company",
    "since": "the day given with the finding",
    "listed_as": "the name given with the finding",
    "conflict": "what each cell says",
}

_STATES: dict[str, DecisionState] = {
    "proposed": "proposed",
    "in_force": "in force",
    "suspended": "suspended",
    "ended": "ended",
}


def rule_records(findings: Iterable[Finding], world: World) -> tuple[RuleRecord, ...]:
    """Return the rules of these findings, in the order of their ids."""
    rules = world.rulebook.rules
    return tuple(_rule(rules[name], world) for name in sorted({finding.rule for finding in findings}))


def party_records(lines: Iterable[LineResult], world: World) -> tuple[PartyRecord, ...]:
    """Return the parties and list entries behind these lines and their owners, in the order of their ids.

    A decision is told where it had been made, or may have been, by the day of the run.
    """
    named = sorted({party for line in lines for party in line.parties})
    return tuple(_party(party, world) for party in named)


def document_records(findings: Iterable[Finding], world: World) -> tuple[DocumentRecord, ...]:
    """Return the documents that the evidence of these findings cites, in the order of their ids."""
    # Findings of one rule and party share their evidence: each is looked at once.
    told = {id(finding.evidence): finding for finding in findings}.values()
    cited = {proof.document for finding in told for proof in finding.evidence}
    cited |= {answer.document for finding in told for answer in finding.answers}
    documents = (world.rulebook.documents[name] for name in sorted(filter(None, cited)))
    return tuple(
        DocumentRecord(
            id=document.id,
            publisher=document.publisher,
            short=document.short,
            title=document.title,
            published=document.published.text,
            url=document.url,
            seen=document.seen,
            copy_quality=document.copy_quality,
            reliability=document.reliability,
            digest=document.digest,
        )
        for document in documents
    )


def _rule(rule: Rule, world: World) -> RuleRecord:
    instrument = world.instrument(rule.instrument) if rule.instrument else None
    return RuleRecord(
        id=rule.id,
        title=rule.title,
        says=rule.message.format(**FOR_ALL),
        severity=rule.severity,
        bars=rule.bars,
        binds=tuple(world.rulebook.vocabulary.buyers[buyer] for buyer in rule.binds),
        instrument=rule.instrument,
        law=f"{instrument.short}: {instrument.citation}" if instrument else None,
        url=instrument.url if instrument else None,
        provisional=rule.provisional,
        next_steps=rule.next_steps,
        questions=rule.questions,
        tags=rule.tags,
        digest=rule_digest(rule),
    )


def _party(name: str, world: World) -> PartyRecord:
    entry = world.entries.get(name)
    if entry is not None:
        return PartyRecord(name, entry.name, entry.country, tuple(_listing(entry)), ())
    party = world.rulebook.parties[name]
    decisions = sorted(_decisions(name, world), key=lambda decision: (decision.date, decision.instrument))
    holders = tuple(holder for share in party.owners if (holder := _holder(share, world)))
    return PartyRecord(name, party.name, party.country, tuple(decisions), holders)


def _listing(entry: ListEntry) -> Iterator[PartyDecision]:
    if entry.since is None:
        return
    yield PartyDecision(
        instrument=entry.list,
        short=f"list {entry.list}",
        state="named",
        date=entry.since.text,
        until=entry.until.text if entry.until else None,
        says=says_of(entry),
        citation=entry.reference or f"entry {entry.id}",
        url=entry.url,
        standing=entry.standing,
        provisional=None,
    )


def _decisions(party: str, world: World) -> Iterator[PartyDecision]:
    """The namings of a party, and what became of each instrument after it had named it."""
    for instrument in world.rulebook.instruments.values():
        named = [
            _named(instrument, naming, day, world)
            for naming in instrument.namings
            if naming.party == party and (day := _decided(instrument, naming, world))
        ]
        yield from named
        days = {each.date for each in named}
        yield from (
            _changed(instrument, entry)
            for entry in instrument.timeline
            if named and entry.date.begun(world.as_of) != NO and entry.date.text > min(days)
        )


def _decided(instrument: Instrument, naming: Naming, world: World) -> Period | None:
    """From which day an instrument names a party; None where that was not decided by the day of the run.

    What takes over the names of another names nobody before it is itself in force, nor whom the other named no longer.
    """
    if (naming.published or naming.since).begun(world.as_of) == NO:
        return None
    if naming.through is None:
        return naming.since
    begun = [entry.date for entry in instrument.timeline if entry.state == "in_force"]
    days = [max(naming.since, day, key=_first) for day in begun if day.begun(world.as_of) != NO]
    first = min(days, key=_first, default=None)
    return first if first and (naming.until is None or first.first < naming.until.last) else None


def _first(period: Period) -> date:
    return period.first


def _named(instrument: Instrument, naming: Naming, day: Period, world: World) -> PartyDecision:
    state: DecisionState = "named"
    if naming.until and naming.until.begun(world.as_of) == YES:
        state = "no longer named"
    elif day.begun(world.as_of) == NO:
        state = "to be named"
    return PartyDecision(
        instrument=instrument.id,
        short=instrument.short,
        state=state,
        date=day.text,
        until=naming.until.text if naming.until else None,
        says=f"names {' / '.join(naming.listed_as)}",
        citation=naming.citation,
        url=instrument.url,
        standing=instrument.standing,
        provisional=naming.provisional,
        through=world.instrument(naming.through).short if naming.through else None,
    )


def _changed(instrument: Instrument, entry: TimelineEntry) -> PartyDecision:
    return PartyDecision(
        instrument=instrument.id,
        short=instrument.short,
        state=_STATES[entry.state],
        date=entry.date.text,
        until=None,
        says=f"{instrument.short}: {entry.state.replace('_', ' ')}",
        citation=entry.citation,
        url=instrument.url,
        standing=instrument.standing,
        provisional=entry.provisional,
    )


def _holder(share: Ownership, world: World) -> Holder | None:
    truth = held(share.since, share.until, world.as_of)
    if truth == NO:
        return None
    return Holder(
        name=world.name_of(share.party) if share.party else share.holder,
        party=share.party,
        share=share.share,
        state="held" if truth == YES and not share.disputed else "disputed or not certain",
        since=share.since.text if share.since else None,
        until=share.until.text if share.until else None,
        note=share.disputed,
        source=share.source,
    )
