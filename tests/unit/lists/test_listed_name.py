"""What stands in the cell of a name beside the name, and what in the cells of further names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.lists.listed_name import ListedName, listed_aliases, listed_name, split_names
from vendorcheck.model.watchlist import Alias


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("  Northlake Optics  ", "Northlake Optics"),
        ("Northlake Optics JSC, ", "Northlake Optics JSC"),
        ("Northlake  Optics\nJSC", "Northlake Optics JSC"),
        ("Xi\x92an Northlake", "Xi’an Northlake"),
        ("CafÃ© Northlake", "Café Northlake"),
        ("AKA Bank", "AKA Bank"),
        ("Northlake (Lianyungang) Optics Co.", "Northlake (Lianyungang) Optics Co."),
        ("Northlake Optics (NLO)", "Northlake Optics (NLO)"),
        ("Affiliated Supply Services", "Affiliated Supply Services"),
        ("Northlake and Its Friends", "Northlake and Its Friends"),
    ],
)
def test_a_name_alone(cell: str, name: str) -> None:
    assert listed_name(cell) == ListedName(name)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Northlake Group and any successor, sub-unit, or subsidiary thereof", "Northlake Group"),
        ("Northlake Ltd.; and any successor, sub-unit, or subsidiary thereof", "Northlake Ltd."),
        ("Northlake Inc. (NLI), and its sub-units and successors", "Northlake Inc. (NLI)"),
        ("Northlake Co. and any successor, subunit, or subsidiary thereof", "Northlake Co."),
        ("Northlake Works (Parent Organization: South Shore Group (SSG))", "Northlake Works"),
    ],
)
def test_a_clause_is_no_part_of_the_name_and_is_remarked(cell: str, name: str) -> None:
    assert listed_name(cell) == ListedName(name, (), (f"Listed as: {cell}",))


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        (
            "South Shore Co., Ltd. (Sosho).  Affiliated Entity:  Northlake Optics Co., Ltd.",
            "Northlake Optics Co., Ltd.",
        ),
        ("South Shore Co., Ltd. (Sosho).  Affiliated Entity: Northlake (Suzhou) Co.", "Northlake (Suzhou) Co."),
        ("South Shore Institute (SSI 13).  Subordinate Institution - Northlake", "Northlake"),
        ("South Shore Commission (SSC), and subordinate entity Northlake (NL)", "Northlake (NL)"),
        ("Department of Shores entity: Northlake", "Northlake"),
    ],
)
def test_a_unit_behind_its_firm_is_the_entry_and_the_firm_is_no_name_of_it(cell: str, name: str) -> None:
    said = listed_name(cell)
    assert (said.name, said.aliases) == (name, ())
    assert said.remarks == (f"Listed as: {' '.join(cell.split())}",)


def test_a_unit_that_is_but_a_number_keeps_its_firm() -> None:
    assert listed_name("South Shore Academy.  Subordinate Institution - 21st Works").name == (
        "South Shore Academy, 21st Works"
    )


@pytest.mark.parametrize(
    ("cell", "name", "aliases"),
    [
        ("Northlake, Inc. (a.k.a. FARCO, Inc.)", "Northlake, Inc.", [Alias("FARCO, Inc.")]),
        ("Northlake (a.k.a. Nola Optics; NL)", "Northlake", [Alias("Nola Optics"), Alias("NL")]),
        ("Northlake [aka Nola Optics, Nola Center]", "Northlake", [Alias("Nola Optics"), Alias("Nola Center")]),
        ("Northlake, OOO (f.k.a., Nola OOO)", "Northlake, OOO", [Alias("Nola OOO", "former")]),
        ("Northlake (formerly known as Nola)", "Northlake", [Alias("Nola", "former")]),
        ("Northlake Ltd., a.k.a. Nola Ltd. (Nola-South)", "Northlake Ltd.", [Alias("Nola Ltd. (Nola-South)")]),
        ("NORTH (A.K.A. NOLA NORD) LAKE", "NORTH LAKE", [Alias("NOLA NORD")]),
        ("Northlake (aka Nola (South) Works)", "Northlake", [Alias("Nola (South) Works")]),
        ("Northlake (aka ) Works", "Northlake Works", []),
    ],
)
def test_further_names_within_a_name(cell: str, name: str, aliases: list[Alias]) -> None:
    assert listed_name(cell) == ListedName(name, tuple(aliases))


def test_a_cell_that_begins_with_a_former_name_has_no_other() -> None:
    assert listed_name("f.k.a. Northlake") == ListedName("Northlake")


@pytest.mark.parametrize(
    ("cells", "aliases"),
    [
        (["Nola", " and Nola South"], [Alias("Nola"), Alias("Nola South")]),
        (["F.K.A. Nola Office"], [Alias("Nola Office", "former")]),
        (["Nola (f.k.a., Nola AO)"], [Alias("Nola"), Alias("Nola AO", "former")]),
        (["Nola, f.k.a., Nola AO"], [Alias("Nola"), Alias("Nola AO", "former")]),
        (["Nola Institute a.k.a. Nola Works"], [Alias("Nola Institute"), Alias("Nola Works")]),
        (["And Solutions"], [Alias("And Solutions")]),
        (["", "  ", ","], []),
    ],
)
def test_cells_of_further_names(cells: list[str], aliases: list[Alias]) -> None:
    assert list(listed_aliases(cells)) == aliases


@pytest.mark.parametrize(
    ("cell", "strictly", "loosely"),
    [
        ("Nola; Nola South;; ", ["Nola", "Nola South"], ["Nola", "Nola South"]),
        ("NL, Nola South, Nola East", ["NL, Nola South, Nola East"], ["NL", "Nola South", "Nola East"]),
        ("Nola, Nola South", ["Nola, Nola South"], ["Nola, Nola South"]),
        ("Nola Co., Ltd., South", ["Nola Co., Ltd., South"], ["Nola Co., Ltd., South"]),
        ("NL, South, East; Nola", ["NL, South, East", "Nola"], ["NL, South, East", "Nola"]),
        ("", [], []),
    ],
)
def test_names_joined_by_semicolons_and_where_no_person_is_meant_by_commas(
    cell: str, strictly: list[str], loosely: list[str]
) -> None:
    assert split_names(cell, loosely=False) == strictly
    assert split_names(cell, loosely=True) == loosely


def test_what_is_longer_than_any_name_is_kept_as_it_stands() -> None:
    long = "(aka " * 50_000
    assert listed_name(long).name == long.strip()
    assert [alias.text for alias in listed_aliases([long])] == [long.strip()]


@given(st.lists(st.sampled_from(["Nola", "(aka", "a.k.a.", ")", ",", ";", "and any successor", "entity:", " ", "["])))
@settings(max_examples=300, deadline=None)
def test_a_cell_that_says_something_never_loses_its_name(words: list[str]) -> None:
    cell = " ".join(words)
    said = listed_name(cell)
    assert bool(said.name) == bool(cell.strip())
    assert all(alias.text for alias in said.aliases)
