"""Every format of one run: they agree, they are the same bytes each time, and a run writes all of them or none."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring

from vendorcheck.reporters import REPORTERS

Run = Callable[..., CompletedProcess[str]]

#: A bill with every determination, the text of cells that are nobody's, and a line that cannot be told from another.
BILL = """\
Supplier,Manufacturer,Part Number,Description,Category,Purpose
Harbor Security,Hikvision,DS-2CD2143G2-I,4MP dome camera,Camera,public safety
Harbor Security,Dahua,IPC-HFW2831S-S-S2,8MP bullet camera,Camera,
Delta Networks,Huawei,MateBook D16,Laptop 16 in,Computer,
Delta Networks,Axis Communications AB,P3265-LVE,Outdoor dome camera,Camera,
Harbor Security,Hikvision,DS-2CD2143G2-I,4MP dome camera,Camera,public safety
Mouser Electronics,,SPARES-LOT,Assorted spares,,
"""
NAMES = {name: f"out/report-{name}{each.suffix}" for name, each in REPORTERS.items()}
EVERY = [argument for name, path in NAMES.items() for argument in ("-o", f"{name}={path}")]
SCAN = ("scan", "bom.csv", "-p", "us-federal", "--as-of", "2026-11-21")


@pytest.fixture
def written(run: Run, tmp_path: Path) -> Mapping[str, bytes]:
    """One run's report in every format."""
    return _written(run, tmp_path)


def _written(run: Run, folder: Path, *more: str, code: int = 1, **environment: str) -> Mapping[str, bytes]:
    (folder / "bom.csv").write_text(BILL, encoding="utf-8")
    done = run(*SCAN, *EVERY, *more, **environment)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    return {name: (folder / path).read_bytes() for name, path in NAMES.items()}


def _cells(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def _by_line(data: Any) -> dict[int, str]:
    return {line["line"]: line["determination"] for line in data["lines"]}


def test_all_formats_agree_on_what_each_line_came_to(written: Mapping[str, bytes]) -> None:
    data = json.loads(written["json"])
    lines = _by_line(data)
    assert Counter(lines.values()) == {"PROHIBITED": 2, "UNDETERMINED": 1, "REVIEW": 1, "NOT_SCREENED": 1}
    table = list(csv.DictReader(io.StringIO(written["csv"].decode("utf-8-sig"))))
    assert {int(row["Line"]): row["Determination"].replace(" ", "_") for row in table} == lines
    book = openpyxl.load_workbook(io.BytesIO(written["xlsx"]))
    assert {row["Line"]: row["Determination"] for row in _cells(book["Lines"])} == {
        line: word.replace("_", " ") for line, word in lines.items()
    }
    beside = list(csv.DictReader(io.StringIO(written["annotated"].decode())))
    annotated = {at: row["Determination"] for at, row in enumerate(beside, 2)}
    assert annotated == {at: lines.get(at, "CLEAR").replace("_", " ") for at in range(2, 8)}
    shown = {"text": r"\bbom\.csv:{}\b", "html": r'<th scope="row">(<a [^>]*>)?{}<', "markdown": r"\bbom\.csv:{}\b"}
    for name, place in shown.items():
        said = written[name].decode()
        assert [line for line in lines if not re.search(place.format(line), said)] == [], name
    suite = fromstring(written["junit"])
    cases = {each.attrib["name"].partition(":")[0]: each for each in suite.iter("testcase")}
    shown_so = {"PROHIBITED": "failure", "UNDETERMINED": "failure", "NOT_SCREENED": "error"}
    for line, word in lines.items():
        assert [child.tag for child in cases[f"line {line}"]] == [shown_so.get(word, "system-out")]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ((), 1),
        (("--select", "us-entity-list"), 4),
        (("--ignore", "procurement,us-889-a"), 4),
        (("--fail-on", "low"), 1),
        (("--min-confidence", "confirmed"), 1),
    ],
)
def test_the_lines_that_fail_as_tests_are_those_whose_findings_fail_the_gate(
    run: Run, tmp_path: Path, asked: tuple[str, ...], code: int
) -> None:
    reports = _written(run, tmp_path, *asked, code=code)
    failing = {finding["line"] for finding in json.loads(reports["json"])["findings"] if finding["fails_gate"]}
    cases = fromstring(reports["junit"]).iter("testcase")
    failed = {each.attrib["name"].partition(":")[0] for each in cases if each.find("failure") is not None}
    assert failed - {"gate"} == {f"line {line}" for line in failing}
    assert bool(failing) is ("gate" in failed) is (code == 1)


def test_all_formats_agree_on_the_findings(written: Mapping[str, bytes]) -> None:
    data = json.loads(written["json"])
    findings = {finding["fingerprint"]: finding for finding in data["findings"]}
    assert len(findings) == data["summary"]["findings"] == len(data["findings"])
    table = list(csv.DictReader(io.StringIO(written["csv"].decode("utf-8-sig"))))
    assert {row["Fingerprint"] for row in table if row["Fingerprint"]} == set(findings)
    book = openpyxl.load_workbook(io.BytesIO(written["xlsx"]))
    assert {row["Id"] for row in _cells(book["Findings"])} == {each["id"] for each in data["findings"]}
    sarif = json.loads(written["sarif"])["runs"][0]
    assert {
        result["partialFingerprints"]["primaryLocationLineHash"].partition(":")[0] for result in sarif["results"]
    } == set(findings)
    gitlab = json.loads(written["gitlab"])
    assert {entry["fingerprint"] for entry in gitlab} >= set(findings)
    for name in ("text", "html", "markdown"):
        said = written[name].decode()
        assert {finding["rule"] for finding in data["findings"] if finding["rule"] not in said} == set(), name


def test_all_formats_agree_on_the_counts(written: Mapping[str, bytes]) -> None:
    data = json.loads(written["json"])
    summary = data["summary"]
    assert summary["lines"] == 6
    for name in ("text", "html", "markdown"):
        said = " ".join(written[name].decode().split())
        assert "NOT SCREENED" in said, name
        assert str(summary["findings"]) in said, name
    run = json.loads(written["sarif"])["runs"][0]
    assert run["invocations"][0]["exitCode"] == data["gate"]["exit_code"] == 1
    with zipfile.ZipFile(io.BytesIO(written["bundle"])) as bundle:
        assert bundle.read("report.json") == written["json"]


@pytest.mark.parametrize("name", [name for name in REPORTERS if name != "annotated"])
def test_a_report_is_rendered_again_from_its_json_to_the_letter(
    written: Mapping[str, bytes], run: Run, tmp_path: Path, name: str
) -> None:
    done = run("report", NAMES["json"], "-o", f"{name}=again")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again").read_bytes() == written[name]


def test_the_annotated_bill_is_written_again_from_the_json(
    written: Mapping[str, bytes], run: Run, tmp_path: Path
) -> None:
    done = run("report", NAMES["json"], "--bill", "bom.csv", "-o", "annotated=again.csv")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again.csv").read_bytes() == written["annotated"]


def test_two_runs_give_the_same_bytes_wherever_they_run(run: Run, tmp_path: Path) -> None:
    first = _written(run, tmp_path, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    other = _written(run, tmp_path, PYTHONHASHSEED="271", TZ="America/Adak", LC_ALL="tr_TR.UTF-8", COLUMNS="71")
    assert [name for name in NAMES if first[name] != other[name]] == []


def test_reports_are_written_where_nothing_fails_and_where_lines_were_not_screened(run: Run, tmp_path: Path) -> None:
    reports = _written(run, tmp_path, "--fail-on", "critical", "--select", "us-entity-list", code=4)
    assert json.loads(reports["json"])["gate"]["exit_code"] == 4
    assert json.loads(reports["sarif"])["runs"][0]["invocations"][0]["exitCode"] == 4


@pytest.mark.parametrize("name", NAMES)
def test_where_one_report_cannot_be_written_none_is(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "bom.csv").write_text(BILL, encoding="utf-8")
    (tmp_path / NAMES[name]).mkdir(parents=True)
    done = run(*SCAN, *EVERY)
    assert done.returncode == 2
    assert f"{NAMES[name]} cannot be written" in done.stderr
    left = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert left == ([] if name == "json" else [tmp_path / NAMES["json"]])
    if left:
        assert json.loads(left[0].read_text(encoding="utf-8"))["code"] == "output_unwritable"


@pytest.mark.parametrize("name", ["xlsx", "bundle", "annotated"])
def test_what_is_no_text_needs_a_path(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "bom.csv").write_text(BILL, encoding="utf-8")
    done = run("scan", "bom.csv", "-o", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"the format {name} needs a path" in done.stderr
