"""Workbooks with columns added: cells are put into the markup of their sheets, and nothing else is opened."""

import zipfile
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from vendorcheck.model.annotation import Annotation
from vendorcheck.model.bom import Bill, Table
from vendorcheck.model.errors import Spot, VendorcheckError
from vendorcheck.readers.annotating.archive import rewrite
from vendorcheck.readers.annotating.extent import extent_of
from vendorcheck.readers.annotating.marks import Marks, cells_of, marks_of
from vendorcheck.readers.annotating.sheet import Place, annotated_sheet
from vendorcheck.readers.choices import Choices
from vendorcheck.readers.source import Source
from vendorcheck.readers.workbook.contents import Sheet, read_contents
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.merges import HEADED, merges_of
from vendorcheck.readers.workbook.package import Package
from vendorcheck.readers.workbook.references import MAX_COLUMNS, letters_of


def annotate(source: Source, choices: Choices, bill: Bill, annotation: Annotation, out: BinaryIO) -> None:
    """Write a workbook with columns added to each sheet that was screened, to the right of all that stands on it."""
    try:
        package = Package(source.file)
        replaced: dict[str, Iterable[bytes]] = {}
        for sheet, table in zip(_sheets(package, choices), bill.tables, strict=True):
            marks = _marks(table, annotation)
            if sheet.part and marks:
                place = _place(source.name, package, sheet, table, len(annotation.headings))
                content = annotated_sheet(sheet.part, package.chunks(sheet.part), place, marks, annotation)
                replaced[package.name(sheet.part)] = content
        rewrite(source.file, replaced, out)
    except DamagedError as error:
        raise error.refusal(source.name) from error
    except zipfile.BadZipFile as error:
        raise DamagedError(f"is damaged: {error}").refusal(source.name) from error


def _sheets(package: Package, choices: Choices) -> Sequence[Sheet]:
    """The sheets of the bill, as its tables stand for them."""
    sheets = read_contents(package).sheets
    return sheets if choices.sheet is None else [sheet for sheet in sheets if sheet.name == choices.sheet][-1:]


def _marks(table: Table, annotation: Annotation) -> Marks:
    """What is written on a sheet; on one without a table, only what was found there."""
    marks = marks_of(table)
    if table.layout.columns:
        return Marks(marks)
    return Marks(iter([mark for mark in marks if cells_of(mark, annotation)]))


def _place(name: str, package: Package, sheet: Sheet, table: Table, new: int) -> Place:
    """Where the new columns stand: beyond every cell that holds something, and every merge that is no whole row."""
    extent = extent_of(sheet.part, package.chunks(sheet.part), table.layout.header_line)
    merges = merges_of(package.chunks(sheet.part))
    merged = [*merges.sideways, *(merge for each in merges.downwards.values() for merge in each)]
    last = max([extent.last_column, *(merge.right for merge in merged if merge.right <= HEADED)])
    if last + new > MAX_COLUMNS:
        raise VendorcheckError(
            "bill_unsupported",
            f"{name} has no room for columns on its sheet {sheet.name!r}: something stands in {letters_of(last)}, "
            f"and {letters_of(MAX_COLUMNS)} is the last column there is",
            spot=Spot(name),
            help="Clear that cell, or leave out -o annotated: the other formats list every line.",
        )
    return Place(last + 1, last + new, extent.heading_style)
