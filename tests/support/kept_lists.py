"""A store with lists of invented firms, and a bill that shows what is in them; imported once, and only read."""

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from list_texts import ENTITY_LIST, MEU, SDN, csl, un

Run = Callable[..., subprocess.CompletedProcess[str]]

CSL = (
    {
        "source": ENTITY_LIST,
        "name": "Quorvane Optics Manufacturing Co., Ltd.",
        "alt_names": "Quorvane Optics",
        "addresses": "1 Mill Road, Quorvanetown, CN",
        "federal_register_notice": "84 FR 54002",
        "start_date": "2019-10-09",
    },
    {"source": MEU, "name": "Quorvane Optics Manufacturing Co., Ltd.", "start_date": "2020-12-23"},
    {"source": ENTITY_LIST, "name": "Huawei Technologies Co., Ltd.", "start_date": "2019-05-21"},
    {
        "source": SDN,
        "type": "Entity",
        "programs": "SDGT",
        "name": "Blestrick Trading LLC",
        "start_date": "2020-01-01",
        "end_date": "2022-06-30",
    },
    {
        "source": SDN,
        "type": "Entity",
        "programs": "IRAN",
        "name": "Ombrelow Shipping Company",
        "start_date": "2026-12-01",
    },
    {"source": SDN, "type": "Individual", "programs": "SDGT", "name": "VARRENTOSH, Ilbrun"},
    {"source": SDN, "type": "Vessel", "programs": "IRAN", "name": "SILVER GANNET"},
    {"source": SDN, "type": "Entity", "programs": "IRAN", "name": "Dunnoth Machine Works"},
    {"source": SDN, "type": "Entity", "programs": "IRAN", "name": ""},
)

OWN = """\
name,country,number,reference
Corvid Networks LLC,US,3,Board of 3 May
Quorvane Optics Manufacturing,CN,17,
"""

OTHER = "name,number\nCorvid Networks LLC,9\n"

#: The line of a name in the bill is its place here, and 2.
MAKERS = (
    "Quorvane Optics Manufacturing",
    "Huawei",
    "Blestrick Trading",
    "Ombrelow Shipping Company",
    "Ilbrun Varrentosh",
    "Silver Gannet",
    "Dunnoth Machine Works",
    "Corvid Networks",
    "Tarnmoor Export",
    "Axis Communications AB",
)

UN = un("TARNMOOR EXPORT COMPANY")


class Screening:
    """Runs the command on the bill against lists of a store, in the folder of the test."""

    def __init__(self, run: Run, store: str, folder: Path) -> None:
        self.run, self.store, self.folder = run, store, folder

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """`scan` of the bill with these arguments and the store."""
        return self.run("scan", "bom.csv", "--store", self.store, *arguments, **environment)

    def report(self, *arguments: str, code: int | None = None, **environment: str) -> Any:
        """The report of such a run as JSON; `code` is how it must end."""
        done = self(*arguments, "-o", "json", **environment)
        assert done.returncode in (0, 1, 4), done.stderr
        assert code in (None, done.returncode), done.stdout[-1500:]
        return json.loads(done.stdout)

    def keep(self, name: str, text: str, *arguments: str, **environment: str) -> None:
        """Import a list into the store; `name` is that of its file, which stays."""
        (self.folder / name).write_text(text, encoding="utf-8")
        done = self.run("lists", "import", name, "--store", self.store, *arguments, **environment)
        assert done.returncode == 0, done.stderr

    def snapshots(self, name: str) -> Sequence[Path]:
        """The folders of the snapshots of a list, oldest first."""
        return sorted((self.folder / self.store / name).iterdir())


@pytest.fixture(scope="session")
def filled(command: Path, clean: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the lists `csl`, `own` and `un`, which is only read."""
    folder = tmp_path_factory.mktemp("lists")
    for name, text, said in (("csl.csv", csl(*CSL), "2026-11-01"), ("own.csv", OWN, ""), ("un.xml", UN, "")):
        (folder / name).write_text(text, encoding="utf-8")
        dated = ("--date", said) if said else ()
        asked = [command, "lists", "import", name, *dated, "--store", "store"]
        subprocess.run(asked, cwd=folder, env=clean, check=True, capture_output=True, timeout=120)
    return folder / "store"


@pytest.fixture
def scan(run: Run, filled: Path, tmp_path: Path) -> Screening:
    """Screens the bill against the lists of the store that is only read."""
    _write_bill(tmp_path)
    return Screening(run, filled.as_posix(), tmp_path)


@pytest.fixture
def scan_own(run: Run, filled: Path, tmp_path: Path) -> Screening:
    """Screens the bill against the lists of a store in the test's folder, which may be changed."""
    _write_bill(tmp_path)
    shutil.copytree(filled, tmp_path / "store", copy_function=shutil.copyfile)
    return Screening(run, "store", tmp_path)


@pytest.fixture
def scan_empty(run: Run, tmp_path: Path) -> Screening:
    """Screens the bill against the lists of a store that is not there yet."""
    _write_bill(tmp_path)
    return Screening(run, "store", tmp_path)


def grounds_of(report: Any, line: int) -> dict[str, list[str]]:
    """The rules of a line, each with what its finding rests on; a rule that is found twice is an error."""
    [found] = [each for each in report["lines"] if each["line"] == line] or [None]
    if found is None:
        return {}
    findings = [each for each in report["findings"] if each["id"] in found["findings"]]
    rules = {each["rule"]: [ground["id"] for ground in each["grounds"]] for each in findings}
    assert len(rules) == len(findings)
    return rules


def _write_bill(folder: Path) -> None:
    out = io.StringIO()
    written = csv.writer(out, lineterminator="\n")
    written.writerow(("Supplier", "Manufacturer", "Part Number", "Description"))
    written.writerows(("Harbor Security", maker, f"X-{at}", "parts") for at, maker in enumerate(MAKERS, 1))
    (folder / "bom.csv").write_text(out.getvalue(), encoding="utf-8")
