"""A checked policy to the words of the model."""

import pathlib
from collections.abc import Mapping
from typing import Any

from vendorcheck.model.policy import (
    HARD_AGE_DAYS,
    WARN_AGE_DAYS,
    Allowed,
    NamedFile,
    Policy,
    Raised,
    RulebookPin,
    TagThreshold,
)

#: Keys whose values are those of the model.
_PLAIN = ("id", "fail_on", "min_confidence", "allow_unscreened", "strict", "fail_provisional", "max_waiver_days")
_LISTS = ("select", "ignore", "profiles")


def build_policy(data: Mapping[str, Any], folder: pathlib.Path | None = None) -> Policy:
    """Return the policy of a checked record; the files it names start from a folder."""
    hard = data.get("hard_age_days", HARD_AGE_DAYS)
    pin = data.get("rulebook")
    told: dict[str, Any] = {key: data[key] for key in _PLAIN if key in data}
    told |= {key: tuple(data[key]) for key in _LISTS if key in data}
    return Policy(
        **told,
        warn_age_days=data.get("warn_age_days", min(WARN_AGE_DAYS, hard // 2)),
        hard_age_days=hard,
        also_fail=tuple(TagThreshold(item["tag"], item["at"]) for item in data.get("also_fail", ())),
        severities=tuple(Raised(of, to) for of, to in data.get("severities", {}).items()),
        rulebook=RulebookPin(pin.get("version"), pin.get("sha256")) if pin else None,
        waivers=_allowed(data.get("waivers", "any"), folder),
        baseline=_allowed(data.get("baseline", "any"), folder),
    )


def age_fault(data: Mapping[str, Any]) -> str | None:
    """Return what is wrong with the ages of a policy that fits its schema; None where nothing is."""
    hard = data.get("hard_age_days", HARD_AGE_DAYS)
    if data.get("warn_age_days", 0) >= hard:
        return f"a warning comes before {hard} days, from which a rulebook is not to be relied on"
    return None


def _allowed(value: Any, folder: pathlib.Path | None) -> Allowed:
    if isinstance(value, str):
        return "none" if value == "none" else "any"
    path = pathlib.Path(value["file"])
    return NamedFile(folder / path if folder else path, value.get("sha256"))
