"""`explain` of lines: from their cells to each rule, in text at two widths and in JSON, and what is no line."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

OWN = Path(__file__).with_name("own_rules")
EXPLAINED = Path(__file__).with_name("explained")
ALONE = ("-r", "own", "--no-shipped-rules", "--as-of", "2026-11-21")

BILL = """\
stock of the yard
Supplier,Maker,Part,Description,Purpose,Approver
Harbor,Acme,AC-123,dome camera,public safety,secret
Harbor,Acme,X1,wall bracket,public safety,secret
Harbor,Acme Street Traders,X2,camera for Acme NVR,,secret

Harbor,,,spares,,secret
Harbor,Crown Bakery Ltd,X3,AO cable,,secret
Total,,,,,
"""


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> None:
    """The small rulebook, and a bill."""
    shutil.copytree(OWN, tmp_path / "own")
    (tmp_path / "bom.csv").write_text(BILL, encoding="utf-8")


@pytest.mark.parametrize("width", ["80", "200"])
def test_lines_are_explained_at_a_width_without_colour(run: Run, width: str) -> None:
    lines = ("--line", "3", "--line", "4", "--line", "5", "--line", "7", "--line", "8")
    done = run("explain", "bom.csv", *lines, "-p", "us-federal", *ALONE, COLUMNS=width, NO_COLOR="1")
    assert (done.returncode, done.stderr) == (0, "")
    snapshot = EXPLAINED / "lines.txt"
    if os.environ.get("UPDATE_EXAMPLES"):
        snapshot.write_text(done.stdout, encoding="utf-8")
    assert done.stdout == snapshot.read_text(encoding="utf-8")
    assert "secret" not in done.stdout


@pytest.mark.parametrize("width", ["80", "200"])
def test_on_a_terminal_the_text_is_as_wide_as_that(run: Run, width: str) -> None:
    done = run("explain", "bom.csv", "--line", "3", "-p", "us-federal", *ALONE, FORCE_COLOR="1", COLUMNS=width)
    plain = [_plain(line) for line in done.stdout.splitlines()]
    longest = max(map(len, plain))
    assert longest <= min(int(width), 160)
    assert longest > int(width) // 2
    assert "\x1b[" in done.stdout


def _plain(text: str) -> str:
    pieces = text.split("\x1b[")
    return pieces[0] + "".join(piece.partition("m")[2] for piece in pieces[1:])


def test_json_tells_what_each_rule_came_to_and_why(run: Run) -> None:
    done = run("explain", "bom.csv", "--line", "4", "--line", "3", "-p", "us-federal", *ALONE, "-o", "json")
    data = json.loads(done.stdout)
    assert (done.returncode, data["schema"], data["profiles"]) == (0, "vendorcheck.explain/v0", ["us-federal"])
    bracket, camera = data["lines"]
    assert (camera["result"]["line"], camera["result"]["determination"]) == (3, "PROHIBITED")
    states = {rule["rule"]: rule["state"] for rule in camera["rules"]}
    assert states == {"acme-cameras": "reached", "acme-draft": "draft", "acme-talk": "reached"}
    assert camera["failing"] == [finding["id"] for finding in camera["findings"] if finding["severity"] == "critical"]
    assert camera["failing"] == [finding["id"] for finding in camera["findings"] if finding["fails_gate"]]
    [rule] = [rule for rule in bracket["rules"] if rule["rule"] == "acme-cameras"]
    assert (rule["state"], rule["reaches"][0]["qualifiers"][0]["truth"]) == ("qualifier_no", "NO")


def test_the_findings_are_those_of_a_scan(run: Run) -> None:
    explained = json.loads(run("explain", "bom.csv", "--line", "5", *ALONE, "-o", "json").stdout)
    report = json.loads(run("scan", "bom.csv", *ALONE, "-o", "json").stdout)
    told = [
        {**each, "evidence": [report["evidence"][proof["told"]] for proof in each["evidence"]]}
        for each in report["findings"]
        if each["line"] == 5
    ]
    assert explained["lines"][0]["findings"] == told
    assert explained["lines"][0]["result"] == next(each for each in report["lines"] if each["line"] == 5)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1", "line 1 is no line of bom.csv: it stands above the headings; looked at as text, it shows nobody"),
        ("2", "line 2 is no line of bom.csv: it holds the headings"),
        ("6", "line 6 is no line of bom.csv: it is blank"),
        ("9", "line 9 is no line of bom.csv: it is a footer; looked at as text, it shows nobody"),
        ("10", "bom.csv has no line 10"),
    ],
)
def test_what_is_no_line_is_said(run: Run, line: str, said: str) -> None:
    done = run("explain", "bom.csv", "--line", "3", "--line", line, *ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"vendorcheck: {said}\n")


def test_a_bill_without_a_line_is_asked_for_one(run: Run) -> None:
    done = run("explain", "bom.csv", "-o", "json")
    assert (done.returncode, json.loads(done.stdout)["code"]) == (2, "usage")
    assert "Name it: vendorcheck explain bom.csv --line N." in done.stderr
