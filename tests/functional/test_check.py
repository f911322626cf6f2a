"""`check`: one name at the prompt, tried as everything it may be."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]

#: Hikvision with its owners, nearest first.
OWNED = ["hikvision", "cethik", "cetc"]

#: What is typed, and what it comes to: the determination, the parties and the exit code.
NAMES: dict[str, tuple[str, list[str], int]] = {
    "Hikvision USA Inc": ("REVIEW", OWNED, 1),
    "海康威视": ("REVIEW", OWNED, 1),
    "DS-2CD2143G2-I": ("REVIEW", OWNED, 1),
    "44:47:CC:01:02:03": ("REVIEW", OWNED, 1),
    "QISB535-232": ("REVIEW", ["huawei"], 1),
    "Acme Widgets": ("CLEAR", [], 0),
    "Hikari Co. Ltd.": ("CLEAR", [], 0),
    "OEM": ("NOT_SCREENED", [], 3),
    "Digi-Key": ("NOT_SCREENED", [], 3),
    "": ("NOT_SCREENED", [], 3),
}

#: What is said beside the report of a name that shows nobody.
NOTHING = "vendorcheck: no screening was performed: not one line was screened\n"


@pytest.mark.parametrize(("name", "expected"), NAMES.items())
def test_check(run: Run, fitting: Fitting, name: str, expected: tuple[str, list[str], int]) -> None:
    done = run("check", name, "-o", "json")
    assert done.stderr == (NOTHING if done.returncode == 3 else "")
    (line,) = fitting("report", done.stdout)["lines"]
    assert (line["bill"], line["line"]) == ("<prompt>", 1)
    assert (line["determination"], line["parties"], done.returncode) == expected


def test_the_text_report_shows_the_name_as_line_one_of_the_prompt(run: Run) -> None:
    text = run("check", "DS-2CD2143G2-I").stdout
    title, source, caret = text.splitlines()[2:5]
    assert title.startswith("<prompt>:1:1   REVIEW ")
    assert title.endswith(" Hikvision")
    assert (source, caret) == ("    1 | DS-2CD2143G2-I", "        ^^^^^^^^^^^^^^")


def test_a_clear_name_is_said_with_day_and_rulebook(run: Run) -> None:
    assert (
        "No rule at medium or above reached it (as of 2026-11-21, rulebook vendorcheck "
        in run("check", "Acme Widgets").stdout
    )


def test_a_profile_a_day_and_a_threshold_bear_on_a_name(run: Run, fitting: Fitting) -> None:
    done = run("check", "Huawei", "-p", "us-federal", "--as-of", "2020-06-01", "--fail-on", "critical", "-o", "json")
    report = fitting("report", done.stdout)
    assert (report["profiles"], report["as_of"], report["historical"]) == (["us-federal"], "2020-06-01", True)
    assert {finding["rule"] for finding in report["findings"]} >= {"us-889-a", "us-entity-list"}


def test_a_purpose_settles_what_a_name_leaves_open(run: Run, fitting: Fitting) -> None:
    done = run("check", "DS-2CD2143G2-I", "-p", "us-federal", "--purpose", "public-safety", "-o", "json")
    assert fitting("report", done.stdout)["lines"][0]["determination"] == "PROHIBITED"


def test_a_list_bears_on_a_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "debarred.csv").write_text("name\nAcme Widgets\n", encoding="utf-8")
    done = run("check", "Acme Widgets Inc.", "--list", "debarred.csv", "--fail-on", "medium")
    assert done.returncode == 1
    assert "list-entry" in done.stdout


def test_an_unknown_profile_is_refused(run: Run, fitting: Fitting) -> None:
    done = run("check", "Acme", "-p", "us-federl", "-o", "json")
    assert (done.returncode, fitting("error", done.stdout)["code"]) == (2, "unknown_name")
    assert done.stderr.startswith("vendorcheck: no screening was performed: there is no profile 'us-federl'")
