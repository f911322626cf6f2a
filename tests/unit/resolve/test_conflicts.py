"""Conflicts: cells of one line that point to different makers."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.bom import Role
from vendorcheck.model.hit import Basis, Conflict, Holding, Relation, SightedLine, Sighting, Voice
from vendorcheck.model.truth import UNKNOWN, YES
from vendorcheck.resolve.conflicts import Conflicts
from vendorcheck.resolve.several import Named
from vendorcheck.resolve.view import Identity, View

HOLDINGS = {
    "child": (Holding("parent", 51, YES),),
    "cousin": (Holding("parent", None, UNKNOWN),),
}
CONFLICTS = Conflicts(HOLDINGS, frozenset({"chips"}))


def sighting(
    party: str,
    basis: Basis = "alias",
    relation: Relation = "self",
    *,
    alone: bool = True,
    against: tuple[str, ...] = (),
) -> Sighting:
    return Sighting(party, basis, relation, "strong", f"{party} found", f"{party} listed", alone, against=against)


def name(role: Role, text: str, *sightings: Sighting, several: tuple[Named, ...] = ()) -> View:
    return View(role, filled=True, identity=Identity(named=True, sightings=sightings), said=text, several=several)


def shows(role: Role, *sightings: Sighting) -> View:
    return View(role, filled=True, identity=Identity(named=False, sightings=sightings))


def mark(party: str, relation: Relation = "self", against: tuple[str, ...] = ()) -> Sighting:
    return sighting(party, "product_mark", relation, against=against)


ACME = name("maker", "Acme")
NORDA = name("maker", "Norda", sighting("norda"))


def parties(*found: Conflict) -> list[str]:
    return [conflict.party for conflict in found]


def test_a_conflict_says_which_cell_says_what() -> None:
    assert CONFLICTS.among([ACME], [], [shows("part", mark("norda"))]) == (
        Conflict("norda", (Voice("maker", "Acme", None, ""), Voice("part", "norda found", "norda", "norda listed"))),
    )


@pytest.mark.parametrize("role", ["part", "description", "mac", "fcc_id"])
@pytest.mark.parametrize("basis", ["product_mark", "identifier"])
def test_a_mark_or_an_identifier_of_another_maker_is_one(role: Role, basis: Basis) -> None:
    assert parties(*CONFLICTS.among([ACME], [], [shows(role, sighting("norda", basis))])) == ["norda"]


def test_an_identifier_is_one_whatever_speaks_against_it() -> None:
    block = sighting("norda", "identifier", against=("a registered block does not say who made the device",))
    assert parties(*CONFLICTS.among([ACME], [], [shows("mac", block)])) == ["norda"]


@pytest.mark.parametrize(
    "view",
    [
        shows("part", mark("norda", against=("'for' before it",))),
        shows("part", mark("norda", "component")),
        shows("part", mark("norda", "successor")),
        shows("part", mark("norda", "relabel")),
        shows("part", mark("chips")),
        shows("part", sighting("norda", alone=False)),
        shows("description", sighting("norda")),
        shows("category", mark("norda")),
        shows("unclassified", mark("norda")),
        shows("part"),
    ],
    ids=["for", "inside", "follows", "label", "chips", "weak", "mentioned", "kind", "unknown heading", "nothing"],
)
def test_what_does_not_say_who_made_the_thing_contradicts_nobody(view: View) -> None:
    assert CONFLICTS.among([ACME], [], [view]) == ()


def test_a_name_in_the_part_cell_contradicts_the_maker() -> None:
    assert parties(*CONFLICTS.among([ACME], [], [shows("part", sighting("norda"))])) == ["norda"]


@pytest.mark.parametrize(
    ("one", "other"), [("norda", "norda"), ("child", "parent"), ("parent", "child"), ("child", "cousin")]
)
def test_companies_of_one_group_do_not_contradict_each_other(one: str, other: str) -> None:
    maker = name("maker", "M", sighting(one))
    assert CONFLICTS.among([maker], [], [shows("part", mark(other))]) == ()
    assert CONFLICTS.among([maker, name("brand", "B", sighting(other))], [], []) == ()


def test_a_lead_that_the_model_confirms_is_none() -> None:
    maker = name("maker", "Blinky", sighting("norda", "relabel", "relabel"))
    assert CONFLICTS.among([maker], [], [shows("part", mark("norda"))]) == ()
    assert parties(*CONFLICTS.among([maker], [], [shows("part", mark("other"))])) == ["other"]


def test_one_of_two_makers_is_enough_to_agree_with() -> None:
    makers = [NORDA, name("brand", "Acme")]
    assert CONFLICTS.among(makers, [], [shows("part", mark("norda"))]) == ()


# Names beside each other


def test_a_brand_on_record_on_the_goods_of_another_maker_is_one() -> None:
    assert parties(*CONFLICTS.among([ACME, name("brand", "Norda", sighting("norda"))], [], [])) == ["norda"]


def test_a_brand_without_a_record_on_the_goods_of_a_maker_on_record_is_none() -> None:
    assert CONFLICTS.among([NORDA, name("brand", "Acme")], [], []) == ()


def test_two_makers_on_record_are_one_conflict_about_the_second() -> None:
    assert parties(*CONFLICTS.among([NORDA, name("brand", "Bolt", sighting("bolt"))], [], [])) == ["bolt"]


@pytest.mark.parametrize(
    "brand",
    [
        name("brand", "for Norda", sighting("norda", against=("'for' before it",))),
        name("brand", "Blinky", sighting("norda", "relabel", "relabel")),
        name("brand", "NV", sighting("norda", alone=False)),
    ],
)
def test_a_brand_that_does_not_plainly_name_a_party_is_none(brand: View) -> None:
    assert CONFLICTS.among([ACME, brand], [], []) == ()


LISTED = name(
    "maker",
    "Acme / Norda",
    sighting("norda"),
    several=(Named("Acme", frozenset()), Named("Norda", frozenset({"norda"}))),
)


def test_makers_that_one_cell_lists_are_one() -> None:
    [conflict] = CONFLICTS.among([LISTED], [], [])
    assert conflict.party == "norda"
    assert [voice.found for voice in conflict.voices] == ["Acme / Norda"]


def test_a_list_of_many_makers_is_one_conflict(see: Callable[..., SightedLine]) -> None:
    makers = "Axis; Bosch; Hanwha; Hikvision; Dahua; Uniview; Vivotek; Avigilon; Pelco; Honeywell; Sony; Panasonic"
    assert parties(*see(maker=makers, part="X1").conflicts) == ["hikvision"]
    assert {hit.party for hit in see(maker=makers, part="X1").facts.hits} == {"hikvision", "dahua", "uniview"}
    assert see(maker=makers, part="DS-2CD2143G2-I").conflicts == ()


def test_of_makers_that_one_cell_lists_the_model_says_which() -> None:
    assert CONFLICTS.among([LISTED], [], [shows("part", mark("norda"))]) == ()


def test_of_makers_that_one_cell_lists_another_cell_says_which() -> None:
    assert CONFLICTS.among([LISTED, name("brand", "Norda", sighting("norda"))], [], []) == ()


def test_makers_of_one_group_in_a_list_are_none() -> None:
    both = (Named("Child", frozenset({"child"})), Named("Cousin", frozenset({"cousin"})))
    assert CONFLICTS.among([name("maker", "Child / Cousin", several=both)], [], []) == ()


def test_makers_without_a_record_are_none() -> None:
    assert CONFLICTS.among([ACME, name("brand", "Umbrella")], [], [shows("part")]) == ()


# Suppliers, and lines without a maker


def test_a_supplier_without_a_record_sells_what_others_make() -> None:
    assert CONFLICTS.among([], [name("vendor", "Shop")], [shows("part", mark("norda"))]) == ()


def test_a_supplier_that_is_a_maker_on_record_contradicts_another_s_model() -> None:
    supplier = name("vendor", "Bolt", sighting("bolt"))
    assert parties(*CONFLICTS.among([], [supplier], [shows("part", mark("norda"))])) == ["norda"]


def test_where_no_maker_is_named_what_the_cells_show_is_compared() -> None:
    cells = [shows("part", mark("norda")), shows("mac", sighting("bolt", "identifier"))]
    assert parties(*CONFLICTS.among([], [], cells)) == ["bolt"]
    assert CONFLICTS.among([], [], cells[:1]) == ()


def test_where_no_maker_is_named_a_description_may_name_one() -> None:
    cells = [shows("part", mark("norda")), shows("description", sighting("bolt"))]
    assert parties(*CONFLICTS.among([], [], cells)) == ["bolt"]


@pytest.mark.parametrize(
    ("role", "text", "confidence"),
    [("mac", "28:57:BE:00:00:01, 90:02:A9:00:00:02", "possible"), ("fcc_id", "2ADTD-X1 / ZTS-Y2", "confirmed")],
)
def test_two_identifiers_of_one_cell_may_contradict_each_other(
    see: Callable[..., SightedLine], role: str, text: str, confidence: str
) -> None:
    seen = see(**{role: text})
    assert {hit.party: hit.confidence for hit in seen.facts.hits} == {"hikvision": confidence, "dahua": confidence}
    [conflict] = seen.conflicts
    assert [voice.party for voice in conflict.voices] == ["hikvision", "dahua"]
    assert seen.note is None
    assert [conflict.party for conflict in see(maker="Hikvision", **{role: text}).conflicts] == ["dahua"]


def test_what_is_said_of_one_party_is_one_conflict() -> None:
    cells = [shows("part", mark("norda")), shows("mac", sighting("norda", "identifier"))]
    [conflict] = CONFLICTS.among([ACME], [], cells)
    assert [voice.role for voice in conflict.voices] == ["maker", "part", "mac"]


# Through the whole resolver


def test_a_conflict_stands_with_the_line_and_its_facts(see: Callable[..., SightedLine]) -> None:
    line = see(maker="Vivotek", part="DS-2CD2143G2-I")
    assert line.facts.conflicts == ("hikvision",)
    assert [conflict.party for conflict in line.conflicts] == ["hikvision"]
    assert [hit.confidence for hit in line.facts.hits] == ["possible"]


@pytest.mark.parametrize(
    "cells",
    [
        {"maker": "Axis", "description": "IP camera Hi3516CV500"},
        {"maker": "Axis", "mac": "84:8A:59:00:11:22"},
        {"maker": "FLIR (Dahua OEM)", "part": "IPC-HFW2831S"},
        {"maker": "Hikvision or equal", "part": "X1"},
        {"maker": "Hikvision / Camera", "part": "X1"},
        {"maker": "CDW", "part": "DS-2CD2143G2-I"},
        {"vendor": "T-Mobile", "part": "Huawei HG510"},
    ],
)
def test_what_is_no_conflict(see: Callable[..., SightedLine], cells: dict[str, str]) -> None:
    line = see(**cells)
    assert line.facts.hits
    assert line.conflicts == ()
    assert line.facts.conflicts == ()


@given(maker=st.text(max_size=40), brand=st.text(max_size=40), part=st.text(max_size=40))
def test_any_text_is_compared_and_a_conflict_always_has_a_hit(
    see: Callable[..., SightedLine], maker: str, brand: str, part: str
) -> None:
    line = see(maker=f"Dahua/{maker}", brand=brand, part=f"DS-2CD2143 {part}")
    assert {conflict.party for conflict in line.conflicts} <= {hit.party for hit in line.facts.hits}
