"""The officer's own file back: the same file, with what the report says of each line beside it."""

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

EXPECTED = ["Determination", "PROHIBITED", "UNDETERMINED", "REVIEW", "CLEAR", "NOT SCREENED"]
FEDERAL = ("-p", "us-federal", "--all-lines")


def test_a_csv_comes_back_with_four_columns(run: Run, mixed: str, tmp_path: Path) -> None:
    done = run("scan", mixed, *FEDERAL, "-o", "annotated=out.csv", "-o", "json=report.json")
    assert (done.returncode, done.stderr) == (1, "")
    before = (tmp_path / mixed).read_text(encoding="utf-8").splitlines()
    after = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith(own) for line, own in zip(after, before, strict=True))
    rows = list(csv.reader(after))
    assert [row[6] for row in rows] == EXPECTED
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    told = {line["line"]: line["determination"].replace("_", " ") for line in report["lines"]}
    assert {number: row[6] for number, row in enumerate(rows[1:], 2)} == told


def test_a_workbook_comes_back_with_four_columns(run: Run, mixed: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in csv.reader((tmp_path / mixed).read_text(encoding="utf-8").splitlines()):
        sheet.append(row)
    book.save(tmp_path / "bom.xlsx")
    assert run("scan", "bom.xlsx", *FEDERAL, "-o", "annotated=out.xlsx").returncode == 1
    found = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert found is not None
    assert [found.cell(row, 7).value for row in range(1, 7)] == EXPECTED


def test_the_annotated_file_can_be_screened_and_annotated_again(run: Run, mixed: str, tmp_path: Path) -> None:
    run("scan", mixed, *FEDERAL, "-o", "annotated=once.csv")
    run("scan", "once.csv", *FEDERAL, "-o", "annotated=twice.csv")
    rows = list(csv.reader((tmp_path / "twice.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[0][10] == "Determination (vendorcheck)"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("scan", "bom.csv", "other.csv", "-o", "annotated=out.csv"), "it takes one bill a run, and there are 2"),
        (("scan", "-", "-o", "annotated=out.csv"), "the bill must be a file"),
        (("scan", "bom.csv", "--summary-only", "-o", "annotated=out.csv"), "--summary-only leaves them out"),
        (("scan", "bom.json", "-o", "annotated=out.json"), "no table that columns can be added to"),
        (("scan", "bom.csv", "-o", "annotated=out.xlsx"), "called like a workbook"),
        (("scan", "bom.csv", "-o", "annotated"), "needs a path"),
        (("scan", "bom.csv", "-o", "annotated=bom.csv"), "would be written over"),
        (("scan", "missing.csv", "-o", "annotated=out.csv"), "missing.csv does not exist"),
        (("check", "Hikvision", "-o", "annotated=out.csv"), "it takes one bill a run, and there is none"),
    ],
)
def test_what_cannot_be_annotated_is_refused_before_anything_is_written(
    run: Run, mixed: str, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "other.csv").write_text((tmp_path / mixed).read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "bom.json").write_text('[{"manufacturer": "Acme", "part number": "A-1"}]', encoding="utf-8")
    done = run(*arguments, "-o", "json=report.json")
    assert done.returncode == 2
    assert said in done.stderr
    assert "help: " in done.stderr
    assert not list(tmp_path.glob("out.*"))
