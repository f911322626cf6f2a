"""Measures screening against official lists in a store, by the installed command, and prints one table as Markdown.

`python benchmarks/lists/measure.py`, or some parts of it: `import`, `scan`, `first`, `search`.
The corpus is the folder that VENDORCHECK_CORPUS names; README.md beside this says what is made of it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1]
PARTS = ("import", "scan", "first", "search")


def main() -> None:
    """Run the parts that were asked for, with the lists imported before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=f"what to measure: {', '.join(PARTS)}; all by default")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command (default 5)")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    # The folder of all benchmarks instead of this one, whose `measure` would be this file.
    sys.path[0] = str(BENCHMARKS)
    measuring = import_module("lists.measuring")
    with tempfile.TemporaryDirectory() as folder:
        what = import_module("lists.made").made_in(Path(folder))
        _run("lists.made", folder)
        print(f"Load when it began: {os.getloadavg()[0]:.1f}, on {os.cpu_count()} processors.\n")
        print("| list | what | figure | to reach |\n|---|---|---|---|")
        for part in ("import", *(part for part in PARTS[1:-1] if part in options.parts)):
            for row in measuring.MEASURES[part](what, options.runs):
                print(f"| {' | '.join(row)} |", flush=True)
        if "search" in options.parts:
            _run("lists.searching", folder)
    print(f"\nLoad when it ended: {os.getloadavg()[0]:.1f}.")


def _run(module: str, folder: str) -> None:
    """Run what takes much memory in a process of its own: a command begins with the peak of the one that starts it."""
    subprocess.run([sys.executable, "-m", module, folder], cwd=BENCHMARKS, check=True)


if __name__ == "__main__":
    main()
