"""What a run was asked, read, counted and came to, in JSON: keys by which it is written and read."""

from typing import Any

from vendorcheck.model.bom import Column, Layout, LineNumbers, Reading
from vendorcheck.model.errors import Spot
from vendorcheck.model.report import (
    BillRecord,
    Coverage,
    FileRecord,
    ListRecord,
    NotScreened,
    Option,
    Provenance,
    Summary,
    SupplierResult,
    TableRecord,
    Verdict,
    WaiverTerms,
)
from vendorcheck.model.rule import Profile
from vendorcheck.model.rulebook import Source
from vendorcheck.model.waiver import (
    LegalException,
    NamePair,
    Recorded,
    Waiver,
    WaiverResult,
    WaiverScope,
)
from vendorcheck.reporters.report_json.finding_shapes import QUESTION
from vendorcheck.reporters.report_json.shapes import (
    BY_NAME,
    DAY,
    DERIVED,
    PAIRS,
    PLAIN,
    PLAINS,
    Data,
    Form,
    Shape,
    many,
    maybe,
    plain,
    plains,
    row,
)

PROFILE = Shape(Profile, {**plain("id", "title"), **plains("buyers", "acts")})
VERDICT = Shape(
    Verdict,
    {
        **plain("passed", "exit_code", "fail_on", "policy"),
        "reasons": PLAINS,
        "waivers": maybe(Shape(WaiverTerms, plain("max_days", "file"))),
    },
)
SUMMARY = Shape(
    Summary,
    {
        "lines": PLAIN,
        "by_determination": BY_NAME,
        "findings": PLAIN,
        "by_severity": BY_NAME,
        "by_rule": BY_NAME,
        **plain("asides", "waived", "provisional", "suppliers"),
    },
)
SUPPLIER = Shape(
    SupplierResult,
    {
        **plain("name", "lines"),
        "by_determination": BY_NAME,
        "findings": PLAIN,
        "rules": PLAINS,
        "questions": many(QUESTION),
    },
)

SPOT = Shape(Spot, plain("file", "line", "column", "source_line"))
FILE = Shape(FileRecord, {**plain("file"), "sha256": PLAIN}, file="name", sha256="digest")
SOURCE = Shape(
    Source,
    {**plain("name", "version", "sha256"), "verified_through": maybe(DAY), "reviewed_by": PLAIN},
    sha256="digest",
)
LIST = Shape(
    ListRecord,
    {
        **plain("name", "title", "sha256"),
        "list_date": maybe(DAY),
        "dated_by": PLAIN,
        "imported": maybe(DAY),
        **plain("entries", "names"),
        "not_compared": BY_NAME,
        "left_out": BY_NAME,
        "later": PLAIN,
    },
    sha256="digest",
    list_date="dated",
)
OPTION = Shape(Option, {"name": PLAIN, "values": PLAINS, "origin": PLAIN})

NAME_PAIR = Shape(NamePair, plain("name", "party"))
SCOPE = Shape(
    WaiverScope,
    {**plain("vendor", "part", "fingerprint"), "name_pair": maybe(NAME_PAIR), "all": PLAIN},
    name_pair="pair",
    all="everything",
)
WAIVER_KEYS: dict[str, Form | Shape[Any]] = {
    **plain("id", "rule"),
    "scope": SCOPE,
    **plain("reason", "statement", "owner", "approved_by"),
    "created": DAY,
    "expires": DAY,
    "exception": maybe(Shape(LegalException, plain("citation", "authority"))),
    "recorded": maybe(Shape(Recorded, plain("rule", "outcome", "severity"))),
}
WAIVER = Shape(Waiver, WAIVER_KEYS)


def _write_waiver(result: WaiverResult) -> Data:
    """What a waiver came to, beside what it says."""
    came_to = {"state": result.state, "lines": result.lines, "findings": result.findings}
    return {**WAIVER.write(result.waiver), **came_to, "remarks": list(result.remarks)}


def _read_waiver(data: Data) -> WaiverResult:
    return WaiverResult(WAIVER.read(data), data["state"], data["lines"], data["findings"], row(data["remarks"]))


NOT_SCREENED = Shape(NotScreened, {**plain("bill", "sheet", "reason", "lines"), "stretches": PAIRS, "complete": PLAIN})


def layout_data(layout: Layout) -> Data:
    """Return what was found about a table before its lines were read; `also` holds further roles of a column."""
    return {
        "format": layout.format,
        "encoding": layout.encoding,
        "delimiter": layout.delimiter,
        "sheet": layout.sheet,
        "header_line": layout.header_line,
        "columns": _columns(layout),
        "remarks": list(layout.remarks),
    }


def _columns(layout: Layout) -> list[Data]:
    columns: dict[tuple[int, str | None], Data] = {}
    for column in layout.columns:
        key = (column.cell, column.stands_for)
        data = {"cell": column.cell, "heading": column.heading, "role": column.role, "also": []}
        known = columns.setdefault(key, {**data, "stands_for": column.stands_for})
        if known["role"] != column.role:
            known["also"].append(column.role)
    return list(columns.values())


def _layout(data: Data) -> Layout:
    columns = tuple(
        Column(each["cell"], each["heading"], role, stands_for=each["stands_for"])
        for each in data["columns"]
        for role in (each["role"], *each["also"])
    )
    return Layout(
        format=data["format"],
        encoding=data["encoding"],
        delimiter=data["delimiter"],
        sheet=data["sheet"],
        header_line=data["header_line"],
        columns=columns,
        remarks=row(data["remarks"]),
    )


#: What reading counts beside plain lines, in the order of the report.
_COUNTED = (
    "before_header",
    "blank",
    "comments",
    "repeated_headers",
    "group_headers",
    "footers",
    "beside",
    "hidden",
    "continued",
    "no_level",
    "ragged",
    "unclosed_quotes",
    "broken_characters",
)


def reading_data(reading: Reading) -> Data:
    """Return what reading came to: everything that was not a plain line, with its line numbers."""
    return {
        "rows": reading.lines,
        **{kind: _numbers_data(getattr(reading, kind)) for kind in _COUNTED},
        "unreadable": [
            {"line": first, "last_line": last, "reason": reason}
            for reason, numbers in reading.unreadable.items()
            for first, last in numbers.stretches
        ],
        "unreadable_counts": {reason: numbers.count for reason, numbers in reading.unreadable.items()},
    }


def _reading(data: Data) -> Reading:
    reading = Reading()
    reading.lines = data["rows"]
    for kind in _COUNTED:
        setattr(reading, kind, _numbers(data[kind]))
    for reason, count in data["unreadable_counts"].items():
        numbers = reading.unreadable[reason] = LineNumbers()
        numbers.count = count
        numbers.stretches = [
            (each["line"], each["last_line"]) for each in data["unreadable"] if each["reason"] == reason
        ]
    return reading


def _numbers_data(numbers: LineNumbers) -> Data:
    return {"count": numbers.count, "stretches": PAIRS.write(numbers.stretches), "complete": numbers.complete}


def _numbers(data: Data) -> LineNumbers:
    numbers = LineNumbers()
    numbers.count = data["count"]
    numbers.stretches = list(PAIRS.read(data["stretches"]))
    return numbers


TABLE = Shape(TableRecord, {"layout": Form(layout_data, _layout), "reading": Form(reading_data, _reading)})
BILL = Shape(
    BillRecord,
    {**plain("bill", "sha256", "error", "error_exit"), "spot": maybe(SPOT), "tables": many(TABLE)},
    bill="name",
    sha256="digest",
)
COVERAGE = Shape(
    Coverage,
    {
        "screened": PLAIN,
        "not_screened": many(NOT_SCREENED),
        "unreadable": DERIVED,
        "suppliers_left_out": PLAIN,
        "bills": many(BILL),
        "waivers": many(Form(_write_waiver, _read_waiver)),
    },
)
PROVENANCE = Shape(
    Provenance,
    {
        "version": PLAIN,
        "rulebook": many(SOURCE),
        "lists": many(LIST),
        **{kind: maybe(FILE) for kind in ("waivers", "policy", "config", "baseline")},
        "options": many(OPTION),
        **plain("reference", "prepared_by"),
    },
)
