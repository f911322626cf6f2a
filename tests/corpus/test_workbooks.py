"""Real workbooks, and some that broke other readers: each is read whole, or refused with a reason."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
import pytest

from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import VendorcheckError
from vendorcheck.readers import open_bom
from vendorcheck.readers.workbook.damage import DamagedError
from vendorcheck.readers.workbook.opened import Workbook

FOLDERS = ("inputs/hardware_boms", "inputs/camera_inventories", "inputs/messy_csv", "inputs/hostile")

#: What is refused without a look at its tables, by how its name ends.
BY_NAME = {
    ".xls": "an old Excel workbook (xls)",
    ".xlsb": "a binary Excel workbook (xlsb)",
    ".ods": "an OpenDocument spreadsheet (ods)",
}

#: Workbooks that are not sound, and why.
REFUSED = {
    "issue252.xlsx": "Bad CRC-32",
    "password-protected-password123.xlsx": "locked with a password",
}


def files(corpus: Path, *endings: str) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (path for path in sorted(corpus.joinpath(folder).rglob("*")) if path.suffix in endings)


@pytest.fixture(scope="module")
def workbooks(corpus: Path) -> list[Path]:
    return [path for path in files(corpus, ".xlsx", ".xlsm") if path.name not in REFUSED]


def test_there_are_workbooks_to_read(workbooks: list[Path]) -> None:
    assert len(workbooks) > 50


def test_other_kinds_are_refused_by_name(corpus: Path) -> None:
    for path in files(corpus, *BY_NAME):
        with pytest.raises(VendorcheckError) as caught:
            open_bom(str(path))
        assert caught.value.code == "bill_unsupported", path
        assert BY_NAME[path.suffix] in caught.value.message, path


def test_those_that_are_not_sound_say_why(corpus: Path) -> None:
    for path in files(corpus, ".xlsx"):
        if path.name in REFUSED:
            with pytest.raises(VendorcheckError, match=REFUSED[path.name]):
                open_bom(str(path))


def test_every_row_is_counted_once(workbooks: list[Path]) -> None:
    for path in workbooks:
        bill = _opened(path)
        if isinstance(bill, VendorcheckError):
            assert bill.code in {"no_table", "no_columns", "bill_empty"}, (path, bill.message)
            assert bill.help, path
        else:
            _check_counts(path, bill)
            bill.close()


def _opened(path: Path) -> Bill | VendorcheckError:
    try:
        return open_bom(str(path))
    except VendorcheckError as error:
        return error


def _check_counts(path: Path, bill: Bill) -> None:
    with path.open("rb") as file:
        workbook = Workbook(file)
        last_rows = {
            sheet.name: max([row.number for row in workbook.rows(sheet, 1)], default=0) for sheet in workbook.sheets
        }
    for table in bill.tables:
        numbers = [number for batch in table.batches() for number in batch.lines]
        assert numbers == sorted(set(numbers)), path
        reading = table.reading
        asides = reading.before_header.count + reading.group_headers.count + reading.footers.count
        others = reading.blank.count + reading.comments.count + reading.repeated_headers.count + reading.beside.count
        counted = reading.lines + asides + others + reading.unreadable_count + (table.layout.header_line is not None)
        assert counted == last_rows[table.layout.sheet or ""], (path, table.layout.sheet)


def test_every_cell_says_what_another_reader_finds(workbooks: list[Path]) -> None:
    for path in workbooks:
        theirs = _their_cells(path)
        if theirs is not None:
            ours = _our_cells(path)
            assert ours.keys() == theirs.keys(), path
            unlike = {place: (ours[place], theirs[place]) for place in ours if not _alike(ours[place], theirs[place])}
            assert not unlike, path


def _our_cells(path: Path) -> dict[tuple[str, int, int], str]:
    with path.open("rb") as file:
        workbook = Workbook(file)
        return {
            (sheet.name, row.number, column): text
            for sheet in workbook.sheets
            for row in workbook.rows(sheet, near=0)
            for column, text in zip(row.far, row.cells, strict=True)
        }


def _their_cells(path: Path) -> dict[tuple[str, int, int], object] | None:
    """The cells that openpyxl finds; None where it cannot open the workbook."""
    try:
        with path.open("rb") as file, warnings.catch_warnings():  # opened here: it leaves open what it cannot read
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(file, data_only=True)
    except (BadZipFile, ValueError):
        return None
    return {
        (sheet.title, cell.row, cell.column): cell.value
        for sheet in book.worksheets
        for cell in sheet._cells.values()  # noqa: SLF001 (its public ways go through every cell up to the last)
        if cell.value not in {None, ""}
    }


def _alike(ours: str, theirs: object) -> bool:
    match theirs:
        case bool():
            return ours == str(theirs).upper()
        case int() | float():
            return float(ours) == pytest.approx(theirs, rel=1e-14)
        case datetime():
            return ours == theirs.isoformat(" ", "seconds").removesuffix(" 00:00:00")
        case date() | time():
            return ours == theirs.isoformat()
        case timedelta():
            hours, rest = divmod(round(theirs.total_seconds()), 3600)
            return ours == f"{hours:02}:{rest // 60:02}:{rest % 60:02}"
    return ours == str(theirs).replace("_x000D_", "\r").replace("\r\n", "\n")


def test_none_of_them_is_out_of_bounds(corpus: Path) -> None:
    for path in files(corpus, ".xlsx"):
        with path.open("rb") as file:
            try:
                Workbook(file)
            except DamagedError:
                assert path.name in REFUSED, path
