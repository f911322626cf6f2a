"""The officer's own file back, with what the report says of each line beside it."""

from typing import BinaryIO

from vendorcheck.model.annotation import Annotation
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.model.report import BillRecord, Report
from vendorcheck.reporters.annotated.beside import Beside
from vendorcheck.reporters.format import Sources

HEADINGS = ("Determination", "Why", "What to do", "Evidence")

_OTHERWISE = "The other formats need no bill: -o csv and -o xlsx list every line."


def write(report: Report, file: BinaryIO, sources: Sources) -> None:
    """Write the bill of a report with four columns added; an error where it cannot be done for every line."""
    bill, digest = _bill(report)
    if sources.annotate is None:
        raise VendorcheckError("usage", "the format annotated needs the bill itself", help=_OTHERWISE)
    beside = Beside(report)
    sources.annotate(Annotation(digest, HEADINGS, beside.cells), file)
    if beside.missing:
        raise VendorcheckError(
            "bill_unreadable",
            f"{bill.name} cannot take columns: {beside.missing} of the lines that were screened were not found again",
            spot=Spot(bill.name),
            help="Leave out -o annotated: the other formats list every line.",
        )


def _bill(report: Report) -> tuple[BillRecord, str]:
    """The one bill of a report and its digest; a usage error where there is another number, or nothing to write."""
    bills = report.coverage.bills
    if len(bills) != 1:
        message = f"the format annotated takes one bill a run, and there are {len(bills)}"
        raise VendorcheckError("usage", message, help="Screen them one by one, or leave out -o annotated.")
    if report.settings.summary_only:
        message = "the format annotated needs the lines, and --summary-only leaves them out"
        raise VendorcheckError("usage", message, help="Leave out one of the two.")
    bill = bills[0]
    if bill.digest is None or bill.error is not None:
        reason = bill.error or "it was not read from a file"
        raise VendorcheckError("bill_unreadable", f"nothing can be written beside {bill.name}: {reason}")
    return bill, bill.digest
