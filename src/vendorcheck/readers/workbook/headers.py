"""Where the headings of a sheet stand, or that it has none."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from vendorcheck.model.bom import Column, Layout
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.tables.columns import identifies, of_one_table
from vendorcheck.readers.tables.header import HEADER_WITHIN, Header, Numbered, find_header, roles_shown
from vendorcheck.readers.tables.levels import depths_of
from vendorcheck.readers.tables.second_look import settled
from vendorcheck.readers.workbook.batches import Found
from vendorcheck.readers.workbook.contents import Sheet
from vendorcheck.readers.workbook.merges import HEADED, Filling, Merges, headed_together
from vendorcheck.readers.workbook.opened import Workbook


class Sought(NamedTuple):
    """What was found of a sheet; of one with something on it and no table, why it has none.

    `elsewhere` says that its headings do not stand on the row that the caller named for all sheets.
    """

    found: Found
    no_table: VendorcheckError | None = None
    elsewhere: bool = False

    @property
    def identifies(self) -> bool:
        """Whether a column says who is behind a line."""
        return identifies(self.found.layout.columns)


def seek_table(name: str, workbook: Workbook, sheet: Sheet, choices: Choices) -> Sought:
    """Return what was found of a sheet of the bill of that name.

    What the caller said of all sheets may not hold of this one: then it is read by the headings that are found on it.
    """
    sought = _sought(name, workbook, sheet, choices)
    if sought.identifies or choices.sheet is not None:
        return sought
    if choices.mappings:
        choices = choices._replace(mapped_elsewhere=True)
        instead = _sought(name, workbook, sheet, choices)
        if instead.identifies:
            return _remarking(instead, "not all of the mapped headings stand here; those that were found are used")
    if choices.header_line:
        instead = _sought(name, workbook, sheet, choices._replace(header_line=None))
        if instead.identifies:
            remark = f"row {choices.header_line} has no headings here; they were looked for"
            return _remarking(instead, remark)._replace(elsewhere=True)
    return sought


def _sought(name: str, workbook: Workbook, sheet: Sheet, choices: Choices) -> Sought:
    layout = Layout("xlsx", None, None, sheet.name, None, ())
    merges = workbook.merges(sheet)
    head = _head(workbook, sheet, merges)
    if not head:
        return Sought(Found(sheet, layout, merges))
    try:
        header = _header(name, head, merges, choices)
    except VendorcheckError as error:
        return Sought(Found(sheet, layout, merges), error)
    width = max(len(row) for _, row in head)
    columns = headed_together(_headed(header.columns), header.line, merges, width)
    below = of_one_table(row for number, row in head if number > (header.line or 0))
    layout = settled(layout._replace(header_line=header.line), columns, below, choices)
    return Sought(Found(sheet, layout, merges, depths_of(layout, below)))


def without_table(sought: Sought) -> Sought:
    """Return a sheet as one without a table: no column of it says who is behind a line, so all is looked at as text."""
    layout = sought.found.layout._replace(header_line=None, columns=())
    return Sought(Found(sought.found.sheet, layout, sought.found.merges), sought.no_table)


def _remarking(sought: Sought, remark: str) -> Sought:
    found = sought.found
    layout = found.layout._replace(remarks=(*found.layout.remarks, remark))
    return sought._replace(found=found._replace(layout=layout))


def _headed(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns up to the last heading; what stands further right is looked at, whatever it is."""
    last = max((column.cell for column in columns if column.heading), default=0)
    return tuple(column for column in columns if column.cell <= last)


def _head(workbook: Workbook, sheet: Sheet, merges: Merges) -> list[Numbered]:
    """The first rows that are not blank, their merges filled in."""
    filling = Filling(merges)
    head: list[Numbered] = []
    filled = (row for row in workbook.rows(sheet, HEADED) if any(map(str.strip, row.cells)))
    for row in islice(filled, HEADER_WITHIN):
        cells = row.cells[:HEADED]
        filling.fill(row.number, cells)
        head.append((row.number, cells))
    width = max((len(cells) for _, cells in head), default=0)
    return [(number, [*cells, *[""] * (width - len(cells))]) for number, cells in head]  # a row ends at its last value


def _header(name: str, head: Sequence[Numbered], merges: Merges, choices: Choices) -> Header:
    """The headings; where some are merged over two rows, the lower row has them all."""
    header = find_header(name, head, choices)
    if choices.header_line is not None or header.line is None:
        return header
    rows = dict(head)
    lower = _last_row(header, header.line, merges)
    if lower == header.line or lower not in rows:
        return header
    if roles_shown([rows[lower]], choices) >= roles_shown([rows[header.line]], choices):
        return find_header(name, head, choices._replace(header_line=lower))
    return header


def _last_row(header: Header, line: int, merges: Merges) -> int:
    """The last row over which a heading is merged."""
    headed = {column.cell for column in header.columns if column.screened}
    over = (merge for top, found in merges.downwards.items() if top <= line for merge in found)
    return max((merge.bottom for merge in over if merge.left in headed and merge.bottom > line), default=line)
