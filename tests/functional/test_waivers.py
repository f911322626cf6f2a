"""`-w`: the same bill with waivers and without, and files of waivers that are refused."""

import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

BILL = """\
Supplier,Manufacturer,Part Number,Description
Harbor Security,Dahua Machinery Works,GX-1,Garden pump
Dahua Machinery Works,Axis,P3265,Outdoor dome camera
Dahua Machinery Works,,PMP-2,Garden pump
Harbor Security,dahua machinery  works,IPC-HFW2831S-S-S2,8MP bullet camera
Harbor Security,Dahua Machinery Works Ltd,GX-1,Garden pump
Harbor Security,Hikvision,DS-2CD2143G2-I,Dome camera
Harbor Security,Axis,P3265,Outdoor dome camera
"""

WAIVERS = """\
waivers:
  - id: fp-1
    rule: all
    scope:
      name_pair: {name: Dahua Machinery Works, party: dahua}
    reason: false_positive
    statement: A maker of pumps in Leeds; its register shows other owners.
    owner: A. Buyer
    approved_by: C. Officer
    created: 2026-11-02
    expires: 2027-04-30
"""

SCAN = ("scan", "bom.csv", "-p", "us-federal")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """A bill and a file of waivers."""
    (tmp_path / "bom.csv").write_text(BILL, encoding="utf-8")
    (tmp_path / "w.yaml").write_text(WAIVERS, encoding="utf-8")
    return tmp_path


def _lines(run: Run, fitting: Fitting, *arguments: str) -> tuple[dict[int, Any], Any]:
    report = fitting("report", run(*SCAN, "--all-lines", "-o", "json", *arguments).stdout)
    return {line["line"]: line for line in report["lines"]}, report


def test_the_same_bill_with_waivers_and_without(run: Run, fitting: Fitting) -> None:
    without, _ = _lines(run, fitting)
    waived, report = _lines(run, fitting, "-w", "w.yaml")
    assert [without[number]["parties"] for number in range(2, 7)] == [["dahua"]] * 5
    assert [waived[number]["parties"] for number in range(2, 7)] == [[], [], [], ["dahua"], ["dahua"]]
    assert [waived[number]["determination"] for number in (2, 3, 4)] == ["CLEAR"] * 3
    assert {number: [each["role"] for each in line["cleared"]] for number, line in waived.items()} == {
        2: ["maker"],
        3: ["vendor"],
        4: ["vendor"],
        5: ["maker"],
        6: [],
        7: [],
        8: [],
    }
    assert [waived[number] for number in (6, 7, 8)] == [without[number] for number in (6, 7, 8)]
    assert waived[4]["screened_on"] == without[4]["screened_on"]
    (told,) = report["coverage"]["waivers"]
    assert (told["id"], told["state"], told["lines"]) == ("fp-1", "used", 4)
    assert report["provenance"]["waivers"] == {"file": "w.yaml", "sha256": sha256(WAIVERS.encode()).hexdigest()}


def test_a_model_number_beside_a_cleared_name_bars_as_before(run: Run, fitting: Fitting) -> None:
    purpose = ("--purpose", "public-safety")
    without, _ = _lines(run, fitting, *purpose)
    waived, _ = _lines(run, fitting, "-w", "w.yaml", *purpose)
    assert without[5]["determination"] == waived[5]["determination"] == "PROHIBITED"


def test_all_lines_shows_a_cleared_line_with_its_waiver(run: Run) -> None:
    text = run(*SCAN, "-w", "w.yaml", "--all-lines").stdout
    block = text.partition("bom.csv:2:1   CLEAR")[2].partition("\n\n")[0]
    assert "Cleared by waiver fp-1: maker “Dahua Machinery Works” is not dahua." in block
    assert "\ncleared by waivers: fp-1 (Dahua Machinery Works is not dahua), 4 lines\n" in text


def test_a_gate_that_a_name_alone_failed_passes_with_its_waiver(run: Run, folder: Path) -> None:
    (folder / "bom.csv").write_text("".join(BILL.splitlines(keepends=True)[:4]), encoding="utf-8")
    assert run(*SCAN).returncode == 1
    done = run(*SCAN, "--waivers", "w.yaml")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_that_clears_nothing_changes_nothing_but_what_is_said_of_it(
    run: Run, fitting: Fitting, folder: Path
) -> None:
    (folder / "w.yaml").write_text(WAIVERS.replace("Machinery Works", "Bakery"), encoding="utf-8")
    _, without = _lines(run, fitting)
    _, waived = _lines(run, fitting, "-w", "w.yaml")
    assert [each["state"] for each in waived["coverage"].pop("waivers")] == ["unused"]
    assert without["coverage"].pop("waivers") == []
    assert waived["provenance"].pop("waivers")["file"] == "w.yaml"
    assert without["provenance"].pop("waivers") is None
    waived["provenance"]["options"].remove({"name": "waivers", "values": ["w.yaml"], "origin": "command line"})
    assert waived == without
    assert "waivers not used: fp-1 (Dahua Bakery is not dahua)" in run(*SCAN, "-w", "w.yaml").stdout


def test_an_expired_waiver_clears_nothing_and_is_told(run: Run) -> None:
    text = run(*SCAN, "-w", "w.yaml", "--as-of", "2027-05-01").stdout
    assert "cleared by waiver" not in text.lower()
    assert "waivers that have expired: fp-1 (Dahua Machinery Works is not dahua; through 2027-04-30)" in " ".join(
        text.split()
    )


def test_a_name_at_the_prompt_is_cleared_whatever_it_is_tried_as(run: Run) -> None:
    assert run("check", "Dahua Machinery Works", "--fail-on", "medium").returncode == 1
    done = run("check", "Dahua Machinery Works", "-w", "w.yaml", "--fail-on", "info")
    assert done.returncode == 0
    assert "is not dahua." in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "reason: false_positive",
            "reason: mitigated",
            "6:5: a name pair says that a name is not a party's: its only reason is false_positive",
        ),
        ("expires:", "expires_on:", "11:5: 'expires_on' is not known here"),
        ("party: dahua", "party: dahuaa", "5:48: no party is called 'dahuaa'"),
        ("created: 2026-11-02", "created: 2026-11-22", "10:5: 2026-11-22 is still to come: today is 2026-11-21"),
    ],
)
def test_a_file_that_is_not_valid_is_shown_at_its_place(run: Run, folder: Path, old: str, new: str, said: str) -> None:
    (folder / "w.yaml").write_text(WAIVERS.replace(old, new), encoding="utf-8")
    done = run(*SCAN, "-w", "w.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vendorcheck: no screening was performed: the waivers are not valid\nw.yaml:")
    assert f"\nw.yaml:{said}\n" in done.stderr
    assert "        ^\n" in done.stderr


def test_with_a_file_that_is_not_valid_nothing_is_screened(run: Run, fitting: Fitting, folder: Path) -> None:
    (folder / "w.yaml").write_text(WAIVERS.replace("expires", "expries"), encoding="utf-8")
    assert run(*SCAN, "-w", "w.yaml", "-o", "text=report.txt", "-o", "json=error.json").returncode == 2
    assert not (folder / "report.txt").exists()
    error = fitting("error", (folder / "error.json").read_text(encoding="utf-8"))
    assert (error["code"], error["file"], error["line"]) == ("waivers_invalid", "w.yaml", 2)


def test_a_missing_file_is_refused(run: Run) -> None:
    done = run(*SCAN, "-w", "gone.yaml")
    assert done.returncode == 2
    assert "the waivers gone.yaml cannot be read: No such file or directory" in done.stderr


def test_no_report_is_written_over_the_waivers(run: Run, folder: Path) -> None:
    assert run(*SCAN, "-w", "w.yaml", "-o", "json=w.yaml").returncode == 2
    assert (folder / "w.yaml").read_text(encoding="utf-8") == WAIVERS


def test_the_schema_is_printed(run: Run) -> None:
    done = run("schema", "waivers")
    assert (done.returncode, '"urn:vendorcheck:waivers:v0"' in done.stdout) == (0, True)
