"""The kinds of files that are read, with what each is called and what can be said of it."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.delimited.bill import open_csv
from vendorcheck.readers.source import Source

Reader = Callable[[Source, Choices], Bill]

#: The options that mean nothing for a document whose keys are its headings.
_ONE_TABLE = ("sheet", "delimiter", "header_line")


class Kind(NamedTuple):
    """How a kind of file is read, what it is called, and what it has not: options that name it are mistakes."""

    reader: Reader
    called: str
    without: tuple[str, ...]

    def check(self, name: str, choices: Choices) -> None:
        """Refuse what was said of a file and cannot be: a usage error."""
        said = choices._asdict()
        for option in self.without:
            if said[option] is not None:
                flag = "--" + option.replace("_", "-")
                message = f"{name} is {self.called}, for which {flag} means nothing"
                raise VendorcheckError("usage", message, spot=Spot(name), help=f"Leave out {flag}.")


def _later(module: str, name: str) -> Reader:
    """A reader whose module is imported when it is asked for: a bill as text needs none of the others."""

    def reader(source: Source, choices: Choices) -> Bill:
        opened: Bill = getattr(import_module(f"vendorcheck.readers.{module}"), name)(source, choices)
        return opened

    return reader


READERS = {
    "csv": Kind(open_csv, "text", ("sheet",)),
    "xlsx": Kind(_later("workbook", "open_workbook"), "a workbook", ("delimiter", "encoding")),
    "json": Kind(_later("documents.json_bill", "open_json"), "JSON", ("delimiter",)),
    "jsonl": Kind(_later("documents.json_lines", "open_json_lines"), "JSON Lines", _ONE_TABLE),
    "cyclonedx-json": Kind(_later("documents.cyclonedx_json", "open_cyclonedx_json"), "CycloneDX", _ONE_TABLE),
    "cyclonedx-xml": Kind(_later("documents.cyclonedx_xml", "open_cyclonedx_xml"), "CycloneDX", _ONE_TABLE),
    "spdx-json": Kind(_later("documents.spdx", "open_spdx_json"), "SPDX", _ONE_TABLE),
}
