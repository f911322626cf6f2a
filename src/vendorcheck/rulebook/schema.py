"""JSON Schemas of the records: where they are, and what a value that breaks one should have been."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from vendorcheck.model.errors import Fault
from vendorcheck.rulebook.forms import FORMS

if TYPE_CHECKING:
    from vendorcheck.rulebook.yaml_source import Path, YamlFile

#: The kinds of record, each with a schema of its name.
KINDS = (
    "rulebook",
    "party",
    "instrument",
    "evidence",
    "correspondence",
    "contradiction",
    "rule",
    "cases",
    "profile",
    "policy",
    "vocabulary",
)

#: The kinds of file that have a schema: those records, and what people write beside a rulebook.
SCHEMAS = (*KINDS, "waivers", "config")

#: How much of a wrong value a fault shows, in characters.
SHOWN = 60

#: The longest message of the schema library that is repeated; longer ones hold the whole of a wrong value.
LONGEST = 200

#: How many faults of one file are looked for, one more than are ever said.
MAX_ERRORS = 1_001


def schema_text(kind: str) -> str:
    """Return the JSON Schema of a kind of file, as shipped."""
    return (pkgutil.get_data("vendorcheck.rulebook", f"schemas/{kind}.schema.json") or b"").decode("utf-8")


@cache
def _validator(kind: str) -> Any:
    # Imported here because it takes as long as ten scans of a small bill, and a compiled rulebook needs none.
    from jsonschema import Draft202012Validator, ValidationError
    from jsonschema.validators import extend

    def unique(validator: Any, wanted: bool, instance: Any, schema: Any) -> Iterator[Any]:  # noqa: FBT001, ARG001
        """In time that grows with the list: the library compares mappings each with each."""
        if wanted and isinstance(instance, list):
            seen: set[str] = set()
            for at, item in enumerate(instance):
                text = json.dumps(item, sort_keys=True)
                if text in seen:
                    yield ValidationError(f"{_short(item)} stands twice", path=[at])
                seen.add(text)

    checking: Any = extend(Draft202012Validator, {"uniqueItems": unique})  # type: ignore[no-untyped-call]
    return checking(json.loads(schema_text(kind)))


def schema_faults(file: YamlFile, kind: str) -> Iterator[Fault]:
    """Yield the ways in which a file breaks its schema, each at its place: all of them, or the first thousand."""
    errors = islice(_validator(kind).iter_errors(file.value), MAX_ERRORS)
    faults = islice((fault for error in errors for fault in _faults(file, error)), MAX_ERRORS)
    # A missing key is an error of its own, and each names all that are missing.
    yield from sorted(dict.fromkeys(faults), key=lambda fault: (fault.spot.line, fault.spot.column))


def _faults(file: YamlFile, error: Any) -> Iterator[Fault]:
    value = error.instance
    if error.validator == "additionalProperties" and isinstance(value, dict):
        known = list(error.schema.get("properties", {}))
        for unknown in (key for key in value if key not in known):
            path = (*error.absolute_path, unknown)
            yield file.fault(path, f"{_short(unknown)} is not known here", help=_known(unknown, known))
        return
    if error.validator in ("oneOf", "anyOf"):
        meant = _meant(error)
        if meant:
            for inner in meant:
                yield from _faults(file, inner)
            return
    yield _fault(file, error)


def _meant(error: Any) -> list[Any]:
    """What is wrong by the one form, of several allowed, that the value has the type of; nothing where none is."""
    forms: dict[int, list[Any]] = {}
    for inner in error.context:
        forms.setdefault(inner.relative_schema_path[0], []).append(inner)
    other = {
        form for form, errors in forms.items() if any(each.validator == "type" and not each.path for each in errors)
    }
    likely = [errors for form, errors in forms.items() if form not in other]
    return likely[0] if len(likely) == 1 else []


def _fault(file: YamlFile, error: Any) -> Fault:
    value, expected = error.instance, error.validator_value
    path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        path = (*path, value)
    if isinstance(value, str) and not value.strip() and error.validator in ("enum", "pattern"):
        return file.fault(path, f"{_key(path)} is empty", help=_wanted(error))
    match error.validator:
        case "required":
            missing = ", ".join(repr(key) for key in expected if key not in value)
            return file.fault(path, f"{missing} is missing")
        case "enum":
            return file.fault(
                path, f"{_short(value)} is not one of the values allowed", help=_known(str(value), expected)
            )
        case "type":
            return file.fault(path, f"{_short(value)} is not of type {expected}", help=_quotes(value, expected))
        case "pattern":
            form = FORMS[expected]
            return file.fault(path, f"{_short(value)} is not written as {form.what} is here", help=form.written)
        case "oneOf" | "anyOf":
            said = error.schema.get("description") if isinstance(error.schema, Mapping) else None
            return file.fault(path, f"{_short(value)} fits none of the forms allowed here", help=said)
    if len(error.message) <= LONGEST:
        return file.fault(path, error.message)
    return file.fault(path, f"{_short(value)} does not hold to {error.validator}: {expected}")


def _key(path: Path) -> str:
    """The nearest key on the way to a value."""
    return next((repr(step) for step in reversed(path) if isinstance(step, str)), "this")


def _wanted(error: Any) -> str:
    """What stands where a value is empty."""
    if error.validator == "enum":
        return f"One of: {', '.join(map(str, error.validator_value))}."
    return FORMS[error.validator_value].written


def _known(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, 1) if len(word) <= SHOWN else []
    hint = f"Did you mean {close[0]!r}? " if close else ""
    return f"{hint}Known: {', '.join(known)}."


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _quotes(value: object, expected: object) -> str | None:
    """A year is a number to YAML, and text here."""
    return "Put it in quotes." if isinstance(value, int | float) and expected == "string" else None
