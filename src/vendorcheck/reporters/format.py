"""What a format is: the module that writes it, what it needs beside the report, and where it may go."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import BinaryIO, Literal, NamedTuple

from vendorcheck.model.report import Report

#: Where a line of a bill stands: the sheet or table, if the bill has several, and the line.
LinePlace = tuple[str | None, int]


class Annotation(NamedTuple):
    """What is to be written beside the lines of a bill: the headings of the new columns, and the cells of each line.

    `clear` are the cells of lines that were screened and that the report does not list; `unread` those of lines that
    could not be read.
    """

    headings: tuple[str, ...]
    lines: Mapping[LinePlace, tuple[str, ...]]
    clear: tuple[str, ...]
    unread: tuple[str, ...]


class Sources(NamedTuple):
    """What some formats need beside the report: the bill to write beside, and the files that the run rested on."""

    annotate: Callable[[Annotation, BinaryIO], None] | None = None
    files: Callable[[], Iterable[tuple[str, bytes]]] | None = None


class Format(NamedTuple):
    """A format of the report; its module has a `write(report, file)`, or `write(report, file, sources)`."""

    module: str
    suffix: str
    needs: Literal["bill", "files"] | None = None
    to_console: bool = True

    def write(self, report: Report, file: BinaryIO, sources: Sources | None = None) -> None:
        """Write a report to an open file; the module is imported now, as no run needs them all."""
        write = import_module(f"vendorcheck.reporters.{self.module}").write
        if self.needs:
            write(report, file, sources or Sources())
        else:
            write(report, file)
