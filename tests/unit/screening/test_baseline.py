"""A baseline: what is known by it, and what is not, because it is new or weighs more."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vendorcheck import screen
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.reporters.report_json import dump, report_data

HEAD = "Maker,Part,Description\n"
LINE = "Hikvision,DS-2CD2143G2-I,Dome camera\n"
OTHER = "Dahua,IPC-HFW2831S-S-S2,Bullet camera\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report on a bill of one flagged line; today is 2026-11-21."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.chdir(tmp_path)
    Path("old.csv").write_text(HEAD + LINE, encoding="utf-8")
    data = report_data(screen("old.csv", profiles=["us-federal"]))
    Path("old.json").write_text(dump(data), encoding="utf-8")


def _screened(*lines: str, **options: Any) -> Any:
    Path("bom.csv").write_text(HEAD + "".join(lines), encoding="utf-8")
    options = {"profiles": ["us-federal"], "baseline": "old.json", "new_only": True, **options}
    return screen("bom.csv", **options)


def _states(report: Any) -> set[tuple[int, str]]:
    return {(each.line, each.baseline) for each in report.findings}


def test_what_stands_in_the_baseline_is_known_and_does_not_fail() -> None:
    report = _screened("Axis,P3265,Dome camera\n", LINE)
    assert _states(report) == {(3, "known")}
    assert report.verdict.exit_code == 0
    assert any("known from the baseline" in reason for reason in report.verdict.reasons)
    assert report.provenance.baseline.name == "old.json"


def test_without_new_only_it_is_said_and_fails() -> None:
    report = _screened(LINE, new_only=False)
    assert (_states(report), report.verdict.exit_code) == ({(2, "known")}, 1)


@pytest.mark.parametrize("lines", [(LINE, OTHER), (OTHER, LINE)])
def test_another_part_is_new(lines: tuple[str, str]) -> None:
    report = _screened(*lines)
    assert _states(report) == {(2 + lines.index(LINE), "known"), (2 + lines.index(OTHER), "new")}
    assert report.verdict.exit_code == 1


def test_the_same_part_once_more_is_new() -> None:
    report = _screened(LINE, LINE)
    assert (_states(report), report.verdict.exit_code) == ({(2, "known"), (3, "new")}, 1)


def _first(change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(Path("old.json").read_text(encoding="utf-8"))
    weightiest = max(
        data["findings"],
        key=lambda each: (
            ("high", "critical").index(each["severity"]) if each["severity"] in ("high", "critical") else -1
        ),
    )
    change(weightiest)
    Path("old.json").write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.parametrize(
    "then",
    [
        {"outcome": "possible"},
        {"severity": "low"},
        {"provisional": "seen by nobody"},
        {"waived": {"id": "w", "reason": "mitigated"}},
    ],
)
def test_what_weighs_more_than_it_did_is_new(then: dict[str, Any]) -> None:
    _first(lambda finding: finding.update(then))
    report = _screened(LINE)
    assert [each.baseline for each in report.findings].count("new") == 1
    assert report.verdict.exit_code == 1


def test_what_weighs_less_than_it_did_is_known() -> None:
    _first(lambda finding: finding.update(severity="critical", outcome="yes"))
    assert _screened(LINE).verdict.exit_code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("no", "cannot be used"),
        ("[" * 100_000, "cannot be used"),
        ("\xff", "cannot be used"),
        ("[]", "cannot be used"),
        ('{"schema": "vendorcheck.report/v0"}', "cannot be used"),
        ('{"schema": "vendorcheck.report/v1"}', "cannot be used"),
        ('{"schema": "vendorcheck.report/v1", "findings": [7]}', "cannot be used"),
    ],
)
def test_what_is_no_baseline_is_refused(content: str | None, said: str) -> None:
    path = Path("own.json")
    if content is not None:
        path.write_text(content, encoding="latin-1")
    with pytest.raises(VendorcheckError) as caught:
        _screened(LINE, baseline="own.json")
    assert caught.value.message.startswith("the baseline own.json ")
    assert said in caught.value.message
    assert (caught.value.code, caught.value.exit_code) == ("baseline_invalid", 2)


@pytest.mark.parametrize(
    ("options", "said"),
    [({"baseline": None}, "--new-only needs a baseline"), ({"summary_only": True}, "does not go with --summary-only")],
)
def test_new_findings_that_cannot_be_told_apart_are_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(VendorcheckError, match=said):
        _screened(LINE, **options)


def test_a_report_without_its_findings_is_no_baseline() -> None:
    data = report_data(screen("old.csv", summary_only=True))
    Path("short.json").write_text(dump(data), encoding="utf-8")
    with pytest.raises(VendorcheckError, match=r"the baseline short\.json was written with --summary-only"):
        _screened(LINE, baseline="short.json")


def test_lines_may_change_places() -> None:
    purposes = HEAD.replace("Description", "Purpose")
    lines = [LINE.replace("Dome camera", purpose) for purpose in ("public safety", "none of these")]
    Path("old.csv").write_text(purposes + "".join(lines), encoding="utf-8")
    Path("old.json").write_text(dump(report_data(screen("old.csv", profiles=["us-federal"]))), encoding="utf-8")
    Path("bom.csv").write_text(purposes + "".join(reversed(lines)), encoding="utf-8")
    report = screen("bom.csv", profiles=["us-federal"], baseline="old.json", new_only=True)
    assert {finding.baseline for finding in report.findings} == {"known"}
    assert report.verdict.exit_code == 0
