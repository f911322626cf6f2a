"""Dates as sources give them: a day, a month, a year, or a span whose exact day is disputed."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Period(NamedTuple):
    """The days, first to last, on one of which something happened."""

    first: date
    last: date
    text: str

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2023-02-06`, `2023-02`, `2023`, `2022-11-24/2023-02` or `2025-03-03/..` (no end known).

        ValueError otherwise.
        """
        start, slash, end = text.partition("/")
        first = _span(start)[0]
        last = date.max if end == ".." else _span(end if slash else start)[1]
        if last < first:
            msg = f"{text!r} ends before it begins"
            raise ValueError(msg)
        return cls(first, last, text)

    def begun(self, on: date) -> Truth:
        """Return whether it had happened by the end of that day; inside the span it is UNKNOWN."""
        if on < self.first:
            return NO
        return YES if on >= self.last else UNKNOWN

    def later(self, days: int) -> "Period":
        """Return the period so many days later; no day is later than the last of the calendar."""
        first, last = (day + min(timedelta(days), date.max - day) for day in (self.first, self.last))
        return Period(first, last, first.isoformat() if first == last else f"{first}/{last}")


def days_text(text: str) -> str:
    """Return a date in words: a span is a day somewhere in it."""
    first, slash, last = text.partition("/")
    if not slash:
        return text
    return f"on {first} or later" if last == ".." else f"between {first} and {last}"


def dated(word: str, text: str) -> str:
    """Return a word such as *since* or *until* with its date in words: of a span the day is not known."""
    first, slash, last = text.partition("/")
    if not slash:
        return f"{word} {text}"
    return f"{word} {first} or later" if last == ".." else f"{word} a day between {first} and {last}"


def _span(text: str) -> tuple[date, date]:
    parts = _DATE.fullmatch(text)
    if parts is None:
        msg = f"{text!r} is not a date: write 2023-02-06, 2023-02 or 2023"
        raise ValueError(msg)
    match [int(part) for part in parts.groups() if part is not None]:
        case [year, month, day]:
            return (on := date(year, month, day)), on
        case [year, month]:
            return (on := date(year, month, 1)), on.replace(day=calendar.monthrange(year, month)[1])
    return date(int(text), 1, 1), date(int(text), 12, 31)


def held(since: Period | None, until: Period | None, on: date) -> Truth:
    """Return whether something that began `since` and ended `until` held on that day.

    An open start has always begun and an open end has not come; on the last day it no longer holds.
    """
    begun = since.begun(on) if since else YES
    ended = until.begun(on) if until else NO
    return Truth(min(begun, YES - ended))
