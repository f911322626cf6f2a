"""How far a run is, on a terminal and only when it takes a while; nothing of it is left when the run ends."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from vendorcheck.reporters.visible import cut, visible

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

#: What takes less than this, in seconds, is not worth a word.
PATIENCE = 1.0

#: How much of a file's name is shown.
MAX_NAME = 40

#: Takes the name of what is being worked on, and how many lines, or other things, of it are done.
Watch = Callable[[str, int], None]

#: Takes the name of a file, how many bytes of it have come, and how many will where that is known.
ByteWatch = Callable[[str, int, int | None], None]

#: What a row of progress is made of, once it is to be shown.
Columns = Callable[[], "tuple[ProgressColumn, ...]"]


@contextmanager
def watching(doing: str, things: str = "lines") -> Iterator[Watch | None]:
    """Give what takes the progress of a run, to show it on standard error; None where that is no terminal.

    `things` are what is counted.
    """
    with _shown(doing, partial(_counting_columns, things)) as shown:
        yield None if shown is None else lambda name, done: shown.watch(name, done, None)


@contextmanager
def watching_bytes(doing: str) -> Iterator[ByteWatch | None]:
    """Give what takes the progress of files that come, to show it as a bar; None where there is no terminal."""
    with _shown(doing, _byte_columns) as shown:
        yield None if shown is None else shown.watch


@contextmanager
def _shown(doing: str, columns: Columns) -> "Iterator[_Shown | None]":
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as stack:
        yield _Shown(doing, columns, stack)


class _Shown:
    """Shows a row with the file, how much of it is done and the time, from when the patience is over."""

    def __init__(self, doing: str, columns: Columns, stack: ExitStack) -> None:
        self._doing, self._columns = doing, columns
        self._stack = stack
        self._began = monotonic()
        self._update: ByteWatch | None = None

    def watch(self, name: str, done: int, total: int | None) -> None:
        """Take how far the work is."""
        if self._update is None:
            if monotonic() - self._began < PATIENCE:
                return
            self._update = self._begin()
        self._update(cut(visible(name), MAX_NAME), done, total)

    def _begin(self) -> ByteWatch:
        # Imported here because most runs are over before anything is shown.
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True)
        shown = self._stack.enter_context(Progress(*self._columns(), console=console, transient=True))
        task = shown.add_task(self._doing, total=None)

        def update(name: str, done: int, total: int | None) -> None:
            # Set on the task as well, since an update without a total keeps the one of the file before.
            shown.tasks[0].total = total
            shown.update(task, description=f"{self._doing} {name}", completed=done)

        return update


def _counting_columns(things: str) -> "tuple[ProgressColumn, ...]":
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    return (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.completed:,} " + things),
        TimeElapsedColumn(),
    )


def _byte_columns() -> "tuple[ProgressColumn, ...]":
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeElapsedColumn

    return (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TimeElapsedColumn())
