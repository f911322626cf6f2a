"""What a format is: the module that writes it, what it needs beside the report, and where it may go."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import BinaryIO, Literal, NamedTuple

from vendorcheck.model.annotation import Annotation
from vendorcheck.model.report import Report


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
