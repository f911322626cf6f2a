"""Files made to break readers, by others: each is read or refused in words, in bounded memory, and reaches for nothing.

Each is inspected in a process of its own; these are forked from one that has the program in memory, so that they start
at once. Shown with `-s`: the slowest and the largest.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from vendorcheck.readers import READERS

#: A watchdog, in seconds, and the most memory that a file may take.
WATCHDOG, MAX_MIB = 60, 256

SHOWN = 5

INSPECTING = f"""
import json, os, resource, signal, sys, sysconfig
from pathlib import Path
import vendorcheck
from vendorcheck.cli.run import run

OURS = (sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), str(Path(vendorcheck.__file__).parents[1]))

def inspect(path, place):
    for stream, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(place + name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    touched = os.open(place + "touched", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    def note(event, arguments):
        if event == "open":
            name = os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes)) else "descriptor"
            if name == path or os.path.abspath(name).startswith(OURS):
                return
        if event.partition(".")[0] in ("open", "socket", "subprocess", "urllib", "http") or event.startswith("os.exec"):
            os.write(touched, (event + " " + repr(arguments) + "\\n").encode())
    sys.addaudithook(note)
    signal.alarm({WATCHDOG})
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    os._exit(run(["inspect", path, "-o", "json"]))

place, *paths = sys.argv[1:]
for path in paths:
    child = os.fork()
    if not child:
        inspect(path, place)
    _, status, used = os.wait4(child, 0)
    said = [Path(place + name).read_text("utf-8") for name in ("out", "err", "touched")]
    kib = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    print(json.dumps([path, os.waitstatus_to_exitcode(status), *said, used.ru_utime + used.ru_stime, kib / 1024]))
"""


class Inspected(NamedTuple):
    """What became of a file: the exit code, what was said, what else was opened, and what it took."""

    path: str
    code: int
    stdout: str
    stderr: str
    touched: str
    seconds: float
    mib: float


@pytest.fixture(scope="module")
def paths(corpus: Path) -> list[str]:
    return [path.as_posix() for path in sorted((corpus / "inputs/hostile").rglob("*")) if path.is_file()]


@pytest.fixture(scope="module")
def inspected(paths: list[str], tmp_path_factory: pytest.TempPathFactory) -> list[Inspected]:
    pytest.importorskip("resource")
    place = tmp_path_factory.mktemp("said").as_posix() + "/"
    done = subprocess.run(
        [sys.executable, "-c", INSPECTING, place, *paths], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    found = [Inspected(*json.loads(line)) for line in done.stdout.splitlines()]
    assert [each.path for each in found] == paths
    return found


def test_each_is_read_or_refused_in_words(inspected: list[Inspected]) -> None:
    assert len(inspected) > 100
    for each in inspected:
        assert each.code in {0, 2, 3}, each
        assert "Traceback" not in each.stdout + each.stderr, each
        if each.code:
            assert each.stderr.startswith("vendorcheck: "), each
            assert "\nhelp: " in each.stderr, each
            assert not each.stdout, each
        else:
            assert json.loads(each.stdout)["format"] in READERS, each
            assert not each.stderr, each


def test_none_takes_much_memory(inspected: list[Inspected]) -> None:
    for each in inspected:
        assert each.mib < MAX_MIB, each
    print(*_table(inspected), sep="\n")  # noqa: T201 (asked for with -s)


def _table(inspected: list[Inspected]) -> list[str]:
    codes = ", ".join(
        f"{count} with {code}" for code, count in sorted(Counter(each.code for each in inspected).items())
    )
    slowest = sorted(inspected, key=lambda each: -each.seconds)[:SHOWN]
    largest = sorted(inspected, key=lambda each: -each.mib)[:SHOWN]
    shown = [f"{each.seconds:7.2f} s {each.mib:6.0f} MiB  {Path(each.path).name}" for each in (*slowest, *largest)]
    return ["", f"{len(inspected)} files ended: {codes}; the {SHOWN} slowest, the {SHOWN} largest:", *shown]


def test_none_reaches_for_anything_else(inspected: list[Inspected]) -> None:
    assert not [(each.path, each.touched) for each in inspected if each.touched]


def test_none_hides_another(
    paths: list[str], measured: Callable[..., tuple[int, str, str, float, float]], tmp_path: Path
) -> None:
    """All in one run of the installed command, behind a bill that is sound."""
    (tmp_path / "sound.csv").write_text("Manufacturer,Part Number\nAcme,A1\n", encoding="utf-8")
    code, stdout, stderr, _, mib = measured("scan", "sound.csv", *paths, "-o", "json", "--all-lines")
    assert (code, "Traceback" in stderr) == (2, False)
    assert mib < MAX_MIB
    report = json.loads(stdout)
    bills = {bill["bill"]: bill["error"] for bill in report["coverage"]["bills"]}
    assert list(bills) == ["sound.csv", *paths]
    assert bills["sound.csv"] is None
    assert "" not in bills.values()
    assert {line["bill"] for line in report["lines"]} == {path for path, error in bills.items() if error is None}
