"""A file of waivers: loaded with line and column, checked, and made into the model; in doubt none of it is used."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, Any

from vendorcheck.model.errors import RulebookError, Spot, VendorcheckError, WaiversError
from vendorcheck.model.waiver import (
    MAX_WAIVER_DAYS,
    LegalException,
    NamePair,
    Recorded,
    Waiver,
    WaiverFile,
    WaiverScope,
)
from vendorcheck.rulebook.schema import schema_faults
from vendorcheck.rulebook.waiver_faults import Nameable, waiver_faults

if TYPE_CHECKING:
    import pathlib

    from vendorcheck.rulebook.yaml_source import YamlFile


def load_waivers(path: pathlib.Path, known: Nameable, today: date, max_days: int = MAX_WAIVER_DAYS) -> WaiverFile:
    """Return the waivers of a file, those that have expired included; a WaiversError holds every fault.

    `max_days` is for how many days after it was created a waiver may hold.
    """
    # Imported here because most runs are given no waivers, and the YAML loader takes as long as a small scan.
    from vendorcheck.rulebook.yaml_source import read_yaml

    shown = path.as_posix()
    content = _content(path, shown)
    try:
        file = read_yaml(shown, content)
    except RulebookError as error:
        raise WaiversError(error.faults) from error
    faults = (*schema_faults(file, "waivers"), *waiver_faults(file, known, today, max_days))
    if faults:
        raise WaiversError(tuple(sorted(faults, key=lambda fault: (fault.spot.line or 0, fault.spot.column or 0))))
    waivers = tuple(map(_waiver, file.value["waivers"]))
    return WaiverFile(shown, hashlib.sha256(content).hexdigest(), waivers, _spots(file))


def _content(path: pathlib.Path, shown: str) -> bytes:
    """The bytes of a file, and never more than one too many: a pipe or a device may have no end."""
    from vendorcheck.rulebook.yaml_source import MAX_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"the waivers {shown} cannot be read: {reason}"
        todo = "Name a file that can be read, where it is named: after -w, in the config or in the policy."
        raise VendorcheckError("waivers_invalid", message, spot=Spot(shown), help=todo) from error


def _spots(file: YamlFile) -> dict[str, Spot]:
    """Where each waiver begins, by its id."""
    return {
        waiver["id"]: file.spot(*file.marks["waivers", at, "id"]) for at, waiver in enumerate(file.value["waivers"])
    }


def _waiver(data: dict[str, Any]) -> Waiver:
    return Waiver(
        id=data["id"],
        rule=data["rule"],
        scope=_scope(data["scope"]),
        reason=data["reason"],
        statement=data["statement"],
        owner=data["owner"],
        approved_by=data["approved_by"],
        created=date.fromisoformat(data["created"]),
        expires=date.fromisoformat(data["expires"]),
        exception=LegalException(**data["exception"]) if "exception" in data else None,
        recorded=Recorded(**data["recorded"]) if "recorded" in data else None,
    )


def _scope(data: dict[str, Any]) -> WaiverScope:
    return WaiverScope(
        vendor=data.get("vendor"),
        part=data.get("part"),
        fingerprint=data.get("fingerprint"),
        pair=NamePair(**data["name_pair"]) if "name_pair" in data else None,
        everything=data.get("all", False),
    )
