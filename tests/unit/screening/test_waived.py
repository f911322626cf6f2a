"""The waivers of a run: judged by the later of its two dates, and each told with what it came to."""

from datetime import date
from pathlib import Path

import pytest

from vendorcheck import screen
from vendorcheck.model.report import Report

WAIVER = """\
  - id: {id}
    rule: all
    scope: {{name_pair: {{name: {name}, party: {party}}}}}
    reason: false_positive
    statement: Another company.
    owner: A
    approved_by: B
    created: {created}
    expires: {expires}
"""

#: Seconds since 1970 on 2026-11-21.
TODAY = "1795219200"


def _waiver(
    id: str = "fp-1",
    *,
    name: str = "Dahua Pumps",
    party: str = "dahua",
    created: str = "2026-10-01",
    expires: str = "2026-12-01",
) -> str:
    return WAIVER.format(id=id, name=name, party=party, created=created, expires=expires)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bill of three lines, two of them by a maker that is called like a listed one; today is 2026-11-21."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.chdir(tmp_path)
    Path("bom.csv").write_text("Maker,Part\nDahua Pumps,P-1\nDAHUA  PUMPS,P-2\nAxis,P-3\n", encoding="utf-8")


def _screened(*waivers: str, as_of: date | None = None, lists: tuple[str, ...] = ()) -> Report:
    Path("w.yaml").write_text("waivers:\n" + "".join(waivers), encoding="utf-8")
    return screen("bom.csv", waivers="w.yaml", as_of=as_of, all_lines=True, lists=lists)


def _states(report: Report) -> list[tuple[str, str, int]]:
    return [(each.waiver.id, each.state, each.lines) for each in report.coverage.waivers]


def _flagged(report: Report) -> list[int | None]:
    return [line.line for line in report.lines if line.parties]


def test_a_waiver_clears_the_lines_that_hold_its_name() -> None:
    report = _screened(_waiver())
    assert (_states(report), _flagged(report)) == ([("fp-1", "used", 2)], [])
    assert [line.determination for line in report.lines] == ["CLEAR"] * 3
    assert [[each.found for each in line.cleared] for line in report.lines] == [["Dahua Pumps"], ["DAHUA PUMPS"], []]
    assert report.summary.waived == 0


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2020, 1, 1), "used"),
        (None, "used"),
        (date(2026, 12, 1), "used"),
        (date(2026, 12, 2), "expired"),
    ],
)
def test_the_later_of_as_of_and_today_decides(as_of: date | None, state: str) -> None:
    report = _screened(_waiver(), as_of=as_of)
    assert _states(report) == [("fp-1", state, 2 if state == "used" else 0)]
    assert _flagged(report) == ([] if state == "used" else [2, 3])


def test_a_waiver_that_expired_before_today_holds_on_no_day() -> None:
    report = _screened(_waiver(expires="2026-11-20"), as_of=date(2026, 11, 1))
    assert (_states(report), _flagged(report)) == ([("fp-1", "expired", 0)], [2, 3])


def test_each_waiver_is_told_with_its_state_in_the_order_of_the_file() -> None:
    report = _screened(
        _waiver("unused", name="Dahua Pump"),
        _waiver("expired", expires="2026-11-01"),
        _waiver("renewed"),
        _waiver("twice"),
        _waiver("another-party", party="hikvision"),
    )
    assert _states(report) == [
        ("unused", "unused", 0),
        ("expired", "expired", 0),
        ("renewed", "used", 2),
        ("twice", "used", 0),
        ("another-party", "unused", 0),
    ]


def test_counts_stay_where_lines_are_left_out() -> None:
    Path("w.yaml").write_text("waivers:\n" + _waiver(), encoding="utf-8")
    report = screen("bom.csv", waivers="w.yaml", summary_only=True)
    assert (_states(report), report.lines) == ([("fp-1", "used", 2)], ())


def test_the_entry_of_a_list_is_cleared_by_its_id() -> None:
    Path("debarred.csv").write_text("name,number\nAxis,17\n", encoding="utf-8")
    waiver = _waiver(name="Axis", party="debarred:17")
    assert _states(_screened(waiver, lists=("debarred.csv",))) == [("fp-1", "used", 1)]
    assert _states(_screened(waiver)) == [("fp-1", "unused", 0)]


def test_a_part_with_a_cleared_name_does_not_flag_its_assembly() -> None:
    Path("bom.csv").write_text("Level,Part,Maker\n0,S-1,Axis\n1,P-1,Dahua Pumps\n", encoding="utf-8")
    report = _screened(_waiver())
    assert [line.determination for line in report.lines] == ["CLEAR", "CLEAR"]
    assert _states(report) == [("fp-1", "used", 1)]


def test_without_a_file_there_is_nothing_to_tell() -> None:
    report = screen("bom.csv")
    assert (report.coverage.waivers, report.provenance.waivers) == ((), None)


def test_the_file_is_told_with_its_digest() -> None:
    report = _screened(_waiver())
    assert report.provenance.waivers is not None
    assert (report.provenance.waivers.name, len(report.provenance.waivers.digest)) == ("w.yaml", 64)
