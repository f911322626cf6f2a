"""Facts beside identity: purposes, countries of origin and days, as cells give them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.vocabulary import Vocabulary
from vendorcheck.resolve.qualifiers import Qualifiers


@pytest.fixture(scope="module")
def qualifiers(vocabulary: Vocabulary) -> Qualifiers:
    return Qualifiers(vocabulary)


@pytest.fixture(scope="module")
def shipped(rulebook: Rulebook) -> Qualifiers:
    return Qualifiers(rulebook.vocabulary)


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        ("police", {"safety"}),
        ("Public Safety", {"safety"}),
        ("SAFETY", {"safety"}),
        (" law-enforcement. ", {"safety"}),
        ("police; none of these", {"safety", "other"}),
        ("police / a sensitive site", {"safety", "site"}),
        ("police | other", {"safety", "other"}),
        ("police\nother", {"safety", "other"}),
        ("police + other", {"safety", "other"}),
        ("police, other, site", {"safety", "other", "site"}),
        ("police; police", {"safety"}),
        ("police;; other;", {"safety", "other"}),
        ("police;", {"safety"}),
        ("sensitive/site", {"site"}),
        ("sensitive/site; police", {"site", "safety"}),
    ],
)
def test_a_cell_declares_the_purposes_it_names(qualifiers: Qualifiers, text: str, purposes: set[str]) -> None:
    assert qualifiers.purposes(text) == purposes


@pytest.mark.parametrize(
    "text", ["", " ", ";", "office", "police; office", "police other", "police; other, site", "🎥"]
)
def test_a_cell_with_anything_unknown_declares_nothing(qualifiers: Qualifiers, text: str) -> None:
    assert qualifiers.purposes(text) == frozenset()


def test_every_shipped_purpose_is_known_by_its_id_title_and_words(rulebook: Rulebook, shipped: Qualifiers) -> None:
    wrong = [
        word
        for purpose in rulebook.vocabulary.purposes
        for word in (purpose.id, purpose.title, *purpose.words)
        if shipped.purposes(word) != {purpose.id}
    ]
    assert wrong == []


def test_two_shipped_purposes_in_a_cell_are_both_declared(shipped: Qualifiers) -> None:
    declared = shipped.purposes("Critical infrastructure; law enforcement")
    assert declared == {"critical-infrastructure", "public-safety"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("China", "CN"),
        ("CN", "CN"),
        ("cn ", "CN"),
        ("P.R. China", "CN"),
        ("中国", "CN"),
        ("U.S.A.", "US"),
        ("United-States", "US"),
        ("", None),
        ("--", None),
        ("Chinatown", None),
        ("China or Vietnam", None),
    ],
)
def test_an_origin_is_a_country_that_is_known_by_that_name(
    qualifiers: Qualifiers, text: str, country: str | None
) -> None:
    assert qualifiers.origin(text) == country


def test_every_shipped_name_of_a_country_is_that_country(rulebook: Rulebook, shipped: Qualifiers) -> None:
    countries = rulebook.vocabulary.countries
    assert [name for code, names in countries.items() for name in (code, *names) if shipped.origin(name) != code] == []


@pytest.mark.parametrize(("text", "country"), [("P.R.China", "CN"), ("P.R.C", "CN"), ("U.S.A", "US")])
def test_a_country_in_letters_with_points_needs_no_space_or_last_point(
    shipped: Qualifiers, text: str, country: str
) -> None:
    assert shipped.origin(text) == country


@pytest.mark.parametrize(
    "text",
    ["2023-02-06", "2023/2/6", "06.02.2023", " 6  February 2023 ", "6 Feb 2023", "February 6, 2023", "Feb 06, 2023"],
)
def test_a_day_is_read_in_the_forms_that_leave_no_doubt(qualifiers: Qualifiers, text: str) -> None:
    period = qualifiers.day(text)
    assert period is not None
    assert (period.first, period.last, period.text) == (date(2023, 2, 6), date(2023, 2, 6), "2023-02-06")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2022-11/2023-02", date(2022, 11, 1), date(2023, 2, 28)),
        ("2025-03-03/..", date(2025, 3, 3), date.max),
    ],
)
def test_a_month_year_or_span_is_a_period(qualifiers: Qualifiers, text: str, first: date, last: date) -> None:
    period = qualifiers.day(text)
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n/a",
        "06/02/2023",
        "2/6/23",
        "45000",
        "2023-13",
        "2023-02-30",
        "30.02.2023",
        "Q1 2023",
        "2023/12/",
        "\ud800",
    ],
)
def test_a_day_that_is_not_certain_is_none(qualifiers: Qualifiers, text: str) -> None:
    assert qualifiers.day(text) is None


@pytest.mark.parametrize("text", ["2023-12345678901", "2023-01-12345678901"])
def test_a_number_beyond_any_month_or_day_is_no_date(qualifiers: Qualifiers, text: str) -> None:
    assert qualifiers.day(text) is None


@given(st.text(st.characters(exclude_categories=()), max_size=60) | st.text("0123456789-/. T:", max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(rulebook: Rulebook, shipped: Qualifiers, text: str) -> None:
    assert shipped.purposes(text) <= {purpose.id for purpose in rulebook.vocabulary.purposes}
    assert shipped.origin(text) in {None, *rulebook.vocabulary.countries}
    period = shipped.day(text)
    assert period is None or period.first <= period.last
