"""The results of cases as JSON: a schema of its own, written from the model field by field."""

from typing import Any

from vendorcheck.model.case import CaseResult
from vendorcheck.reporters.case_results.tried import Tried
from vendorcheck.reporters.report_json import dump
from vendorcheck.reporters.rulebook_data import sources_data

TEST_SCHEMA = "vendorcheck.rules-test/v0"


def render_json(tried: Tried) -> str:
    """Return every case with what was expected and what came out, and the counts."""
    return dump(
        {
            "schema": TEST_SCHEMA,
            "passed": not tried.failed,
            "exit_code": 1 if tried.failed else 0,
            "rulebook": sources_data(tried.sources),
            "summary": {
                "cases": len(tried.results),
                "rules": len(tried.rules),
                "passed": tried.passed,
                "failed": tried.failed,
                "skipped": tried.skipped,
            },
            "cases": [_case(result) for result in tried.results],
        }
    )


def _case(result: CaseResult) -> dict[str, Any]:
    case = result.case
    return {
        "rule": case.rule,
        "name": case.name,
        "file": case.spot.file,
        "line": case.spot.line,
        "column": case.spot.column,
        "as_of": case.as_of.isoformat(),
        "profiles": list(case.profiles),
        "cells": dict(case.line),
        "listed": [entry.name for entry in case.listed],
        "state": "skipped" if result.skipped else "passed" if result.passed else "failed",
        "skipped": result.skipped,
        "expected": dict(case.expect),
        "got": dict(result.got),
        "differences": [{"key": each.key, "expected": each.expected, "got": each.got} for each in result.differences],
        "missing": list(result.needs),
        "reason": result.reason,
    }
