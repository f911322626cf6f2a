"""The digest of a rule: what a waiver is signed for is this rule, and not whatever later bears its name."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from vendorcheck.model.period import Period
from vendorcheck.model.rule import Rule

#: How many signs of a digest are enough to write it down.
ENOUGH = 12


def rule_digest(rule: Rule) -> str:
    """Return the SHA-256 of all that a rule says, however its file was written and wherever it was loaded from.

    What is empty is left out, so that a rule stays the same when rules in general come to be able to say more.
    """
    content = json.dumps(_plain(rule), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 (whatever a rule holds)
    if isinstance(value, Period):
        return value.text
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        said = {key: _plain(item) for key, item in value._asdict().items() if item not in (None, (), {})}
        return {**said, "is": type(value).__name__}  # a part that must hold and one that must not hold the same
    if isinstance(value, tuple | list | frozenset):
        return [_plain(item) for item in value]
    return value
