"""An entry of a list as one line of JSON, and back."""

import json
from typing import Any

from vendorcheck.model.period import Period
from vendorcheck.model.watchlist import Alias, ListEntry

#: What stands in a record only where it is not what it is by itself.
_DEFAULTS = ListEntry._field_defaults


def entry_text(entry: ListEntry) -> str:
    """Return an entry as JSON; fields that say nothing are left out."""
    data: dict[str, Any] = {
        name: value
        for name, value in zip(entry._fields, entry, strict=True)
        if name not in _DEFAULTS or value != _DEFAULTS[name]
    }
    for name in ("since", "until"):
        if name in data:
            data[name] = data[name].text
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def entry_of(text: str) -> ListEntry:
    """Return the entry that a text is of; a ValueError, LookupError or TypeError where it is of none."""
    data = json.loads(text)
    for name in ("since", "until"):
        if name in data:
            data[name] = Period.parse(data[name])
    for name in ("programmes", "addresses", "identifiers", "remarks"):
        if name in data:
            data[name] = tuple(data[name])
    if "aliases" in data:
        data["aliases"] = tuple([Alias(*alias) for alias in data["aliases"]])
    return ListEntry(**data)
