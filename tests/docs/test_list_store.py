"""The page of the store says what its commands do."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.importing.comparing import FEW, MOST_LOST
from vendorcheck.model.policy import Policy

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("vendorcheck")
PAGE = (ROOT / "docs" / "list-store.md").read_text(encoding="utf-8")

#: Keys of what is counted by names of a list's own.
OPEN_KEYS = {"left_out", "kinds", "sublists"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a list that has shrunk since it was first imported."""
    for count in (9, 3):
        rows = (f"Firm {at} Ltd,Firm {at},{at}" for at in range(count))
        (tmp_path / "own.csv").write_text("\n".join(("name,aliases,number", *rows)), encoding="utf-8")
        _said(tmp_path, "import", (tmp_path / "own.csv").as_posix(), "--accept-shrink")
    return tmp_path


def _said(folder: Path, *arguments: str) -> Any:
    command = [COMMAND.as_posix(), "lists", *arguments, "--store", (folder / "lists").as_posix(), "-o", "json"]
    return json.loads(subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "own.csv"),
        ("list",),
        ("show", "own"),
        ("show", "own", "--find", "Firm 1"),
        ("remove", "own", "--all"),
    ],
)
def test_the_page_names_every_key(store: Path, arguments: tuple[str, ...]) -> None:
    data = _said(store, *arguments)
    named = set(re.findall(r"`([a-z0-9_]+)(?:\[\])?`", PAGE.partition("## JSON")[2]))
    assert f"`{data['schema']}`" in PAGE
    assert set(_keys(data)) - named == {"schema"}


def _keys(data: Any) -> Iterator[str]:
    match data:
        case dict():
            for key, value in data.items():
                yield key
                yield from () if key in OPEN_KEYS else _keys(value)
        case list():
            for each in data:
                yield from _keys(each)


def test_the_commands_on_the_page_are_understood() -> None:
    for line in re.findall(r"^vendorcheck (lists .+)$", PAGE, re.MULTILINE):
        name = line.split()[1]
        text = subprocess.run([COMMAND, "lists", name, "--help"], capture_output=True, check=True, text=True).stdout
        assert all(option in text for option in re.findall(r"--[a-z-]+", line)), line


def test_the_page_says_the_bounds_that_hold() -> None:

    assert (
        f"Over {Policy().list_warn_age_days} days `lists list` warns; over {Policy().list_hard_age_days} no run" in PAGE
    )
    assert (FEW, MOST_LOST) == (10, 1 / 3)
    assert "more than a third of its entries" in PAGE
    assert "at least ten entries" in PAGE
