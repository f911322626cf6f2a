"""How deep a line stands, in the ways that bills say it."""

from collections.abc import Sequence

import pytest

from vendorcheck.model.bom import Column, Layout, Role
from vendorcheck.readers.tables.levels import depth_of, depths_of


@pytest.mark.parametrize(
    ("text", "outline", "depth"),
    [
        ("0", False, 0),
        ("2", False, 2),
        ("3.0", False, 3),
        (" 1 ", False, 1),
        (".1", False, 1),
        ("..2", False, 2),
        ("...3", False, 3),
        ("- 2", False, 2),
        ("+", False, 1),
        ("++", False, 2),
        (". .", False, 2),
        ("1", True, 0),
        ("1.2", True, 1),
        ("1.2.3", True, 2),
        ("1.2.", True, 1),
        ("10.11.12.13", False, 3),
        ("", False, None),
        ("  ", True, None),
        ("A", False, None),
        ("Level 2", False, 2),
        ("L3", False, 3),
        ("Ebene 1", False, 1),
        ("１", False, 1),
        ("1-2", True, 1),
        ("II", False, None),
    ],
)
def test_depth_of(text: str, outline: bool, depth: int | None) -> None:  # noqa: FBT001
    assert depth_of(text, outline=outline) == depth


@pytest.mark.parametrize(
    ("texts", "depths"),
    [
        (["0", "1", "2", "1", "0"], [0, 1, 2, 1, 0]),
        ([".1", "..2", "", ".1"], [1, 2, None, 1]),
        (["1", "1.1", "1.1.1", "2", "2.1"], [0, 1, 2, 0, 1]),
        (["1.0", "2.0"], [1, 2]),
    ],
)
def test_a_level_column_is_read_in_the_way_its_table_uses(texts: Sequence[str], depths: Sequence[int]) -> None:
    rows = [["x", text] for text in texts]
    found = depths_of(_layout("maker", "level"), rows)
    assert found is not None
    assert [found.of(row) for row in rows] == depths


@pytest.mark.parametrize("texts", [["1", "2", "3"], ["1.1", "1.2"], ["10.5", "11.2"], ["", ""], ["1", "3.1"]])
def test_numbers_of_lines_are_no_levels_unless_each_has_the_one_above_it(texts: Sequence[str]) -> None:
    assert depths_of(_layout("line_no", "maker"), [[text, "x"] for text in texts]) is None


def test_outline_numbers_of_lines_are_levels() -> None:
    rows = [["1", "x"], ["1.1", "x"], ["CAMERAS", "x"], ["1.2", "x"], ["2", "x"]]
    found = depths_of(_layout("line_no", "maker"), rows)
    assert found is not None
    assert [found.of(row) for row in rows] == [0, 1, None, 1, 0]


def test_a_table_without_either_column_has_no_levels() -> None:
    assert depths_of(_layout("maker", "part"), [["1", "1.1"]]) is None


def _layout(*roles: Role) -> Layout:
    return Layout("csv", "utf-8", ",", None, 1, tuple(Column(cell, role, role) for cell, role in enumerate(roles, 1)))
