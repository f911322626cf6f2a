"""A small world built by hand: makers, an owner, a law, a report, a buyer."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from vendorcheck.evaluate.world import World
from vendorcheck.model.condition import Predicate
from vendorcheck.model.contradiction import Contradiction
from vendorcheck.model.correspondence import Thread
from vendorcheck.model.evidence import Claim, Document, Locator
from vendorcheck.model.finding import Flag
from vendorcheck.model.hit import Hit, Holding
from vendorcheck.model.instrument import Instrument, Naming, Scope, TimelineEntry
from vendorcheck.model.party import Party
from vendorcheck.model.period import Period
from vendorcheck.model.rule import Profile, Rule
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import Purpose, Vocabulary
from vendorcheck.model.watchlist import ListEntry

PARTIES = {"acme": "Acme Optics", "bolt": "Bolt Cameras", "crown": "Crown Holding"}

BROADER = {
    "surveillance": ("surveillance",),
    "camera": ("camera", "surveillance"),
    "telecoms": ("telecoms",),
    "router": ("router", "telecoms"),
    "component": ("component",),
    "radio": ("radio", "component"),
    "accessory": ("accessory",),
}

VOCABULARY = Vocabulary(
    equipment=(),
    purposes=(
        Purpose("safety", "public safety", ()),
        Purpose("facility", "government facilities", ()),
        Purpose("ordinary", "none of these", (), denies=("safety", "facility")),
        Purpose("not-facility", "no government facility", (), denies=("facility",)),
    ),
    generic=(),
    distributors=(),
    detached_before=(),
    detached_after=(),
    resold=(),
    subordinators=(),
    countries={},
    buyers={"agency": "federal agencies", "trade": "the trade"},
    needs={"identity": "Who made it?", "ownership": "Who owned it?", "purpose": "What is it for?"},
)


@pytest.fixture
def buyer() -> Profile:
    return Profile("agency", "An agency", ("agency",), ("buy", "contract"))


@pytest.fixture
def make_naming() -> Callable[..., Naming]:
    def make(party: str = "acme", since: str = "2020-01-01", **changes: Any) -> Naming:
        naming = Naming(party, (PARTIES[party],), Period.parse(since), "Act 1, schedule", Scope())
        return naming._replace(**changes)

    return make


@pytest.fixture
def make_instrument() -> Callable[..., Instrument]:
    def make(*namings: Naming, **changes: Any) -> Instrument:
        instrument = Instrument(
            id="act",
            title="An act on cameras",
            short="Act 1",
            kind="statute",
            jurisdiction="Freeland",
            citation="Act 1",
            url="https://law.example/act-1",
            acts=("buy",),
            ownership_test="named_only",
            timeline=(TimelineEntry(Period.parse("2020-01-01"), "in_force", "Act 1, s. 2"),),
            namings=namings,
        )
        return instrument._replace(**changes)

    return make


@pytest.fixture
def make_rule() -> Callable[..., Rule]:
    def make(name: str = "no-cameras", **changes: Any) -> Rule:
        rule = Rule(
            id=name,
            title="No cameras of these makers",
            status="stable",
            severity="medium",
            subjects=("product", "counterparty"),
            bars=("buy",),
            binds=("agency",),
            instrument="act",
            when=Predicate("named_by", "act"),
            condition=None,
            message="{party} is named as {listed_as} since {since}.",
            about={},
            next_steps=("Ask the maker.",),
            questions=(),
            supplier_questions=(),
            claims=(),
            answers=(),
        )
        return rule._replace(**changes)

    return make


@pytest.fixture
def make_report_rule(make_rule: Callable[..., Rule]) -> Callable[..., Rule]:
    """A rule that rests on what is reported of Acme, on no law, and bars nothing."""

    def make(name: str = "reported", *, claims: tuple[str, ...] = (), **changes: Any) -> Rule:
        plain: dict[str, Any] = {"instrument": None, "when": Predicate("party", ("acme",)), "bars": (), "binds": ()}
        return make_rule(name, claims=claims, **(plain | changes))

    return make


@pytest.fixture
def make_document() -> Callable[..., Document]:
    def make(name: str = "paper", published: str = "2023-01-15", **changes: Any) -> Document:
        document = Document(
            id=name,
            publisher="The Paper",
            short="The Paper",
            title="What the makers do",
            published=Period.parse(published),
            kind="news article",
            url="https://paper.example/makers",
            seen="whole",
            copy_quality="original",
            reliability="A",
            line_of_evidence="the-paper",
            claims=(),
        )
        return document._replace(**changes)

    return make


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    def make(name: str, **changes: Any) -> Claim:
        claim = Claim(
            id=name,
            document="paper",
            about=("acme",),
            type="report",
            event="2022",
            statement=f"The Paper says {name}.",
            asserted_by="The Paper",
            standing="investigative_report",
            locator=Locator(12, "0" * 64),
            line_of_evidence="the-paper",
        )
        return claim._replace(**changes)

    return make


@pytest.fixture
def make_entry() -> Callable[..., ListEntry]:
    def make(name: str = "own/7", **changes: Any) -> ListEntry:
        entry = ListEntry(name, "own", "Dodgy Trading", (), None, None, None, "procedural")
        return entry._replace(**changes)

    return make


@pytest.fixture
def make_world(make_document: Callable[..., Document]) -> Callable[..., World]:
    """A world of the records given, whatever their order; claims stand in the paper of 2023-01-15."""

    def make(
        *records: Rule | Instrument | Claim | Document | ListEntry | Thread | Contradiction,
        as_of: date = date(2024, 6, 1),
        profiles: tuple[Profile, ...] = (),
        holdings: Mapping[str, tuple[Holding, ...]] | None = None,
    ) -> World:
        documents = (make_document(), *(record for record in records if isinstance(record, Document)))
        rulebook = Rulebook(
            sources=(),
            vocabulary=VOCABULARY,
            parties={party: Party(party, name, "XX", ()) for party, name in PARTIES.items()},
            instruments={record.id: record for record in records if isinstance(record, Instrument)},
            documents={document.id: document for document in documents},
            claims={record.id: record for record in records if isinstance(record, Claim)},
            profiles={},
            rules={record.id: record for record in records if isinstance(record, Rule)},
            threads={record.id: record for record in records if isinstance(record, Thread)},
            policies={},
            contradictions={record.id: record for record in records if isinstance(record, Contradiction)},
        )
        entries = {record.id: record for record in records if isinstance(record, ListEntry)}
        return World(rulebook, as_of, profiles, holdings or {}, BROADER, entries, {})

    return make


@pytest.fixture
def make_hit() -> Callable[..., Hit]:
    def make(party: str = "acme", **changes: Any) -> Hit:
        return Hit(party, "product", "self", "listed_name", "strong")._replace(**changes)

    return make


@pytest.fixture
def make_flag(make_hit: Callable[..., Hit]) -> Callable[..., Flag]:
    def make(rule: str = "no-cameras", party: str | None = "acme", **changes: Any) -> Flag:
        flag = Flag(
            rule=rule,
            party=party,
            hit=make_hit(party) if party else None,
            relation="self",
            uncertain=False,
            outcome="yes",
            severity="medium",
            barred=(),
            provisional=None,
            needs=(),
            entries=(party,) if party and party.startswith("own/") else (),
        )
        return flag._replace(**changes)

    return make
