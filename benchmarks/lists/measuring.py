"""The parts that the command alone is measured in: rows of list, what, figure, and what is to be reached."""

import csv
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping

from lists.made import LINES, VENDORS, Made
from measure import COMMAND, Run, run

Row = tuple[str, str, str, str]

#: How a command ends that could not do what it was asked, or that did nothing: what it took says nothing.
_FAILED = (2, 3)


def _import_rows(made: Made, _runs: int) -> Iterator[Row]:
    """Import both lists, once each."""
    for one, most in ((made.official, 10), (made.large, 60)):
        command = [COMMAND, "lists", "import", str(one.file), "--name", one.name, "--store", str(made.store)]
        done = _done(command)
        yield one.title, "import", f"{_time(done)}, peak {done.mebibytes:.0f} MiB", f"≤ {most} s"


def _scan_rows(made: Made, runs: int) -> Iterator[Row]:
    """The command without a list and with each in turn: what the list costs beyond, and the peak with it."""
    plain = [COMMAND, "scan", str(made.bill), "-p", "us-federal", "--summary-only"]
    lists = (made.official, made.large)
    rounds = [(_done(plain), *(_done([*plain, *made.screened(one)]) for one in lists)) for _ in range(runs)]
    bill = f"`scan` of {LINES:,} lines, {VENDORS:,} vendors"
    without = [each[0] for each in rounds]
    yield "none", bill, f"{_times(without)}, peak {_peak(without):.0f} MiB", "–"
    for at, one in enumerate(lists, 1):
        beyond = statistics.median(each[at].cpu - each[0].cpu for each in rounds)
        clock = statistics.median(each[at].seconds - each[0].seconds for each in rounds)
        with_list = [each[at] for each in rounds]
        yield one.title, f"{bill}, beyond one without a list", f"{beyond:.2f} s CPU, {clock:.2f} s clock", "≤ 3 s"
        yield one.title, "the peak memory of that", f"{_peak(with_list):.0f} MiB", "≤ 300 MiB"


def _first_rows(made: Made, runs: int) -> Iterator[Row]:
    """From the start of the process to the end of its answer."""
    with made.large.file.open(encoding="utf-8", newline="") as file:
        name = next(csv.DictReader(file))["name"]
    plain = [COMMAND, "check", name]
    yield "none", "first answer of `check`", _times([_done(plain) for _ in range(runs)]), "–"
    for one in (made.official, made.large):
        took = [_done([*plain, *made.screened(one)]) for _ in range(runs)]
        yield one.title, "first answer of `check`", _times(took), "≤ 0.5 s"


MEASURES: Mapping[str, Callable[[Made, int], Iterator[Row]]] = {
    "import": _import_rows,
    "scan": _scan_rows,
    "first": _first_rows,
}


def _done(command: list[str]) -> Run:
    done = run(command)
    if done.code in _FAILED:
        sys.exit(f"This ended with {done.code}: {' '.join(command)}")
    return done


def _time(done: Run) -> str:
    return f"{done.cpu:.2f} s CPU, {done.seconds:.2f} s clock"


def _times(runs: list[Run]) -> str:
    """The medians, and the least by the clock: that is the run which others disturbed least."""
    cpu = statistics.median(each.cpu for each in runs)
    seconds = sorted(each.seconds for each in runs)
    return f"{cpu:.2f} s CPU, {statistics.median(seconds):.2f} s clock (least {seconds[0]:.2f})"


def _peak(runs: list[Run]) -> float:
    return max(each.mebibytes for each in runs)
