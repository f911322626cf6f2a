"""The action, the hooks and the jobs to copy: checked by their schemas, and run as far as one machine can run them."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent
ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BASH, GIT = shutil.which("bash"), shutil.which("git")

pytestmark = pytest.mark.skipif(not (BASH and GIT), reason="the steps are run by bash, and hooks are cloned by git")


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "examples/ci/github-gate.yml"),
        ("vendor.gitlab-ci", "examples/ci/gitlab-ci.yml"),
    ],
)
def test_it_fits_the_schema_of_its_service(schema: str, path: str) -> None:
    command: list[str | Path] = [SCRIPTS / "check-jsonschema", "--builtin-schema", schema, ROOT / path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_nothing_that_a_caller_gives_becomes_a_command() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: values[found[1]], text)


def _play(folder: Path, **inputs: str) -> tuple[int, dict[str, str], str, str]:
    """Run the steps of the action as its service does; return its exit code, outputs, summary and what it printed."""
    given = {name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()} | inputs
    values = {"github.action_path": str(ROOT)} | {f"inputs.{name}": value for name, value in given.items()}
    files = {name: folder / name.lower() for name in ("GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.touch()
    environment: dict[str, str] = {"PATH": os.environ["PATH"], "HOME": str(folder), "RUNNER_TEMP": str(folder)}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    environment |= {name: str(path) for name, path in files.items()}
    for step in ACTION["runs"]["steps"]:
        added = {name: _filled(str(value), values) for name, value in step["env"].items()}
        path = os.pathsep.join([*files["GITHUB_PATH"].read_text().split(), environment["PATH"]])
        done = subprocess.run(
            [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder / "checkout",
            env={**environment, **added, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            break
    outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
    return done.returncode, outputs, files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"), done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runner")
    (folder / "checkout").mkdir()
    shutil.copy(ROOT / "examples/bom.csv", folder / "checkout/our bom.csv")
    (folder / "checkout/clear.csv").write_text("Manufacturer,Part\nAxis,P3265\n", encoding="utf-8")
    return folder


def test_the_action_stops_a_bill_with_findings_and_keeps_its_reports(folder: Path) -> None:
    code, outputs, summary, printed = _play(folder, bills="our bom.csv", profile="us-federal")
    assert (code, outputs) == (1, {"exit-code": "1", "reports": "vendorcheck-reports"}), printed
    assert "PROHIBITED" in summary
    assert "::error file=our bom.csv,line=3" in printed
    kept = {path.name for path in (folder / "checkout/vendorcheck-reports").iterdir()}
    assert kept == {f"report.{kind}" for kind in ("txt", "json", "html", "sarif", "xml")} | {"summary.md"}


def test_the_action_lets_a_clear_bill_pass(folder: Path) -> None:
    code, outputs, _, printed = _play(folder, bills="clear.csv", profile="us-federal", reports="clear")
    assert (code, outputs["exit-code"]) == (0, "0"), printed


def test_the_action_takes_no_config_from_the_working_folder(folder: Path) -> None:
    (folder / "checkout/vendorcheck.yaml").write_text("ignore: [us-889-a]\nfail_on: critical\n", encoding="utf-8")
    code, _, _, printed = _play(folder, bills="our bom.csv", profile="us-federal\nus-market")
    assert code == 1, printed


def test_the_action_screens_against_kept_lists_and_files(folder: Path) -> None:
    checkout = folder / "checkout"
    (checkout / "our debarred.csv").write_text("name\nAxis\n", encoding="utf-8")
    (checkout / "late.csv").write_text("name\nGrimm Optics\n", encoding="utf-8")
    _vendorcheck(checkout, "lists", "import", "late.csv", "--store", "kept lists")
    given = {"bills": "clear.csv", "profile": "us-federal", "store": "kept lists", "reports": "listed"}
    code, _, _, printed = _play(folder, **given, lists="late\n./our debarred.csv", arguments="--fail-on\nmedium")
    assert code == 1, printed
    report = (checkout / "listed/report.txt").read_text(encoding="utf-8")
    assert "list-entry" in report
    assert "list late of an unknown date" in " ".join(report.split())


def _vendorcheck(folder: Path, *arguments: str) -> None:
    subprocess.run([SCRIPTS / "vendorcheck", *arguments], cwd=folder, capture_output=True, check=True)


def test_an_input_is_an_argument_and_never_a_command(folder: Path) -> None:
    code, _, _, printed = _play(folder, bills="clear.csv", arguments="--reference\n$(touch owned); `touch owned`")
    assert code == 0, printed
    assert not (folder / "checkout/owned").exists()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A clone of this checkout as it stands, from which the hooks are installed, and its commit."""
    clone = tmp_path_factory.mktemp("clone") / "vendorcheck"
    kept = shutil.ignore_patterns(".git", ".venv", ".check", "__pycache__", ".*_cache", "dist", "build", ".hypothesis")
    shutil.copytree(ROOT, clone, ignore=kept)
    _git(clone, "init", "-q")
    _git(clone, "add", "-A")
    _git(clone, "commit", "-q", "-m", "as it stands")
    return clone, _git(clone, "rev-parse", "HEAD").strip()


def _git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run([str(GIT), *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def _hooked(folder: Path, config: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    _git(folder, "add", "-A")
    environment = {**os.environ, "PRE_COMMIT_HOME": str(folder.parent / "cache")}
    command: list[str | Path] = [SCRIPTS / "pre-commit", "run", "--all-files", "--verbose"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_hooks_screen_what_is_committed(hooks: tuple[Path, str], tmp_path: Path) -> None:
    clone, commit = hooks
    folder = tmp_path / "offer"
    folder.mkdir()
    _git(folder, "init", "-q")
    (folder / "bom.csv").write_text("Manufacturer,Part\nHikvision,DS-2CD2143G2-I\n", encoding="utf-8")
    (folder / "waivers.yaml").write_text("waivers: []\n", encoding="utf-8")
    wanted = [{"id": "vendorcheck", "args": ["-p", "us-federal"]}, {"id": "vendorcheck-waivers"}]
    config = {"repos": [{"repo": str(clone), "rev": commit, "hooks": wanted}]}
    done = _hooked(folder, config)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bom.csv:2" in done.stdout
    assert re.search(r"check waivers\.+Passed", done.stdout)
    (folder / "bom.csv").write_text("Manufacturer,Part\nAxis,P3265\n", encoding="utf-8")
    done = _hooked(folder, config)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("check", "path"),
    [
        ("validate-manifest", ".pre-commit-hooks.yaml"),
        ("validate-config", ".pre-commit-config.yaml"),
        ("validate-config", "examples/ci/pre-commit-config.yaml"),
    ],
)
def test_the_files_of_hooks_are_valid(check: str, path: str) -> None:
    command: list[str | Path] = [SCRIPTS / "pre-commit", check, ROOT / path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_our_own_hooks_come_from_this_checkout_alone() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]


def test_the_script_of_the_gitlab_job_is_a_command_of_ours() -> None:
    job = yaml.safe_load((ROOT / "examples/ci/gitlab-ci.yml").read_text(encoding="utf-8"))["screen-bills"]
    scan = job["script"][-1].split()
    assert scan[:2] == ["vendorcheck", "scan"]
    done = subprocess.run([SCRIPTS / "vendorcheck", "scan", "--help"], capture_output=True, text=True, check=True)
    assert [word for word in scan if word.startswith("--") and word not in done.stdout] == []
