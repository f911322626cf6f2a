"""The error document."""

import json
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from vendorcheck.model.errors import ErrorCode, Fault, NothingToScreenError, RulebookError, Spot, VendorcheckError
from vendorcheck.reporters.error_report import render_error
from vendorcheck.reporters.schemas import output_schema_text

SCHEMA = json.loads(output_schema_text("error"))


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            VendorcheckError("usage", "no such thing"),
            {"code": "usage", "exit_code": 2, "file": None, "line": None, "column": None, "help": None},
        ),
        (
            NothingToScreenError("bill_empty", "bom.csv is empty", spot=Spot("bom.csv"), help="Fill it."),
            {"code": "bill_empty", "exit_code": 3, "file": "bom.csv", "line": None, "column": None, "help": "Fill it."},
        ),
        (
            RulebookError((Fault("wrong", Spot("a.yaml", 3, 7, "text"), "Right it."), Fault("bad", Spot("b.yaml")))),
            {"message": "wrong (and 1 more)", "file": "a.yaml", "line": 3, "column": 7, "help": "Right it."},
        ),
    ],
)
def test_an_error_as_json(error: VendorcheckError, expected: dict[str, object]) -> None:
    data = json.loads(render_error(error))
    Draft202012Validator(SCHEMA).validate(data)
    assert {key: data[key] for key in expected} == expected
    assert data["message"] == error.message


def test_a_broken_file_name_is_still_json() -> None:
    text = render_error(VendorcheckError("bill_missing", "\udcff does not exist", spot=Spot("\udcff")))
    assert json.loads(text.encode("utf-8"))["file"] == "\udcff"


def test_the_schema_knows_every_code() -> None:
    assert SCHEMA["properties"]["code"]["enum"] == list(get_args(ErrorCode))
