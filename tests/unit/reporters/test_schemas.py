"""The schemas of reports and errors, against the words of the model."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from vendorcheck import gate
from vendorcheck.lint import CHECKS, LOADING
from vendorcheck.model.bom import ROLES, SCREENED_ROLES
from vendorcheck.model.contradiction import CONTRADICTION_STATES
from vendorcheck.model.correspondence import MESSAGE_KINDS
from vendorcheck.model.errors import EXIT_COULD_NOT_SCREEN, EXIT_NOTHING_SCREENED, ErrorCode
from vendorcheck.model.evidence import STANDINGS
from vendorcheck.model.finding import BASELINE_STATES, DETERMINATIONS, OUTCOMES, Ground
from vendorcheck.model.hit import BASES, CONFIDENCES, RELATIONS
from vendorcheck.model.records import DECISION_STATES, HOLDING_STATES
from vendorcheck.model.rule import ACTS, SEVERITIES, SUBJECTS, Question
from vendorcheck.model.waiver import WAIVER_REASONS, WAIVER_STATES
from vendorcheck.model.watchlist import DateBasis
from vendorcheck.reporters import schemas
from vendorcheck.reporters.schemas import OUTPUTS, output_schema_text

REPORT = json.loads(output_schema_text("report"))

#: Where a schema lists words, and the words of the model that they stand for.
WORDS: Mapping[tuple[str, str], tuple[object, ...]] = {
    ("error", "properties/code"): get_args(ErrorCode),
    ("error", "properties/exit_code"): (EXIT_COULD_NOT_SCREEN, EXIT_NOTHING_SCREENED),
    ("validation", "properties/remarks/items/properties/level"): ("fault", "warning"),
    ("validation", "properties/remarks/items/properties/check"): (*LOADING, *(check.name for check in CHECKS)),
    ("report", "properties/gate/properties/exit_code"): tuple(sorted(gate.PRECEDENCE)),
    ("report", "properties/gate/properties/fail_on"): SEVERITIES,
    ("report", "$defs/thread/properties/messages/items/properties/kind"): MESSAGE_KINDS,
    ("report", "$defs/contradiction/properties/state"): CONTRADICTION_STATES,
    ("report", "$defs/excerpt/items/properties/role"): SCREENED_ROLES,
    ("report", "$defs/question/properties/to"): get_args(Question.__annotations__["to"]),
    ("report", "$defs/layout/properties/columns/items/properties/role"): ROLES,
    ("report", "$defs/layout/properties/columns/items/properties/also/items"): ROLES,
    ("report", "$defs/line/properties/parts/items/properties/determination"): DETERMINATIONS,
    ("report", "$defs/waiver/properties/state"): WAIVER_STATES,
    ("report", "$defs/waiver/properties/reason"): WAIVER_REASONS,
    ("report", "$defs/waived/properties/reason"): WAIVER_REASONS,
    ("report", "$defs/finding/properties/baseline"): (*BASELINE_STATES, None),
    ("report", "$defs/profile/properties/acts/items"): ACTS,
    ("report", "$defs/rule/properties/severity"): SEVERITIES,
    ("report", "$defs/rule/properties/bars/items"): ACTS,
    ("report", "$defs/decision/properties/state"): DECISION_STATES,
    ("report", "$defs/decision/properties/standing"): STANDINGS,
    ("report", "$defs/holder/properties/state"): HOLDING_STATES,
    ("report", "$defs/evidence/properties/standing"): STANDINGS,
    ("report", "$defs/line/properties/determination"): DETERMINATIONS,
    ("report", "properties/provenance/properties/lists/items/properties/dated_by"): (*get_args(DateBasis), None),
    ("report", "$defs/finding/properties/subject"): SUBJECTS,
    ("report", "$defs/finding/properties/outcome"): OUTCOMES,
    ("report", "$defs/finding/properties/severity"): SEVERITIES,
    ("report", "$defs/finding/properties/bars/items"): ACTS,
    ("report", "$defs/finding/properties/barred/items"): ACTS,
    ("report", "$defs/finding/properties/relation"): RELATIONS,
    ("report", "$defs/finding/properties/basis"): BASES,
    ("report", "$defs/finding/properties/confidence"): CONFIDENCES,
    ("report", "$defs/finding/properties/grounds/items/properties/kind"): get_args(Ground.__annotations__["kind"]),
    ("report", "$defs/finding/properties/evidence/items/properties/standing"): STANDINGS,
    ("report", "$defs/answer/properties/standing"): (*STANDINGS, None),
}

#: Where a schema counts by words, and the words counted by, in the order of the report.
COUNTS: Mapping[str, tuple[str, ...]] = {
    "properties/summary/properties/by_determination": DETERMINATIONS,
    "properties/summary/properties/by_severity": SEVERITIES[::-1],
    "$defs/supplier/properties/by_determination": DETERMINATIONS,
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_output_has_a_valid_schema(name: str) -> None:
    schema = json.loads(output_schema_text(name))
    Draft202012Validator.check_schema(schema)
    version = "v1" if name == "report" else "v0"
    assert schema["properties"]["schema"]["const"] == f"vendorcheck.{name}/{version}"
    assert schema["required"] == list(schema["properties"])


def test_every_schema_is_that_of_an_output() -> None:
    files = Path(schemas.__file__).parent.glob("*.json")
    assert {file.name for file in files} == {f"{name}.schema.json" for name in OUTPUTS}


@pytest.mark.parametrize(("output", "path", "known"), [(*place, known) for place, known in WORDS.items()])
def test_the_words_of_the_schema_are_those_of_the_model(output: str, path: str, known: tuple[object, ...]) -> None:
    assert tuple(_part(output, path)["enum"]) == known


def test_no_other_place_of_a_schema_lists_words() -> None:
    found = {(output, path) for output in OUTPUTS for path in _lists_words(_part(output, ""))}
    assert found == set(WORDS)


@pytest.mark.parametrize(("path", "known"), COUNTS.items())
def test_the_schema_counts_by_the_words_of_the_model(path: str, known: tuple[str, ...]) -> None:
    counts = _part("report", path)
    assert tuple(counts["properties"]) == tuple(counts["required"]) == known


@pytest.mark.parametrize("name", sorted(REPORT["$defs"]))
def test_every_part_of_a_report_is_required_and_nothing_else_is_allowed(name: str) -> None:
    part = REPORT["$defs"][name]
    part = part.get("items", part)
    assert part["required"] == list(part["properties"])
    assert part["additionalProperties"] is False


def _part(output: str, path: str) -> Any:
    part = json.loads(output_schema_text(output))
    for key in filter(None, path.split("/")):
        part = part[key]
    return part


def _lists_words(part: Any, path: str = "") -> Iterator[str]:
    """The places below a part of a schema that list words."""
    if isinstance(part, dict):
        if isinstance(part.get("enum"), list):
            yield path.removeprefix("/")
        for key, value in part.items():
            yield from _lists_words(value, f"{path}/{key}")
