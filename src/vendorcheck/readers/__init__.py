"""Bills of materials as they come, read into batches of columns with the line numbers a person sees."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from errno import EBADF
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole, parse_delimiter, parse_encoding
from vendorcheck.readers.columns import check_screenable, identifies
from vendorcheck.readers.csv_bill import open_csv
from vendorcheck.readers.encoding import survey
from vendorcheck.readers.given_encoding import with_encoding
from vendorcheck.readers.one_line import PROMPT, line_bill, prompt_bill
from vendorcheck.readers.recognise import recognise
from vendorcheck.readers.source import Source

Reader = Callable[[Source, Choices], Bill]

#: The path that means standard input, and the name such a bill goes by.
STDIN, STDIN_NAME = "-", "<stdin>"


def open_bom(path: str, choices: Choices = ALL_FOUND) -> Bill:
    """Return the bill at a path, recognised by content; a VendorcheckError says why it cannot be read.

    The path `-` is standard input.
    """
    name = STDIN_NAME if path == STDIN else Path(path).as_posix()
    try:
        file = _opened(path)
    except OSError as error:
        raise _unreadable(name, error) from error
    try:
        source = Source(file, name, survey(file))
        settled = with_encoding(source, choices)
        return READERS[recognise(source, settled)](source, settled)
    except OSError as error:
        file.close()
        raise _unreadable(name, error) from error
    except UnicodeError as error:
        file.close()
        help_line = "Leave out --encoding, or name the one it is in."
        raise VendorcheckError(
            "bill_unreadable", f"{name} cannot be read as {choices.encoding}", spot=Spot(name), help=help_line
        ) from error
    except VendorcheckError:
        file.close()
        raise


def _opened(path: str) -> BinaryIO:
    """A file, open for as long as the bill lives; a stream is copied, since a bill is read more than once."""
    if path == STDIN and sys.stdin is None:  # it was closed by whoever started the program
        raise OSError(EBADF, "standard input is closed")
    stream = sys.stdin.buffer if path == STDIN else Path(path).open("rb")  # noqa: SIM115 (as said)
    if path != STDIN and stream.seekable():
        return stream
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the same)
    shutil.copyfileobj(stream, file)
    file.seek(0)
    return file


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


def _later(module: str, name: str) -> Reader:
    """A reader whose module is imported when it is asked for: a bill as text needs none of the others."""

    def reader(source: Source, choices: Choices) -> Bill:
        opened: Bill = getattr(import_module(f"vendorcheck.readers.{module}"), name)(source, choices)
        return opened

    return reader


READERS: dict[str, Reader] = {
    "csv": open_csv,
    "xlsx": _later("workbook", "open_workbook"),
    "json": _later("documents.json_bill", "open_json"),
    "jsonl": _later("documents.json_lines", "open_json_lines"),
    "cyclonedx-json": _later("documents.cyclonedx_json", "open_cyclonedx_json"),
    "cyclonedx-xml": _later("documents.cyclonedx_xml", "open_cyclonedx_xml"),
    "spdx-json": _later("documents.spdx", "open_spdx_json"),
}

__all__ = [
    "ALL_FOUND",
    "PROMPT",
    "READERS",
    "STDIN",
    "STDIN_NAME",
    "Choices",
    "HeadingRole",
    "Reader",
    "Source",
    "check_screenable",
    "identifies",
    "line_bill",
    "open_bom",
    "parse_delimiter",
    "parse_encoding",
    "prompt_bill",
]
