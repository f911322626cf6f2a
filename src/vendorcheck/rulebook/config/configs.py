"""A config: what it says in place of options, each with its line, and the policies it defines."""

import pathlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from vendorcheck.model.report import FileRecord
from vendorcheck.rulebook.config.policies import PolicyText
from vendorcheck.rulebook.config.reading import parsed, read_content
from vendorcheck.rulebook.config.update import Update, build_update

#: The keys that hold policies, and how lists are fetched; all others are named as options are.
POLICIES, UPDATE = "policies", "update"


class Stated(NamedTuple):
    """The values that a config gives an option, as texts, and the line on which it does."""

    values: tuple[str, ...]
    line: int


class Config(NamedTuple):
    """A config that fits its schema; its relative paths start from `folder`.

    `update_lines` has the line of each key of `update` that it gives.
    """

    file: FileRecord
    folder: pathlib.Path
    stated: Mapping[str, Stated]
    policies: tuple[PolicyText, ...]
    update: Update = Update()
    update_lines: Mapping[str, int] = MappingProxyType({})


def load_config(path: pathlib.Path) -> Config:
    """Return the config in a file; a ConfigError holds every fault."""
    content = read_content(path, "config")
    file = parsed(content, "config")
    stated = {
        key: Stated(_texts(value), file.marks[key,][0])
        for key, value in file.value.items()
        if key not in (POLICIES, UPDATE)
    }
    policies = tuple(
        PolicyText(name, file, (POLICIES, name), path.parent, "config") for name in file.value.get(POLICIES, {})
    )
    told = file.value.get(UPDATE, {})
    lines = {key: file.marks[UPDATE, key][0] for key in told}
    record = FileRecord(content.name, content.digest)
    return Config(record, path.parent, stated, policies, build_update(told, path.parent), lines)


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, bool):
        return ("true" if value else "false",)
    return (str(value),)
