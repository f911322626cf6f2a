"""Headings as people write them, and the roles they mean."""

import pkgutil
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import ROLES, Role
from vendorcheck.readers.headings import normal_heading, role_of, spellings


@pytest.mark.parametrize(
    ("heading", "normal"),
    [
        ("Manufacturer", "manufacturer"),
        ("  Part  No. ", "part no"),
        ("part_number", "part number"),
        ("P/N", "p n"),
        ("PartNumber", "part number"),
        ("MFRName", "mfrname"),
        ("FCC-ID", "fcc id"),
        ("Part\r\nNumber", "part number"),
        ("\xa0Hersteller\xa0", "hersteller"),
        ("ＭＰＮ", "mpn"),
        ("ﾒｰｶｰ", "メーカー"),
        ("Re\u0301fe\u0301rence", "référence"),
        ("GRÖSSE", "grösse"),
        ("Größe", "grösse"),
        ("№", "no"),
        ("", ""),
        ("--", ""),
    ],
)
def test_normal_heading(heading: str, normal: str) -> None:
    assert normal_heading(heading) == normal


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_a_normal_heading_has_single_spaces_and_none_at_its_ends(heading: str) -> None:
    normal = normal_heading(heading)
    assert normal.split(" ") == (normal.split() or [""])


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Manufacturer", "maker"),
        ("HERSTELLER", "maker"),
        ("制造商", "maker"),
        ("Hersteller-Name", "maker"),
        ("Manufacturer 2", "maker"),
        ("Manufacturer2", "maker"),
        ("MfrPartNumber", "part"),
        ("Manufacturer_Part_Number", "part"),
        ("P/N", "part"),
        ("Brand", "brand"),
        ("Lieferant:", "vendor"),
        ("Désignation", "description"),
        ("Kategorie", "category"),
        ("Qté", "quantity"),
        ("Unit-Price", "unit_price"),
        ("Country of Origin", "origin"),
        ("MAC-Adresse", "mac"),
        ("FCC ID", "fcc_id"),
        ("FCCID", "fcc_id"),
        ("S/N", "serial"),
        ("BOM Level", "level"),
        ("#No.", "line_no"),
        ("Lfd. Nr.", "line_no"),
        ("FCC Grant Date", "authorised_on"),
        ("Purchase Date", "acquired_on"),
        ("Date d'achat", "acquired_on"),
        ("Intended use", "purpose"),
        ("Warehouse", "ignored"),
        ("2", "ignored"),
        ("", "ignored"),
    ],
)
def test_role_of(heading: str, role: Role) -> None:
    assert role_of(heading) == role


def test_only_a_number_at_the_end_is_left_out() -> None:
    assert role_of("2 Manufacturer") == "ignored"


def test_a_number_that_belongs_to_a_heading_of_its_own_is_not_needed() -> None:
    assert role_of("Part Number 12") == role_of("Part Number") == "part"


def test_every_role_but_ignored_has_spellings() -> None:
    assert set(spellings().values()) == set(ROLES) - {"ignored"}


def test_every_spelling_is_written_as_headings_are_compared() -> None:
    assert [spelling for spelling in spellings() if normal_heading(spelling) != spelling] == []


def test_every_spelling_is_found() -> None:
    assert {spelling: role_of(spelling) for spelling in spellings()} == spellings()


def test_of_two_roles_the_first_keeps_a_spelling() -> None:
    assert role_of("manf") == "maker"


def test_no_spelling_stands_under_two_roles() -> None:
    roles: dict[str, set[str]] = defaultdict(set)
    role = ""
    for line in (pkgutil.get_data("vendorcheck.readers", "headings.txt") or b"").decode("utf-8").splitlines():
        if line.startswith(" "):
            for spelling in line.split("|"):
                roles[spelling.strip()].add(role)
        elif not line.startswith("#"):
            role = line
    assert [spelling for spelling, under in roles.items() if len(under) > 1] == []
