"""An opened workbook: its sheets, and the rows of each as often as they are asked for."""

from collections.abc import Iterator
from typing import BinaryIO

from vendorcheck.readers.workbook.cells import Shared
from vendorcheck.readers.workbook.contents import Sheet, read_contents
from vendorcheck.readers.workbook.merges import Merges, merges_of
from vendorcheck.readers.workbook.package import Package
from vendorcheck.readers.workbook.rows import Row, rows_of
from vendorcheck.readers.workbook.strings import shared_strings
from vendorcheck.readers.workbook.styles import number_styles


class Workbook:
    """The sheets of a workbook, with what they share."""

    def __init__(self, file: BinaryIO) -> None:
        """Read what the sheets share; a DamagedError where the file is not sound or out of bounds."""
        self._package = Package(file)
        contents = read_contents(self._package)
        self.sheets = contents.sheets
        self._shared = Shared(
            shared_strings(self._package, contents.strings),
            number_styles(self._package, contents.styles),
            contents.from_1904,
            contents.to_be_computed,
        )

    def rows(self, sheet: Sheet, near: int) -> Iterator[Row]:
        """Yield the rows of a sheet that are not blank; of one that stands nowhere, none.

        Cells have their place in a row up to the column `near`.
        """
        if sheet.part:
            yield from rows_of(sheet.part, self._package.chunks(sheet.part), self._shared, near)

    def merges(self, sheet: Sheet) -> Merges:
        """Return the merges of a sheet that matter."""
        return merges_of(self._package.chunks(sheet.part) if sheet.part else ())
