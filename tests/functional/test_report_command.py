"""`report`: what was kept is written again, the same bytes in every format, without screening."""

import json
import subprocess
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from vendorcheck.reporters import REPORTERS

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

SCAN = ("-p", "us-federal", "--as-of", "2026-11-20", "--list", "debarred.csv", "--reference", "T-1", "--all-lines")

#: Where each format goes; a format that another part of the house writes may not be there yet.
FORMATS = [
    pytest.param(
        name,
        marks=pytest.mark.skipif(
            find_spec(f"vendorcheck.reporters.{each.module}") is None, reason=f"{name} is not written yet"
        ),
    )
    for name, each in REPORTERS.items()
]


@pytest.fixture
def given(mixed: str, tmp_path: Path) -> str:
    (tmp_path / "debarred.csv").write_text("name,since\nAxis Communications,2024-05-01\n", encoding="utf-8")
    return mixed


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_again_to_the_letter(run: Run, given: str, tmp_path: Path, name: str) -> None:
    scanned = run("scan", given, *SCAN, "-o", "json=kept.json", "-o", f"{name}=first")
    assert scanned.returncode == 1
    bill = ("--bill", given) if REPORTERS[name].needs == "bill" else ()
    done = run("report", "kept.json", "-o", f"{name}=second", *bill)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_a_report_on_standard_output_is_the_one_that_the_scan_gave(run: Run, given: str) -> None:
    scanned = run("scan", given, *SCAN, "-o", "text", "-o", "json=kept.json")
    assert run("report", "kept.json").stdout == scanned.stdout


def test_a_bundle_is_a_report_too(run: Run, given: str) -> None:
    scanned = run("scan", given, *SCAN, "-o", "text", "-o", "bundle=kept.zip")
    assert run("report", "kept.zip").stdout == scanned.stdout


def test_a_format_that_writes_beside_the_bill_needs_the_bill_as_it_was(run: Run, given: str, tmp_path: Path) -> None:
    run("scan", given, "-o", "json=kept.json")
    without = run("report", "kept.json", "-o", "annotated=out.csv")
    assert without.returncode == 2
    assert "--bill FILE" in without.stderr
    (tmp_path / given).write_text("changed", encoding="utf-8")
    changed = run("report", "kept.json", "-o", "annotated=out.csv", "--bill", given)
    assert changed.returncode == 2
    assert "is not the bill of the report" in changed.stderr
    assert not (tmp_path / "out.csv").exists()


def test_the_report_itself_is_never_written_over(run: Run, given: str, tmp_path: Path) -> None:
    run("scan", given, "-o", "json=kept.json")
    before = (tmp_path / "kept.json").read_bytes()
    done = run("report", "kept.json", "-o", "json=kept.json")
    assert done.returncode == 2
    assert "would be written over" in done.stderr
    assert (tmp_path / "kept.json").read_bytes() == before


def test_what_is_no_report_is_an_error_and_a_document_where_json_was_asked_for(
    run: Run, tmp_path: Path, fitting: Fitting
) -> None:
    (tmp_path / "none.json").write_text('{"schema": "vendorcheck.report/v0"}', encoding="utf-8")
    done = run("report", "none.json", "-o", "json=out.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vendorcheck: none.json is no report: it is vendorcheck.report/v0")
    data = fitting("error", (tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (data["code"], data["exit_code"], data["file"]) == ("report_invalid", 2, "none.json")


def test_an_error_document_is_said_to_be_one(run: Run) -> None:
    assert run("scan", "missing.csv", "-o", "json=kept.json").returncode == 2
    done = run("report", "kept.json")
    assert done.returncode == 2
    assert "it is an error document: the run was not made" in done.stderr


@pytest.mark.parametrize("asked", [("report",), ("diff", "kept.json")])
def test_an_altered_bundle_is_no_report(run: Run, given: str, tmp_path: Path, asked: tuple[str, ...]) -> None:
    run("scan", given, *SCAN, "-o", "json=kept.json", "-o", "bundle=kept.zip")
    with zipfile.ZipFile(tmp_path / "kept.zip") as old, zipfile.ZipFile(tmp_path / "new.zip", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + b"\n" * (name == "report.txt"))
    done = run(*asked, "new.zip")
    assert (done.returncode, done.stdout) == (2, "")
    assert "new.zip is not the bundle that was written" in done.stderr
    assert "report.txt is not what the manifest says" in " ".join(done.stderr.split())
    assert "vendorcheck verify" in done.stderr


def test_a_bundle_is_complete_and_tells_no_time(run: Run, given: str, tmp_path: Path) -> None:
    run("scan", given, *SCAN, "-o", "bundle=one.zip", "-o", "json=kept.json")
    run("scan", given, *SCAN, "-o", "bundle=two.zip", PYTHONHASHSEED="7", TZ="Asia/Tokyo")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        names = archive.namelist()
        assert archive.read("report.json") == (tmp_path / "kept.json").read_bytes()
        assert archive.read("given/list/1/debarred.csv") == (tmp_path / "debarred.csv").read_bytes()
        manifest = json.loads(archive.read("MANIFEST.json"))
    assert names[-2:] == ["MANIFEST.json", "SHA256SUMS"]
    assert names[:-2] == sorted(names[:-2]) == [member["name"] for member in manifest["members"]]
    assert {
        "README.txt",
        "report.txt",
        "bills.sha256",
        "rules/us/ndaa/889-a.yaml",
        "rules/parties/hikvision.yaml",
        "rules/profiles/us-federal.yaml",
        "rules/rulebook.yaml",
    } <= set(names)
    assert "bom.csv" not in names
    assert "rules/profiles/us-texas.yaml" not in names


def test_a_bundle_is_not_made_of_files_that_have_changed(run: Run, given: str, tmp_path: Path) -> None:
    run("scan", given, *SCAN, "-o", "json=kept.json")
    (tmp_path / "debarred.csv").write_text("name\nSomebody else\n", encoding="utf-8")
    done = run("report", "kept.json", "-o", "bundle=out.zip")
    assert done.returncode == 2
    assert "debarred.csv is not what the report was made with" in done.stderr
    assert not (tmp_path / "out.zip").exists()
