"""What snapshots are called, and their order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.lists.store.snapshot_id import SnapshotId


@given(st.dates(), st.integers(1, 999_999_999), st.text("0123456789abcdef", min_size=12, max_size=12))
def test_a_name_is_read_as_it_was_written(day: date, number: int, key: str) -> None:
    name = SnapshotId(day, number, key)
    assert SnapshotId.parse(str(name)) == name


@pytest.mark.parametrize(
    "text",
    ["", "notes", ".new-1", "2024-02-30-1-0123456789ab", "2024-02-01-0-0123456789ab", "2024-02-01-1-0123456789AB"],
)
def test_what_is_no_name(text: str) -> None:
    assert SnapshotId.parse(text) is None


def test_later_days_come_later_and_so_do_later_imports_of_a_day() -> None:
    key, day = "0123456789ab", date(2024, 2, 1)
    first, second = SnapshotId(day, 2, "f" * 12), SnapshotId(day, 10, key)
    third = SnapshotId(date(2024, 2, 2), 1, key)
    assert sorted([third, second, first]) == [first, second, third]
