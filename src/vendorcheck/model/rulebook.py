"""The rulebook as loaded: records by id, with the digest and the date it was verified through."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from vendorcheck.model.change import Change
from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.evidence import Claim, Document
from vendorcheck.model.instrument import Instrument
from vendorcheck.model.party import Party
from vendorcheck.model.policy import Policy
from vendorcheck.model.rule import Profile, Rule
from vendorcheck.model.vocabulary import Vocabulary


class Source(NamedTuple):
    """One folder or package the rulebook was loaded from, with the digest of its files, and what it says of itself."""

    name: str
    version: str
    digest: str
    verified_through: date | None
    reviewed_by: str | None = None
    changes: tuple[Change, ...] = ()


class Rulebook(NamedTuple):
    """Every record that a run may use; references between them have been checked."""

    sources: tuple[Source, ...]
    vocabulary: Vocabulary
    parties: Mapping[str, Party]
    instruments: Mapping[str, Instrument]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    profiles: Mapping[str, Profile]
    rules: Mapping[str, Rule]
    threads: Mapping[str, Thread]
    policies: Mapping[str, Policy]
    contradictions: Mapping[str, Contradiction] = MappingProxyType({})

    @property
    def verified_through(self) -> date | None:
        """The earliest date through which all dated sources were verified; None if none says."""
        dates = [source.verified_through for source in self.sources if source.verified_through]
        return min(dates, default=None)
