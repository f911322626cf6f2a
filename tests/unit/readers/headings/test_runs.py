"""Words run together, counted and misspelt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.readers.headings.lexicon import lexicon
from vendorcheck.readers.headings.runs import UNKNOWN, similar, taken_apart


def _senses(text: str) -> list[str]:
    return [word.sense for word in taken_apart(text)]


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("mfg1", ["maker"]),
        ("mfrname", ["maker", "name"]),
        ("vendorpn2", ["vendor", "part"]),
        ("herstellerartikelnummer", ["maker", "part"]),
        ("lieferantenname", ["vendor", "name"]),
        ("herstellerland", ["maker", "other"]),
        ("制造商零件编号", ["maker", "article", "number"]),
        ("メーカー型番", ["maker", "model"]),
        ("lcsc编号", ["seller", "number"]),
        ("tillverkarensartikelnummer", ["maker", "part"]),
        ("kamerahersteller", ["equipment", "maker"]),
        ("akkuzellenhersteller", ["unknown", "maker"]),
        ("塔吊品牌", ["unknown", "brand"]),
        ("bestellmenge", ["unknown", "quantity"]),
        ("manufacurer", ["maker"]),
        ("warehousing", ["unknown"]),
    ],
)
def test_words_are_found_in_a_run_of_letters(text: str, senses: list[str]) -> None:
    assert _senses(text) == senses


@pytest.mark.parametrize("text", ["是否进口品牌", "tooltip", "typespec漢x", "reproducer", "herstellerei", "x", ""])
def test_what_only_looks_like_words_is_none(text: str) -> None:
    assert _senses(text) == ["unknown"]


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("manufaturer", "maker"),
        ("manufacturrer", "maker"),
        ("manufacutrer", "maker"),
        ("manufacturer", "maker"),
        ("desciption", "description"),
        ("refrence", "number"),
        ("suplier", "vendor"),
        ("fornecdor", "vendor"),
        ("проиводитель", "maker"),
        ("countryoforgin", "origin"),
    ],
)
def test_one_slip_is_forgiven(text: str, sense: str) -> None:
    word = similar(text)
    assert word is not None
    assert word.sense == sense


@pytest.mark.parametrize(
    "text",
    [
        "makr",  # too short
        "manufcturr",  # two slips
        "distributed",
        "retailed",  # the last letter
        "nanufacturer",  # the first letter
        "vertical",  # a seller's name is no word to misspell
        "",
    ],
)
def test_other_words_are_not_slips(text: str) -> None:
    assert similar(text) is None


def test_a_word_between_two_senses_is_neither() -> None:
    between = [word for run, word in lexicon().runs.items() if run in {"modelos", "modules"}]
    assert {word.sense for word in between} == {"model", "equipment"}
    assert similar("moduels") is not None
    assert similar("modulos") is None


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcdefnopqrstu造商品牌12", max_size=30))
def test_any_run_of_letters_is_taken_apart(text: str) -> None:
    assert taken_apart(text)


@pytest.mark.parametrize("spelling", ["manufacturer", "beschreibung", "fournisseur", "поставщик"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_slip_inside_a_long_word_leaves_its_meaning_or_none(spelling: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(spelling) - 2))
    letter = data.draw(st.sampled_from(["", spelling[at] * 2, "x"]))
    word = similar(spelling[:at] + letter + spelling[at + 1 :])
    assert word is None or word.sense == lexicon().words[spelling].sense


def test_the_unknown_word_has_no_spelling() -> None:
    assert (UNKNOWN.spelling, UNKNOWN.meant_first) == ("", False)
