"""Periods: what can be written, and what had happened on a day before, inside and after one."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vendorcheck.model.period import Period, dated, days_text, held
from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth

DAYS = st.dates(max_value=date(9998, 12, 31))


@pytest.mark.parametrize(
    ("text", "days", "first", "last", "said"),
    [
        ("2021-06-03", 60, date(2021, 8, 2), date(2021, 8, 2), "2021-08-02"),
        ("2021-12-16", 60, date(2022, 2, 14), date(2022, 2, 14), "2022-02-14"),
        ("2024-02", 1, date(2024, 2, 2), date(2024, 3, 1), "2024-02-02/2024-03-01"),
        ("2025-03-03/..", 10, date(2025, 3, 13), date.max, "2025-03-13/9999-12-31"),
        ("9999-12-30", 60, date.max, date.max, "9999-12-31"),
    ],
)
def test_a_period_some_days_later(text: str, days: int, first: date, last: date, said: str) -> None:
    assert Period.parse(text).later(days) == Period(first, last, said)


@st.composite
def _written(draw: st.DrawFn) -> str:
    """A day, a month, a year, an open end, or a span of two of them that ends no earlier than it begins."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    digits = st.sampled_from((4, 7, 10))
    start = first.isoformat()[: draw(digits)]
    match draw(st.sampled_from(("one", "open", "span"))):
        case "one":
            return start
        case "open":
            return f"{start}/.."
    return f"{start}/{last.isoformat()[: draw(digits)]}"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-02-06", date(2023, 2, 6), date(2023, 2, 6)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("0001", date.min, date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date.max),
        ("2022-11-24/2023-02", date(2022, 11, 24), date(2023, 2, 28)),
        ("2022/2023-02-06", date(2022, 1, 1), date(2023, 2, 6)),
        ("2023-02-06/2023-02-06", date(2023, 2, 6), date(2023, 2, 6)),
        ("2023-02/2023", date(2023, 2, 1), date(2023, 12, 31)),
        ("2025-03-03/..", date(2025, 3, 3), date.max),
        ("2025-03/..", date(2025, 3, 1), date.max),
        ("9999-12-31/..", date.max, date.max),
    ],
)
def test_what_can_be_written(text: str, first: date, last: date) -> None:
    assert Period.parse(text) == Period(first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-29",
        "2023-04-31",
        "2023-13",
        "2023-00",
        "2023-01-00",
        "0000",
    ],
)
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "12345",
        "2023-",
        "-2023",
        "2023/",
        "/2023",
        "../2023",
        "..",
        "2023/...",
        "2023/2024/2025",
        "2023-02-06-01",
        "6 February 2023",
        "2023-02-06T10:00",
        "2023-02-06\n",
        " 2023",
        "２０２３",
        "٢٠٢٣-٠٢",
        "²023",
    ],
)
def test_what_is_no_date_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date: write 2023-02-06, 2023-02 or 2023"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2023-02/2023-01", "2023/2022", "2023-02-06/2023-02-05", "2023-03/2023-02-28"])
def test_a_span_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        Period.parse(text)


def test_the_last_month_of_all_can_be_written() -> None:
    assert Period.parse("9999-12") == Period(date(9999, 12, 1), date.max, "9999-12")


@pytest.mark.parametrize("text", ["2023-2-6", "2023-002", "2023-02-0006"])
def test_months_and_days_have_two_digits(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "on", "truth"),
    [
        ("2023-02-06", date(2023, 2, 5), NO),
        ("2023-02-06", date(2023, 2, 6), YES),
        ("2023-02-06", date(2023, 2, 7), YES),
        ("2023-02", date(2023, 1, 31), NO),
        ("2023-02", date(2023, 2, 1), UNKNOWN),
        ("2023-02", date(2023, 2, 27), UNKNOWN),
        ("2023-02", date(2023, 2, 28), YES),
        ("2023", date(2022, 12, 31), NO),
        ("2023", date(2023, 1, 1), UNKNOWN),
        ("2023", date(2023, 12, 30), UNKNOWN),
        ("2023", date(2023, 12, 31), YES),
        ("2022-11-24/2023-02", date(2022, 11, 23), NO),
        ("2022-11-24/2023-02", date(2022, 11, 24), UNKNOWN),
        ("2022-11-24/2023-02", date(2023, 2, 27), UNKNOWN),
        ("2022-11-24/2023-02", date(2023, 2, 28), YES),
        ("2025-03-03/..", date(2025, 3, 2), NO),
        ("2025-03-03/..", date(2025, 3, 3), UNKNOWN),
        ("2025-03-03/..", date(2999, 1, 1), UNKNOWN),
    ],
)
def test_whether_it_had_happened_by_the_end_of_a_day(text: str, on: date, truth: Truth) -> None:
    assert Period.parse(text).begun(on) is truth


@pytest.mark.parametrize(
    ("since", "until", "on", "truth"),
    [
        (None, None, date(2023, 1, 1), YES),
        ("2023-02-06", None, date(2023, 2, 5), NO),
        ("2023-02-06", None, date(2023, 2, 6), YES),
        (None, "2023-02-06", date(2023, 2, 5), YES),
        (None, "2023-02-06", date(2023, 2, 6), NO),
        ("2023-02-06", "2023-02-08", date(2023, 2, 5), NO),
        ("2023-02-06", "2023-02-08", date(2023, 2, 6), YES),
        ("2023-02-06", "2023-02-08", date(2023, 2, 7), YES),
        ("2023-02-06", "2023-02-08", date(2023, 2, 8), NO),
        ("2023-02-06", "2023-02-06", date(2023, 2, 6), NO),
        ("2023-02", None, date(2023, 2, 1), UNKNOWN),
        (None, "2023-02", date(2023, 1, 31), YES),
        (None, "2023-02", date(2023, 2, 1), UNKNOWN),
        (None, "2023-02", date(2023, 2, 28), NO),
        ("2023-02", "2023-02", date(2023, 2, 14), UNKNOWN),
        ("2023", "2023-02-06", date(2023, 2, 6), NO),
        ("2023-02-06", "2025-03-03/..", date(2025, 3, 2), YES),
        ("2023-02-06", "2025-03-03/..", date(2999, 1, 1), UNKNOWN),
    ],
)
def test_whether_something_held_on_a_day(since: str | None, until: str | None, on: date, truth: Truth) -> None:
    begin = Period.parse(since) if since else None
    end = Period.parse(until) if until else None
    assert held(begin, end, on) is truth


@given(_written())
@settings(max_examples=200, deadline=None)
def test_a_period_never_ends_before_it_begins(text: str) -> None:
    period = Period.parse(text)
    assert period.first <= period.last
    assert period.text == text


@given(_written(), DAYS, DAYS)
@settings(max_examples=200, deadline=None)
def test_what_has_begun_stays_begun(text: str, one: date, other: date) -> None:
    period = Period.parse(text)
    assert period.begun(min(one, other)) <= period.begun(max(one, other))


@given(_written())
@settings(max_examples=200, deadline=None)
def test_it_is_unknown_from_the_first_day_to_the_day_before_the_last(text: str) -> None:
    period = Period.parse(text)
    assert period.begun(period.last) is YES
    assert period.begun(period.first) is (YES if period.first == period.last else UNKNOWN)
    if period.first > date.min:
        assert period.begun(period.first - timedelta(days=1)) is NO


@given(_written(), DAYS)
@settings(max_examples=200, deadline=None)
def test_what_held_until_then_and_what_began_then_are_opposites(text: str, on: date) -> None:
    period = Period.parse(text)
    assert held(None, period, on) + held(period, None, on) == YES


@given(st.text(alphabet="0123456789-/.", max_size=14))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_period_or_a_value_error(text: str) -> None:
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert period.first <= period.last


@pytest.mark.parametrize(
    ("text", "alone", "since"),
    [
        ("2023-02", "2023-02", "since 2023-02"),
        ("2025-12-26/..", "on 2025-12-26 or later", "since 2025-12-26 or later"),
        ("2022-11-24/2023-02", "between 2022-11-24 and 2023-02", "since a day between 2022-11-24 and 2023-02"),
    ],
)
def test_a_date_in_words(text: str, alone: str, since: str) -> None:
    assert (days_text(text), dated("since", text)) == (alone, since)
