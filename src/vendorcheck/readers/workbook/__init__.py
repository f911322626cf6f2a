"""Bills as workbooks: XLSX, and its kin with macros, which are never run. Every sheet is a table of its own."""

from collections.abc import Sequence
from difflib import get_close_matches

from vendorcheck.model.errors import NothingToScreenError, Spot, VendorcheckError
from vendorcheck.readers.choices import Choices, compared
from vendorcheck.readers.source import Source
from vendorcheck.readers.tables.columns import headings_of
from vendorcheck.readers.tables.mapped import not_mapped
from vendorcheck.readers.workbook.contents import Sheet
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.headers import Sought, seek_table, without_table
from vendorcheck.readers.workbook.opened import Workbook
from vendorcheck.readers.workbook.table import SheetTable

#: How many names of sheets an error repeats.
MAX_NAMES = 12

#: Why no sheet has a table, the weightier first.
_WEIGHTS = ("usage", "no_table")


class WorkbookBill:
    """A bill of the sheets of a workbook, all or the one that was chosen."""

    def __init__(self, source: Source, tables: Sequence[SheetTable]) -> None:
        """Hold the open file."""
        self.name = source.name
        self.digest = source.survey.digest
        self.tables = tables
        self._file = source.file

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def open_workbook(source: Source, choices: Choices) -> WorkbookBill:
    """Return the bill, the layout of every sheet found; an error where there is no table on any."""
    name = source.name
    try:
        workbook = Workbook(source.file)
        sheets = workbook.sheets if choices.sheet is None else [_chosen(name, workbook.sheets, choices.sheet)]
        sought = [seek_table(name, workbook, sheet, choices) for sheet in sheets]
    except DamagedError as error:
        raise error.refusal(name) from error
    _check_tables(name, sought)
    _check_header_line(name, sought, choices)
    _check_mapped(name, sought, choices)
    if any(each.identifies for each in sought):
        sought = [each if each.identifies else without_table(each) for each in sought]
    return WorkbookBill(source, tuple(SheetTable(source, workbook, each.found) for each in sought))


def _chosen(name: str, sheets: Sequence[Sheet], wanted: str) -> Sheet:
    named = {sheet.name: sheet for sheet in sheets}
    if wanted in named:
        return named[wanted]
    close = get_close_matches(wanted, named, 1) or [each for each in named if each.lower() == wanted.lower()]
    shown = ", ".join(map(repr, list(named)[:MAX_NAMES]))
    more = f" and {len(named) - MAX_NAMES} more" if len(named) > MAX_NAMES else ""
    raise VendorcheckError(
        "usage",
        f"{name} has no sheet {wanted!r}" + (f"; did you mean {close[0]!r}?" if close else ""),
        spot=Spot(name),
        help=f"Its sheets are {shown}{more}.",
    )


def _check_tables(name: str, sought: Sequence[Sought]) -> None:
    if any(each.found.layout.columns for each in sought):
        return
    reasons = [each.no_table for each in sought if each.no_table]
    if reasons:
        raise min(reasons, key=lambda reason: _WEIGHTS.index(reason.code))
    raise NothingToScreenError(
        "bill_empty", f"{name} is empty", spot=Spot(name), help="A bill is a table with a heading row."
    )


def _check_header_line(name: str, sought: Sequence[Sought], choices: Choices) -> None:
    """Refuse a row that heads no sheet: it was meant otherwise."""
    if any(each.elsewhere for each in sought) and not any(each.identifies and not each.elsewhere for each in sought):
        raise VendorcheckError(
            "usage",
            f"no sheet of {name} has headings on row {choices.header_line}, which --header-line names",
            spot=Spot(name),
            help="Leave out --header-line: the headings are found. For a single sheet, name it with --sheet.",
        )


def _check_mapped(name: str, sought: Sequence[Sought], choices: Choices) -> None:
    """Refuse a mapping whose heading no sheet has: it was meant otherwise."""
    headings = [headings_of(each.found.layout.columns) for each in sought]
    held = {compared(heading) for each in headings for heading in each}
    missing = [mapping.heading for mapping in choices.mappings if compared(mapping.heading) not in held]
    if missing:
        raise not_mapped(name, missing, [next(filter(None, headings))])
