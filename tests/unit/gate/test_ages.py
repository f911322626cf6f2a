"""How old the rulebook and the lists may be, and what is said of it."""

from datetime import date, timedelta

import pytest

from vendorcheck.gate import Screened
from vendorcheck.gate.ages import getting_old, list_age_days, too_old
from vendorcheck.model.policy import LIST_HARD_AGE_DAYS, LIST_WARN_AGE_DAYS, Policy
from vendorcheck.model.report import Coverage, ListRecord, Summary

TODAY = date(2026, 11, 21)
LISTED = ListRecord("csl", "0" * 64, TODAY, 5)


def _screened(*lists: ListRecord, as_of: date = TODAY) -> Screened:
    summary = Summary(0, {}, 0, {}, {}, asides=0, waived=0, provisional=0, suppliers=0)
    return Screened(summary, {}, {}, Coverage((), 0, (), 0), TODAY, as_of, TODAY, lists=lists)


@pytest.mark.parametrize(
    ("age", "warned", "old"),
    [
        (0, False, False),
        (LIST_WARN_AGE_DAYS, False, False),
        (LIST_WARN_AGE_DAYS + 1, True, False),
        (LIST_HARD_AGE_DAYS, True, False),
        (LIST_HARD_AGE_DAYS + 1, False, True),
    ],
)
def test_a_list_is_warned_of_and_then_not_relied_on(age: int, *, warned: bool, old: bool) -> None:
    screened = _screened(LISTED._replace(dated=TODAY - timedelta(days=age)))
    assert bool(list(getting_old(screened, Policy()))) == warned
    assert bool(list(too_old(screened, Policy()))) == old


def test_ages_count_to_the_later_of_the_two_days() -> None:
    assert list_age_days(LISTED, _screened(LISTED, as_of=TODAY + timedelta(days=7))) == 7
    assert list_age_days(LISTED, _screened(LISTED, as_of=TODAY - timedelta(days=7))) == 0


def test_a_list_without_a_date_is_as_old_as_its_import_and_that_is_said() -> None:
    screened = _screened(LISTED._replace(dated=None, imported=date(2026, 11, 11)))
    assert list_age_days(screened.lists[0], screened) == 10
    assert list(getting_old(screened, Policy())) == [
        "the list csl bears no date: its age is counted from its import",
    ]


def test_a_file_without_a_date_has_no_age() -> None:
    screened = _screened(LISTED._replace(dated=None))
    assert list_age_days(screened.lists[0], screened) is None
    assert not list(getting_old(screened, Policy()))
    assert not list(too_old(screened, Policy()))


def test_a_policy_may_ask_for_younger_lists() -> None:
    screened = _screened(LISTED._replace(dated=date(2026, 11, 11)))
    [said] = too_old(screened, Policy(list_hard_age_days=7))
    assert said == "the list csl of 2026-11-11 is 10 days old; a list may be relied on for 7 days"


def test_a_list_of_a_later_day_is_not_relied_on() -> None:
    screened = _screened(LISTED._replace(later=True), as_of=date(2020, 1, 1))
    [said] = too_old(screened, Policy())
    assert said.startswith("the oldest list csl that is kept is of 2026-11-21: ")
