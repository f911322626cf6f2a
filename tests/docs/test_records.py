"""The page of records holds every key of every kind of record, as the schemas have them."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from vendorcheck.rulebook import SCHEMAS, schema_text

PAGE = Path(__file__).parents[2] / "docs" / "records.md"

_DATES = r"^\d{4}-\d{2}-\d{2}$"
#: What a reader may write where a schema has a pattern.
FORMS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "an id",
    "^[a-z0-9-]+$": "an id",
    _DATES: "a day, as in 2026-11-21",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "a day, as in 2026-11-21",
    r"^\d{4}(-\d{2}(-\d{2})?)?(/(\.\.|\d{4}(-\d{2}(-\d{2})?)?))?$": "a date",
    "^[A-Z]{2}$": "two letters of a country",
    "^[0-9a-f]{64}$": "a SHA-256, 64 small hexadecimal digits",
    "^[0-9a-f]{12,64}$": "a SHA-256, or the first twelve small hexadecimal digits of it, or more",
    "^([A-Z][A-Z0-9]{2}|[0-9][A-Z0-9]{4})$": "three signs, or five from a digit on, in capitals",
    "^[0-9A-F]{6}$": "six hexadecimal digits in capitals",
    "^[A-Z0-9][A-Z0-9-]*$": "capitals, digits and hyphens",
    r"^https://[^\s/?#@]+(/[^\s#]*)?$": "an address, `https://`",
    r"^http://[^\s/]+/?$": "the address of a proxy, `http://`",
    r"\S": "text",
}
TYPES = {"string": "text", "boolean": "`true` or `false`", "integer": "a whole number", "number": "a number"}
#: Parts that hold themselves, and so are told once.
ONCE = {
    "condition": "a condition: the keys of `if`",
    "name": "a name, or the keys of `names.legal[]`",
}

HEAD = """\
# The keys of every record

Written from the JSON Schemas by `make examples`. What the records are for is told in [the rulebook](rulebook.md) and
step by step in [writing a rule](writing-rules.md). A key that is not here is a fault, and so is one that is required
and missing.

* `names.legal[].source` is the key `source` of an entry in the list `legal` below `names`. What is required below a
  key is required where that key stands.
* **An id** is of small letters, digits and hyphens, as in `snailhaven-order-3`.
* **A date** is a day, a month or a year (2026-04-01, 2026-04, 2026), or a span where the day is not settled
  (2026-04-01/2026-04-15; `..` for no known end).
* **Text** is at least one sign.
"""


class Row(NamedTuple):
    """A key of a record: where it stands, whether it must, and what may stand there."""

    key: str
    required: bool
    holds: str
    says: str


class Keys:
    """The keys that a schema allows."""

    def __init__(self, schema: dict[str, Any]) -> None:
        """Take a schema with its `$defs`."""
        self._schema = schema

    def rows(self) -> Iterator[Row]:
        """Yield every key, each before those below it."""
        yield from self._below(self._schema, "")

    def _below(self, part: dict[str, Any], path: str) -> Iterator[Row]:
        required = part.get("required", ())
        for name, value in part.get("properties", {}).items():
            key = f"{path}{name}"
            yield Row(key, name in required, self.words(value), value.get("description", ""))
            yield from self._inside(value, key)

    def _inside(self, value: dict[str, Any], key: str) -> Iterator[Row]:
        if _name(value) in ONCE and key != "if":
            return
        value = self._seen(value)
        yield from self._below(value, f"{key}.")
        for either in value.get("oneOf", ()):
            yield from self._inside(either, key)
        if isinstance(value.get("items"), dict):
            yield from self._inside(value["items"], f"{key}[]")
        if isinstance(value.get("additionalProperties"), dict):
            yield from self._inside(value["additionalProperties"], f"{key}.ID")

    def _seen(self, value: dict[str, Any]) -> dict[str, Any]:
        name = _name(value)
        found: dict[str, Any] = self._schema["$defs"][name] if name else value
        return found

    def words(self, value: dict[str, Any]) -> str:
        """Return in words what may stand at a key."""
        if _name(value) in ONCE:
            return ONCE[_name(value)]
        value = self._seen(value)
        if "enum" in value:
            return ("one of " if len(value["enum"]) > 1 else "") + ", ".join(f"`{each}`" for each in value["enum"])
        if "const" in value:
            return f"`{json.dumps(value['const']).strip(chr(34))}`"
        if "type" not in value:
            return " or ".join(self.words(each) for each in value["oneOf"])
        return self._of_type(value)

    def _of_type(self, value: dict[str, Any]) -> str:
        kind = value["type"]
        if isinstance(kind, list):
            return " or ".join("nothing" if each == "null" else TYPES[each] for each in kind)
        if kind == "array":
            least = "a list, not empty" if value.get("minItems") else "a list"
            return f"{least}; each: {self.words(value['items'])}"
        if kind == "object":
            return self._of_object(value)
        words = FORMS[value["pattern"]] if "pattern" in value else TYPES[kind]
        return words + _limits(value)

    def _of_object(self, value: dict[str, Any]) -> str:
        inner = value.get("additionalProperties")
        if isinstance(inner, dict):
            return f"by {FORMS[value['propertyNames']['pattern']]}: {self.words(inner)}"
        if value.get("maxProperties") == 1:
            return "exactly one of the keys below"
        for rule, words in (("anyOf", "at least one of"), ("oneOf", "exactly one of")):
            if rule in value:
                names = ", ".join(f"`{each['required'][0]}`" for each in value[rule])
                return f"the keys below, {words} {names}"
        return "the keys below"


def _name(value: dict[str, Any]) -> str:
    return str(value.get("$ref", "")).removeprefix("#/$defs/")


def _limits(value: dict[str, Any]) -> str:
    names = {"exclusiveMinimum": "more than", "minimum": "from", "maximum": "to"}
    said = [f"{names[key]} {value[key]}" for key in names if key in value]
    return " " + " ".join(said) if said else ""


def _where(schema: dict[str, Any]) -> str:
    """What else is required, or not allowed, where a key has one value."""
    if "if" not in schema:
        return ""
    [(key, value)] = schema["if"]["properties"].items()
    then, otherwise = (" and ".join(_demands(schema[branch])) for branch in ("then", "else"))
    return f"\nWhere `{key}` is `{value['const']}`: {then}. Otherwise: {otherwise}.\n"


def _demands(part: dict[str, Any], path: str = "") -> Iterator[str]:
    yield from (f"`{path}{key}` is required" for key in part.get("required", ()))
    for key, value in part.get("properties", {}).items():
        if value is False:
            yield f"`{path}{key}` is not allowed"
        elif "items" in value:
            yield from _demands(value["items"], f"{path}{key}[].")


def _table(kind: str) -> str:
    schema = json.loads(schema_text(kind))
    lines = [
        f"## {kind}",
        "",
        f"{schema['title']}.",
        _where(schema),
        "| key | required? | what stands there |",
        "|---|---|---|",
    ]
    for row in Keys(schema).rows():
        told = ". ".join(part.rstrip(".") for part in (row.holds, row.says) if part).replace("|", "\\|")
        lines.append(f"| `{row.key}` | {'required' if row.required else 'optional'} | {told} |")
    return "\n".join(lines) + "\n"


def _page() -> str:
    return "\n".join([HEAD, *map(_table, SCHEMAS)])


def test_the_page_of_records_is_what_the_schemas_say() -> None:
    if os.environ.get("UPDATE_EXAMPLES"):
        PAGE.write_text(_page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == _page()


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_word_that_a_schema_allows_is_on_the_page(kind: str) -> None:
    def words(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            yield from part.get("enum", ()) if isinstance(part.get("enum"), list) else ()
            yield from part.get("properties", {}) if isinstance(part.get("properties"), dict) else ()
            part = list(part.values())
        for each in part if isinstance(part, list) else ():
            yield from words(each)

    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {kind}\n")[2].partition("\n## ")[0]
    assert [word for word in words(json.loads(schema_text(kind))) if word not in section] == []
