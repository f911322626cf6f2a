"""Waivers: which spellings are one name, and how long a waiver holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.model.waiver import NamePair, Waiver, WaiverScope, name_key

NAME = "Umbrella Works Ltd."


@pytest.mark.parametrize(
    "written", [NAME, f"  {NAME}\n", "UMBRELLA WORKS LTD.", "umbrella\u00a0works   ltd.", "Umbrella\tWorks\r\nLtd."]
)
def test_blanks_around_a_name_their_number_and_capitals_do_not_matter(written: str) -> None:
    assert name_key(written) == NamePair(NAME, "norda").key


@pytest.mark.parametrize(
    "written",
    [
        "Umbrella Works Ltd",
        "Umbrella Works, Ltd.",
        "UmbrellaWorks Ltd.",
        "Umbrella Works Limited",
        "Umbrellа Works Ltd.",
        "Umbrëlla Works Ltd.",
        "Umbrella Works Ltd.®",
        "Umbrella\u200b Works Ltd.",
        "Works Umbrella Ltd.",
        "The Umbrella Works Ltd.",
        "Ｕmbrella Works Ltd.",
    ],
)
def test_everything_else_does(written: str) -> None:
    assert name_key(written) != name_key(NAME)


@given(st.text())
def test_a_compared_name_stays_what_it_is(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name) == name_key(f" {name}\t")


def test_a_waiver_holds_through_the_day_on_which_it_expires() -> None:
    day = date(2026, 11, 21)
    scope = WaiverScope(pair=NamePair(NAME, "norda"))
    waiver = Waiver("fp-1", "all", scope, "false_positive", "why", "a", "b", day, day)
    assert [waiver.expired(day + timedelta(days)) for days in (-1, 0, 1)] == [False, False, True]
