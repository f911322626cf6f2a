"""Names that waivers clear: that name, of that party, in a cell of names, and nothing else."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.bom import Batch, Column, Continued, Role
from vendorcheck.model.hit import BASES, SightedLine, Sighting
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.waiver import Cleared, NamePair, Waiver, WaiverScope, name_key
from vendorcheck.model.watchlist import ListEntry, OpenList
from vendorcheck.resolve import Looking, Resolver
from vendorcheck.resolve.clearing import NAME_BASES, Clearing

BatchOf = Callable[..., Batch]

DAY = date(2026, 11, 21)
MAKER, BRAND, VENDOR = Column(1, "", "maker"), Column(2, "", "brand"), Column(3, "", "vendor")
PART, DESCRIPTION = Column(4, "", "part"), Column(5, "", "description")
ENTRY = ListEntry("debarred:17", "debarred", "Grimm Optics", (), None, None, None, "procedural")


def waiver(name: str, party: str, id: str = "fp-1") -> Waiver:
    scope = WaiverScope(pair=NamePair(name, party))
    return Waiver(id, "all", scope, "false_positive", "why", "a", "b", DAY, DAY)


def sighting(party: str, basis: str) -> Sighting:
    return Sighting(party, basis, "self", "strong", "Acme", "Acme")  # type: ignore[arg-type]


def test_all_that_shows_a_party_by_name_can_be_cleared_and_nothing_else() -> None:
    assert set(BASES) - set(NAME_BASES) == {"identifier", "product_mark", "category"}
    every = [sighting(party, basis) for party in ("acme", "other") for basis in BASES]
    counting, cleared = Clearing([waiver("Acme", "acme")]).sort("brand", " ACME ", every)
    assert [each.basis for each in counting if each.party == "acme"] == ["identifier", "product_mark", "category"]
    assert [each for each in counting if each.party == "other"] == every[len(BASES) :]
    assert cleared == (Cleared("fp-1", "brand", "ACME", "acme"),)


def test_of_several_waivers_for_a_pair_the_first_clears() -> None:
    clearing = Clearing([waiver("Acme", "acme", "first"), waiver("ACME", "acme", "second"), waiver("Acme", "b", "b")])
    _, cleared = clearing.sort("maker", "acme", [sighting("acme", "alias"), sighting("b", "alias")])
    assert [(each.waiver, each.party) for each in cleared] == [("first", "acme"), ("b", "b")]


def test_a_waiver_of_findings_clears_no_name() -> None:
    shown = (sighting("acme", "listed_name"),)
    other = Waiver("fp-1", "no-acme", WaiverScope(vendor="Acme"), "mitigated", "why", "a", "b", DAY, DAY)
    assert Clearing([other]).sort("vendor", "Acme", shown) == (shown, ())


@given(st.text(max_size=12), st.text(max_size=12))
def test_another_text_is_never_cleared(name: str, text: str) -> None:
    shown = (sighting("acme", "listed_name"),)
    counting, cleared = Clearing([waiver(name, "acme")]).sort("maker", text, shown)
    assert (counting == shown) is (cleared == ())
    assert cleared == () or name_key(name) == name_key(text)


def test_a_text_that_lost_characters_is_never_cleared() -> None:
    shown = (sighting("acme", "listed_name"),)
    assert Clearing([waiver("Acm\ufffd", "acme")]).sort("maker", "Acm\ufffd", shown) == (shown, ())


# With the shipped rulebook

PARTY_AS_ENTRY = ListEntry("debarred:18", "debarred", "Zhejiang Dahua Technology Co., Ltd.")
PAIRS = (
    ("Dahua Electrics", "debarred:18"),
    ("Dahua Machinery", "dahua"),
    ("Hikvision", "hikvision"),
    ("Grimm Optics", "debarred:17"),
    ("DS-2CD2143G2-I", "hikvision"),
    ("Hikvision/Dahua", "hikvision"),
)


@pytest.fixture(scope="module")
def cleared(rulebook: Rulebook, given_list: Callable[..., OpenList]) -> Resolver:
    waivers = [waiver(name, party, name) for name, party in PAIRS]
    return Resolver(
        rulebook.parties, rulebook.vocabulary, DAY, Looking(lists=(given_list(ENTRY, PARTY_AS_ENTRY),), waivers=waivers)
    )


@pytest.fixture(scope="module")
def see(cleared: Resolver, batch_of: BatchOf) -> Callable[..., SightedLine]:
    """See a line, with its cells by column; it must need a decision."""

    def see(*cells: tuple[Column, str]) -> SightedLine:
        columns, texts = zip(*cells, strict=True)
        [line] = cleared.look(columns, batch_of(texts)).lines
        return line

    return see


def hits(line: SightedLine) -> set[tuple[str, str, str]]:
    return {(hit.party, hit.subject, hit.confidence) for hit in line.facts.hits}


@pytest.mark.parametrize("column", [MAKER, BRAND, VENDOR])
@pytest.mark.parametrize("text", ["Dahua Machinery", "  DAHUA   machinery"])
def test_a_name_is_cleared_in_every_cell_of_names(see: Callable[..., SightedLine], column: Column, text: str) -> None:
    line = see((column, text), (PART, "GX-1"))
    assert (hits(line), line.matches) == (set(), ())
    assert line.cleared == (Cleared("Dahua Machinery", column.role, " ".join(text.split()), "dahua"),)
    assert (line.facts.screened, column.role in line.screened_on) == (True, True)


@pytest.mark.parametrize(
    "text",
    ["Dahua Machinery Ltd", "Dahua", "Dahua-Machinery", "Dahua Machinery®", "Machinery Dahua", "Dаhua Machinery"],
)
def test_another_spelling_counts(see: Callable[..., SightedLine], text: str) -> None:
    line = see((MAKER, text), (PART, "GX-1"))
    assert ({party for party, _, _ in hits(line)}, line.cleared) == ({"dahua"}, ())


def test_the_entry_of_a_list_can_be_cleared(see: Callable[..., SightedLine]) -> None:
    line = see((MAKER, "Grimm Optics"), (PART, "GX-1"))
    assert (hits(line), [each.party for each in line.cleared]) == (set(), ["debarred:17"])


@pytest.mark.parametrize("text", ["Dahua Machinery", "Dahua Electrics"])
def test_an_entry_that_is_a_party_is_cleared_by_the_name_of_either(see: Callable[..., SightedLine], text: str) -> None:
    line = see((MAKER, text), (PART, "GX-1"))
    assert (hits(line), [each.party for each in line.cleared]) == (set(), ["dahua"])
    assert [hit.entries for hit in see((MAKER, "Dahua Lamps")).facts.hits] == [("debarred:18",)]


def test_a_pair_with_one_entry_leaves_that_of_another_list() -> None:
    first = Sighting("a:1", "list_entry", "self", "confirmed", "Acme", "Acme", entry="a:1", pairs_with="a:1")
    second = first._replace(entry="b:7", pairs_with="b:7")
    counting, cleared = Clearing([waiver("Acme", "a:1")]).sort("maker", "Acme", (first, second))
    assert (counting, [each.party for each in cleared]) == ((second,), ["a:1"])
    both = Clearing([waiver("Acme", "a:1", "one"), waiver("Acme", "b:7", "two")])
    counting, cleared = both.sort("maker", "Acme", (first, second))
    assert (counting, [(each.party, each.waiver) for each in cleared]) == ((), [("a:1", "one"), ("b:7", "two")])


def test_another_party_in_the_same_cell_counts(see: Callable[..., SightedLine]) -> None:
    line = see((MAKER, "Hikvision/Dahua"), (PART, "GX-1"))
    assert {party for party, _, _ in hits(line)} == {"dahua"}
    assert [each.party for each in line.cleared] == ["hikvision"]


@pytest.mark.parametrize(
    ("column", "text", "confidence"),
    [
        (PART, "DS-2CD2143G2-I", "strong"),
        (DESCRIPTION, "dome camera DS-2CD2143G2-I", "strong"),
        (Column(6, "mac", "mac"), "44:47:CC:01:02:03", "possible"),
        (Column(6, "fcc", "fcc_id"), "2ADTD-X1", "confirmed"),
        (BRAND, "HiLook", "strong"),
        (Column(6, "brand", "brand"), "HIKVISION USA INC", "confirmed"),
    ],
)
def test_whatever_another_cell_shows_counts_as_much_as_it_shows(
    see: Callable[..., SightedLine], column: Column, text: str, confidence: str
) -> None:
    line = see((MAKER, "Hikvision"), (column, text))
    assert hits(line) == {("hikvision", "product", confidence)}
    assert len(line.cleared) == 1


def test_a_model_number_in_the_cell_of_the_name_counts(see: Callable[..., SightedLine]) -> None:
    line = see((MAKER, "DS-2CD2143G2-I"), (PART, "x"))
    assert (hits(line), line.cleared) == ({("hikvision", "product", "strong")}, ())


@pytest.mark.parametrize("text", ["Hikvision", "by Hikvision"])
def test_a_description_counts(see: Callable[..., SightedLine], text: str) -> None:
    line = see((MAKER, "Axis"), (DESCRIPTION, text))
    assert ({party for party, _, _ in hits(line)}, line.cleared) == ({"hikvision"}, ())


def test_a_cell_in_several_roles_is_one_cell(see: Callable[..., SightedLine]) -> None:
    roles: tuple[Role, ...] = ("maker", "vendor", "part", "description", "category")
    line = see(*((Column(1, "", role), "Hikvision") for role in roles))
    assert hits(line) == set()
    assert [each.role for each in line.cleared] == list(roles)


def test_a_cell_under_the_name_of_a_seller_does_not_hold_that_name(see: Callable[..., SightedLine]) -> None:
    seller = Column(1, "Hikvision", "vendor", "Hikvision")
    line = see(
        (seller, "Hikvision"), (Column(1, "Hikvision", "description"), "Hikvision"), (MAKER._replace(cell=2), "Axis")
    )
    assert {(party, subject) for party, subject, _ in hits(line)} == {("hikvision", "product")}
    assert [each.role for each in line.cleared] == ["vendor"]


def test_what_is_no_line_is_not_cleared(cleared: Resolver) -> None:
    class _Nowhere:
        def column_of(self, index: int, cell: int) -> None: ...

        def pointer_of(self, index: int, cell: int) -> None: ...

    batch = Batch([1], ([""],), {0: ((1, "Supplier: Dahua Machinery"),)}, _Nowhere(), {0: "a title"})
    [line] = cleared.look((MAKER,), batch).lines
    assert ({hit.party for hit in line.facts.hits}, line.cleared) == ({"dahua"}, ())


def test_a_line_that_may_continue_one_with_a_cleared_name_says_so(cleared: Resolver, batch_of: BatchOf) -> None:
    batch = batch_of(("", "GX-1"))
    batch = batch._replace(continues={0: Continued(2, ((1, "Dahua Machinery"),))})
    [line] = cleared.look((MAKER, PART), batch).lines
    assert (line.facts.hits, line.facts.screened) == ((), False)
    assert [each.waiver for each in line.cleared] == ["Dahua Machinery"]
