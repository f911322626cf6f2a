"""What is wrong with a workbook, and what to do about it."""

from vendorcheck.model.errors import Spot, VendorcheckError

RESAVE = "Open it in a spreadsheet program, save it as XLSX or CSV, and scan that file."


class DamagedError(Exception):
    """Something in a workbook that no spreadsheet program writes, or that is too large; its text says what."""

    help = RESAVE

    def refusal(self, name: str) -> VendorcheckError:
        """Return this as the reason why the bill of that name cannot be read."""
        return VendorcheckError("bill_unreadable", f"{name} {self}", spot=Spot(name), help=self.help)


class TooLargeError(DamagedError):
    """A workbook whose texts would take more memory than they may."""

    help = (
        "Save it as CSV, which is read line by line whatever its size, "
        "or allow more with the environment variable VENDORCHECK_MAX_WORKBOOK_MIB."
    )
