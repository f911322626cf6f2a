"""Pages that a reader follows step by step: their files are written, their commands run, what is said is compared.

A path alone on a line, in backticks, stands above the text of that file. A block of `console` holds commands after `$ `
and below each what it says; `[…]` alone on a line stands for lines left out.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (
    "writing-rules",
    "evidence",
    "limits",
    "for-procurement",
    "for-integrators",
    "for-compliance",
    "config",
    "policy",
)
STEP = re.compile(r"^(?:`(?P<path>[^`\n ]+)`\n\n)?```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
LEFT_OUT = "[…]"
#: 2026-11-21, the day of every run.
DAY = "1795219200"


def _environment() -> Mapping[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "FORCE_COLOR"}}
    return {**kept, "PATH": path, "SOURCE_DATE_EPOCH": DAY, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}


def _commands(body: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a block with the lines that it is to say."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, *said = part.rstrip("\n").split("\n")
        yield command, said


def _runs(body: str, folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each command of a block with what it is to say and what it says."""
    code = 0
    for command, expected in _commands(body):
        if command == "echo $?":
            yield command, expected, [str(code)]
            continue
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=folder,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            encoding="utf-8",
        )
        code = done.returncode
        yield command, expected, [line.rstrip() for line in done.stdout.rstrip("\n").split("\n") if done.stdout]


def _agrees(expected: list[str], said: list[str]) -> bool:
    """Whether the lines shown are those said, in their order, with gaps only where lines are left out."""
    shown = r"\n".join(r"(?:.*\n)*?.*" if line == LEFT_OUT else re.escape(line) for line in expected)
    return re.fullmatch(shown, "\n".join(said)) is not None


def _followed(step: re.Match[str], folder: Path) -> str:
    """The step once its file is written or its commands are run, with what they say now where all of it is shown."""
    if step["path"]:
        (folder / step["path"]).write_text(step["body"], encoding="utf-8")
    if step["kind"] != "console":
        return step[0]
    lines = ["```console"]
    for command, expected, said in _runs(step["body"], folder):
        if not os.environ.get("UPDATE_EXAMPLES"):
            assert _agrees(expected, said), "\n".join([f"$ {command}", *said])
        lines += [f"$ {command}", *(expected if LEFT_OUT in expected else said)]
    return "\n".join([*lines, "```"])


def _folder(tmp_path: Path, page: str) -> Path:
    """An empty folder; for pages that work on the example, one with it."""
    if "examples/bom.csv" in page:
        (tmp_path / "examples").mkdir()
        shutil.copy(ROOT / "examples" / "bom.csv", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_what_the_page_tells_a_reader_to_do_comes_out_as_it_says(name: str, tmp_path: Path) -> None:
    path = DOCS / f"{name}.md"
    page = path.read_text(encoding="utf-8")
    folder = _folder(tmp_path, page)
    followed = STEP.sub(lambda step: _followed(step, folder), page)
    if os.environ.get("UPDATE_EXAMPLES"):
        path.write_text(followed, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == followed
    assert "```console" in followed
    assert "Traceback" not in followed


@pytest.mark.parametrize("name", [name for name in PAGES if name != "evidence"])
def test_every_command_of_the_page_is_one_that_is_run(name: str) -> None:
    page = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    run = [step["body"] for step in STEP.finditer(page) if step["kind"] == "console" or step["path"]]
    named = re.findall(r"(?:^|`|\$ )(vendorcheck [a-z][^`\n]*)", page, re.MULTILINE)
    assert [command for command in named if not any(command in body for body in run)] == []


@pytest.mark.parametrize(
    ("expected", "holds"),
    [
        (["a", "b", "c"], True),
        (["a", LEFT_OUT, "c"], True),
        ([LEFT_OUT, "b", LEFT_OUT], True),
        (["a", "c"], False),
        (["a", LEFT_OUT, "b"], False),
        (["b", LEFT_OUT, "c"], False),
    ],
)
def test_lines_are_left_out_only_where_the_page_says_so(expected: list[str], holds: bool) -> None:  # noqa: FBT001 (the expected)
    assert _agrees(expected, ["a", "b", "c"]) is holds


def test_the_job_on_the_page_of_integrators_runs_the_script_and_keeps_its_reports() -> None:
    page = (DOCS / "for-integrators.md").read_text(encoding="utf-8")
    files = {step["path"]: step["body"] for step in STEP.finditer(page) if step["path"]}
    steps = yaml.safe_load(files["screen.yml"])["jobs"]["screen"]["steps"]
    assert "sh screen.sh bom.csv us-federal" in [step.get("run") for step in steps]
    [kept] = [step for step in steps if step.get("if") == "always()"]
    assert kept["with"]["path"] == "offer/reports"
    assert "-o text=reports/report.txt -o json=reports/report.json" in files["screen.sh"]
