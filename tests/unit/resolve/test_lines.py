"""Lines: what their cells come to together."""

from collections.abc import Callable

import pytest

from vendorcheck.model.bom import IDENTITY_ROLES, Column, Role
from vendorcheck.model.hit import Basis, Confidence, Hit, Holding, Relation, SightedLine, Sighting
from vendorcheck.model.period import Period
from vendorcheck.model.truth import UNKNOWN, YES
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.conflicts import Conflicts
from vendorcheck.resolve.equipment import Equipment
from vendorcheck.resolve.lines import NOT_LEGIBLE, Lines
from vendorcheck.resolve.seen_line import Cell, SeenLine
from vendorcheck.resolve.view import Identity, View

HOLDINGS = {"child": (Holding("parent", 51, YES),), "cousin": (Holding("parent", None, UNKNOWN),)}


def _entries_of(party: str) -> tuple[str, ...]:
    return ("own:1", "other:2") if party == "norda" else ()


@pytest.fixture(scope="module")
def lines(vocabulary: Vocabulary) -> Lines:
    return Lines(Equipment(vocabulary), Conflicts(HOLDINGS, frozenset()), frozenset({"safety"}), _entries_of)


def sighting(
    party: str = "norda",
    basis: Basis = "alias",
    confidence: Confidence = "strong",
    relation: Relation = "self",
    *,
    alone: bool = True,
    uncertain: bool = False,
    equipment: str | None = None,
    against: tuple[str, ...] = (),
) -> Sighting:
    return Sighting(party, basis, relation, confidence, "found", "listed", alone, uncertain, equipment, against=against)


def mark(party: str = "norda", equipment: str | None = "camera", relation: Relation = "self") -> Sighting:
    return sighting(party, "product_mark", relation=relation, equipment=equipment)


CHIP = mark("chips", "component", "component")


def cell(
    role: Role,
    *sightings: Sighting,
    at: int = 0,
    named: bool | None = None,
    kind: str | None = None,
    beside: tuple[tuple[str, str], ...] = (),
    legible: bool = True,
) -> Cell:
    """A filled cell; a cell for a name names somebody unless told otherwise."""
    names = role in ("maker", "brand", "vendor") and legible
    identity = Identity(names if named is None else named, sightings, legible)
    column = Column(at or IDENTITY_ROLES.index(role) + 1 if role in IDENTITY_ROLES else 20, role, role)
    return Cell(column, View(role, filled=True, identity=identity, kind=kind, beside=beside, said="Umbrella"))


def hit(lines: Lines, *cells: Cell, subject: str = "product") -> Hit:
    [found] = [hit for hit in lines.see(cells).facts.hits if hit.subject == subject]
    return found


def blank(role: Role) -> Cell:
    return Cell(Column(1, role, role), View(role, filled=False, identity=Identity(named=False)))


# Whether a line is screened


@pytest.mark.parametrize("role", ["maker", "brand", "vendor"])
def test_a_line_that_names_who_may_have_made_it_is_screened(lines: Lines, role: Role) -> None:
    facts = lines.see([cell(role), cell("description", kind="camera")]).facts
    assert (facts.hits, facts.screened, facts.reason) == ((), True, None)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ([], "nothing to screen"),
        ([blank("maker"), blank("part")], "nothing to screen"),
        ([blank("maker"), cell("category", kind="camera")], "nothing to screen"),
        ([cell("part")], "no maker named"),
        ([cell("maker", named=False), cell("description", kind="camera")], "no maker named"),
        ([cell("vendor", named=False)], "no maker named"),
    ],
)
def test_a_line_that_names_nobody_is_not_screened(lines: Lines, cells: list[Cell], reason: str) -> None:
    facts = lines.see(cells).facts
    assert (facts.screened, facts.reason) == (False, reason)


def test_a_thing_that_no_rule_asks_the_maker_of_is_screened_without_one(lines: Lines) -> None:
    facts = lines.see([cell("description", kind="hardware")]).facts
    assert facts.screened is True
    assert facts.equipment == {"hardware"}


def test_a_thing_that_may_be_a_camera_is_not_screened_without_a_maker(lines: Lines) -> None:
    facts = lines.see([cell("category", kind="camera"), cell("description", kind="hardware")]).facts
    assert (facts.screened, facts.reason) == (False, "no maker named")


@pytest.mark.parametrize(
    ("description", "screened"),
    [
        ("HDMI cable", True),
        ("HDMI cable, 8 channel NVR and 4 cameras", False),
        ("Cable with IP camera", False),
    ],
)
def test_hardware_needs_no_maker_where_nothing_else_is_mentioned(
    see: Callable[..., SightedLine], description: str, *, screened: bool
) -> None:
    assert see(description=description, part="K1").facts.screened is screened


def test_a_line_with_a_hit_is_screened_without_a_maker(lines: Lines) -> None:
    assert lines.see([cell("part", mark())]).facts.screened is True


@pytest.mark.parametrize("role", ["maker", "brand", "vendor"])
@pytest.mark.parametrize(
    "others",
    [
        [],
        [cell("part")],
        [cell("maker", at=8)],
        [cell("vendor", at=8)],
        [cell("maker", at=8, named=False)],
        [cell("description", kind="hardware")],
    ],
    ids=["alone", "part", "maker", "vendor", "nobody", "makerless"],
)
def test_a_line_with_a_name_that_is_not_legible_is_not_screened_whoever_else_it_names(
    lines: Lines, role: Role, others: list[Cell]
) -> None:
    facts = lines.see([cell(role, legible=False), *others]).facts
    assert (facts.hits, facts.screened, facts.reason) == ((), False, NOT_LEGIBLE)


def test_a_line_with_a_hit_is_screened_beside_a_name_that_is_not_legible(lines: Lines) -> None:
    seen = lines.see([cell("maker", legible=False), cell("part", mark())])
    assert [(hit.party, hit.confidence) for hit in seen.facts.hits] == [("norda", "strong")]
    assert (seen.facts.screened, seen.facts.reason) == (True, None)


def test_a_vendor_is_taken_for_the_maker_whose_name_is_not_legible(lines: Lines) -> None:
    seen = lines.see([cell("maker", legible=False), cell("vendor", sighting())])
    assert [hit.subject for hit in seen.facts.hits] == ["product", "counterparty"]
    assert seen.screened_on == ("vendor", "vendor as maker")


# Makers and vendors


@pytest.mark.parametrize("others", [[], [blank("maker")], [cell("maker", named=False)]])
def test_a_vendor_is_taken_for_the_maker_where_none_is_named(lines: Lines, others: list[Cell]) -> None:
    seen = lines.see([*others, cell("vendor", sighting())])
    assert [(hit.subject, hit.confidence) for hit in seen.facts.hits] == [
        ("product", "strong"),
        ("counterparty", "strong"),
    ]
    assert seen.screened_on == ("vendor", "vendor as maker")


@pytest.mark.parametrize("role", ["maker", "brand"])
def test_a_vendor_is_only_a_counterparty_where_a_maker_or_brand_is_named(lines: Lines, role: Role) -> None:
    seen = lines.see([cell(role), cell("vendor", sighting())])
    assert [(hit.party, hit.subject) for hit in seen.facts.hits] == [("norda", "counterparty")]
    assert seen.screened_on == (role, "vendor")


def test_a_vendor_that_is_nobody_is_not_taken_for_the_maker(lines: Lines) -> None:
    seen = lines.see([cell("vendor", named=False), cell("part")])
    assert (seen.facts.screened, seen.screened_on) == (False, ("part",))


def test_what_a_line_is_screened_on_is_said_once_for_each_filled_role(lines: Lines) -> None:
    cells = [cell("maker"), cell("part"), cell("part", at=9), cell("mac"), cell("category"), blank("description")]
    assert lines.see(cells).screened_on == ("maker", "part", "mac")


# Model numbers and identifiers beside a maker's name


@pytest.mark.parametrize("role", ["part", "description", "mac", "fcc_id"])
def test_a_sighting_beside_another_maker_is_possible_with_the_reason(lines: Lines, role: Role) -> None:
    seen = lines.see([cell("maker"), cell(role, mark())])
    assert [(hit.party, hit.confidence) for hit in seen.facts.hits] == [("norda", "possible")]
    assert seen.matches[0].sighting.against == ("the maker cell names 'Umbrella'",)


@pytest.mark.parametrize(
    ("maker", "party"), [("norda", "norda"), ("parent", "child"), ("child", "parent"), ("parent", "cousin")]
)
def test_a_sighting_beside_its_own_maker_or_owner_is_not_doubted(lines: Lines, maker: str, party: str) -> None:
    seen = lines.see([cell("maker", sighting(maker)), cell("part", mark(party))])
    assert {match.sighting.against for match in seen.matches} == {()}


def test_a_sister_company_is_another_maker(lines: Lines) -> None:
    seen = lines.see([cell("maker", sighting("child")), cell("part", mark("cousin"))])
    assert [(hit.party, hit.confidence) for hit in seen.facts.hits] == [("child", "strong"), ("cousin", "possible")]


def test_a_vendor_does_not_speak_against_a_model_number(lines: Lines) -> None:
    assert hit(lines, cell("vendor"), cell("part", mark())).confidence == "strong"


def test_one_cell_read_in_every_role_does_not_speak_against_itself(lines: Lines) -> None:
    seen = lines.see([cell("maker", at=1), cell("part", mark(), at=1)])
    assert [hit.confidence for hit in seen.facts.hits] == ["strong"]


def test_a_name_and_a_model_number_or_identifier_that_agree_confirm_each_other(lines: Lines) -> None:
    assert hit(lines, cell("maker", sighting()), cell("part", mark())).confidence == "confirmed"
    assert hit(lines, cell("brand", sighting()), cell("mac", sighting(basis="identifier"))).confidence == "confirmed"
    assert hit(lines, cell("maker", sighting()), cell("part", sighting())).confidence == "strong"


def test_a_lead_confirms_nothing(lines: Lines) -> None:
    lead = sighting(basis="identifier", confidence="possible")
    assert hit(lines, cell("maker", sighting()), cell("mac", lead)).confidence == "strong"


# Components


def test_a_chip_is_inside_where_the_line_is_another_maker_s(lines: Lines) -> None:
    found = hit(lines, cell("maker"), cell("description", CHIP))
    assert (found.party, found.relation, found.confidence) == ("chips", "component", "strong")


def test_a_chip_is_inside_where_the_line_is_a_camera(lines: Lines) -> None:
    seen = lines.see([cell("description", CHIP, kind="camera")])
    assert [(hit.party, hit.relation) for hit in seen.facts.hits] == [("chips", "component")]
    assert seen.facts.equipment == {"camera"}


@pytest.mark.parametrize("kind", [None, "component", "module"])
def test_a_chip_by_itself_is_the_thing(lines: Lines, kind: str | None) -> None:
    seen = lines.see([cell("part", CHIP), cell("description", kind=kind)])
    assert [(hit.party, hit.relation) for hit in seen.facts.hits] == [("chips", "self")]
    assert seen.facts.equipment == {"component", *([kind] if kind else [])}


def test_a_chip_from_its_own_maker_is_the_thing(lines: Lines) -> None:
    assert hit(lines, cell("maker", sighting("chips")), cell("part", CHIP)).relation == "self"


def test_a_chip_by_itself_in_the_maker_cell_is_the_thing(lines: Lines) -> None:
    assert hit(lines, cell("maker", CHIP), cell("category", kind="component")).relation == "self"


# Several sightings of one party


def test_the_best_sighting_gives_basis_and_confidence(lines: Lines) -> None:
    found = hit(
        lines,
        cell("maker", sighting(basis="brand"), sighting(basis="listed_name", confidence="confirmed")),
        cell("part", sighting(basis="alias", confidence="possible")),
    )
    assert (found.basis, found.confidence) == ("listed_name", "confirmed")


def test_the_nearest_relation_of_the_sure_sightings_counts(lines: Lines) -> None:
    sure = cell("maker", sighting(relation="affiliate"), sighting(relation="brand"))
    doubted = cell("part", sighting(confidence="possible"))
    assert hit(lines, sure, doubted).relation == "brand"
    assert hit(lines, doubted).relation == "self"


@pytest.mark.parametrize(
    ("sightings", "uncertain"),
    [
        ([sighting(uncertain=True)], True),
        ([sighting(uncertain=True), sighting()], False),
        ([sighting(confidence="possible", uncertain=True), sighting()], False),
        ([sighting(confidence="possible"), sighting(uncertain=True)], True),
    ],
)
def test_a_hit_is_uncertain_when_all_that_counts_is(
    lines: Lines, sightings: list[Sighting], *, uncertain: bool
) -> None:
    assert hit(lines, cell("maker", *sightings)).uncertain is uncertain


def test_hits_are_in_the_order_of_parties_products_first(lines: Lines) -> None:
    seen = lines.see([cell("vendor", sighting("z"), sighting("b")), cell("part", mark("m"))])
    assert [(hit.subject, hit.party) for hit in seen.facts.hits] == [
        ("product", "b"),
        ("product", "m"),
        ("product", "z"),
        ("counterparty", "b"),
        ("counterparty", "z"),
    ]


# Short and weak names


SHORT = sighting(basis="brand", alone=False)


@pytest.mark.parametrize(
    ("kinds", "confidence"),
    [
        ([], None),
        (["hardware"], None),
        (["camera"], "possible"),
        (["accessory"], "possible"),
        (["hardware", "camera"], "possible"),
    ],
)
def test_a_short_name_in_a_text_counts_only_beside_words_for_equipment(
    lines: Lines, kinds: list[str], confidence: str | None
) -> None:
    cells = [cell("part", SHORT), *(cell("description", kind=kind, at=5 + at) for at, kind in enumerate(kinds))]
    seen = lines.see(cells)
    assert [hit.confidence for hit in seen.facts.hits] == ([confidence] if confidence else [])
    assert len(seen.matches) == len(seen.facts.hits)


@pytest.mark.parametrize(
    "weak",
    [
        sighting(basis="alias", alone=False),
        sighting(basis="list_entry", alone=False),
        sighting(basis="brand", alone=False, against=("'for' before it",)),
    ],
)
def test_a_weak_or_doubted_name_never_counts_by_itself(lines: Lines, weak: Sighting) -> None:
    seen = lines.see([cell("maker", weak), cell("category", kind="camera")])
    assert (seen.facts.hits, seen.matches, seen.facts.screened) == ((), (), True)


def test_a_weak_name_is_not_shown_where_something_better_is(lines: Lines) -> None:
    seen = lines.see([cell("maker", sighting(basis="alias", alone=False)), cell("part", mark())])
    assert [hit.confidence for hit in seen.facts.hits] == ["strong"]
    assert [match.sighting.basis for match in seen.matches] == ["product_mark"]


def test_a_weak_name_in_the_maker_cell_does_not_speak_against_the_party_s_own_model(lines: Lines) -> None:
    seen = lines.see([cell("maker", sighting(basis="alias", alone=False)), cell("part", mark())])
    assert seen.matches[0].sighting.against == ()


# Equipment


def test_category_and_description_that_disagree_give_both_kinds(lines: Lines) -> None:
    facts = lines.see([cell("maker"), cell("category", kind="router"), cell("description", kind="camera")]).facts
    assert facts.equipment == {"router", "camera"}


def test_a_model_number_gives_its_kind_beside_what_is_said(lines: Lines) -> None:
    assert lines.see([cell("part", mark(equipment="router"), kind="camera")]).facts.equipment == {"router", "camera"}


@pytest.mark.parametrize("role", ["maker", "brand", "part", "description"])
def test_a_model_that_needs_the_name_gives_its_kind_beside_a_hit(lines: Lines, role: Role) -> None:
    beside = cell(role, beside=(("norda", "camera"), ("other", "router")), at=9)
    assert lines.see([cell("brand", sighting()), beside]).facts.equipment == {"camera"}
    assert lines.see([cell("brand"), beside]).facts.equipment == frozenset()


@pytest.mark.parametrize(
    "cells",
    [
        [cell("maker", sighting(basis="relabel", confidence="possible", relation="relabel"))],
        [cell("maker"), cell("description", mark(equipment="component", relation="component"))],
        [cell("maker"), cell("vendor", sighting())],
    ],
)
def test_a_lead_a_component_or_a_vendor_is_no_name_to_read_a_model_beside(lines: Lines, cells: list[Cell]) -> None:
    facts = lines.see([*cells, cell("part", beside=(("norda", "camera"),))]).facts
    assert len(facts.hits) == 1
    assert facts.equipment == frozenset()


# Purposes, origin, day


def purpose(*purposes: str) -> Cell:
    view = View("purpose", filled=True, identity=Identity(named=False), purposes=frozenset(purposes))
    return Cell(Column(30, "", "purpose"), view)


@pytest.mark.parametrize(
    ("cells", "purposes"),
    [
        ([], {"safety"}),
        ([blank("purpose")], {"safety"}),
        ([purpose("site")], {"site"}),
        ([purpose("site"), purpose("other")], {"site", "other"}),
        ([purpose()], set()),
    ],
)
def test_the_purpose_of_the_bill_holds_where_a_line_declares_none(
    lines: Lines, cells: list[Cell], purposes: set[str]
) -> None:
    assert lines.see([cell("maker"), *cells]).facts.purposes == purposes


def test_the_first_origin_and_day_that_are_known_count(lines: Lines) -> None:
    nobody = Identity(named=False)
    origins = [View("origin", filled=True, identity=nobody, origin=origin) for origin in (None, "CN", "US")]
    days = [
        View("authorised_on", filled=True, identity=nobody, day=Period.parse(day) if day else None)
        for day in ("", "2020", "2021")
    ]
    facts = lines.see([Cell(Column(at, "", view.role), view) for at, view in enumerate(origins + days, 1)]).facts
    assert (facts.origin, facts.authorised_on, facts.acquired_on) == ("CN", Period.parse("2020"), None)
    bare = lines.see([]).facts
    assert (bare.origin, bare.authorised_on) == (None, None)


def test_the_day_of_purchase_is_not_that_of_an_authorisation(lines: Lines) -> None:
    bought = View("acquired_on", filled=True, identity=Identity(named=False), day=Period.parse("2024-05"))
    facts = lines.see([Cell(Column(1, "", "acquired_on"), bought)]).facts
    assert (facts.acquired_on, facts.authorised_on) == (Period.parse("2024-05"), None)


def test_equal_cells_come_to_equal_lines(lines: Lines) -> None:
    def seen() -> SeenLine:
        return lines.see([cell("maker", sighting()), cell("part", mark(), CHIP), purpose("site")])

    assert seen() == seen()


# The shipped rulebook


@pytest.mark.parametrize(
    ("cells", "party", "relation", "confidence"),
    [
        ({"maker": "Axis", "description": "IP camera with Hi3516DV300"}, "hisilicon", "component", "strong"),
        ({"part": "Hi3516DV300", "description": "SoC"}, "hisilicon", "self", "strong"),
        ({"maker": "HiSilicon", "part": "Hi3516DV300"}, "hisilicon", "self", "confirmed"),
        ({"maker": "Huawei", "part": "Hi3516DV300"}, "hisilicon", "self", "strong"),
        ({"maker": "Dahua", "part": "IPC-HFW2831S"}, "dahua", "self", "confirmed"),
        ({"maker": "HIK", "part": "DS-2CD2143G2-I"}, "hikvision", "self", "strong"),
        ({"description": "dahua dome camera"}, "dahua", "self", "possible"),
        ({"description": "dahua"}, "dahua", "self", "possible"),
        ({"maker": "Axis", "part": "Dahua"}, "dahua", "self", "possible"),
        ({"maker": "Axis", "unclassified": "Dahua"}, "dahua", "self", "possible"),
        ({"maker": "Axis", "unclassified": "or equal: Hikvision"}, "hikvision", "self", "possible"),
        ({"maker": "Axis", "category": "DS-2CD2143G2-I"}, "hikvision", "self", "possible"),
        ({"description": "WizSense camera"}, "dahua", "brand", "possible"),
        ({"description": "lamp, OEM by dahua"}, "dahua", "self", "strong"),
        ({"maker": "unknown", "vendor": "Hikvision"}, "hikvision", "self", "strong"),
        ({"maker": "Annke"}, "hikvision", "relabel", "possible"),
        ({"mac": "44-47-CC-12-34-56"}, "hikvision", "self", "possible"),
        ({"mac": "00-19-EB-12-34-56"}, "pyronix", "self", "possible"),
    ],
)
def test_what_shipped_parties_lines_come_to(
    made_by: Callable[..., dict[str, Hit]], cells: dict[str, str], party: str, relation: str, confidence: str
) -> None:
    found = made_by(**cells)[party]
    assert (found.relation, found.confidence) == (relation, confidence)


@pytest.mark.parametrize(
    "cells",
    [
        {"description": "dahua screws"},
        {"description": "bracket for Dahua camera"},
        {"description": "HIK dome camera"},
        {"maker": "HIK", "category": "CCTV"},
        {"maker": "Axis", "vendor": "Hikvision"},
        {"vendor": "Mouser Electronics", "description": "bolt"},
    ],
)
def test_lines_that_show_no_shipped_maker(made_by: Callable[..., dict[str, Hit]], cells: dict[str, str]) -> None:
    assert made_by(**cells) == {}


@pytest.mark.parametrize("vendor", ["Mouser Electronics", "DIGI-KEY", "Digi-Key Electronics, Inc.", "n/a", "淘宝"])
def test_a_shop_or_a_generic_word_is_no_maker(see: Callable[..., SightedLine], vendor: str) -> None:
    seen = see(vendor=vendor, description="dome camera")
    assert (seen.facts.screened, seen.facts.reason) == (False, "no maker named")


@pytest.mark.parametrize(
    "cells",
    [
        {"maker": "Hikvisi\ufffdn", "part": "X-1"},
        {"brand": "D\ufffdhua", "maker": "Axis"},
        {"vendor": "B\ufffdb's Shop", "maker": "Axis"},
        {"maker": "H\x81awei", "description": "M3 screws"},
    ],
)
def test_a_name_with_lost_characters_leaves_its_line_not_screened(
    see: Callable[..., SightedLine], cells: dict[str, str]
) -> None:
    facts = see(**cells).facts
    assert (facts.hits, facts.screened) == ((), False)
    assert facts.reason == "a name with characters that could not be read"


@pytest.mark.parametrize("maker", ["海康威\ufffd", "海康威\ufffd数字技术", "HIK \ufffd"])
def test_a_weak_name_beside_lost_characters_leaves_its_line_not_screened(
    see: Callable[..., SightedLine], maker: str
) -> None:
    facts = see(maker=maker, part="X-1").facts
    assert (facts.screened, facts.reason) == (False, NOT_LEGIBLE)


@pytest.mark.parametrize(
    "cells",
    [
        {"maker": "\ufffd" * 4, "vendor": "Harbor"},
        {"maker": "\ufffd" * 4, "description": "M3 screws"},
        {"maker": "\ufffd" * 4, "description": "camera"},
    ],
)
def test_a_name_of_which_nothing_could_be_read_leaves_its_line_not_screened(
    see: Callable[..., SightedLine], cells: dict[str, str]
) -> None:
    facts = see(**cells).facts
    assert (facts.screened, facts.reason) == (False, NOT_LEGIBLE)
