"""One system, one fresh process, one core: answers names and prints what it took, as JSON.

Started by `names.speed`; it imports what the system needs and little else, for the time to the first answer counts.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from names.ours import open_index

OURS = "vendorcheck"


def main() -> None:
    """Set the system up, answer the names until they or the seconds are used up, and print the figures."""
    began_at, system, data, queries, seconds = sys.argv[1:]
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    names = Path(queries).read_text(encoding="utf-8").split("\n")
    search = _search(system, data)
    begin, worked = time.perf_counter(), time.process_time()
    search(names[0])
    first = time.clock_gettime(time.CLOCK_MONOTONIC) - float(began_at)
    answered = 1
    for name in names[1:]:
        search(name)
        answered += 1
        if time.perf_counter() - begin > float(seconds):
            break
    took = time.perf_counter() - begin
    worked = time.process_time() - worked
    rates = {"rate": answered / took, "rate_of_work": answered / worked}
    print(json.dumps({"first": first, **rates, "answered": answered, **_memory()}))


def _search(system: str, data: str) -> Callable[[str], object]:
    if system == OURS:
        return open_index(Path(data))
    from names.speed import peer  # noqa: PLC0415 - all the rest of this folder, which vendorcheck does not wait for

    return peer(system, data)


def _memory() -> dict[str, float]:
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    return {"peak": int(lines["VmHWM"].split()[0]) / 1024, "resident": int(lines["VmRSS"].split()[0]) / 1024}


if __name__ == "__main__":
    main()
