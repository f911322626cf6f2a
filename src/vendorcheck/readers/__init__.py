"""Bills of materials as they come, read into batches of columns with the line numbers a person sees."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import ALL_FOUND, Choices, HeadingRole, parse_delimiter, parse_encoding
from vendorcheck.readers.delimited.bill import open_csv
from vendorcheck.readers.encoding.survey import survey
from vendorcheck.readers.given_encoding import with_encoding
from vendorcheck.readers.one_line import PROMPT, line_bill, prompt_bill
from vendorcheck.readers.opening import STDIN, STDIN_NAME, open_file, unreadable
from vendorcheck.readers.recognise import recognise
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.columns import check_screenable, identifies

Reader = Callable[[Source, Choices], Bill]


def open_bom(path: str, choices: Choices = ALL_FOUND) -> Bill:
    """Return the bill at a path, recognised by content; a VendorcheckError says why it cannot be read.

    The path `-` is standard input.
    """
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
        return READERS[recognise(source, settled)](source, settled)
    except OSError as error:
        raise unreadable(name, error) from error
    except UnicodeError as error:
        help_line = "Leave out --encoding, or name the one it is in."
        raise VendorcheckError(
            "bill_unreadable", f"{name} cannot be read as {choices.encoding}", spot=Spot(name), help=help_line
        ) from error


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
