"""Every exit code with its situation; the format of the report never changes it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

HEADINGS = "Manufacturer,Part Number,Description\n"
CLEAR = HEADINGS + "Axis Communications AB,P3265-LVE,Outdoor dome camera\n"
FLAGGED = HEADINGS + "Hikvision,DS-2CD2143G2-I,4MP dome camera\n"
NAMELESS = HEADINGS + ",LOT-1,Assorted spares\n"

NO_PURPOSE = ["-p", "us-federal", "--purpose", "none-of-these"]

#: What is in each bill, the arguments beside the bills, and the exit code.
SITUATIONS = {
    "no rule reaches a line": ([CLEAR], [], 0),
    "findings below the threshold": ([FLAGGED], ["--fail-on", "critical"], 0),
    "lines not screened, and that is allowed": ([CLEAR + ",LOT-1,Assorted spares\n"], ["--allow-unscreened"], 0),
    "findings at the threshold": ([FLAGGED], ["--fail-on", "high"], 1),
    "a prohibited line": ([FLAGGED], ["-p", "us-federal", "--purpose", "public-safety", "--fail-on", "critical"], 1),
    "findings that only a policy does not let pass": ([FLAGGED], [*NO_PURPOSE, "--policy", "human-rights"], 1),
    "the same findings without the policy": ([FLAGGED], NO_PURPOSE, 0),
    "a policy makes the threshold no milder": (
        [FLAGGED],
        ["-p", "us-federal", "--policy", "human-rights", "--fail-on", "critical"],
        1,
    ),
    "a policy that nobody knows": ([CLEAR], ["--policy", "human-right"], 2),
    "findings, and lines not screened": ([FLAGGED + ",LOT-1,Assorted spares\n"], [], 1),
    "a bill is missing": ([], ["missing.csv"], 2),
    "a bill is missing beside one with findings": ([FLAGGED], ["missing.csv"], 2),
    "not one line names anybody": ([NAMELESS], [], 3),
    "headings and no line": ([HEADINGS], [], 3),
    "an empty file": ([""], [], 3),
    "no rule to screen with": ([CLEAR], ["--no-shipped-rules"], 3),
    "some lines not screened": ([CLEAR + ",LOT-1,Assorted spares\n"], [], 4),
    "a bill is empty beside one that is screened": ([CLEAR, ""], [], 4),
    "a bill has no line beside one that is screened": ([CLEAR, HEADINGS], [], 4),
    "a rulebook too old for the day": ([CLEAR], ["--as-of", "2099-01-01"], 4),
}


@pytest.mark.parametrize(("bills", "options", "expected"), SITUATIONS.values(), ids=SITUATIONS)
def test_the_exit_code_of(run: Run, tmp_path: Path, bills: list[str], options: list[str], expected: int) -> None:
    assert run("scan", *_written(tmp_path, bills), *options).returncode == expected


@pytest.mark.parametrize("outputs", [("-o", "json"), ("-o", "text", "-o", "json=report.json")], ids=" ".join)
@pytest.mark.parametrize(
    "situation",
    [
        "no rule reaches a line",
        "findings at the threshold",
        "a bill is missing",
        "not one line names anybody",
        "some lines not screened",
    ],
)
def test_the_format_does_not_change_the_exit_code(
    run: Run, tmp_path: Path, situation: str, outputs: tuple[str, ...]
) -> None:
    bills, options, expected = SITUATIONS[situation]
    assert run("scan", *_written(tmp_path, bills), *options, *outputs).returncode == expected


@pytest.mark.parametrize("situation", ["findings, and lines not screened", "some lines not screened"])
def test_the_gate_in_the_report_has_the_exit_code_of_the_process(run: Run, tmp_path: Path, situation: str) -> None:
    bills, options, expected = SITUATIONS[situation]
    gate = json.loads(run("scan", *_written(tmp_path, bills), *options, "-o", "json").stdout)["gate"]
    assert (gate["exit_code"], gate["passed"]) == (expected, False)


LOW_RULE = """\
id: own-low
title: On the list
status: stable
severity: low
subjects: [product]
bars: []
binds: []
when: {listed: any}
message: It is on the list.
next_steps: [Look it up.]
"""


@pytest.mark.parametrize(("threshold", "expected"), [("low", 1), ("medium", 1), ("high", 0), ("critical", 0)])
def test_fail_on_is_met_at_the_severity_and_above(run: Run, tmp_path: Path, threshold: str, expected: int) -> None:
    (tmp_path / "debarred.csv").write_text("name\nNorthgate Cameras\n", encoding="utf-8")
    bills = _written(tmp_path, [HEADINGS + "Northgate Cameras,NG-20,Compact camera\n"])
    done = run("scan", *bills, "--list", "debarred.csv", "--fail-on", threshold)
    assert done.returncode == expected


def test_a_finding_below_medium_is_shown_beside_a_clear_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "debarred.csv").write_text("name\nNorthgate Cameras\n", encoding="utf-8")
    (tmp_path / "own.yaml").write_text(LOW_RULE, encoding="utf-8")
    bills = _written(tmp_path, [HEADINGS + "Northgate Cameras,NG-20,Compact camera\nAcme,X-1,Lamp\n"])
    options = ("--list", "debarred.csv", "--no-shipped-rules", "-r", "own.yaml", "--fail-on", "low")
    done = run("scan", *bills, *options, "-o", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [(line["line"], line["determination"], len(line["findings"])) for line in report["lines"]] == [
        (2, "CLEAR", 1)
    ]


def test_a_rule_that_asks_for_a_list_that_is_not_given_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(LOW_RULE.replace("listed: any", "listed: [debared]"), encoding="utf-8")
    bills = _written(tmp_path, [CLEAR])
    done = run("scan", *bills, "--no-shipped-rules", "-r", "own.yaml")
    assert done.returncode == 2
    assert "the rule 'own-low' asks for the list 'debared', which is not given" in done.stderr
    assert "help: Give it with --list debared, or from a file: --list debared.csv." in done.stderr


def test_what_was_allowed_is_still_counted_and_said(run: Run, tmp_path: Path) -> None:
    bills = _written(tmp_path, [CLEAR + ",LOT-1,Assorted spares\n"])
    text = " ".join(run("scan", *bills, "--allow-unscreened").stdout.split())
    assert "NOT SCREENED: bill0.csv: 1 line, no maker named (line 3)" in text
    assert "1 line not screened or not readable, allowed by --allow-unscreened" in text


def _written(folder: Path, bills: list[str]) -> list[str]:
    names = [f"bill{number}.csv" for number in range(len(bills))]
    for name, text in zip(names, bills, strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    return names
