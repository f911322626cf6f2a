"""The resolver: which lines of a batch need a decision, and that each is seen as it would be alone."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Batch, Column, Role, lost_characters
from vendorcheck.model.hit import Facts, Hit, SightedLine
from vendorcheck.model.party import Party
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.model.waiver import NamePair, Waiver, WaiverScope, name_key
from vendorcheck.model.watchlist import ListEntry, OpenList
from vendorcheck.resolve import Looking, Resolver
from vendorcheck.resolve import resolver as resolver_module
from vendorcheck.resolve.clearing import NAME_BASES
from vendorcheck.resolve.lines import NOT_LEGIBLE
from vendorcheck.resolve.memo import Budget

BatchOf = Callable[..., Batch]
Overflow = dict[int, tuple[tuple[int, str], ...]]
#: Columns, lines, and the cells beyond the headings of some lines.
Drawn = tuple[tuple[Column, ...], list[tuple[str, ...]], Overflow]

DAY = date(2026, 11, 21)
MAKER = Column(1, "maker", "maker")
PART = Column(2, "part", "part")
CATEGORY = Column(3, "category", "category")
VENDOR = Column(4, "vendor", "vendor")


def resolver(norda: Party, vocabulary: Vocabulary, looking: Looking = Looking()) -> Resolver:  # noqa: B008
    return Resolver({"norda": norda}, vocabulary, DAY, looking)


@pytest.fixture
def plain(norda: Party, vocabulary: Vocabulary) -> Resolver:
    return resolver(norda, vocabulary)


def numbers(lines: list[SightedLine]) -> list[int]:
    return [line.number for line in lines]


def test_lines_that_name_another_maker_are_only_counted(plain: Resolver, batch_of: BatchOf) -> None:
    look = plain.look((MAKER, PART), batch_of(("Umbrella", "X1"), ("Parasol", ""), ("Umbrella", "bolt")))
    assert (look.lines, look.plain) == ([], 3)


def test_lines_with_a_hit_or_without_a_maker_need_a_decision(plain: Resolver, batch_of: BatchOf) -> None:
    batch = batch_of(("Umbrella", "X1"), ("Norda", "X"), ("", "X1"), ("n/a", "screw"), ("Umbrella", "NC-412"), ("", ""))
    look = plain.look((MAKER, PART), batch)
    assert (numbers(look.lines), look.plain) == ([3, 4, 5, 6, 7], 1)
    assert [(line.at, line.cells) for line in look.lines[:2]] == [(1, ("Norda", "X")), (2, ("", "X1"))]
    assert [(line.facts.screened, len(line.facts.hits)) for line in look.lines] == [
        (True, 1),
        (False, 0),
        (True, 0),
        (True, 1),
        (False, 0),
    ]


@pytest.mark.parametrize("name", ["Norda", "Norda Optical", "Nordda Optical"])
def test_nothing_is_looked_for_of_a_party_that_is_only_an_end_of_ownership(
    norda: Party, vocabulary: Vocabulary, batch_of: BatchOf, name: str
) -> None:
    ends = Resolver({"norda": norda._replace(screened=False)}, vocabulary, DAY, Looking())
    look = ends.look((MAKER, PART), batch_of((name, "NC-412")))
    assert (look.lines, look.plain) == ([], 1)
    assert resolver(norda, vocabulary).look((MAKER, PART), batch_of((name, "NC-412"))).lines


def test_a_line_with_only_a_weak_name_is_looked_at_and_has_no_hit(plain: Resolver, batch_of: BatchOf) -> None:
    look = plain.look((MAKER,), batch_of(("NV",)))
    assert [line.facts for line in look.lines] == [Facts()]


def test_a_line_with_a_name_that_is_not_legible_needs_a_decision(plain: Resolver, batch_of: BatchOf) -> None:
    batch = batch_of(
        ("Umbrella", "Shop"), ("Umbr\ufffdlla", "Shop"), ("Umbrella", "Sh\ufffdp"), ("Norda \ufffd", "Shop")
    )
    look = plain.look((MAKER, VENDOR), batch)
    assert (numbers(look.lines), look.plain) == ([3, 4, 5], 1)
    assert [line.facts.reason for line in look.lines] == [NOT_LEGIBLE, NOT_LEGIBLE, None]


def test_an_empty_batch_comes_to_nothing(plain: Resolver, batch_of: BatchOf) -> None:
    look = plain.look((), batch_of())
    assert (look.lines, look.plain, look.suppliers) == ([], 0, [])


def test_a_bill_without_a_column_that_shows_who_is_looked_at_line_by_line(plain: Resolver, batch_of: BatchOf) -> None:
    look = plain.look((CATEGORY,), batch_of(("camera",), ("",)))
    assert [line.facts.reason for line in look.lines] == ["nothing to screen"] * 2


def test_the_supplier_cells_of_all_lines_are_given_back(plain: Resolver, batch_of: BatchOf) -> None:
    batch = batch_of(("Umbrella", "Shop"), ("Norda", ""))
    look = plain.look((MAKER, VENDOR), batch)
    assert [list(cells) for cells in look.suppliers] == [["Shop", ""]]
    assert plain.look((MAKER, PART), batch).suppliers == []


def test_every_line_needs_a_decision_when_told_so(norda: Party, vocabulary: Vocabulary, batch_of: BatchOf) -> None:
    look = resolver(norda, vocabulary, Looking(every_line=True)).look((MAKER,), batch_of(("Umbrella",), ("Norda",)))
    assert (numbers(look.lines), look.plain) == ([2, 3], 0)
    assert look.lines[0].facts == Facts()
    assert look.lines[0].screened_on == ("maker",)


@pytest.mark.parametrize(
    ("watched", "cells", "looked"),
    [
        ("camera", ("Umbrella", "", "cameras"), True),
        ("camera", ("Umbrella", "dome", ""), True),
        ("camera", ("Umbrella", "dome bracket", ""), False),
        ("camera", ("Umbrella", "", "modem"), False),
        ("telecoms", ("Umbrella", "router", ""), True),
        ("router", ("Umbrella", "modem", ""), False),
    ],
)
def test_lines_of_a_watched_kind_always_need_a_decision(
    norda: Party,
    vocabulary: Vocabulary,
    batch_of: BatchOf,
    watched: str,
    cells: tuple[str, ...],
    *,
    looked: bool,
) -> None:
    watching = resolver(norda, vocabulary, Looking(watched=frozenset({watched})))
    assert len(watching.look((MAKER, PART, CATEGORY), batch_of(cells)).lines) == looked
    assert resolver(norda, vocabulary).look((MAKER, PART, CATEGORY), batch_of(cells)).lines == []


def test_lines_with_more_cells_than_headings_are_always_looked_at(plain: Resolver, batch_of: BatchOf) -> None:
    batch = batch_of(("Umbrella",), ("Umbrella",), ("Parasol",), overflow={1: ((7, "lamp"),), 2: ((7, "NC-412"),)})
    look = plain.look((MAKER,), batch)
    assert numbers(look.lines) == [3, 4]
    assert [len(line.facts.hits) for line in look.lines] == [0, 1]
    [match] = look.lines[1].matches
    assert match.column == Column(7, "", "description")


def test_a_line_beyond_its_headings_is_not_mistaken_for_one_within(plain: Resolver, batch_of: BatchOf) -> None:
    first = plain.look((MAKER,), batch_of(("NV",), overflow={0: ((7, "NC-412"),)}))
    second = plain.look((MAKER,), batch_of(("NV",)))
    third = plain.look((MAKER,), batch_of(("NV",), overflow={0: ((7, "NC-412"),)}))
    assert [len(look.lines[0].facts.hits) for look in (first, second, third)] == [1, 0, 1]


def test_columns_of_another_bill_are_not_mistaken_for_those_of_the_last(plain: Resolver, batch_of: BatchOf) -> None:
    batch = batch_of(("Norda", "unknown"))
    looks = [plain.look(columns, batch) for columns in ((MAKER, PART), (PART, MAKER), (MAKER, PART))]
    assert [look.lines[0].facts.hits[0].confidence for look in looks] == ["strong", "possible", "strong"]
    assert [match.column for match in looks[2].lines[0].matches] == [MAKER]


def test_what_a_run_looks_for_beside_the_parties_is_looked_for(
    norda: Party, vocabulary: Vocabulary, batch_of: BatchOf, given_list: Callable[..., OpenList]
) -> None:
    entry = ListEntry("own/1", "own", "Grimm Optics Ltd", (), None, None, None, "government_action")
    looking = Looking(lists=(given_list(entry),), purpose="safety")
    [line] = resolver(norda, vocabulary, looking).look((MAKER,), batch_of(("Grimm Optics",))).lines
    assert [(hit.party, hit.entries) for hit in line.facts.hits] == [("own/1", ("own/1",))]
    assert line.facts.purposes == {"safety"}


def test_broader_kinds_and_holdings_are_those_of_the_records(
    rulebook: Rulebook, norda: Party, vocabulary: Vocabulary
) -> None:
    assert resolver(norda, vocabulary).broader["module"] == ("module", "component")
    shipped = Resolver(rulebook.parties, rulebook.vocabulary, DAY, Looking())
    assert [holding.owner for holding in shipped.holdings["hisilicon"]] == ["huawei"]
    assert set(shipped.holdings) == set(rulebook.parties)


# A batch against its lines one by one, with the shipped rulebook

WATCHED = frozenset({"inverter", "robot"})
#: Cells that show a party too weakly to make a hit; the camera does beside another maker.
WEAK = {"HIK", "Dahua China", "HIK dome", "spare for Dahua", "大华 lamp", "Dahua camera"}

POOL: Mapping[Role, tuple[str, ...]] = {
    "maker": (
        "",
        "n/a",
        "Axis Communications",
        "Bosch",
        "Hikvision",
        "HIKVISION USA INC",
        "Hikvisi0n",
        "Hikv\ufffdsion",
        "HIK",
        "Dahua",
        "Dahua China",
        "Dahua Technology USA Inc.",
        "海康威视",
        "Annke",
        "EZVIZ",
        "HiSilicon",
        "DS-2CD2143G2-I",
    ),
    "brand": ("", "OEM", "Axis", "HiLook", "Dahua", "Huawei"),
    "vendor": ("", "Mouser Electronics", "Bob's Shop", "B\ufffdb's Shop", "Hikvision", "Dahua"),
    "part": ("", "X-1", "DS-2CD2143G2-I", "IPC-HFW2831S", "SD49225", "Hi3516DV300", "C6N", "ARM926", "M3 screw"),
    "description": (
        "",
        "lamp",
        "dome camera",
        "Dahua camera",
        "HIK dome",
        "spare for Dahua",
        "大华 lamp",
        "Wall mount bracket for DS-2CD2143G2-I",
        "camera with Hi3516DV300",
        "router, FCC ID: QIS-ME909",
        "solar inverter",
        "M3 screws",
        "海康威视 摄像机",
    ),
    "category": ("", "CCTV", "cable", "inverter", "robots", "toys"),
    "mac": ("", "00:19:EB:12:34:56", "n/a", "02:00:00:00:00:01"),
    "fcc_id": ("", "2ADTD-X1", "ABC-1"),
    "purpose": ("", "police", "dunno", "police; critical infrastructure"),
    "origin": ("", "China", "Mars"),
    "authorised_on": ("", "2023-02-06", "soon"),
}


@st.composite
def bills(draw: st.DrawFn) -> Drawn:
    """Draw columns in some order, lines of cells that fit them, and cells beyond the headings of some lines."""
    roles = draw(st.lists(st.sampled_from(sorted(POOL)), min_size=1, max_size=6))
    columns = tuple(Column(at, role, role) for at, role in enumerate(roles, 1))
    lines: list[tuple[str, ...]] = draw(
        st.lists(st.tuples(*(st.sampled_from(POOL[role]) for role in roles)), min_size=1, max_size=8)
    )
    beyond = st.tuples(st.tuples(st.just(len(roles) + 1), st.sampled_from(POOL["description"])))
    overflow: Overflow = draw(st.dictionaries(st.integers(0, len(lines) - 1), beyond, max_size=1))
    return columns, lines, overflow


@pytest.fixture(scope="module", params=["ample", "forgetful"])
def shipped(request: pytest.FixtureRequest, rulebook: Rulebook) -> Iterator[Resolver]:
    """A resolver that has room for all it was asked, or for next to nothing."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "forgetful":
            patch.setattr(resolver_module, "Budget", lambda: Budget(3 * 150))
            patch.setattr(resolver_module, "MAX_SEEN", 2)
        yield Resolver(rulebook.parties, rulebook.vocabulary, DAY, Looking(watched=WATCHED, purpose="public-safety"))


@pytest.fixture(scope="module")
def alone(rulebook: Rulebook) -> Resolver:
    looking = Looking(watched=WATCHED, purpose="public-safety", every_line=True)
    return Resolver(rulebook.parties, rulebook.vocabulary, DAY, looking)


@given(bills())
@settings(max_examples=200, deadline=None)
def test_a_batch_is_seen_as_its_lines_would_be_alone(
    shipped: Resolver,
    alone: Resolver,
    batch_of: BatchOf,
    bill: Drawn,
) -> None:
    columns, lines, overflow = bill
    look = shipped.look(columns, batch_of(*lines, overflow=overflow))
    single = [
        alone.look(columns, batch_of(cells, overflow={0: overflow[at]} if at in overflow else None)).lines[0]
        for at, cells in enumerate(lines)
    ]
    for line in look.lines:
        assert line == single[line.at]._replace(at=line.at, number=line.at + 2)
    left_out = set(range(len(lines))) - {line.at for line in look.lines}
    assert look.plain == len(left_out)
    assert [at for at in left_out if single[at].facts.hits or not single[at].facts.screened] == []
    assert [line for line in look.lines if not line.facts.hits and line.facts.screened and not _asked(line, bill)] == []


def _asked(
    line: SightedLine,
    bill: Drawn,
) -> bool:
    """Whether a line without a hit is looked at for another reason."""
    columns, _, overflow = bill
    named = {column.role for column, text in zip(columns, line.cells, strict=True) if text}
    return bool(
        line.at in overflow
        or not WEAK.isdisjoint(line.cells)
        or not line.facts.equipment.isdisjoint({*WATCHED, "hardware"})
        or named.isdisjoint({"maker", "brand", "vendor"})
    )


@given(bills())
@settings(max_examples=100, deadline=None)
def test_the_same_batch_comes_to_the_same_again(
    shipped: Resolver,
    batch_of: BatchOf,
    bill: Drawn,
) -> None:
    columns, lines, overflow = bill
    batch = batch_of(*lines, overflow=overflow)
    first = shipped.look(columns, batch)
    assert shipped.look(columns, batch) == first
    backwards = shipped.look(columns, batch_of(*reversed(lines)))
    forwards = shipped.look(columns, batch_of(*lines))
    assert [line.facts for line in reversed(backwards.lines)] == [line.facts for line in forwards.lines]


# The same bills with waivers and without

WAIVED = (
    ("Hikvision", "hikvision"),
    ("dahua  CHINA", "dahua"),
    ("HIK", "hikvision"),
    ("Annke", "hikvision"),
    ("EZVIZ", "ezviz"),
    ("Huawei", "dahua"),
    ("HiSilicon", "hisilicon"),
    ("DS-2CD2143G2-I", "hikvision"),
    ("Hikv\ufffdsion", "hikvision"),
)
KEYS = {name_key(name): party for name, party in WAIVED}


@pytest.fixture(scope="module")
def with_and_without(rulebook: Rulebook) -> tuple[Resolver, Resolver, Resolver]:
    """A resolver with these waivers, one that also decides every line, and such a one without waivers."""
    waivers = [
        Waiver(f"fp-{at}", "all", WaiverScope(pair=NamePair(name, party)), "false_positive", "why", "a", "b", DAY, DAY)
        for at, (name, party) in enumerate(WAIVED)
    ]

    def resolver(looking: Looking) -> Resolver:
        return Resolver(rulebook.parties, rulebook.vocabulary, DAY, looking)

    return (
        resolver(Looking(waivers=waivers)),
        resolver(Looking(waivers=waivers, every_line=True)),
        resolver(Looking(every_line=True)),
    )


@given(bills())
@settings(max_examples=300, deadline=None)
def test_waivers_change_no_line_that_does_not_hold_their_names(
    with_and_without: tuple[Resolver, Resolver, Resolver], batch_of: BatchOf, bill: Drawn
) -> None:
    columns, lines, overflow = bill
    usual, every, unwaived = (
        each.look(columns, batch_of(*lines, overflow=overflow)).lines for each in with_and_without
    )
    by_place = {line.at: line for line in usual}
    for line, before in zip(every, unwaived, strict=True):
        held = _parties_held(columns, line.cells)
        assert {each.party for each in line.cleared} <= held
        assert line == before or line.cleared
        assert _of_others(line, held) == _of_others(before, held)
        assert line.facts.screened is before.facts.screened or any(map(lost_characters, line.cells))
        assert line.screened_on == before.screened_on
        assert _by_itself(line) == _by_itself(before)
        assert by_place.get(line.at, line) == line
        assert line.at in by_place or not (line.cleared or line.facts.hits)


def _parties_held(columns: tuple[Column, ...], cells: tuple[str, ...]) -> set[str]:
    """The parties of the waivers whose names stand in cells of names."""
    names = (
        name_key(text)
        for column, text in zip(columns, cells, strict=True)
        if column.role in ("maker", "brand", "vendor")
    )
    return {KEYS[name] for name in names if name in KEYS}


def _of_others(line: SightedLine, parties: set[str]) -> list[Hit]:
    return [hit for hit in line.facts.hits if hit.party not in parties]


def _by_itself(line: SightedLine) -> list[object]:
    """What shows somebody other than by name, with all its weight."""
    return [match for match in line.matches if match.sighting.basis not in NAME_BASES]


def test_every_hit_on_a_party_has_its_entries_on_whatever_it_rests(
    rulebook: Rulebook, batch_of: BatchOf, given_list: Callable[..., OpenList]
) -> None:
    entries = (
        ListEntry("own:1", "own", "ZHEJIANG DAHUA TECHNOLOGY CO LTD", country="CN"),
        ListEntry("own:2", "own", "Dahua Grimm Optics"),
    )
    listing = Resolver(rulebook.parties, rulebook.vocabulary, DAY, Looking(lists=(given_list(*entries),)))
    mac = Column(9, "", "mac")
    [line] = listing.look((MAKER, mac), batch_of(("", "3C:EF:8C:01:02:03"))).lines
    assert [(hit.party, hit.basis, hit.entries) for hit in line.facts.hits] == [("dahua", "identifier", ("own:1",))]
    [line] = listing.look((MAKER,), batch_of(("ZHEJIANG DAHUA TECHNOLOGY",))).lines
    assert [(hit.party, hit.basis, hit.entries) for hit in line.facts.hits] == [("dahua", "listed_name", ("own:1",))]
    assert [match.sighting.entry for match in line.matches] == [None]
    [line] = listing.look((MAKER,), batch_of(("Dahua Grimm Optics",))).lines
    assert ("own:2", "confirmed", ("own:2",)) in [(hit.party, hit.confidence, hit.entries) for hit in line.facts.hits]
