"""Kinds of equipment: the word for the thing itself counts, and not the word for what goes with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import EquipmentType, Vocabulary
from vendorcheck.resolve.equipment import Equipment, Said, Watched
from vendorcheck.resolve.folding import fold


@pytest.fixture(scope="module")
def equipment(vocabulary: Vocabulary) -> Equipment:
    return Equipment(vocabulary)


@pytest.fixture(scope="module")
def shipped(rulebook: Rulebook) -> Equipment:
    return Equipment(rulebook.vocabulary)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("camera", "camera"),
        ("CAMERAS", "camera"),
        ("Dome, white", "camera"),
        ("摄像机", "camera"),
        ("室外摄像机支", "camera"),
        ("", None),
        ("lamp", None),
        ("cam era", None),
        ("微摄像", None),
        ("wifi module", "module"),
        ("dome camera bracket", "accessory"),
        ("camera chip", "component"),
        ("bracket camera", "camera"),
    ],
)
def test_the_last_known_word_says_what_a_thing_is(equipment: Equipment, text: str, kind: str | None) -> None:
    assert equipment.of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bracket for camera", "accessory"),
        ("camera with bracket and screw", "camera"),
        ("Halter für camera", "camera"),
        ("mount für camera", "accessory"),
        ("for outdoors: dome camera with mount", "camera"),
        ("camera mount for bracket", "accessory"),
    ],
)
def test_what_comes_after_a_word_such_as_for_goes_with_the_thing(equipment: Equipment, text: str, kind: str) -> None:
    assert equipment.of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [("camera, bracket", "camera"), ("4 mm, dome, bracket", "accessory"), ("1,000 screws", "hardware")],
)
def test_what_stands_before_the_first_comma_comes_first(equipment: Equipment, text: str, kind: str) -> None:
    assert equipment.of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind", "mentioned"),
    [
        ("Bracket, for dome cameras", "accessory", {"accessory", "camera"}),
        ("dome camera", "camera", {"camera"}),
        ("sundry", None, set()),
    ],
)
def test_what_a_text_shows_and_what_it_mentions(
    equipment: Equipment, text: str, kind: str | None, mentioned: set[str]
) -> None:
    assert equipment.said(text) == Said(kind, frozenset(mentioned))


@pytest.mark.parametrize("text", ["router", "Wi-Fi ROUTERS, black", "маршрутизатор", "r.o.u.t.e.r"])
def test_watched_kinds_are_seen_wherever_the_text_shows_them(shipped: Equipment, text: str) -> None:
    assert Watched(shipped, frozenset({"router"})).shown_in(text, fold(text)) == (shipped.of(text) == "router")
    assert not Watched(shipped, frozenset()).shown_in(text, fold(text))


WATCHED_KINDS = frozenset({"router", "drone", "inverter", "robot"})


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_the_quick_look_for_watched_kinds_misses_none(shipped: Equipment, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(shipped.words_of(WATCHED_KINDS)), min_size=1, max_size=3))
    text = data.draw(st.sampled_from([" ", ", ", "-", "/"])).join(words)
    text = data.draw(st.sampled_from([text, text.upper(), text.title(), f"x {text} 5", ".".join(text)]))
    watched = Watched(shipped, WATCHED_KINDS)
    assert watched.shown_in(text, fold(text)) == (shipped.of(text) in watched.kinds)


def test_broader_kinds_are_listed_from_the_kind_itself_up(equipment: Equipment) -> None:
    assert equipment.broader["router"] == ("router", "telecoms")
    assert equipment.broader["camera"] == ("camera",)


def test_components_are_those_whose_broader_kinds_lead_to_component(equipment: Equipment) -> None:
    assert equipment.components == {"component", "module"}
    assert equipment.makerless == {"hardware"}


def test_without_a_kind_for_components_there_are_none(vocabulary: Vocabulary) -> None:
    only = vocabulary._replace(equipment=(EquipmentType("lamp", "lamp", None, ("lamp",)),))
    assert Equipment(only).components == frozenset()


def test_kinds_that_are_each_a_kind_of_the_other_come_to_an_end(vocabulary: Vocabulary) -> None:
    ring = (EquipmentType("a", "a", "b", ("a",)), EquipmentType("b", "b", "a", ("b",)))
    assert Equipment(vocabulary._replace(equipment=ring)).broader == {"a": ("a", "b"), "b": ("b", "a")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wall mount bracket for dome camera", "accessory"),
        ("Dome camera with wall bracket", "video-surveillance"),
        ("Dome camera bracket", "accessory"),
        ("Dome camera w/ mounting kit", "video-surveillance"),
        ("8ch NVR incl. 4 bullet cameras", "video-surveillance"),
        ("PoE switch, 8 ports, for IP cameras", "telecommunications"),
        ("WiFi router", "router"),
        ("LTE module for router", "radio-module"),
        ("SoC for IP camera", "component"),
        ("Überwachungskamera mit Halterung", "video-surveillance"),
        ("摄像机支架", "accessory"),
        ("高清网络摄像机", "video-surveillance"),
        ("M3 screws", "hardware"),
        ("Camera cable", "hardware"),
        ("Solar inverter", "inverter"),
        ("Widget", None),
    ],
)
def test_the_shipped_words_say_what_a_thing_is(shipped: Equipment, text: str, kind: str | None) -> None:
    assert shipped.of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Network switches", "telecommunications"), ("Junction boxes", "accessory"), ("Accessories", "accessory")],
)
def test_the_shipped_words_hold_the_plurals_that_bills_use(shipped: Equipment, text: str, kind: str) -> None:
    assert shipped.of(text) == kind


def test_every_shipped_word_by_itself_is_its_own_kind(rulebook: Rulebook, shipped: Equipment) -> None:
    wrong = [
        (word, shipped.of(word))
        for kind in rulebook.vocabulary.equipment
        for word in kind.words
        if shipped.of(word) != kind.id
    ]
    assert wrong == []


@given(st.text(st.characters(exclude_categories=()), max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_has_a_known_kind_or_none(shipped: Equipment, text: str) -> None:
    for each in (text, f"camera, {text}", f"{text} bracket for camera"):
        assert shipped.of(each) in {None, *shipped.broader}


@given(st.lists(st.sampled_from(["dome", "camera", "bracket", "for", "with", "screw", "x", ","]), max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_kind_is_known_exactly_when_a_word_for_one_is_there(equipment: Equipment, words: list[str]) -> None:
    text = " ".join(words)
    assert (equipment.of(text) is not None) == any(equipment.of(word) for word in words)
