"""What a flag rests on, and what the company answers: instruments and claims as of the day."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from vendorcheck.evaluate.world import World, state_of
from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.evidence import STANDINGS, Claim, Standing
from vendorcheck.model.finding import Answer, Flag, Proof
from vendorcheck.model.instrument import Instrument, Naming
from vendorcheck.model.period import dated, held
from vendorcheck.model.rule import Rule
from vendorcheck.model.truth import NO, YES
from vendorcheck.model.watchlist import ListEntry

#: How many names of an entry are repeated where it is evidence; some have hundreds.
SAID_NAMES = 6

#: How many entries are told one by one where a list names many companies of one group; the grounds have all.
TOLD_ENTRIES = 3

NO_ANSWER = "none recorded in the sources"

#: What a company says for itself, wherever it came up.
OWN_WORDS: tuple[Standing, ...] = ("company_denial", "company_statement")

#: What "in force" is called of an instrument that is no law.
_IN_FORCE = {
    "practice": "in practice",
    "decision": "decided",
    "finding": "published",
    "principles": "endorsed",
    "regime": "agreed",
}


class Sides(NamedTuple):
    """The claims that a flag rests on, and those that answer them."""

    claimed: tuple[Claim, ...]
    answered: tuple[Claim, ...]


def proofs(rule: Rule, flag: Flag, world: World) -> tuple[Proof, ...]:
    """Return the instrument and the claims that a flag rests on, the instrument first."""
    law = _law(rule, world.instrument(rule.instrument), flag, world) if rule.instrument else []
    law += _entry_proofs(flag.entries, world)
    return (*law, *(claim_proof(claim, world) for claim in _sides(rule, flag, world).claimed))


def answers(rule: Rule, flag: Flag, world: World) -> tuple[Answer, ...]:
    """Return the company's side; that none is recorded where the sources record none."""
    if flag.party is None:
        return ()
    name = world.name_of(flag.party)
    said = _sides(rule, flag, world).answered
    if not said:
        return (Answer(name, NO_ANSWER),)
    return tuple(
        Answer(
            party=name,
            statement=claim.statement,
            asserted_by=claim.asserted_by,
            standing=claim.standing,
            date=claim.event,
            citation=_citation(claim, world),
            id=claim.id,
            document=claim.document,
        )
        for claim in said
    )


def _sides(rule: Rule, flag: Flag, world: World) -> Sides:
    """What a flag rests on and what answers it, each with what must stand beside it, on the side where it belongs."""
    asked = _claims(rule.claims, flag, world)
    ids = dict.fromkeys((*(answer for claim in asked for answer in claim.answers), *rule.answers))
    told = _with_context([*asked, *_claims(ids, flag, world)], world)
    own = [claim for claim in told if claim.id not in rule.claims and (claim.id in ids or claim.standing in OWN_WORDS)]
    return Sides(tuple(claim for claim in told if claim not in own), tuple(own))


def naming_of(instrument: Instrument, party: str | None, as_of: date) -> Naming | None:
    """Return the row under which an instrument names a party on a day; the latest where there are several."""
    rows = [
        naming
        for naming in instrument.namings
        if naming.party == party and held(naming.since, naming.until, as_of) != NO
    ]
    return max(rows, key=lambda naming: naming.since.first, default=None)


def claim_proof(claim: Claim, world: World) -> Proof:
    """Return a claim as evidence, with its place in the document."""
    return Proof(
        id=claim.id,
        standing=claim.standing,
        date=claim.event,
        citation=_citation(claim, world),
        statement=claim.statement,
        asserted_by=claim.asserted_by,
        line_of_evidence=claim.line_of_evidence,
        url=world.rulebook.documents[claim.document].url,
        document=claim.document,
    )


def threads(rule: Rule, flag: Flag, world: World) -> tuple[Thread, ...]:
    """Return the correspondence about the flag's party as it stood on the day: what had been written, what was open."""
    told = (world.rulebook.threads[name] for name in rule.threads)
    asked = dict.fromkeys(world.rulebook.claims[claim].document for claim in rule.claims)
    requests = (request for name in asked for request in world.rulebook.documents[name].requests)
    known = (_as_known(thread, world) for thread in (*told, *requests) if flag.party in thread.about)
    return tuple(thread for thread in known if thread.messages)


def contradictions(rule: Rule, flag: Flag, world: World) -> tuple[Contradiction, ...]:
    """Return where sources on the flag's party differ, of what this rule shows, from the day its sides stood."""
    return tuple(
        each
        for each in world.rulebook.contradictions.values()
        if rule.id in each.rules and flag.party in each.about and each.since.begun(world.as_of) == YES
    )


def _as_known(thread: Thread, world: World) -> Thread:
    """A correspondence as of the day; a letter of an uncertain day counts from its last."""
    return thread._replace(
        messages=tuple(message for message in thread.messages if message.date.begun(world.as_of) == YES),
        open=tuple(point for point in thread.open if held(point.since, point.until, world.as_of) != NO),
    )


def _law(rule: Rule, instrument: Instrument, flag: Flag, world: World) -> list[Proof]:
    found: list[Proof] = []
    _, entry = state_of(instrument, world.as_of)
    naming = naming_of(instrument, flag.party, world.as_of)
    short = instrument.short
    # A list is told by its row on the party; where an entry of the published list is that row, the law must stand too.
    if entry is not None and (instrument.kind != "list" or (naming is None and flag.entries)):
        state = _IN_FORCE.get(instrument.kind, "in force") if entry.state == "in_force" else entry.state
        taken = "provisionally taken as " if entry.provisional else ""
        statement = f"{short}: {taken}{state} {dated('since', entry.date.text)}"
        if rule.since is not None:
            statement += f", this part {dated('since', rule.since.text)}"
        found.append(_instrument_proof(instrument, entry.date.text, entry.citation, statement))
    if naming is not None:
        names = " / ".join(naming.listed_as)
        by = world.instrument(naming.through) if naming.through else instrument
        statement = f"names {names} {dated('since', naming.since.text)}"
        if by is not instrument or not found:
            statement = f"{by.short}: {statement}"
        found.append(_instrument_proof(by, naming.since.text, naming.citation, statement))
    return found


def _instrument_proof(instrument: Instrument, day: str, citation: str, statement: str) -> Proof:
    return Proof(
        id=instrument.id,
        standing=instrument.standing,
        date=day,
        citation=citation,
        statement=statement,
        asserted_by=instrument.jurisdiction,
        line_of_evidence=None,
        url=instrument.url,
    )


def _entry_proofs(entries: Sequence[str], world: World) -> list[Proof]:
    """The entries that name somebody, the nearest first; many companies of one group are told as a number."""
    told = [_entry_proof(world.entries[name]) for name in entries[:TOLD_ENTRIES]]
    more = len(entries) - len(told)
    if more > 0:
        noun = "entry names" if more == 1 else "entries name"
        told[-1] = told[-1]._replace(statement=f"{told[-1].statement}; {more} more {noun} companies of the group")
    return told


def _entry_proof(entry: ListEntry) -> Proof:
    since = f" {dated('since', entry.since.text)}" if entry.since else ""
    return Proof(
        id=entry.id,
        standing=entry.standing,
        date=entry.since.text if entry.since else None,
        citation=entry.reference or f"entry {entry.id}",
        statement=f"list {entry.list}: {says_of(entry)}{since}",
        asserted_by=entry.list,
        line_of_evidence=None,
        url=entry.url,
    )


def says_of(entry: ListEntry) -> str:
    """Return what a list says by an entry: under which names, and for which programmes, it names somebody."""
    names = " / ".join(entry.names[:SAID_NAMES])
    more = len(entry.names) - SAID_NAMES
    names += f" and {more} more" if more > 0 else ""
    return f"names {names}" + (f" ({', '.join(entry.programmes)})" if entry.programmes else "")


def _claims(ids: Iterable[str], flag: Flag, world: World) -> list[Claim]:
    """The claims about the flag's party, if it has one, that had been published by then, in order of standing."""
    claims = (world.rulebook.claims[name] for name in ids)
    about = (claim for claim in claims if flag.party is None or flag.party in claim.about)
    return sorted(filter(world.known_by_then, about), key=lambda claim: STANDINGS.index(claim.standing))


def _with_context(claims: list[Claim], world: World) -> list[Claim]:
    """The claims, each followed by those that must stand beside it, and theirs: no speaker's half is shown alone."""
    kept: dict[str, Claim] = {}
    waiting = claims[::-1]
    while waiting:
        claim = waiting.pop()
        if claim.id in kept or not world.known_by_then(claim):
            continue
        kept[claim.id] = claim
        waiting += [world.rulebook.claims[name] for name in reversed(claim.context)]
    return list(kept.values())


def _citation(claim: Claim, world: World) -> str:
    document = world.rulebook.documents[claim.document]
    quality = "" if document.copy_quality == "original" else f", {document.copy_quality} copy"
    place = f", line {claim.locator.line}" if claim.locator else ", seen in accounts by others"
    return f"{document.short}, {document.published.text}{place}{quality}"
