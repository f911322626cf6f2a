"""Opening a bill: a file by its path, or standard input copied, and what is said where that fails."""

import shutil
import sys
import tempfile
from errno import EBADF
from pathlib import Path
from typing import BinaryIO

from vendorcheck.model.errors import Spot, VendorcheckError

#: The path that means standard input, and the name such a bill goes by.
STDIN, STDIN_NAME = "-", "<stdin>"


def open_file(path: str) -> BinaryIO:
    """Return a file, open for as long as the bill lives; a stream is copied, since a bill is read more than once."""
    if path == STDIN and sys.stdin is None:  # it was closed by whoever started the program
        raise OSError(EBADF, "standard input is closed")
    if path == STDIN:
        return _copied(sys.stdin.buffer)
    stream = Path(path).open("rb")  # noqa: SIM115 (as said)
    if stream.seekable():
        return stream
    with stream:
        return _copied(stream)


def _copied(stream: BinaryIO) -> BinaryIO:
    """A file with what is left of a stream; it is gone when it is closed."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (it is open for as long as the bill lives)
    try:
        shutil.copyfileobj(stream, file)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file


def unreadable(name: str, error: OSError) -> VendorcheckError:
    """Return the error that says why a bill could not be opened or read."""
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
