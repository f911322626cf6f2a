"""Measures the installed command against a baseline, in turn, and prints ratios of medians.

CPU seconds of the whole process, and its peak memory, as the operating system accounts for them.
Install the wheel first, so that modules are compiled: `pip install .`, then `python benchmarks/measure.py`.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
COMMAND = str(Path(sys.executable).with_name("vendorcheck"))


class Case(NamedTuple):
    """A command, the baseline it is held against, and the ratio and memory to reach, if any."""

    name: str
    command: list[str]
    baseline: list[str]
    ratio: float | None
    mebibytes: float | None


class Run(NamedTuple):
    """One finished process: seconds of the processor, peak memory, seconds by the clock, and its exit code."""

    cpu: float
    mebibytes: float
    seconds: float
    code: int


def run(command: list[str]) -> Run:
    """Run a command to its end with its output thrown away, and return what it took."""
    null = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    began = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    os.close(null)
    _, status, usage = os.wait4(process, 0)
    took = time.perf_counter() - began
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, took, os.waitstatus_to_exitcode(status))


def cases(folder: Path) -> Iterator[Case]:
    """Yield the cases that the project holds itself to, their bills written into a folder."""
    scan = [COMMAND, "scan"]
    read = [sys.executable, str(Path(__file__).with_name("read_only.py"))]
    make = [sys.executable, str(Path(__file__).with_name("make_bill.py"))]
    shapes: dict[str, tuple[tuple[str, ...], float]] = {
        "1 M lines": ((), 5.0),
        "200,000 distinct descriptions": (("--descriptions=200000",), 10.0),
        "10 % of lines flagged": (("--flagged=0.1",), 10.0),
        "250,000 lines, for the growth of memory": (("--lines=250000",), 5.0),
    }
    for number, (name, (shape, ratio)) in enumerate(shapes.items()):
        bill = folder / f"bill-{number}.csv"
        # In a process of its own: a child begins with the peak memory of the one that starts it.
        run([*make, str(bill), *shape])
        command = [*scan, str(bill), "-p", "us-federal", "--summary-only"]
        yield Case(name, command, [*read, str(bill)], ratio, 64)
    example = [*scan, str(ROOT / "examples" / "bom.csv"), "-p", "us-federal", "--as-of", "2026-11-21"]
    nothing = [sys.executable, "-c", "pass"]
    yield Case("the example, cold", example, nothing, 20.0, None)
    yield Case("--version", [COMMAND, "--version"], nothing, 2.0, None)


def format_cases(folder: Path) -> Iterator[Case]:
    """Yield a case for each format besides plain CSV, written into a folder; there is no figure to reach."""
    read = [sys.executable, str(Path(__file__).with_name("read_only.py"))]
    bill = folder / "bill.csv"
    run([sys.executable, str(Path(__file__).with_name("make_bill.py")), str(bill), "--lines=250000"])
    convert = [sys.executable, str(Path(__file__).with_name("convert_bill.py")), str(bill)]
    shapes = {
        "XLSX, 100,000 lines": ("bill.xlsx", 100_000),
        "XLSX, 100,000 lines, texts within the cells": ("bill.inline.xlsx", 100_000),
        "JSON Lines, 250,000 lines": ("bill.jsonl", 250_000),
        "JSON, 50,000 objects": ("bill.json", 50_000),
        "CycloneDX in JSON, 50,000 components": ("bill.cdx.json", 50_000),
        "CycloneDX in XML, 50,000 components": ("bill.xml", 50_000),
        "CSV in Windows-1252, 250,000 lines": ("bill.cp1252.csv", 250_000),
        "CSV with levels, 250,000 lines": ("bill.levels.csv", 250_000),
    }
    for name, (file, lines) in shapes.items():
        path = str(folder / file)
        run([*convert, path, f"--lines={lines}"])
        command = [COMMAND, "scan", path, "-p", "us-federal", "--summary-only"]
        yield Case(name, command, [*read, path], None, None)


def measure(case: Case, runs: int) -> str:
    """Return a row of the table: medians of interleaved runs, their ratio, the aim, and peak memory."""
    run(case.command)
    run(case.baseline)
    pairs = [(run(case.command), run(case.baseline)) for _ in range(runs)]
    ours = statistics.median(own.cpu for own, _ in pairs)
    theirs = statistics.median(other.cpu for _, other in pairs)
    ratios = sorted(own.cpu / other.cpu for own, other in pairs)
    peak = max(own.mebibytes for own, _ in pairs)
    spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
    memory = f"{peak:.0f} MiB" + (f" (≤ {case.mebibytes:.0f})" if case.mebibytes else "")
    return (
        f"| {case.name} | {ours:.3f} s | {theirs:.3f} s | {statistics.median(ratios):.2f} × | {spread} "
        f"| {f'≤ {case.ratio:g} ×' if case.ratio else '–'} | {memory} |"
    )


def main() -> None:
    """Print a Markdown table of every case."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each command (default 7)")
    parser.add_argument("--formats", action="store_true", help="measure the other formats instead")
    arguments = parser.parse_args()
    print("| case | vendorcheck | baseline | median of ratios | spread | to reach | peak memory |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for case in (format_cases if arguments.formats else cases)(Path(folder)):
            print(measure(case, arguments.runs), flush=True)


if __name__ == "__main__":
    main()
