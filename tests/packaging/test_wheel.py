"""The built wheel: sdist to wheel to bare environment, run from another folder, gives the same report."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EPOCH = "1795219200"  # 2026-11-21
SCAN = ["scan", "examples/bom.csv", "-p", "us-federal", "--as-of", "2026-11-21", "-o", "json"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel built from that sdist."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)], check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The scripts of a new environment with the wheel alone."""
    return _environment(tmp_path_factory.mktemp("bare"), wheel)


def _environment(folder: Path, package: Path) -> Path:
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "-q", str(package)], check=True, capture_output=True)
    return scripts


def _elsewhere(folder: Path) -> Path:
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def _scan(command: list[str | Path], folder: Path, **env: str) -> bytes:
    environment = {"SOURCE_DATE_EPOCH": EPOCH, "PATH": os.environ["PATH"], **env}
    done = subprocess.run([*command, *SCAN], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


def _expected() -> bytes:
    return (ROOT / "examples" / "bom.us-federal.json").read_bytes()


def test_the_wheel_gives_the_expected_report_from_another_folder(bare: Path, tmp_path: Path) -> None:
    assert _scan([bare / "vendorcheck"], _elsewhere(tmp_path)) == _expected()


def test_the_sdist_installs_and_gives_the_same_report(built: Path, tmp_path: Path) -> None:
    scripts = _environment(tmp_path / "venv", next(built.glob("*.tar.gz")))
    assert _scan([scripts / "vendorcheck"], _elsewhere(tmp_path)) == _expected()


def test_a_zipped_wheel_gives_the_same_report(bare: Path, wheel: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [bare / "python", "-m", "vendorcheck"]
    folder = _elsewhere(tmp_path)
    where: list[str | Path] = [bare / "python", "-c", "import vendorcheck; print(vendorcheck.__file__)"]
    env = {"PYTHONPATH": str(wheel), "PATH": os.environ["PATH"]}
    imported = subprocess.run(where, cwd=folder, env=env, capture_output=True, check=True, text=True).stdout
    assert wheel.name in imported
    assert _scan(command, folder, PYTHONPATH=str(wheel)) == _expected()


def test_the_bare_environment_validates_the_rulebook_it_carries(bare: Path, tmp_path: Path) -> None:
    done = subprocess.run([bare / "vendorcheck", "rules", "validate"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith(b"valid")


def test_the_wheel_carries_rules_evidence_schemas_and_the_compiled_rulebook(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        compiled = json.loads(archive.read("vendorcheck/data/rulebook.json"))
        digest = hashlib.sha256()
        for folder, prefix in (("rules", ""), ("evidence", "evidence/")):
            root = f"vendorcheck/data/{folder}/"
            for name in sorted(each for each in names if each.startswith(root) and each.endswith(".yaml")):
                content = archive.read(name).replace(b"\r\n", b"\n")
                line = f"{hashlib.sha256(content).hexdigest()}  {prefix}{name.removeprefix(root)}\n"
                digest.update(line.encode())
    assert compiled["digest"] == digest.hexdigest()
    assert {
        "vendorcheck/py.typed",
        "vendorcheck/readers/headings/headings.txt",
        "vendorcheck/reporters/schemas/report.schema.json",
        "vendorcheck/rulebook/schemas/rule.schema.json",
    } <= names
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert {f"vendorcheck/data/{name}" for name in shipped} <= names


def test_the_sdist_carries_what_the_tests_need(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "LICENSE", "examples/bom.csv", "rules/rulebook.yaml", "hatch_build.py"} <= names
