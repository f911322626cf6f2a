"""Every case file beside a rule, run through the whole flow."""

from collections.abc import Mapping
from functools import cache

import pytest

from vendorcheck.model.case import CaseResult
from vendorcheck.model.rulebook import Rulebook
from vendorcheck.reporters.case_results.tried import difference_texts
from vendorcheck.rulebook import load_cases, load_rulebook
from vendorcheck.screening.cases import run_cases


@cache
def _rulebook() -> Rulebook:
    return load_rulebook()


@cache
def _results() -> Mapping[str, list[CaseResult]]:
    results: dict[str, list[CaseResult]] = {}
    for result in run_cases(load_cases(_rulebook()), _rulebook()):
        results.setdefault(result.case.rule, []).append(result)
    return results


@pytest.mark.parametrize("rule", sorted(_rulebook().rules))
def test_the_cases_of_a_rule_come_out_as_expected(rule: str) -> None:
    failed = [f"{each.case.spot}: {'; '.join(difference_texts(each))}" for each in _results()[rule] if each.differences]
    assert failed == []


@pytest.mark.parametrize("rule", sorted(_rulebook().rules))
def test_every_rule_has_a_case_that_flags_and_one_that_passes(rule: str) -> None:
    outcomes = {each.case.expect["outcome"] for each in _results()[rule]}
    assert "none" in outcomes
    assert outcomes != {"none"}
