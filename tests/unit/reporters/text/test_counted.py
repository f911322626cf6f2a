"""Rows that are no plain lines, in words."""

import pytest

from vendorcheck.model.bom import LineNumbers, Reading
from vendorcheck.reporters.text.counted import MAX_LISTED, counted


def test_one_is_told_as_one() -> None:
    reading = Reading()
    reading.footers.add(9)
    reading.no_level.add(3)
    assert list(counted(reading)) == [
        "1 footer, looked at as text (line 9)",
        "1 that does not say its level, taken for no part of an assembly (line 3)",
    ]


def test_several_are_told_as_several() -> None:
    reading = Reading()
    reading.footers.add(9, 10)
    assert list(counted(reading)) == ["2 footers, looked at as text (line 9-10)"]


def test_a_table_of_plain_lines_has_nothing_to_tell() -> None:
    assert list(counted(Reading())) == []


def test_every_kind_that_is_counted_is_told() -> None:
    reading = Reading()
    kinds = [numbers for numbers in vars(reading).values() if isinstance(numbers, LineNumbers)]
    for numbers in kinds:
        numbers.add(5)
    assert len(list(counted(reading))) == len(kinds)


@pytest.mark.parametrize(("stretches", "more"), [(MAX_LISTED, ""), (MAX_LISTED + 1, " and more")])
def test_of_many_stretches_the_first_are_listed(stretches: int, more: str) -> None:
    reading = Reading()
    for line in range(stretches):
        reading.blank.add(2 * line + 1)
    (text,) = counted(reading)
    assert text.startswith(f"{stretches} blank (line 1, 3, ")
    assert text.endswith(f"{2 * MAX_LISTED - 1}{more})")
