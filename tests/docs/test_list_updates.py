"""The page on updates has the addresses as they are shipped, and the numbers that hold where nothing is said."""

from pathlib import Path

import yaml

from vendorcheck.importing.addresses import NOT_TRIED, official_lists
from vendorcheck.rulebook.config import Update

PAGE = (Path(__file__).parents[2] / "docs" / "list-updates.md").read_text(encoding="utf-8")


def test_the_table_has_every_address_and_when_it_was_seen_to_work() -> None:
    rows = [
        f"| {official.name} | `{file.file}` | `{file.address}` | {file.worked or NOT_TRIED} |"
        for official in official_lists()
        for file in official.files
    ]
    assert [row for row in PAGE.splitlines() if "| `https://" in row] == rows


def test_the_numbers_of_the_example_are_those_that_hold_where_nothing_is_said() -> None:
    example = next(block for block in PAGE.split("```yaml\n")[1:] if "attempts" in block).partition("```")[0]
    told = yaml.safe_load(example)["update"]
    held = Update()._asdict()
    assert set(told) == set(held)
    assert {key: value for key, value in told.items() if key.endswith(("_seconds", "_mib", "attempts"))} == {
        key: value for key, value in held.items() if isinstance(value, int | float)
    }
