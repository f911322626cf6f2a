"""What rules are evaluated against, besides the line: the day, the instruments, who owned whom."""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from vendorcheck.model.evidence import Claim
from vendorcheck.model.hit import Holding
from vendorcheck.model.instrument import Instrument, TimelineEntry
from vendorcheck.model.rule import Profile, Rule, Severity, Subject
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth
from vendorcheck.model.watchlist import ListEntry


class World(NamedTuple):
    """The rulebook as of a day, for a buyer; `raised` holds the severities that findings of rules have at least."""

    rulebook: Rulebook
    as_of: date
    profiles: tuple[Profile, ...]
    holdings: Mapping[str, tuple[Holding, ...]]
    broader: Mapping[str, tuple[str, ...]]
    entries: Mapping[str, ListEntry]
    list_dates: Mapping[str, str | None]
    raised: Mapping[str, Severity] = MappingProxyType({})

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run: neither drafts nor retired ones."""
        return tuple(rule for rule in self.rulebook.rules.values() if rule.status == "stable")

    def asked_instruments(self, subject: Subject) -> frozenset[str]:
        """Return the instruments whose namings bring up a rule that runs and asks about this subject of a line."""
        asking = (rule for rule in self.rules if rule.when.name == "named_by" and subject in rule.subjects)
        return frozenset(str(rule.when.argument) for rule in asking)

    def instrument(self, name: str) -> Instrument:
        """Return an instrument of the rulebook."""
        return self.rulebook.instruments[name]

    def name_of(self, party: str) -> str:
        """Return the name by which reports speak of a party or a list entry; what nobody knows has its id only."""
        known = self.rulebook.parties.get(party) or self.entries.get(party)
        return known.name if known else party

    def narrowest(self, kinds: Collection[str]) -> frozenset[str]:
        """Return the kinds of equipment without those that only say less than another of them: a router is telecoms."""
        return frozenset(
            kind for kind in kinds if not any(kind != other and kind in self.broader[other] for other in kinds)
        )

    def known_by_then(self, claim: Claim) -> bool:
        """Whether a claim had been published by the day of the run."""
        return self.rulebook.documents[claim.document].published.begun(self.as_of) == YES


def state_of(instrument: Instrument, as_of: date) -> tuple[Truth, TimelineEntry | None]:
    """Return whether an instrument was in force on a day, and the entry that says so.

    UNKNOWN inside an entry's span, where that entry would change the answer.
    """
    truth, governing = NO, None
    for entry in sorted(instrument.timeline, key=lambda entry: entry.date.first):
        begun = entry.date.begun(as_of)
        if begun == NO:
            break
        now = YES if entry.state == "in_force" else NO
        if begun == UNKNOWN and now != truth:
            return UNKNOWN, entry
        truth, governing = now, entry
    return truth, governing
