"""What is alike in headings that are written differently."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.headings.text import (
    by_script,
    normal_heading,
    pieces,
    priced,
    steps,
    without_accents,
    without_brackets,
    without_umlauts,
)


@pytest.mark.parametrize(
    ("heading", "normal"),
    [
        ("Manufacturer", "manufacturer"),
        ("  Part  No. ", "part no"),
        ("part_number", "part number"),
        ("P/N", "p n"),
        ("PartNumber", "part number"),
        ("MFRName", "mfr name"),
        ("mfgPNDescription", "mfg pn description"),
        ("3DModel", "3d model"),
        ("MPNs", "mpns"),
        ("FCC-ID", "fcc id"),
        ("Manf#", "manf number"),
        ("Part # / Value", "part number value"),
        ("Manufacturer #1", "manufacturer 1"),
        ("#", "number"),
        ("Part\r\nNumber", "part number"),
        ("\xa0Hersteller\xa0", "hersteller"),
        ("ＭＰＮ", "mpn"),
        ("ﾒｰｶｰ", "メーカー"),
        ("Re\u0301fe\u0301rence", "référence"),
        ("GRÖSSE", "grösse"),
        ("Größe", "grösse"),
        ("ÜRETİCİ", "üretici"),
        ("ТоварнаяКатегория", "товарная категория"),
        ("ผู้ผลิต", "ผู้ผลิต"),
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


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aAbB 1_-#/é漢", max_size=20))
def test_a_normal_heading_stays_as_it_is(heading: str) -> None:
    normal = normal_heading(heading)
    assert normal_heading(normal) == normal


@pytest.mark.parametrize("sign", ["$", "€", "£", "¥", "￥", "₽", "₹", "₩"])
def test_a_currency_sign_is_a_word_for_a_price(sign: str) -> None:
    assert priced(f"Ext{sign}") == "Ext price "


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("référence", "reference"),
        ("użytkownik", "uzytkownik"),
        ("złoty", "zloty"),
        ("leverandør", "leverandor"),
        ("üretici adı", "uretici adi"),
        ("серийный", "серииныи"),
        ("κωδικός", "κωδικος"),
        ("メーカー品番ガ", "メーカー品番ガ"),
        ("제조사", "제조사"),
        ("plain", "plain"),
    ],
)
def test_accents_are_left_out_where_they_are_accents(text: str, plain: str) -> None:
    assert without_accents(text) == plain


def test_umlauts_are_written_in_two_letters() -> None:
    assert without_umlauts("händler für größe") == "haendler fuer groeße"


@pytest.mark.parametrize(
    ("heading", "outside", "inside"),
    [
        ("Manufacturer", "Manufacturer", ()),
        ("Manufacturer(optional)", "Manufacturer ", ("optional",)),
        ("Preis (EUR) [netto]", "Preis    ", ("EUR", "netto")),
        ("items[0].mpn", "items .mpn", ("0",)),
        ("品牌【必填】", "品牌 ", ("必填",)),
        ("Qty (pcs", "Qty (pcs", ()),
        ("()", " ", ("",)),
    ],
)
def test_brackets_are_taken_off(heading: str, outside: str, inside: tuple[str, ...]) -> None:
    assert without_brackets(heading) == (outside, inside)


@pytest.mark.parametrize(
    ("heading", "joined"),
    [
        ("Make / Model", ["Make", "Model"]),
        ("Make, Model & Serial", ["Make", "Model", "Serial"]),
        ("Manufacturer - Part Number", ["Manufacturer", "Part Number"]),
        ("Hersteller und Typ", ["Hersteller", "Typ"]),
        ("Marca y modelo", ["Marca", "modelo"]),
        ("Марка и модель", ["Марка", "модель"]),
        ("品牌及型号", ["品牌", "型号"]),
        ("メーカー・型番", ["メーカー", "型番"]),
        ("Manufacturer-Name", ["Manufacturer-Name"]),
        ("Mfr P/N", ["Mfr P N"]),
        ("Brand Y/N", ["Brand Y/N"]),
        ("Brand & X", ["Brand & X"]),
        ("Model", ["Model"]),
        ("/", []),
    ],
)
def test_what_a_heading_joins(heading: str, joined: list[str]) -> None:
    assert pieces(heading) == joined


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("制造商 Manufacturer", ["制造商", " Manufacturer"]),
        ("型号Model", ["型号", "Model"]),
        ("Manufacturer", ["Manufacturer"]),
        ("制造商", ["制造商"]),
    ],
)
def test_scripts_are_told_apart(heading: str, parts: list[str]) -> None:
    assert by_script(heading) == parts


@pytest.mark.parametrize(
    ("heading", "way"),
    [
        ("manufacturer.name", ["manufacturer", "name"]),
        ("a::b->c>d__e", ["a", "b", "c", "d", "e"]),
        ("Mfr.", ["Mfr"]),
        ("Mfr. No", ["Mfr. No"]),
        ("...", []),
    ],
)
def test_the_steps_of_a_path(heading: str, way: list[str]) -> None:
    assert steps(heading) == way
