"""Cases and what they came to."""

from datetime import date
from typing import Any

from vendorcheck.model.case import Case, CaseResult, Difference
from vendorcheck.model.errors import Spot


def _result(expect: dict[str, Any], got: dict[str, Any], **more: Any) -> CaseResult:
    case = Case("rule", "a case", date(2026, 1, 1), (), {"maker": "Acme"}, expect, Spot("a.cases.yaml", 3, 5))
    return CaseResult(case, got, **more)


def test_a_case_that_came_out_as_expected_has_no_differences() -> None:
    result = _result({"outcome": "yes", "needs": []}, {"outcome": "yes", "needs": []})
    assert (result.differences, result.passed) == ((), True)


def test_each_difference_is_told_in_the_order_in_which_it_is_written() -> None:
    result = _result({"severity": "high", "party": "acme", "outcome": "yes"}, {"outcome": "none", "party": "acme"})
    assert result.differences == (Difference("severity", "high", None), Difference("outcome", "yes", "none"))
    assert not result.passed


def test_a_skipped_case_neither_passed_nor_differs() -> None:
    result = _result({"outcome": "yes"}, {}, skipped="the rule is draft")
    assert (result.differences, result.passed) == ((), False)
