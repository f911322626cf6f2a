"""Line numbers kept as stretches, what was read and what was not, and which columns are screened."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import MAX_STRETCHES, ROLES, Column, Layout, LineNumbers, Reading, Role, lost_characters


def test_with_no_line_added_nothing_is_counted_and_all_is_listed() -> None:
    numbers = LineNumbers()
    assert (numbers.count, numbers.stretches, numbers.complete) == (0, [], True)


def test_lines_that_follow_each_other_are_one_stretch() -> None:
    numbers = LineNumbers()
    for line in (3, 4, 5):
        numbers.add(line)
    assert (numbers.count, numbers.stretches) == (3, [(3, 5)])


def test_a_gap_begins_another_stretch() -> None:
    numbers = LineNumbers()
    for line in (1, 2, 4):
        numbers.add(line)
    assert (numbers.count, numbers.stretches) == (3, [(1, 2), (4, 4)])


def test_a_stretch_can_be_added_and_joins_the_one_before() -> None:
    numbers = LineNumbers()
    numbers.add(2, 5)
    numbers.add(6, 9)
    numbers.add(11, 11)
    assert (numbers.count, numbers.stretches) == (9, [(2, 9), (11, 11)])


def test_past_the_bound_lines_are_counted_and_no_longer_listed() -> None:
    numbers = LineNumbers()
    for line in range(1, 2 * MAX_STRETCHES, 2):
        numbers.add(line)
    assert len(numbers.stretches) == MAX_STRETCHES
    assert numbers.complete
    numbers.add(10_000)
    numbers.add(20_000, 20_009)
    assert len(numbers.stretches) == MAX_STRETCHES
    assert numbers.count == MAX_STRETCHES + 11
    assert not numbers.complete


def test_at_the_bound_the_last_stretch_still_grows() -> None:
    numbers = LineNumbers()
    for line in range(1, 2 * MAX_STRETCHES, 2):
        numbers.add(line)
    last = numbers.stretches[-1][1]
    numbers.add(last + 1, last + 7)
    assert numbers.stretches[-1] == (last, last + 7)
    assert numbers.complete


@given(st.sets(st.integers(1, 300)))
@settings(max_examples=200, deadline=None)
def test_the_stretches_hold_exactly_the_lines_added(lines: set[int]) -> None:
    numbers = LineNumbers()
    for line in sorted(lines):
        numbers.add(line)
    assert {line for first, last in numbers.stretches for line in range(first, last + 1)} == lines
    assert numbers.count == len(lines)
    assert numbers.complete
    gaps = zip(numbers.stretches, numbers.stretches[1:], strict=False)
    assert all(after[0] > before[1] + 1 for before, after in gaps)


def test_what_could_not_be_read_is_counted_by_reason() -> None:
    reading = Reading()
    reading.not_read("too_long", 4)
    reading.not_read("broken", 7, 9)
    reading.not_read("too_long", 5)
    assert {reason: numbers.stretches for reason, numbers in reading.unreadable.items()} == {
        "too_long": [(4, 5)],
        "broken": [(7, 9)],
    }
    assert reading.unreadable_count == 5


def test_a_reading_begins_with_nothing_and_shares_nothing() -> None:
    reading, other = Reading(), Reading()
    reading.not_read("broken", 1)
    reading.blank.add(2)
    assert (other.lines, other.unreadable_count, other.blank.count) == (0, 0, 0)


@pytest.mark.parametrize(
    "text",
    ["\ufffd", "Hikvisi\ufffdn", "\ufffdAcme", "Acme\ufffd", "\x80", "M\x81ller", "\x9f", "Acme\x85 Ltd", "海\ufffd"],
)
def test_the_replacement_character_and_controls_that_no_text_has_are_lost_characters(text: str) -> None:
    assert lost_characters(text) is True


@pytest.mark.parametrize(
    "text", ["", "Acme", "Müller & Söhne", "海康威视", "\x7f", "\xa0", "\t\r\n", "\ufffc", "?", "\ud800"]
)
def test_any_other_text_was_read_whole(text: str) -> None:
    assert lost_characters(text) is False


@given(st.text(st.characters(codec="cp1252", exclude_characters="\x00")))
@settings(max_examples=200, deadline=None)
def test_text_that_windows_can_write_has_no_lost_character_until_it_is_read_as_latin_1(text: str) -> None:
    assert not lost_characters(text.replace("\x81", "").replace("\x8d", ""))
    misread = text.encode("cp1252").decode("latin-1")
    assert lost_characters(misread) is any(0x80 <= ord(sign) <= 0x9F for sign in misread)


@pytest.mark.parametrize("role", ["quantity", "unit_price", "serial", "level", "line_no", "ignored"])
def test_prices_quantities_and_the_like_are_never_screened(role: Role) -> None:
    assert not Column(1, "heading", role).screened


def test_every_other_role_is_screened() -> None:
    screened = {role for role in ROLES if Column(1, "heading", role).screened}
    assert screened == {
        "maker", "brand", "vendor", "part", "description", "mac", "fcc_id",
        "category", "origin", "authorised_on", "acquired_on", "purpose",
    }  # fmt: skip


def test_a_layout_gives_its_screened_columns_in_the_order_of_the_file() -> None:
    columns = (Column(1, "Price", "unit_price"), Column(2, "Part", "part"), Column(3, "Maker", "maker"))
    layout = Layout("csv", "utf-8", ",", None, 1, columns)
    assert layout.screened == columns[1:]
