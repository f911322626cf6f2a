"""A file that people write beside a rulebook: its bytes, their digest, and its value where it fits its schema."""

from __future__ import annotations

import hashlib
import pathlib
from typing import TYPE_CHECKING, NamedTuple

from vendorcheck.model.errors import ConfigError, ErrorCode, PolicyError, RulebookError, Spot, VendorcheckError
from vendorcheck.rulebook.config.hiding import without_secrets
from vendorcheck.rulebook.schema import schema_faults

if TYPE_CHECKING:
    from vendorcheck.rulebook.yaml_source import YamlFile

#: What is said of a file of each kind that is not valid.
_ERRORS = {"config": ConfigError, "policy": PolicyError}

#: What to do about a file of each kind that cannot be read, and the code of that error.
_UNREADABLE: dict[str, tuple[ErrorCode, str]] = {
    "config": (
        "config_invalid",
        "Name a file that can be read with --config, or leave it out; with --isolated no config is looked for.",
    ),
    "policy": (
        "policy_invalid",
        "Name a file that can be read, or a policy by its id: of the config, or of the rulebook, as human-rights is.",
    ),
}


class Content(NamedTuple):
    """The bytes of a file, with the name to show, and their SHA-256."""

    name: str
    content: bytes
    digest: str


def read_content(path: pathlib.Path, kind: str) -> Content:
    """Return the bytes of a file; an error where it cannot be read or is larger than such a file may be."""
    # Imported here because most runs are given no such file, and the YAML loader takes as long as a small scan.
    from vendorcheck.rulebook.yaml_source import MAX_BYTES

    shown = path.as_posix()
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        code, todo = _UNREADABLE[kind]
        message = f"the {kind} {shown} cannot be read: {error.strerror or error}"
        raise VendorcheckError(code, message, spot=Spot(shown), help=todo) from error
    return Content(shown, content, hashlib.sha256(content).hexdigest())


def parsed(content: Content, kind: str) -> YamlFile:
    """Return the value of a file with its places; an error with every fault where it does not fit its schema."""
    from vendorcheck.rulebook.yaml_source import read_yaml

    try:
        file = read_yaml(content.name, content.content)
    except RulebookError as error:
        raise _ERRORS[kind](without_secrets(error.faults)) from error
    faults = tuple(schema_faults(file, kind))
    if faults:
        raise _ERRORS[kind](without_secrets(faults))
    return file
