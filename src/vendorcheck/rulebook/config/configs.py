"""A config: what it says in place of options, each with its line, and the policies it defines."""

import pathlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from vendorcheck.model.report import FileRecord
from vendorcheck.rulebook.config.policies import PolicyText
from vendorcheck.rulebook.config.reading import parsed, read_content

#: The key that holds policies; all others are named as options are.
POLICIES = "policies"


class Stated(NamedTuple):
    """The values that a config gives an option, as texts, and the line on which it does."""

    values: tuple[str, ...]
    line: int


class Config(NamedTuple):
    """A config that fits its schema; its relative paths start from `folder`."""

    file: FileRecord
    folder: pathlib.Path
    stated: Mapping[str, Stated]
    policies: tuple[PolicyText, ...]


def load_config(path: pathlib.Path) -> Config:
    """Return the config in a file; a ConfigError holds every fault."""
    content = read_content(path, "config")
    file = parsed(content, "config")
    stated = {key: Stated(_texts(value), file.marks[key,][0]) for key, value in file.value.items() if key != POLICIES}
    policies = tuple(
        PolicyText(name, file, (POLICIES, name), path.parent, "config") for name in file.value.get(POLICIES, {})
    )
    return Config(FileRecord(content.name, content.digest), path.parent, stated, policies)


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, bool):
        return ("true" if value else "false",)
    return (str(value),)
