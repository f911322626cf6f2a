"""Faults of a config without what may be secret in it: errors are kept in the logs of others."""

import re
from collections.abc import Iterable

from vendorcheck.model.errors import Fault

#: Who asks, in an address, in one that was cut short, or in one without its scheme; and what follows its question mark.
_SECRETS = (
    re.compile(r"(://)([^@\s]*(?=@)|[^/@\s]*(?=…))"),
    re.compile(r"()([^\s'\"/:@*]+:[^\s'\"/@]+(?=@))"),
    re.compile(r"(://[^\s?]*\?)([^\s'\"\]},]+)"),
)


def without_secrets(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return faults in whose messages and lines every sign that may be of a secret is a star, and no other."""
    return tuple(map(_without, faults))


def _without(fault: Fault) -> Fault:
    line = fault.spot.source_line
    spot = fault.spot._replace(source_line=None if line is None else _hidden(line))
    return fault._replace(message=_hidden(fault.message), spot=spot)


def _hidden(text: str) -> str:
    for secret in _SECRETS:
        text = secret.sub(lambda found: found[1] + "*" * len(found[2]), text)
    return text
