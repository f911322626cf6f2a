"""Dates as sources give them: a day, a month, a year, or a span whose exact day is disputed."""

from datetime import date, timedelta
from typing import NamedTuple

from vendorcheck.model.truth import NO, UNKNOWN, YES, Truth

YEAR_DIGITS = 4


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


def _span(text: str) -> tuple[date, date]:
    parts = text.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != YEAR_DIGITS:
        msg = f"{text!r} is not a date: write 2023-02-06, 2023-02 or 2023"
        raise ValueError(msg)
    numbers = [int(part) for part in parts]
    match numbers:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return date(year, month, 1), _last_of_month(year, month)
        case [year, month, day]:
            return (on := date(year, month, day)), on
    msg = f"{text!r} is not a date: write 2023-02-06, 2023-02 or 2023"
    raise ValueError(msg)


def _last_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def held(since: Period | None, until: Period | None, on: date) -> Truth:
    """Return whether something that began `since` and ended `until` held on that day.

    An open start has always begun and an open end has not come; on the last day it no longer holds.
    """
    begun = since.begun(on) if since else YES
    ended = until.begun(on) if until else NO
    return Truth(min(begun, YES - ended))
