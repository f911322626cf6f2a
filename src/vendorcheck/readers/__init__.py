"""Bills of materials as they come, read into batches of columns with the line numbers a person sees."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.columns import HeadingRole
from vendorcheck.readers.csv_bill import open_csv
from vendorcheck.readers.encoding import Survey, survey
from vendorcheck.readers.one_line import PROMPT, line_bill, prompt_bill
from vendorcheck.readers.recognise import recognise

Reader = Callable[[BinaryIO, str, Survey, Sequence[HeadingRole]], Bill]


def open_bom(path: str, mappings: Sequence[HeadingRole] = ()) -> Bill:
    """Return the bill at a path, recognised by content; a VendorcheckError says why it cannot be read."""
    name = Path(path).as_posix()
    try:
        file = Path(path).open("rb")  # noqa: SIM115 (the bill reads it, line by line, for as long as it lives)
    except OSError as error:
        raise _unreadable(name, error) from error
    try:
        surveyed = survey(file)
        return READERS[recognise(name, surveyed)](file, name, surveyed, mappings)
    except OSError as error:
        file.close()
        raise _unreadable(name, error) from error
    except VendorcheckError:
        file.close()
        raise


def _unreadable(name: str, error: OSError) -> VendorcheckError:
    spot = Spot(name)
    match error:
        case FileNotFoundError():
            return VendorcheckError(
                "bill_missing", f"{name} does not exist", spot=spot, help="Check the path; nothing was read."
            )
        case IsADirectoryError():
            return VendorcheckError(
                "bill_unreadable", f"{name} is a folder", spot=spot, help="Name the bills in it one by one."
            )
        case PermissionError() if Path(name).is_dir():  # what Windows raises for a folder
            return VendorcheckError(
                "bill_unreadable", f"{name} is a folder", spot=spot, help="Name the bills in it one by one."
            )
    reason = error.strerror or str(error)
    return VendorcheckError("bill_unreadable", f"{name} cannot be read: {reason}", spot=spot)


READERS: dict[str, Reader] = {
    "csv": open_csv,
}

__all__ = ["PROMPT", "READERS", "HeadingRole", "Reader", "line_bill", "open_bom", "prompt_bill"]
