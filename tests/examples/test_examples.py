"""The example bill gives the reports that stand beside it, to the letter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
COMMAND = str(Path(sys.executable).with_name("vendorcheck"))

#: The report, and the arguments that give it; `UPDATE_EXAMPLES=1` writes them anew, to be read before they are kept.
REPORTS: dict[str, list[str]] = {
    "bom.us-federal.txt": ["-p", "us-federal", "-o", "text"],
    "bom.us-federal.json": ["-p", "us-federal", "-o", "json"],
    "bom.no-profile.txt": ["-o", "text"],
    "bom.no-profile.json": ["-o", "json"],
}


def _scan(arguments: list[str]) -> bytes:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "NO_COLOR": "1"}
    command = [COMMAND, "scan", "examples/bom.csv", "--as-of", "2026-11-21", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("name", REPORTS)
def test_the_example_gives_the_expected_report(name: str) -> None:
    report = _scan(REPORTS[name])
    if os.environ.get("UPDATE_EXAMPLES"):
        (EXAMPLES / name).write_bytes(report)
    assert report == (EXAMPLES / name).read_bytes()


def test_the_example_shows_all_five_determinations() -> None:
    text = _scan(["-p", "us-federal", "-o", "text"]).decode()
    for determination in ("PROHIBITED", "UNDETERMINED", "REVIEW", "NOT SCREENED"):
        assert f"   {determination}" in text
    assert "19 clear (no rule at medium or above)" in text
