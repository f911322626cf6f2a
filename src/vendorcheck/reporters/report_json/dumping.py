"""Data as JSON text that does nothing to a terminal."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

#: Control, format and direction signs, private ones, and lone surrogates; joiners that scripts and emoji need stay.
_ACTING = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ue000-\uf8ff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)


def dump(data: Mapping[str, Any]) -> str:
    """Return data as JSON text that ends in a newline; what would act on a terminal is written as its escape."""
    return _harmless(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def dump_items(data: Mapping[str, Any], items: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """Yield the text of data, piece by piece; a key whose value is None there is a row of these `items`, one a line.

    A row is never in memory as a whole, so a report may be longer than memory.
    """
    lead = "{\n"
    for key, value in data.items():
        yield f"{lead}  {json.dumps(key)}: "
        if key in items:
            yield from _row(items[key])
        else:
            yield _harmless(json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  "))
        lead = ",\n"
    yield "\n}\n"


def _row(items: Iterable[Any]) -> Iterator[str]:
    lead = "["
    for item in items:
        yield f"{lead}\n    {_harmless(json.dumps(item, ensure_ascii=False))}"
        lead = ","
    yield "[]" if lead == "[" else "\n  ]"


def _harmless(text: str) -> str:
    return _ACTING.sub(lambda sign: json.dumps(sign[0])[1:-1], text)
