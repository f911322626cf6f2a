"""The example bill gives the reports that stand beside it, to the letter, in every format."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from vendorcheck.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
COMMAND = str(Path(sys.executable).with_name("vendorcheck"))

#: What a format's file is called, where its suffix alone does not say which format it is.
_CALLED = {name: each.suffix for name, each in REPORTERS.items()} | {
    "annotated": ".annotated.csv",
    "junit": ".junit.xml",
    "gitlab": ".gitlab.json",
    "github": ".github.txt",
    "questions": ".questions.md",
    "bundle": ".bundle.zip",
}

#: The formats, and the buyers of the run that gives them; `UPDATE_EXAMPLES=1` writes them anew, to be read before they
#: are kept.
RUNS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "us-federal": (("-p", "us-federal"), tuple(REPORTERS)),
    "no-profile": ((), ("text", "json")),
}
FILES = [(run, name) for run, (_, names) in RUNS.items() for name in names]


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], bytes]:
    """What each run gives in each of its formats."""
    folder = tmp_path_factory.mktemp("given")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "NO_COLOR": "1"}
    for run, (buyer, names) in RUNS.items():
        outputs = [each for name in names for each in ("-o", f"{name}={folder / (run + _CALLED[name])}")]
        command = [COMMAND, "scan", "examples/bom.csv", "--as-of", "2026-11-21", *buyer, *outputs]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr.decode()
    return {(run, name): (folder / (run + _CALLED[name])).read_bytes() for run, name in FILES}


@pytest.mark.parametrize(("run", "name"), FILES)
def test_the_example_gives_the_expected_report(given: Mapping[tuple[str, str], bytes], run: str, name: str) -> None:
    path, report = EXAMPLES / f"bom.{run}{_CALLED[name]}", given[run, name]
    if os.environ.get("UPDATE_EXAMPLES"):
        path.write_bytes(report)
    expected = path.read_bytes()
    if zipfile.is_zipfile(path):  # how hard it is packed is the library's affair
        assert _members(report) == _members(expected)
    else:
        assert report == expected


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_no_example_is_left_over() -> None:
    known = {f"bom.{run}{_CALLED[name]}" for run, name in FILES} | {"bom.csv"}
    assert {path.name for path in EXAMPLES.iterdir() if path.is_file()} == known


def test_the_example_shows_all_five_determinations(given: Mapping[tuple[str, str], bytes]) -> None:
    text = given["us-federal", "text"].decode()
    for determination in ("PROHIBITED", "UNDETERMINED", "REVIEW", "NOT SCREENED"):
        assert f"   {determination}" in text
    assert "19 clear (no rule at medium or above)" in text
