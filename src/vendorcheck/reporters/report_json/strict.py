"""JSON read strictly: what is not in the standard, or would be taken for something else, is an error."""

import json
import math
from typing import Any


def decoded(text: str) -> Any:  # noqa: ANN401 (any value of JSON)
    """Return the value of a JSON text; a ValueError where it is none, or says a key twice.

    A RecursionError for one that is nested too deeply.
    """
    return _DECODER.decode(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands twice in one object")
    return value


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is larger than any number may be")
    return value


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number of JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_number, parse_constant=_no_number)
