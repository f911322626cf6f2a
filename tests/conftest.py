"""What several folders of tests share: the installed command, and what a run of it takes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

#: A watchdog, in seconds, and how many bytes a run may ask the system for: far beyond what any of them takes.
WATCHDOG, ADDRESSES = 60, 4 << 30

#: Runs a command within bounds and writes down what it took. It is small, since what starts a process counts as its.
MEASURING = """
import json, resource, subprocess, sys
watchdog, addresses, found, *command = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_AS, (int(addresses), int(addresses)))
code = subprocess.call(command, timeout=float(watchdog))
used = resource.getrusage(resource.RUSAGE_CHILDREN)
kib = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
with open(found, "w") as file:
    json.dump({"code": code, "seconds": used.ru_utime + used.ru_stime, "mib": kib / 1024}, file)
"""


class Measured(NamedTuple):
    """How a run ended, what it said, and the processor time and the most memory that it took."""

    code: int
    stdout: str
    stderr: str
    seconds: float
    mib: float


@pytest.fixture(scope="session")
def command() -> Path:
    """The installed command, beside the interpreter that runs the tests."""
    return Path(sys.executable).with_name("vendorcheck.exe" if os.name == "nt" else "vendorcheck")


@pytest.fixture
def measured(command: Path, tmp_path: Path) -> Callable[..., Measured]:
    """Runs the command in `tmp_path` and measures it; skipped where a system does not say what a process took."""
    pytest.importorskip("resource")
    environment: Mapping[str, str] = {**os.environ, "PYTHONIOENCODING": "utf-8"}

    def measured(*arguments: str) -> Measured:
        found = tmp_path / "measured.json"
        within = (sys.executable, "-S", "-c", MEASURING, str(WATCHDOG), str(ADDRESSES), str(found))
        done = subprocess.run(
            [*within, command, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        taken = json.loads(found.read_text(encoding="utf-8"))
        return Measured(stdout=done.stdout, stderr=done.stderr, **taken)

    return measured
