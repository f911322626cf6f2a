"""The files that a report rests on, found when they are asked for."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from vendorcheck.cli.outputs import Output
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.report import Report
from vendorcheck.reporters import REPORTERS, Sources

Files = Callable[[], Iterable[tuple[str, bytes]]]


def files_of(report: Report) -> Files:
    """Return what finds the files that a report rests on, where it says that they were."""
    return partial(_found, report)


def _found(report: Report) -> Iterable[tuple[str, bytes]]:
    from vendorcheck.screening.kept_files import kept_files

    return kept_files(report)


def sources_of_report(report: Report, bill: Path | None, outputs: Sequence[Output]) -> Sources:
    """Return what these outputs need beside a report; a usage error where the bill to write beside is not given."""
    wanting = next((each.format for each in outputs if REPORTERS[each.format].needs == "bill"), None)
    if wanting is None:
        return Sources()
    if bill is None:
        raise VendorcheckError(
            "usage",
            f"the format {wanting} is the bill with columns added, and the bill is not given",
            help="Name it: --bill FILE.",
        )
    digests = {each.digest for each in report.coverage.bills}
    try:
        with bill.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        reason = error.strerror or str(error)
        name = bill.as_posix()
        raise VendorcheckError("bill_unreadable", f"{name} cannot be read: {reason}", spot=Spot(name)) from error
    if digest not in digests:
        raise VendorcheckError(
            "usage",
            f"{bill.as_posix()} is not the bill of the report: it has another digest",
            help="Give the file as it was screened, or screen it again.",
        )
    from vendorcheck.cli.sources import sources_of
    from vendorcheck.screening.options import request_of

    choices = request_of(report.provenance.options).choices
    return sources_of(outputs, [bill.as_posix()], choices, summary_only=report.settings.summary_only)
