"""Searching an index: every kind of variant is found, other names are not, and nothing strong is lost on the way."""

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.truth import NO, UNKNOWN, YES
from vendorcheck.resolve.index import IndexedName, NameIndex
from vendorcheck.resolve.similar import compare, parse

LISTED = [
    ("Norvik Optics Co., Ltd.", "norvik"),
    ("Hikvision Digital Technology Co., Ltd.", "hikvision"),
    ("海康威视", "hikvision"),
    ("Zhejiang Dahua Technology Co., Ltd.", "dahua"),
    ("Sukhoi Aviation JSC", "sukhoi"),
    ("Seahorse Telecom GmbH", "seahorse"),
    ("Hollow Works (formerly Shrouded Optics)", "hollow"),
    ("Beijing Institute of Technology", "bit"),
    ("Norvik Fund II", "fund"),
    ("Société Générale Nordique", "nordique"),
    ("Al Rashid Trading LLC", "rashid"),
]

#: A word of each kind to make names of, and how each may be written otherwise.
OWN = {
    "norvikson": ("norvikson", "norvvikson", "norviksn", "NORVIKSON", "nor vikson"),
    "sukhoy": ("sukhoy", "sukhoi", "suchoj"),
    "qzeta": ("qzeta", "q zeta"),
    "rasheed": ("rasheed", "rashid"),
    "xinhua": ("xinhua", "xinhui"),
    "诺维克": ("诺维克", "诺維克"),
    "delta": ("delta",),
    "abc": ("abc", "abd"),
    "hikvision": ("hikvision", "hikvison"),
}
BUSINESS = {
    "": ("", "optics"),
    "optics": ("optics", ""),
    "technology": ("technology", "tech", "technolgy"),
    "shipping": ("shipping", "chartering"),
    "digital technology": ("digital technology", "technology digital"),
}
BESIDE = {"": ("", "(China)", "2"), "china": ("china", ""), "hangzhou": ("hangzhou", ""), "2": ("2", "3", "II")}
FORMS = {"": ("", "Ltd"), "Co., Ltd.": ("Co Ltd", "Limited", ""), "GmbH": ("GmbH", "AG", "SRL")}
NAMES = [
    " ".join(filter(None, words)) for words in product(OWN, BUSINESS, BESIDE, FORMS) if words != ("delta", "", "", "")
]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex.of(IndexedName(text, party) for text, party in LISTED)


@pytest.mark.parametrize(
    ("text", "party", "level"),
    [
        ("Norvik Optics Company Limited", "norvik", "strong"),
        ("NORVIK OPTICS", "norvik", "strong"),
        ("Optics Norvik", "norvik", "strong"),
        ("Nor Vik Optics", "norvik", "strong"),
        ("Ｎorvik Ｏptics", "norvik", "strong"),
        ("Nоrvik Optics", "norvik", "strong"),
        ("Norvik Optcis Ltd", "norvik", "strong"),
        ("Norvik", "norvik", "possible"),
        ("Norvik Optics USA Inc", "norvik", "possible"),
        ("Norvik Optics Ltd, London Branch", "norvik", "strong"),
        ("Hikvison Digital Technology", "hikvision", "possible"),
        ("Hikvision Digital Tech", "hikvision", "strong"),
        ("海康威視", "hikvision", "strong"),
        ("Dahua Technologies", "dahua", "possible"),
        ("Da Hua Technology Zhejiang", "dahua", "strong"),
        ("Sukhoy Aviation", "sukhoi", "strong"),
        ("Suchoj Aviation", "sukhoi", "possible"),
        ("Сухой Aviation", "sukhoi", "strong"),
        ("Sea Horse Telecom", "seahorse", "strong"),
        ("Seahorse Tele Com", "seahorse", "strong"),
        ("Shrouded Optics", "hollow", "possible"),
        ("Zeta Works (formerly Hollow Works)", "hollow", "possible"),
        ("Institute of Technology Beijing", "bit", "possible"),
        ("Norvik Fund 2", "fund", "strong"),
        ("Societe Generale Nordique", "nordique", "strong"),
        ("Al-Rasheed Trading", "rashid", "strong"),
    ],
)
def test_a_listed_name_is_found_first_by_every_kind_of_variant(
    index: NameIndex, text: str, party: str, level: str
) -> None:
    best = index.search(text)[0]
    assert (best.key, best.level) == (party, level)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hisense",
        "Hikari",
        "Zhejiang Dahao Technology",
        "Hangzhou Digital Technology",
        "Digital Technology",
        "Optics",
        "Ltd",
        "Norvik Shipping",
        "Norvik Fund III",
        "Borvik Optics",
        "海康威讯",
        "Shanghai Institute of Technology",
        "Al Rashid Shipping",
        "Holler",
    ],
)
def test_an_unlisted_name_meets_nobody(index: NameIndex, text: str) -> None:
    assert index.search(text) == []


def test_a_party_is_found_once_by_the_name_that_fits_best() -> None:
    index = NameIndex.of([IndexedName("Norvik", "norvik"), IndexedName("Norvik Optics Ltd", "norvik")])
    [candidate] = index.search("Norvik Optics")
    assert (candidate.key, candidate.name, candidate.score) == ("norvik", "Norvik Optics Ltd", 1.0)


def test_names_that_tie_are_all_found_in_the_order_of_their_parties() -> None:
    index = NameIndex.of(IndexedName("Norvik Optics", party) for party in ("b", "c", "a"))
    assert [candidate.key for candidate in index.search("Norvik Optics Ltd")] == ["a", "b", "c"]


def test_what_is_sure_goes_before_what_is_possible() -> None:
    index = NameIndex.of([IndexedName("Norvik USA", "a"), IndexedName("Norvik", "b")])
    assert [(candidate.key, candidate.level) for candidate in index.search("Norvik")] == [
        ("b", "strong"),
        ("a", "possible"),
    ]


def variants(count: int) -> list[str]:
    """So many names made of variants of the words of listed ones, the same in every run."""
    choice = random.Random(5)  # noqa: S311 - no secret
    made = []
    for _ in range(count):
        words = [choice.choice(choice.choice(list(each.values()))) for each in (OWN, BUSINESS, BESIDE, FORMS)]
        if choice.random() < 0.2:
            words[:2] = words[1::-1]
        made.append(" ".join(filter(None, words)))
    return made


def test_pruning_loses_nothing_strong() -> None:
    index = NameIndex.of(IndexedName(text, text) for text in NAMES)
    parsed = {text: parse(text) for text in NAMES}
    for text in variants(60):
        name = parse(text)
        compared = {listed: compare(name, its, "list") for listed, its in parsed.items()}
        strong = {listed: its.score for listed, its in compared.items() if its.level == "strong"}
        found = {candidate.name: candidate.score for candidate in index.search(text) if candidate.level == "strong"}
        assert found.items() <= strong.items(), text
        assert max(found.values(), default=0) == max(strong.values(), default=0), text


def test_the_same_name_is_one_from_which_only_a_legal_form_parts() -> None:
    index = NameIndex.of([IndexedName("Norvik Star Ltd", "a"), IndexedName("Norvik Star Marine", "b")])
    assert [each.key for each in index.same("Star Norvik GmbH")] == ["a"]
    assert index.same("Norvik Stars") == index.same("Umbrella f/k/a Norvik Star") == index.same("") == []


def test_a_name_that_does_not_count_hides_none_and_one_that_settles_nothing_ends_no_search() -> None:
    index = NameIndex.of([IndexedName("Norvik Starlight", str(number)) for number in range(40)])
    last = {"39": YES}
    assert [each.key for each in index.search("Norvik Starlight", lambda key, _: last.get(key, NO))] == ["39"]
    near = NameIndex.of([IndexedName("Norvik Starlight", "a"), IndexedName("Norvik Starlights", "b")])
    assert {each.key for each in near.search("Norvik Starlight")} == {"a"}
    assert {each.key for each in near.search("Norvik Starlight", lambda *_: UNKNOWN)} == {"a", "b"}


@settings(max_examples=40)
@given(st.lists(st.sampled_from(NAMES), max_size=6), st.text(max_size=20) | st.sampled_from(NAMES))
def test_a_kept_index_answers_as_one_in_memory_does(
    tmp_path_factory: pytest.TempPathFactory, of: list[str], text: str
) -> None:
    names = [IndexedName(name, str(number)) for number, name in enumerate(of)]
    path = tmp_path_factory.mktemp("kept") / "names.index"
    NameIndex.build(names, path)
    kept, fresh = NameIndex.open(path), NameIndex.of(names)
    assert (kept.search(text), kept.same(text), kept.considered(text)) == (
        fresh.search(text),
        fresh.same(text),
        fresh.considered(text),
    )
