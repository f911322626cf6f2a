"""What a run did not look at, in words: a format for machines may not be silent about it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from vendorcheck.model.bom import LineNumbers
from vendorcheck.model.report import BillRecord, NotScreened, Report, TableRecord
from vendorcheck.reporters.text.bills import lines_text, table_text
from vendorcheck.reporters.text.counted import stretches
from vendorcheck.reporters.visible import cut, visible

GapKind = Literal["bill-not-read", "line-not-readable", "line-not-screened"]
GAP_KINDS: tuple[GapKind, ...] = get_args(GapKind)

#: How much of what stands in a bill is repeated in a reason.
MAX_REASON = 300


class Gap(NamedTuple):
    """Something of a bill that was not screened, on how many lines, where it begins, and what is said of it.

    `lines` is 0 where nobody can know how many there are.
    """

    kind: GapKind
    bill: str
    sheet: str | None
    line: int | None
    lines: int
    text: str


def gaps(report: Report) -> list[Gap]:
    """Return all that was not screened: bills that were not read first, then lines."""
    found = [gap for bill in report.coverage.bills for gap in _of_bill(bill)]
    found += [_not_screened(each) for each in report.coverage.not_screened]
    return sorted(found, key=lambda gap: GAP_KINDS.index(gap.kind))


def _of_bill(bill: BillRecord) -> Iterator[Gap]:
    if bill.error is not None:
        line = bill.spot.line if bill.spot else None
        text = f"{visible(bill.name)} was not screened: {_reason(bill.error)}"
        yield Gap("bill-not-read", bill.name, None, line, 0, text)
    elif bill.lines == 0 and not bill.unreadable:
        yield Gap("bill-not-read", bill.name, None, None, 0, f"{visible(bill.name)} holds no lines to screen")
    for table in bill.tables:
        for reason, numbers in table.reading.unreadable.items():
            yield _not_readable(bill, table, reason, numbers)


def _not_readable(bill: BillRecord, table: TableRecord, reason: str, numbers: LineNumbers) -> Gap:
    sheet = table.layout.sheet
    text = f"{_at(bill.name, sheet, numbers.count)} not readable: {_reason(reason)}{stretches(numbers)}"
    return Gap("line-not-readable", bill.name, sheet, _first(numbers), numbers.count, text)


def _not_screened(each: NotScreened) -> Gap:
    text = f"{_at(each.bill, each.sheet, each.lines)} not screened: {_reason(each.reason)}{stretches(each)}"
    return Gap("line-not-screened", each.bill, each.sheet, _first(each), each.lines, text)


def _at(bill: str, sheet: str | None, lines: int) -> str:
    return f"{table_text(bill, sheet)}: {lines_text(lines)}"


def _reason(text: str) -> str:
    return cut(visible(text), MAX_REASON)


def _first(numbers: LineNumbers | NotScreened) -> int | None:
    return numbers.stretches[0][0] if numbers.stretches else None
