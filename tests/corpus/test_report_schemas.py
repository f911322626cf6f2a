"""The formats for machines against the schemas of those who read them, and what GitHub asks beyond its schema."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from xmlschema import XMLSchema

ROOT = Path(__file__).parents[2]

#: Cells that would act on XML, on a workflow, on a terminal, on a table.
HOSTILE = (
    'Maker,Part\n"Hikvision ""<b>]]>&amp;",::error::x ##[error]\n"Dahua\x1b[31m\u202e","=1+1 %0A [x](javascript:0)"\n'
)

#: What is scanned, and how that ends.
RUNS = (
    (("bom.csv", "-p", "us-federal"), 1),
    (("bom.csv", "-p", "us-federal", "--summary-only"), 1),
    (("clean.csv",), 0),
    (("bom.csv", "hostile 100%.csv", "missing.csv", "--fail-on", "info"), 2),
)


@pytest.fixture(scope="module")
def schemas(corpus: Path) -> Path:
    folder = corpus / "schemas"
    if not folder.is_dir():
        pytest.skip("the corpus has no folder of schemas")
    return folder


@pytest.fixture(scope="module", params=RUNS)
def reports(
    request: pytest.FixtureRequest, schemas: Path, command: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """One run's reports, by format; none is written for a run without schemas to judge it by."""
    assert schemas.is_dir()
    arguments, code = request.param
    folder = tmp_path_factory.mktemp("run")
    (folder / "bom.csv").write_bytes((ROOT / "examples" / "bom.csv").read_bytes())
    (folder / "clean.csv").write_text("Maker,Part\nAxis,P3245-LV\n", encoding="utf-8")
    (folder / "hostile 100%.csv").write_text(HOSTILE, encoding="utf-8")
    files = {name: folder / f"report.{name}" for name in ("sarif", "junit", "gitlab")}
    outputs = [part for name, path in files.items() for part in ("-o", f"{name}={path}")]
    asked = [command, "scan", *arguments, "--as-of", "2026-11-21", *outputs]
    done = subprocess.run(asked, cwd=folder, capture_output=True, check=False)
    assert done.returncode == code, done.stderr
    return files


def test_sarif(schemas: Path, reports: dict[str, Path]) -> None:
    path = reports["sarif"]
    schema = json.loads((schemas / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    Draft4Validator(schema).validate(json.loads(path.read_bytes()))
    checker = [sys.executable, str(schemas / "gh_sarif_check.py"), str(path)]
    done = subprocess.run(checker, capture_output=True, check=True, encoding="utf-8")
    assert [row.rstrip() for row in done.stdout.splitlines()] == [f"{path} OK"]


def test_junit(schemas: Path, reports: dict[str, Path]) -> None:
    XMLSchema(str(schemas / "jenkins-junit-10.xsd")).validate(str(reports["junit"]))


def test_the_cases_of_rules_as_junit(schemas: Path, command: Path, tmp_path: Path) -> None:
    path, cases = tmp_path / "cases.xml", ROOT / "rules" / "us" / "fcc"
    subprocess.run([command, "rules", "test", str(cases), "-o", f"junit={path}"], capture_output=True, check=True)
    XMLSchema(str(schemas / "jenkins-junit-10.xsd")).validate(str(path))


def test_gitlab(schemas: Path, reports: dict[str, Path]) -> None:
    entries: list[dict[str, Any]] = json.loads(reports["gitlab"].read_bytes())
    schema = json.loads((schemas / "gitlab-codeclimate-item.schema.json").read_text(encoding="utf-8"))
    for entry in entries:
        Draft202012Validator(schema).validate(entry)
        assert entry["location"]["lines"]["begin"] >= 1
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
