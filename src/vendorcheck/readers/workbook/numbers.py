"""Numbers of a workbook as a person sees them, as far as its formats tell what they mean."""

import math
import re
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

#: A spreadsheet keeps and shows so many digits; what is written beyond them comes from reckoning in binary.
DIGITS = 15

#: A number with more zeros than this is no part number: it stays as it is written.
MAX_ZEROS = 30

_DAY_0 = date(1899, 12, 30)
_DAY_0_OF_1904 = date(1904, 1, 1)
#: Spreadsheets take 1900 for a leap year: this day never was, and those before it count from one day later.
_NEVER = 60
_SECONDS = 86_400

_number = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII).fullmatch

_without_texts = re.compile(r'"[^"]*"?|\\.|[_*].').sub
_without_brackets = re.compile(r"\[[^\]]*\]").sub
_stretch = re.compile(r"\[(?:h+|m+|s+)\]").search
_zeros = re.compile("00+").fullmatch


class Shown(NamedTuple):
    """How a format shows a number: as a day, a time of day, a stretch of time, or with so many digits at least."""

    day: bool = False
    time: bool = False
    stretch: bool = False
    digits: int = 0


_DAY, _TIME, _EITHER, _STRETCH = Shown(day=True), Shown(time=True), Shown(day=True, time=True), Shown(stretch=True)

#: What the formats without a code mean; 34, 35, 55 and 56 mean a day in some languages and a time in others.
_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), _DAY),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 45, 47), _TIME),
    **dict.fromkeys((22, 34, 35, 55, 56), _EITHER),
    46: _STRETCH,
}


def shown_by(number: int, codes: dict[int, str]) -> Shown | None:
    """Return how the format of that number shows a number, by its code where it has one; None for plainly."""
    code = codes.get(number)
    return _BUILT_IN.get(number) if code is None else shown_by_code(code)


def shown_by_code(code: str) -> Shown | None:
    """Return how a format shows a positive number; None for plainly."""
    first = _without_texts("", code).split(";", 1)[0].lower()
    if _stretch(first):
        return _STRETCH
    letters = _without_brackets("", first)
    if _zeros(letters):
        return Shown(digits=len(letters))
    time = "h" in letters or "s" in letters
    day = "y" in letters or "d" in letters or ("m" in letters and not time)
    return Shown(day, time) if day or time else None


def number_text(written: str, shown: Shown | None, *, from_1904: bool) -> str:
    """Return a number as it is seen, never with an exponent; what is no number stays as it is written."""
    written = written.strip()
    if not _number(written) or not math.isfinite(float(written)):
        return written
    text = _plain(written)
    if shown is None:
        return text
    if shown.digits:
        return text.zfill(shown.digits) if text.isdigit() else text
    return _moment(float(written), shown, from_1904=from_1904) or text


def _plain(written: str) -> str:
    if written.isdigit():
        return written
    number = Decimal(format(float(written), f".{DIGITS}g"))
    return format(number or Decimal(0), "f") if abs(number.adjusted()) <= MAX_ZEROS else written


def _moment(serial: float, shown: Shown, *, from_1904: bool) -> str | None:
    """A number of days as a date, a time or both; None where it is none."""
    days, seconds = divmod(round(serial * _SECONDS), _SECONDS)
    clock = _clock(seconds)
    if serial < 0:
        return None
    if shown.stretch:
        return _clock(days * _SECONDS + seconds)
    if not shown.day or (shown.time and not days):
        return clock
    day = _day(days, from_1904=from_1904)
    return f"{day} {clock}" if day and shown.time and seconds else day


def _day(days: int, *, from_1904: bool) -> str | None:
    if days == _NEVER and not from_1904:
        return "1900-02-29"
    first = _DAY_0_OF_1904 if from_1904 else _DAY_0
    early = not from_1904 and days < _NEVER
    try:
        return (first + timedelta(days + early)).isoformat()
    except OverflowError:
        return None


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
