"""Numbers as they are seen: without exponents, dates by their formats, zeros that a format asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcheck.readers.workbook.numbers import Shown, number_text, shown_by, shown_by_code

DAY, TIME, BOTH, STRETCH = Shown(day=True), Shown(time=True), Shown(day=True, time=True), Shown(stretch=True)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("5", "5"),
        ("5.0", "5"),
        ("-5.0", "-5"),
        ("-0", "0"),
        ("0.1", "0.1"),
        (".5", "0.5"),
        ("0.30000000000000004", "0.3"),
        ("68.66499999999999", "68.665"),
        ("885342207005", "885342207005"),
        ("8.85342207005E+11", "885342207005"),
        ("8.85342207005e11", "885342207005"),
        ("1E5", "100000"),
        ("1.0000000000000001E-5", "0.00001"),
        ("12345678901234567890", "12345678901234567890"),
        ("1.2345678901234567E+17", "123456789012346000"),
        ("1E+30", "1" + "0" * 30),
        ("1E+31", "1E+31"),
        ("007", "007"),
        (" 5.0\n", "5"),
    ],
)
def test_a_number_has_no_exponent_and_no_idle_decimals(written: str, seen: str) -> None:
    assert number_text(written, None, from_1904=False) == seen


@pytest.mark.parametrize("written", ["", "1_000", "1,5", "0x1F", "NaN", "inf", "1E999", "1E9999", "²", "٣", "-", "1E"])
def test_what_is_no_number_stays_as_it_is_written(written: str) -> None:
    assert number_text(written, None, from_1904=False) == written
    assert number_text(written, DAY, from_1904=False) == written


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_is_its_digits_however_it_is_stored(number: int) -> None:
    for written in (repr(number), repr(float(number)), f"{float(number):.14E}"):
        assert number_text(written, None, from_1904=False) == str(number)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e30, max_value=1e30))
def test_no_number_loses_more_than_its_last_digits(number: float) -> None:
    seen = number_text(repr(number), None, from_1904=False)
    assert float(seen) == pytest.approx(number, rel=1e-14, abs=0)
    assert "e" not in seen.lower() or abs(number) < 1e-29


@pytest.mark.parametrize(
    ("written", "shown", "seen"),
    [
        ("45413", DAY, "2024-05-01"),
        ("45413.75", DAY, "2024-05-01"),
        ("45413.75", BOTH, "2024-05-01 18:00:00"),
        ("45413", BOTH, "2024-05-01"),
        ("45413.75", TIME, "18:00:00"),
        ("0.75", BOTH, "18:00:00"),
        ("0.5208333333333334", TIME, "12:30:00"),
        ("1.5", STRETCH, "36:00:00"),
        ("1", DAY, "1900-01-01"),
        ("59", DAY, "1900-02-28"),
        ("60", DAY, "1900-02-29"),
        ("61", DAY, "1900-03-01"),
        ("2958465", DAY, "9999-12-31"),
        ("2958466", DAY, "2958466"),
        ("1E15", DAY, "1000000000000000"),
        ("-1", DAY, "-1"),
        ("42", Shown(digits=5), "00042"),
        ("123456", Shown(digits=5), "123456"),
        ("4.5", Shown(digits=5), "4.5"),
        ("-4", Shown(digits=5), "-4"),
    ],
)
def test_a_format_says_what_a_number_means(written: str, shown: Shown, seen: str) -> None:
    assert number_text(written, shown, from_1904=False) == seen


@pytest.mark.parametrize(("written", "seen"), [("0", "1904-01-01"), ("60", "1904-03-01"), ("43951", "2024-05-01")])
def test_days_may_count_from_1904(written: str, seen: str) -> None:
    assert number_text(written, DAY, from_1904=True) == seen


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", None),
        ("0", None),
        ("0.00", None),
        ("#,##0.00", None),
        ("0.00E+00", None),
        ("@", None),
        ('0" days"', None),
        (r"0 \d\a\y\s", None),
        ("0_d", None),
        ("0*s", None),
        ("[Red]0;[Blue]0", None),
        ("[$USD] 0.00", None),
        ('0;"y"', None),
        ("yyyy-mm-dd", DAY),
        ("mmm", DAY),
        ("[$-409]d\\ mmmm", DAY),
        ("[$-F800]dddd", DAY),
        ('"a;b" yyyy', DAY),
        ('[=0]"";yyyy', None),
        ("yyyy;;@", DAY),
        ("hh:mm", TIME),
        ("mm:ss", TIME),
        ("h:mm AM/PM", TIME),
        ("d/m/yy hh:mm", BOTH),
        ("[h]:mm:ss", STRETCH),
        ("[mm]", STRETCH),
        ("[HH]:MM", STRETCH),
        ("00000", Shown(digits=5)),
        ("00", Shown(digits=2)),
        ("000-000", None),
        ('"open', None),
    ],
)
def test_what_a_code_says(code: str, shown: Shown | None) -> None:
    assert shown_by_code(code) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, None), (1, None), (14, DAY), (20, TIME), (22, BOTH), (46, STRETCH), (49, None), (164, DAY)],
)
def test_formats_without_a_code_are_known_by_number(number: int, shown: Shown | None) -> None:
    assert shown_by(number, {164: "yyyy"}) == shown


def test_a_code_wins_over_the_number() -> None:
    assert shown_by(14, {14: "0.00"}) is None
