"""How far a run is, on a terminal and only when it takes a while; nothing of it is left when the run ends."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic

from vendorcheck.reporters.visible import cut, visible

#: What takes less than this, in seconds, is not worth a word.
PATIENCE = 1.0

#: How much of a file's name is shown.
MAX_NAME = 40

#: Takes the name of what is being worked on, and how many lines, or other things, of it are done.
Watch = Callable[[str, int], None]


@contextmanager
def watching(doing: str, things: str = "lines") -> Iterator[Watch | None]:
    """Give what takes the progress of a run, to show it on standard error; None where that is no terminal.

    `things` are what is counted.
    """
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as stack:
        yield _Shown(doing, things, stack).watch


class _Shown:
    """Shows a row with the file, the lines done and the time, from when the patience is over."""

    def __init__(self, doing: str, things: str, stack: ExitStack) -> None:
        self._doing, self._things = doing, things
        self._stack = stack
        self._began = monotonic()
        self._update: Callable[[str, int], None] | None = None

    def watch(self, name: str, lines: int) -> None:
        """Take how far the work is."""
        if self._update is None:
            if monotonic() - self._began < PATIENCE:
                return
            self._update = self._begin()
        self._update(cut(visible(name), MAX_NAME), lines)

    def _begin(self) -> Callable[[str, int], None]:
        # Imported here because most runs are over before anything is shown.
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            TextColumn("{task.completed:,} " + self._things),
            TimeElapsedColumn(),
        )
        shown = self._stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
        task = shown.add_task(self._doing, total=None)
        return lambda name, lines: shown.update(task, description=f"{self._doing} {name}", completed=lines)
