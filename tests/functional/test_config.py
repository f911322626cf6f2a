"""`vendorcheck.yaml`, variables and flags together, in every command that takes them."""

import json
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Fitting = Callable[[str, str], Any]


@pytest.fixture
def config(tmp_path: Path) -> Callable[[str], Path]:
    """Writes the config of the working folder."""

    def config(text: str) -> Path:
        path = tmp_path / "vendorcheck.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return config


def test_a_flag_a_variable_and_the_config(run: Run, mixed: str, config: Callable[[str], Path]) -> None:
    text = "profile: us-federal\nfail_on: low\noutput: [json]\nreference: A-1\n"
    config(text)
    report = json.loads(run("scan", mixed).stdout)
    assert (report["gate"]["fail_on"], report["profiles"], report["provenance"]["reference"]) == (
        "low",
        ["us-federal"],
        "A-1",
    )
    assert report["provenance"]["config"] == {"file": "vendorcheck.yaml", "sha256": sha256(text.encode()).hexdigest()}
    by_variable = json.loads(run("scan", mixed, VENDORCHECK_FAIL_ON="medium").stdout)
    assert by_variable["gate"]["fail_on"] == "medium"
    by_flag = json.loads(run("scan", mixed, "--fail-on", "critical", VENDORCHECK_FAIL_ON="medium").stdout)
    assert by_flag["gate"]["fail_on"] == "critical"


@pytest.mark.parametrize("words", [("check", "Hikvision"), ("explain", "bom.csv", "--line", "2")])
def test_other_commands_are_asked_the_same(
    run: Run, mixed: str, config: Callable[[str], Path], words: tuple[str, ...]
) -> None:
    assert mixed == "bom.csv"
    config("profile: us-fedral\n")
    done = run(*words)
    assert done.returncode == 2
    assert "there is no profile 'us-fedral' (vendorcheck.yaml:1); did you mean 'us-federal'?" in done.stderr
    assert run(*words, "--isolated").returncode != 2
    assert run(*words, "-p", "us-federal").returncode != 2


def test_a_config_that_is_not_valid_is_told_as_json_too(
    run: Run, mixed: str, config: Callable[[str], Path], fitting: Fitting
) -> None:
    config("fail_on: high\nstrct: true\n")
    done = run("scan", mixed, "-o", "json")
    error = fitting("error", done.stdout)
    assert (done.returncode, error["code"], error["file"], error["line"]) == (
        2,
        "config_invalid",
        "vendorcheck.yaml",
        2,
    )
    assert "no screening was performed: the config is not valid" in done.stderr


def test_no_report_is_written_over_the_config(run: Run, mixed: str, config: Callable[[str], Path]) -> None:
    path = config("strict: true\n")
    assert run("scan", mixed, "-o", "json=vendorcheck.yaml").returncode == 2
    assert path.read_text(encoding="utf-8") == "strict: true\n"


def test_what_is_shown_holds(run: Run, config: Callable[[str], Path]) -> None:
    config("policies:\n  quay: {profiles: [us-federal], fail_on: medium, waivers: none}\npolicy: quay\n")
    data = json.loads(run("config", "show", "-o", "json", "--fail-on", "critical", VENDORCHECK_STRICT="true").stdout)
    said = {each["name"]: (each["values"], each["origin"]) for each in data["options"]}
    assert said["--fail-on"] == (["critical"], "command line")
    assert said["--strict"] == (["true"], "VENDORCHECK_STRICT")
    assert said["--policy"] == (["quay"], "vendorcheck.yaml:3")
    assert said["--min-confidence"] == (["possible"], "default")
    holds = data["policy"]["holds"]
    assert (holds["id"], holds["fail_on"], holds["strict"], holds["waivers"]) == ("quay", "medium", True, "none")
    assert data["policy"]["remarks"] == ["--fail-on critical is milder than the policy quay and does not hold"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--select", "us-889-a"], 1),
        (["--select", "conflicting-evidence"], 4),
        (["--ignore", "us-889-a,procurement", "--ignore", "conflicting-evidence"], 4),
        (["--ignore", "us-889-a,procurement", "--allow-unscreened"], 0),
        (["--select", "us-889-a", "--ignore", "us-889-a"], 3),
        (["--select", "us-889"], 2),
        (["--new-only"], 2),
        (["--baseline", "none.json"], 2),
    ],
)
def test_filters_and_the_exit_code(run: Run, mixed: str, arguments: list[str], code: int) -> None:
    assert run("scan", mixed, "-p", "us-federal", *arguments).returncode == code


@pytest.mark.parametrize("option", ["--policy", "--config", "--baseline", "--waivers"])
def test_a_file_that_is_not_there_is_told_with_what_to_do(run: Run, mixed: str, option: str) -> None:
    done = run("scan", mixed, option, "gone.yaml")
    assert done.returncode == 2
    kind = option.removeprefix("--")
    assert done.stderr.startswith(f"vendorcheck: no screening was performed: the {kind} gone.yaml cannot be read: No ")
    assert done.stderr.count("\nhelp: ") == 1


def test_a_baseline_lets_pass_what_it_knows(run: Run, mixed: str, tmp_path: Path) -> None:
    scan = ("scan", mixed, "-p", "us-federal", "--allow-unscreened")
    assert run(*scan, "-o", "json=base.json").returncode == 1
    assert run(*scan, "--baseline", "base.json").returncode == 1
    assert run(*scan, "--baseline", "base.json", "--new-only").returncode == 0
    with (tmp_path / mixed).open("a", encoding="utf-8") as bill:
        bill.write("Harbor Security,Hikvision,DS-7616NI-K2,recorder,Recorder,public safety\n")
    assert run(*scan, "--baseline", "base.json", "--new-only").returncode == 1
