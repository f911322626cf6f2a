"""Bills of materials as they come, read into batches of columns with the line numbers a person sees."""

from pathlib import Path
from typing import BinaryIO

from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole, parse_delimiter, parse_encoding
from vendorcheck.readers.encoding.survey import survey
from vendorcheck.readers.given_encoding import with_encoding
from vendorcheck.readers.kinds import READERS, Reader
from vendorcheck.readers.one_line import PROMPT, line_bill, prompt_bill
from vendorcheck.readers.opening import STDIN, STDIN_NAME, open_file, unreadable
from vendorcheck.readers.recognise import recognise
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.columns import check_screenable, identifies


def open_bom(path: str, choices: Choices = ALL_FOUND, name: str | None = None) -> Bill:
    """Return the bill at a path, recognised by content; a VendorcheckError says why it cannot be read.

    The path `-` is standard input. The bill goes by its path, or by the name that is given for it.
    """
    if name is None:
        name = STDIN_NAME if path == STDIN else Path(path).as_posix()
    try:
        file = open_file(path)
    except OSError as error:
        raise unreadable(name, error) from error
    try:
        return _bill(file, name, choices)
    except BaseException:
        file.close()
        raise


def _bill(file: BinaryIO, name: str, choices: Choices) -> Bill:
    """The bill in an open file, by the reader for what it is."""
    try:
        source = Source(file, name, survey(file))
        settled = with_encoding(source, choices)
        kind = READERS[recognise(source, settled)]
        kind.check(name, settled)
        return kind.reader(source, settled)
    except OSError as error:
        raise unreadable(name, error) from error
    except UnicodeError as error:
        help_line = "Leave out --encoding, or name the one it is in."
        raise VendorcheckError(
            "bill_unreadable", f"{name} cannot be read as {choices.encoding}", spot=Spot(name), help=help_line
        ) from error


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
