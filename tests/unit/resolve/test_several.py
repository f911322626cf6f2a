"""Name cells that list several makers."""

import pytest

from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.equipment import Equipment
from vendorcheck.resolve.listed_makers import parts_of, phrases_of
from vendorcheck.resolve.several import Named, Several

KNOWN = {"Norda": frozenset({"norda"}), "海康": frozenset({"hik"}), "Nobody": None}


def _read(name: str) -> frozenset[str] | None:
    return KNOWN.get(name, frozenset())


@pytest.fixture(scope="module")
def several(vocabulary: Vocabulary) -> Several:
    return Several(_read, Equipment(vocabulary))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Acme / Norda", ["Acme", "Norda"]),
        ("Acme/Norda/Bolt", ["Acme", "Norda", "Bolt"]),
        ("Acme; Norda", ["Acme", "Norda"]),
        ("Acme | Norda", ["Acme", "Norda"]),
        ("Acme or Norda", ["Acme", "Norda"]),
        ("Acme oder Norda", ["Acme", "Norda"]),
        ("Acme + Norda", ["Acme", "Norda"]),
        ("Acme\nNorda", ["Acme", "Norda"]),
        ("海康、大华", ["海康", "大华"]),
        ("Acme / Nobody", ["Acme"]),
    ],
)
def test_each_maker_of_a_list_is_read_by_itself(several: Several, text: str, names: list[str]) -> None:
    assert [named.text for named in several.listed(text)] == names


def test_a_maker_of_a_list_comes_with_the_parties_it_shows(several: Several) -> None:
    assert several.listed("Acme / Norda") == (Named("Acme", frozenset()), Named("Norda", frozenset({"norda"})))


@pytest.mark.parametrize("text", ["", "Norda", "Norda Optical, Inc.", "Acme and Sons", "Acme-Norda", "Acme & Norda"])
def test_a_single_name_is_no_list(several: Several, text: str) -> None:
    assert several.listed(text) == ()


@pytest.mark.parametrize(
    "text",
    ["Norda S/A", "Norda / camera", "Norda / Hangzhou", "Norda / Technology Group", "Norda / 4000", "Norda / Nobody"],
)
def test_what_says_no_name_is_no_maker_of_the_list(several: Several, text: str) -> None:
    assert all(named.text.startswith("Norda") for named in several.listed(text))


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Acme, Bolt Works und Norda", ["Acme", "Bolt Works", "Norda"]),
        ("Acme （Norda）", ["Acme", "Norda"]),
        ("Acme & Norda", ["Acme", "Norda"]),
        ("A&B Sandy", []),
        ("Acme", []),
        ("", []),
        (", &,", []),
    ],
)
def test_what_may_be_parted_by_commas_and_the_like(text: str, phrases: list[str]) -> None:
    assert phrases_of(text) == phrases


@pytest.mark.parametrize("text", ["/", " / ", "//;|", "\n"])
def test_signs_alone_list_nobody(several: Several, text: str) -> None:
    assert several.listed(text) == ()


def test_a_cell_is_cut_where_its_signs_stand() -> None:
    assert parts_of("Acme / Norda;Bolt") == ["Acme", "Norda", "Bolt"]
    assert parts_of("Acme") == ["Acme"]
