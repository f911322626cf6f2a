"""A maker, a vocabulary and a way of seeing one line, made up for these tests; and the shipped rulebook."""

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest

from vendorcheck.model.bom import Batch, Column, Role
from vendorcheck.model.hit import Hit, SightedLine
from vendorcheck.model.party import Confusable, Mark, Party, PartyName, RelabelLead, Unit
from vendorcheck.model.period import Period
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import EquipmentType, Purpose, Vocabulary
from vendorcheck.model.watchlist import ListEntry
from vendorcheck.resolve import Looking, Resolver
from vendorcheck.resolve.listed_names import ListedNames
from vendorcheck.resolve.searched_list import searched
from vendorcheck.rulebook import load_rulebook
from vendorcheck.screening.given_list import GivenList, record_of

AS_OF = date(2026, 11, 21)

VOCABULARY = Vocabulary(
    equipment=(
        EquipmentType("camera", "camera", None, ("camera", "dome", "dome camera", "摄像机")),
        EquipmentType("telecoms", "telecoms", None, ("modem", "交换机")),
        EquipmentType("router", "router", "telecoms", ("router",)),
        EquipmentType("accessory", "accessory", None, ("bracket", "wall mount", "mount")),
        EquipmentType("component", "component", None, ("chip",)),
        EquipmentType("module", "radio module", "component", ("wifi module",)),
        EquipmentType("hardware", "hardware", None, ("screw", "cable"), needs_maker=False),
    ),
    purposes=(
        Purpose("safety", "public safety", ("police", "law enforcement")),
        Purpose("site", "a sensitive site", ("sensitive/site",)),
        Purpose("other", "none of these", ()),
    ),
    generic=("n/a", "unknown", "oem", "无"),
    distributors=("Moser Electronics", "Parts & More GmbH"),
    detached_before=("for", "compatible with", "not"),
    detached_after=("compatible", "reseller"),
    resold=("oem", "made by"),
    subordinators=("for", "with", "für"),
    countries={"CN": ("china", "p.r. china", "中国"), "US": ("u.s.a.", "united states")},
    buyers={},
    needs={},
)

NORDA = Party(
    id="norda",
    name="Norda",
    country="CN",
    names=(
        PartyName("Norda Optical Technology Co., Ltd.", "legal", "a list"),
        PartyName("诺达光电股份有限公司", "native"),
        PartyName("诺达", "native"),
        PartyName("Norda Optical", "alias"),
        PartyName("Oldnor", "alias", since=Period.parse("2001"), until=Period.parse("2010")),
        PartyName("NorCam", "brand"),
        PartyName("Norda", "short"),
        PartyName("NightLux", "family"),
        PartyName("NV", "weak"),
        PartyName("Nordda Optical", "misspelling"),
    ),
    units=(
        Unit("Norda Canada Inc.", note="Its share was not found."),
        Unit("Norda Iberia S.A.", since=Period.parse("2014"), until=Period.parse("2024-01"), note="Sold in 2024."),
    ),
    marks=(
        Mark("norda-cameras", "cameras", ("NC-4",), r"NC-4\d\d", "camera"),
        Mark("norda-doors", "door controls", ("NC-D",), r"NC-D\d"),
        Mark("norda-chips", "chips", ("NX7",), r"NX7\d", "component"),
        Mark("norda-recorders", "recorders", ("R",), r"R\d\d\d", "camera", needs_name=True),
    ),
    grantee_codes=("NRD", "2NORD"),
    ieee_prefixes=("0A1B2C",),
    relabels=(
        RelabelLead("Blinky", "doorbells", "a page"),
        RelabelLead("Winky", "old doorbells", "a page", until=Period.parse("2015")),
    ),
    confusables=(Confusable("Norda Bank", "a bank"), Confusable("诺达银行", "a bank")),
)


class _Nowhere:
    def column_of(self, index: int, cell: int) -> int | None:  # noqa: ARG002
        return None

    def pointer_of(self, index: int, cell: int) -> str | None:  # noqa: ARG002
        return None


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return VOCABULARY


@pytest.fixture(scope="session")
def norda() -> Party:
    return NORDA


@pytest.fixture(scope="session")
def as_of() -> date:
    return AS_OF


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="session")
def batch_of() -> Callable[..., Batch]:
    """Make a batch from lines given as tuples of cells, numbered from 2."""

    def make(*lines: tuple[str, ...], overflow: dict[int, tuple[tuple[int, str], ...]] | None = None) -> Batch:
        return Batch(range(2, 2 + len(lines)), tuple(zip(*lines, strict=True)), overflow or {}, _Nowhere())

    return make


@pytest.fixture(scope="session")
def see(rulebook: Rulebook, batch_of: Callable[..., Batch]) -> Callable[..., SightedLine]:
    """See one line, its cells given by role, with the shipped rulebook."""
    resolver = Resolver(rulebook.parties, rulebook.vocabulary, AS_OF, Looking(every_line=True))

    def line(**cells: str) -> SightedLine:
        columns = tuple(Column(cell, role, cast("Role", role)) for cell, role in enumerate(cells, 1))
        [seen] = resolver.look(columns, batch_of(tuple(cells.values()))).lines
        return seen

    return line


@pytest.fixture(scope="session")
def made_by(see: Callable[..., SightedLine]) -> Callable[..., dict[str, Hit]]:
    """Return the hits on the product of one line, by party."""

    def hits(**cells: str) -> dict[str, Hit]:
        return {hit.party: hit for hit in see(**cells).facts.hits if hit.subject == "product"}

    return hits


@pytest.fixture(scope="session")
def given_list() -> Callable[..., GivenList]:
    """Return a way to make a list of entries."""

    def given(*entries: ListEntry) -> GivenList:
        name = entries[0].list if entries else "own"
        return GivenList(record_of(name, "0" * 64, entries, AS_OF), entries)

    return given


@pytest.fixture(scope="session")
def listed(given_list: Callable[..., GivenList]) -> Callable[..., ListedNames]:
    """Return a way to search one list of these entries, none of which is a party of a rulebook."""
    return lambda *entries: ListedNames(searched([given_list(*entries)], AS_OF))
