"""The files that a report rests on, found when they are asked for."""

from collections.abc import Callable, Iterable
from functools import partial

from vendorcheck.model.report import Report

Files = Callable[[], Iterable[tuple[str, bytes]]]


def files_of(report: Report) -> Files:
    """Return what finds the files that a report rests on, where it says that they were."""
    return partial(_found, report)


def _found(report: Report) -> Iterable[tuple[str, bytes]]:
    from vendorcheck.screening.kept_files import kept_files

    return kept_files(report)
