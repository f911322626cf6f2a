"""What these tests share: the installed command, run in an empty folder with a clean environment, and its schemas."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

#: 2026-11-21, the day of every run.
DAY = "1795219200"

#: What would change what the command says without being among its arguments.
SWAYING = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "TZ", "VENDORCHECK_DEBUG")

#: One line for each determination, for a US federal buyer, in the order of their weight.
MIXED = """\
Supplier,Manufacturer,Part Number,Description,Category,Purpose
Harbor Security,Hikvision,DS-2CD2143G2-I,4MP dome camera,Camera,public safety
Harbor Security,Dahua,IPC-HFW2831S-S-S2,8MP bullet camera,Camera,
Delta Networks,Huawei,MateBook D16,Laptop 16 in,Computer,
Delta Networks,Axis Communications AB,P3265-LVE,Outdoor dome camera,Camera,
Mouser Electronics,,SPARES-LOT,Assorted spares,,
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def clean() -> Mapping[str, str]:
    """An environment in which nothing but the arguments decides."""
    kept = {name: value for name, value in os.environ.items() if name not in SWAYING and not name.startswith("PYTHON")}
    return {**kept, "SOURCE_DATE_EPOCH": DAY, "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def run(command: Path, clean: Mapping[str, str], tmp_path: Path) -> Run:
    """Runs the command in `tmp_path`; keywords are set in its environment."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [command, *arguments],
            cwd=tmp_path,
            env={**clean, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def mixed(tmp_path: Path) -> str:
    """The name of a bill with one line for each determination."""
    (tmp_path / "bom.csv").write_text(MIXED, encoding="utf-8")
    return "bom.csv"


@pytest.fixture(scope="session")
def fitting(command: Path, clean: Mapping[str, str]) -> Callable[[str, str], Any]:
    """Reads a JSON text once it fits the schema of that name, as the command prints it."""
    validators = {
        name: Draft202012Validator(json.loads(subprocess.check_output([command, "schema", name], env=clean)))
        for name in ("report", "error", "validation")
    }

    def fitting(name: str, text: str) -> Any:
        data = json.loads(text)
        validators[name].validate(data)
        return data

    return fitting


@pytest.fixture
def files(tmp_path: Path) -> Callable[[], set[str]]:
    """Names every file below `tmp_path`."""
    return lambda: {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
