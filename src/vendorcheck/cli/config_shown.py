"""What options come to, as text and as data."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vendorcheck.cli.settings import DEFAULT, Settings
from vendorcheck.model.report import FileRecord
from vendorcheck.reporters.text.rows import EMPTY, Row, row

if TYPE_CHECKING:
    from vendorcheck.screening.policies import Settled

SETTINGS_SCHEMA = "vendorcheck.settings/v0"


def settings_data(settings: Settings, holding: "Settled") -> dict[str, object]:
    """Return each option with its values and their origin, and the policy as it holds, as plain data."""
    return {
        "schema": SETTINGS_SCHEMA,
        "config": _file(settings.config.file if settings.config else None),
        "options": [
            {"name": each.name, "values": list(each.values), "origin": each.origin}
            for each in settings.options.values()
        ],
        "update": [{"key": key, "values": list(values), "origin": origin} for key, values, origin in _update(settings)],
        "policy": _policy(holding),
    }


def settings_rows(settings: Settings, holding: "Settled") -> Iterator[Row]:
    """Yield a row for each option and each key of `update`, and below them one for each key of the policy."""
    options = [(each.name, ", ".join(each.values) or "-", each.origin) for each in settings.options.values()]
    options += [(key, ", ".join(values) or "-", origin) for key, values, origin in _update(settings)]
    wide, longest = (max(len(option[at]) for option in options) for at in (0, 1))
    for name, value, origin in options:
        yield row(f"{name:<{wide}}  {value:<{longest}}  {origin}")
    policy = holding.request.policy
    if policy.id is None:
        return
    from vendorcheck.rulebook.config import policy_data

    yield EMPTY
    yield row(f"as the policy {policy.id} holds:" + (f" ({holding.file.name})" if holding.file else ""))
    for key, value in policy_data(policy).items():
        yield row(f"  {key:<{wide - 2}}  {_text(value)}")
    yield from (row(f"  {remark}") for remark in policy.remarks)


def _update(settings: Settings) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """How `lists update` would fetch: each key with its values and where they were said, nothing secret among them."""
    from vendorcheck.rulebook.config import Update, update_texts

    config = settings.config
    lines = config.update_lines if config else {}
    for key, values in update_texts(config.update if config else Update()).items():
        yield f"update.{key}", values, f"{config.file.name}:{lines[key]}" if config and key in lines else DEFAULT


def _policy(holding: "Settled") -> dict[str, object] | None:
    from vendorcheck.rulebook.config import policy_data

    policy = holding.request.policy
    if policy.id is None:
        return None
    return {"file": _file(holding.file), "holds": policy_data(policy), "remarks": list(policy.remarks)}


def _file(record: FileRecord | None) -> dict[str, str] | None:
    return None if record is None else {"file": record.name, "sha256": record.digest}


def _text(value: object) -> str:
    """A value in one row, as YAML would have it."""
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(map(_text, value)) or "-"
        case dict():
            return ", ".join(f"{key}: {_text(item)}" for key, item in value.items()) or "-"
        case None:
            return "-"
    return str(value)
