"""Cases run together: each as it would be alone, whatever list, day and buyer it has."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from vendorcheck.model.case import Case
from vendorcheck.model.condition import Predicate
from vendorcheck.model.errors import Spot
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.model.watchlist import ListEntry
from vendorcheck.rulebook import load_rulebook
from vendorcheck.screening.cases import run_cases

DAY = date(2026, 11, 21)


@cache
def _rulebook() -> Rulebook:
    return load_rulebook()


def _case(rule: str, line: Any, *profiles: str, day: date = DAY, **more: Any) -> Case:
    listed = tuple(each if isinstance(each, ListEntry) else ListEntry("", "", each) for each in more.pop("listed", ()))
    return Case(rule, "a case", day, profiles, line, more or {"outcome": "none"}, Spot("a.cases.yaml", 3, 5), listed)


CAMERA = {"maker": "Hikvision", "part": "DS-2CD2143G2-I", "purpose": "public safety"}


def test_cases_of_several_days_and_buyers_come_back_in_their_order() -> None:
    results = run_cases(
        [
            _case("us-889-a", CAMERA, "us-federal", outcome="yes", determination="PROHIBITED"),
            _case("us-889-a", CAMERA, "us-federal", day=date(2018, 1, 1), outcome="none"),
            _case("us-889-a", CAMERA, outcome="yes", severity="high"),
            _case("us-889-a", {"maker": "Axis"}, "us-federal", outcome="none", determination="CLEAR"),
        ],
        _rulebook(),
    )
    assert [result.differences for result in results] == [(), (), (), ()]
    assert results[0].reason == "barred by us-889-a"


def test_what_came_out_is_told_as_far_as_it_is_asked_for() -> None:
    expect: dict[str, Any] = {
        "outcome": "yes",
        "needs": [],
        "evidence": ["nowhere"],
        "relation": "self",
        "party": "dahua",
    }
    case = _case("us-889-a", {"maker": "Dahua", "part": "IPC-HFW2831S"}, "us-federal", **expect)
    [result] = run_cases([case], _rulebook())
    assert dict(result.got) == {
        "outcome": "unknown",
        "needs": ["purpose"],
        "evidence": [],
        "relation": "self",
        "party": "dahua",
    }
    assert result.needs == ("purpose",)


def test_a_finding_of_another_party_is_none_of_the_party_expected() -> None:
    [result] = run_cases([_case("us-889-a", CAMERA, outcome="yes", party="dahua")], _rulebook())
    assert dict(result.got) == {"outcome": "none", "party": None}


@pytest.mark.parametrize("lists", ["any", ("ours", "theirs")])
def test_a_list_is_given_under_the_name_that_the_rule_asks_for(lists: str | tuple[str, ...]) -> None:
    rulebook = _rulebook()
    rule = rulebook.rules["list-entry"]._replace(when=Predicate("listed", lists))
    rulebook = rulebook._replace(rules={**rulebook.rules, "list-entry": rule})
    line = {"vendor": 'Oddly "Quoted", Ltd'}
    cases = [
        _case("list-entry", line, listed=['Oddly "Quoted", Ltd'], outcome="yes"),
        _case("list-entry", line, listed=["Somebody Else"], outcome="none"),
        _case("us-889-a", CAMERA, outcome="yes"),
    ]
    assert [result.passed for result in run_cases(cases, rulebook)] == [True, True, True]


def test_entries_of_several_lists_are_each_on_their_own_and_say_what_names_the_line() -> None:
    first = ListEntry("7", "ours", "Acme Trading Ltd")
    second = ListEntry("7", "theirs", "Acme Trading Ltd")
    line = {"vendor": "Acme Trading", "maker": "Axis"}
    case = _case("list-entry", line, listed=[first, second], outcome="yes", grounds=["list"])
    [result] = run_cases([case], _rulebook())
    assert result.differences == ()


def test_what_the_rulebook_itself_says_is_a_ground_of_its_own() -> None:
    case = _case("us-889-a", CAMERA, "us-federal", outcome="yes", grounds=["rulebook"])
    [result] = run_cases([case], _rulebook())
    assert result.passed


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_case_of_a_rule_that_is_not_run_is_skipped(status: Any) -> None:
    rulebook = _rulebook()
    rule = rulebook.rules["us-889-a"]._replace(status=status)
    [result] = run_cases(
        [_case("us-889-a", CAMERA, outcome="yes")], rulebook._replace(rules={**rulebook.rules, rule.id: rule})
    )
    assert (result.passed, result.skipped) == (False, f"the rule is {status}, and not run")
