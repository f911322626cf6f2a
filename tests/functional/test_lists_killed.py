"""Imports that are killed, that run at once, and that run out of room: the store is the old one or the new one."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from vendorcheck.lists.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and forks as POSIX does")

Run = Callable[..., subprocess.CompletedProcess[str]]

#: Imports again and again, each time in a process that is killed at a later touch of the store, until one survives;
#: after each, every snapshot is read. Says which snapshots there were each time.
KILLED = """
import json, os, signal, sys
from datetime import date
from pathlib import Path

from vendorcheck.importing import Asked, import_files
from vendorcheck.lists.source_file import SourceFile
from vendorcheck.lists.store import Store

folder, files = Path(sys.argv[1]), [SourceFile.read(Path(sys.argv[2]))]
STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "sqlite3.connect", "os.listdir"}


def import_(last):
    steps = 0

    def step(event, arguments):
        nonlocal steps
        if event in STEPS and str(folder) in str(arguments[0]):
            steps += 1
            if steps == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(step)
    import_files(Store(folder), files, Asked(name="own"), date(2026, 11, 21))


ends = []
for last in range(1, 500):
    child = os.fork()
    if not child:
        code = 1
        try:
            import_(last)
            code = 0
        finally:
            os._exit(code)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    names = []
    for kept in Store(folder).snapshots("own"):
        kept.check()
        names.append(next(entry.name for entry in kept.entries()))
    ends.append((status, names))
    if status == 0:
        break
print(json.dumps(ends))
"""


def _list(folder: Path, name: str, front: str, count: int) -> str:
    rows = (f"{front} {at} Trading Ltd,GB,{at}" for at in range(count))
    (folder / name).write_text("\n".join(("name,country,number", *rows)), encoding="utf-8")
    return name


def test_killed_at_every_step_of_its_way_the_store_is_the_old_one_or_the_new_one(
    run: Run, tmp_path: Path, clean: Mapping[str, str]
) -> None:
    first, second = _list(tmp_path, "a.csv", "Acme", 9), _list(tmp_path, "b.csv", "Borealis", 9)
    assert run("lists", "import", first, "--name", "own", "--store", "lists").returncode == 0
    done = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path / "lists", second],
        cwd=tmp_path, env=clean, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.stderr == ""
    ends = json.loads(done.stdout)
    old, new = ["Acme 0 Trading Ltd"], ["Acme 0 Trading Ltd", "Borealis 0 Trading Ltd"]
    assert {status for status, _ in ends} == {-9, 0}
    assert all(names in (old, new) for _, names in ends)
    assert ends[0] == [-9, old]
    assert ends[-1] == [0, new]
    assert len(ends) > 20
    assert {path.name for path in (tmp_path / "lists").iterdir()} == {".lock", "own"}


def test_killed_at_any_moment_the_command_leaves_a_store_that_the_next_one_uses(
    command: Path, run: Run, tmp_path: Path, clean: Mapping[str, str]
) -> None:
    names = [_list(tmp_path, f"{at}.csv", f"Firm{at}", 400) for at in range(6)]
    began = time.monotonic()
    assert run("lists", "import", names[0], "--name", "own", "--store", "lists").returncode == 0
    whole = time.monotonic() - began
    draw = random.Random(9)  # noqa: S311 - no secret
    for name in names[1:]:
        before = len(Store(tmp_path / "lists").ids("own"))
        process = subprocess.Popen(
            [command, "lists", "import", name, "--name", "own", "--store", "lists"],
            cwd=tmp_path, env=clean, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(draw.uniform(whole / 3, whole))
        process.kill()
        process.wait()
        kept = Store(tmp_path / "lists").snapshots("own")
        assert len(kept) in (before, before + 1)
        for each in kept:
            each.check()
        assert run("lists", "import", name, "--name", "own", "--store", "lists").returncode == 0
        assert next(iter(Store(tmp_path / "lists").newest("own").entries())).name.startswith(f"Firm{name[0]} ")


def test_three_at_once_are_all_kept(command: Path, tmp_path: Path, clean: Mapping[str, str]) -> None:
    names = [_list(tmp_path, f"{at}.csv", f"Firm{at}", 50) for at in range(3)]
    processes = [
        subprocess.Popen(
            [command, "lists", "import", name, "--name", "own", "--store", "lists"],
            cwd=tmp_path, env=clean, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for name in (*names, names[0])
    ]  # fmt: skip
    said = [process.communicate(timeout=120)[1] for process in processes]
    assert said == [b""] * 4
    kept = Store(tmp_path / "lists").snapshots("own")
    for each in kept:
        each.check()
    assert {next(iter(each.entries())).name.split()[0] for each in kept} == {"Firm0", "Firm1", "Firm2"}


def test_where_a_file_may_not_grow_the_import_fails_and_the_store_stays(
    command: Path, run: Run, tmp_path: Path, clean: Mapping[str, str]
) -> None:
    small, large = _list(tmp_path, "small.csv", "Acme", 5), _list(tmp_path, "large.csv", "Borealis", 3000)
    assert run("lists", "import", small, "--name", "own", "--store", "lists").returncode == 0
    before = Store(tmp_path / "lists").ids("own")

    def bounded() -> None:
        import resource  # noqa: PLC0415 - systems without it skip these tests

        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        [command, "lists", "import", large, "--name", "own", "--store", "lists", "-o", "json"],
        cwd=tmp_path, env=clean, capture_output=True, text=True, check=False, timeout=120, preexec_fn=bounded,
    )  # fmt: skip
    assert done.returncode == 2
    assert json.loads(done.stdout)["code"] == "store_unwritable"
    assert "vendorcheck: the store of lists lists cannot be written" in done.stderr
    assert Store(tmp_path / "lists").ids("own") == before
    assert {path.name for path in (tmp_path / "lists").iterdir()} == {".lock", "own"}


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="there is no device that is always full")
def test_an_answer_that_cannot_be_written_takes_nothing_back(
    command: Path, tmp_path: Path, clean: Mapping[str, str]
) -> None:
    _list(tmp_path, "a.csv", "Acme", 5)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [command, "lists", "import", "a.csv", "--store", "lists"],
            cwd=tmp_path, env=clean, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=120,
        )  # fmt: skip
    assert done.returncode == 2
    assert Store(tmp_path / "lists").at("a", date(2026, 11, 21)).kept.record.entries == 5
