"""A checked policy to the words of the model."""

import pathlib
from collections.abc import Iterator, Mapping
from typing import Any

from vendorcheck.model.policy import (
    HARD_AGE_DAYS,
    LIST_HARD_AGE_DAYS,
    LIST_WARN_AGE_DAYS,
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
_AGES = ("warn_age_days", "hard_age_days", "list_warn_age_days", "list_hard_age_days")
_LISTS = ("select", "ignore", "profiles")


def build_policy(data: Mapping[str, Any], folder: pathlib.Path | None = None) -> Policy:
    """Return the policy of a checked record; the files it names start from a folder."""
    hard = data.get("hard_age_days", HARD_AGE_DAYS)
    list_hard = data.get("list_hard_age_days", LIST_HARD_AGE_DAYS)
    pin = data.get("rulebook")
    told: dict[str, Any] = {key: data[key] for key in _PLAIN if key in data}
    told |= {key: tuple(data[key]) for key in _LISTS if key in data}
    return Policy(
        **told,
        warn_age_days=data.get("warn_age_days", min(WARN_AGE_DAYS, hard // 2)),
        hard_age_days=hard,
        list_warn_age_days=data.get("list_warn_age_days", min(LIST_WARN_AGE_DAYS, list_hard // 2)),
        list_hard_age_days=list_hard,
        also_fail=tuple(TagThreshold(item["tag"], item["at"]) for item in data.get("also_fail", ())),
        severities=tuple(Raised(of, to) for of, to in data.get("severities", {}).items()),
        rulebook=RulebookPin(pin.get("version"), pin.get("sha256")) if pin else None,
        waivers=_allowed(data.get("waivers", "any"), folder),
        baseline=_allowed(data.get("baseline", "any"), folder),
    )


def policy_data(policy: Policy) -> dict[str, Any]:
    """Return a policy as it would be written with every key; what does not hold in it is empty."""
    pin = policy.rulebook
    return {
        **{key: getattr(policy, key) for key in _PLAIN},
        **{key: list(getattr(policy, key)) for key in _LISTS},
        **{key: getattr(policy, key) for key in _AGES},
        "also_fail": [each._asdict() for each in policy.also_fail],
        "severities": {each.of: each.to for each in policy.severities},
        "rulebook": _filled({"version": pin.version, "sha256": pin.digest}) if pin else {},
        "waivers": _allowed_data(policy.waivers),
        "baseline": _allowed_data(policy.baseline),
    }


def age_faults(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the ages of a policy that fits its schema, each with its key."""
    hards = (("", HARD_AGE_DAYS, "a rulebook"), ("list_", LIST_HARD_AGE_DAYS, "a list"))
    for prefix, default, what in hards:
        hard = data.get(f"{prefix}hard_age_days", default)
        if data.get(f"{prefix}warn_age_days", 0) >= hard:
            yield (
                f"{prefix}warn_age_days",
                f"a warning comes before {hard} days, from which {what} is not to be relied on",
            )


def _allowed(value: Any, folder: pathlib.Path | None) -> Allowed:
    if isinstance(value, str):
        return "none" if value == "none" else "any"
    path = pathlib.Path(value["file"])
    return NamedFile(folder / path if folder else path, value.get("sha256"))


def _allowed_data(allowed: Allowed) -> Any:
    if isinstance(allowed, str):
        return allowed
    return _filled({"file": allowed.path.as_posix(), "sha256": allowed.digest})


def _filled(data: dict[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in data.items() if value is not None}
