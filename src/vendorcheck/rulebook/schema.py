"""JSON Schemas of the records: where they are, and what a value that breaks one should have been."""

from __future__ import annotations

import json
import pkgutil
import textwrap
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from vendorcheck.model.errors import Fault

if TYPE_CHECKING:
    from vendorcheck.rulebook.yaml_source import YamlFile

#: The kinds of record, each with a schema of its name.
KINDS = ("rulebook", "party", "instrument", "evidence", "rule", "cases", "profile", "vocabulary")


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of record, as shipped."""
    return (pkgutil.get_data("vendorcheck.rulebook", f"schemas/{kind}.schema.json") or b"").decode("utf-8")


@cache
def _validator(kind: str) -> Any:
    # Imported here because it takes as long as ten scans of a small bill, and a compiled rulebook needs none.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text(kind)))


def schema_faults(file: YamlFile, kind: str) -> Iterator[Fault]:
    """Yield every way in which a file breaks its schema, each at its place."""
    errors = _validator(kind).iter_errors(file.value)
    for error in sorted(errors, key=lambda error: [str(part) for part in error.absolute_path]):
        yield _fault(file, error)


def _fault(file: YamlFile, error: Any) -> Fault:
    path = tuple(error.absolute_path)
    value, expected = error.instance, error.validator_value
    match error.validator:
        case "required":
            missing = ", ".join(repr(key) for key in expected if key not in value)
            return file.fault(path, f"{missing} is missing")
        case "additionalProperties" if isinstance(value, dict):
            known = list(error.schema.get("properties", {}))
            unknown = next(key for key in value if key not in known)
            return file.fault((*path, unknown), f"{unknown!r} is not known here", help=_known(unknown, known))
        case "enum":
            return file.fault(path, f"{value!r} is not one of the values allowed", help=_known(str(value), expected))
        case "type":
            return file.fault(path, f"{_short(value)} is not of type {expected}")
        case "pattern":
            return file.fault(
                path, f"{value!r} does not have the form {expected}", help=error.schema.get("description")
            )
        case "oneOf" | "anyOf":
            return file.fault(path, f"{_short(value)} fits none of the forms allowed here")
    return file.fault(path, error.message)


def _known(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, 1)
    hint = f"Did you mean {close[0]!r}? " if close else ""
    return f"{hint}Known: {', '.join(known)}."


def _short(value: object) -> str:
    text = repr(value)
    return textwrap.shorten(text, 60, placeholder="...")
