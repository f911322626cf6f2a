"""Opening a bill by its path: every way it is refused, and that what was written is what is read."""

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vendorcheck.model.bom import Bill
from vendorcheck.model.errors import EXIT_COULD_NOT_SCREEN, EXIT_NOTHING_SCREENED, Spot, VendorcheckError
from vendorcheck.readers import ALL_FOUND, READERS, Choices, HeadingRole, open_bom
from vendorcheck.readers.tables.rows import BATCH_LINES

Save = Callable[[str | bytes], str]
Read = Callable[[Bill], list[tuple[int, tuple[str, ...], tuple[tuple[int, str], ...] | None]]]
Refused = Callable[..., VendorcheckError]


def test_a_bill_knows_its_name_and_the_digest_of_its_bytes(save: Save, read: Read) -> None:
    data = "Hersteller;Modell\r\nMüller;X1\r\n".encode("cp1252")
    path = save(data)
    bill = open_bom(path)
    assert bill.name == path
    assert bill.digest == hashlib.sha256(data).hexdigest()
    assert bill.tables[0].layout.format in READERS
    assert read(bill) == [(2, ("Müller", "X1"), None)]


class TestRefused:
    def test_a_missing_file(self, refused: Refused, tmp_path: Path) -> None:
        path = Path(tmp_path, "none.csv").as_posix()
        error = refused(path)
        assert (error.code, error.message) == ("bill_missing", f"{path} does not exist")
        assert error.help == "Check the path; nothing was read."
        assert error.spot == Spot(path)
        assert error.exit_code == EXIT_COULD_NOT_SCREEN

    def test_a_folder(self, refused: Refused, tmp_path: Path) -> None:
        error = refused(str(tmp_path))
        assert (error.code, error.message) == ("bill_unreadable", f"{tmp_path.as_posix()} is a folder")
        assert error.help == "Name the bills in it one by one."
        assert error.exit_code == EXIT_COULD_NOT_SCREEN

    @pytest.mark.parametrize(
        ("error", "folder", "message"),
        [
            (PermissionError(13, "Permission denied"), True, "{} is a folder"),
            (PermissionError(13, "Permission denied"), False, "{} cannot be read: Permission denied"),
            (OSError(5, "Input/output error"), False, "{} cannot be read: Input/output error"),
            (OSError("the stick was pulled"), False, "{} cannot be read: the stick was pulled"),
        ],
    )
    def test_a_file_that_the_system_does_not_open(
        self,
        monkeypatch: pytest.MonkeyPatch,
        refused: Refused,
        tmp_path: Path,
        error: OSError,
        message: str,
        *,
        folder: bool,
    ) -> None:
        def does_not_open(*_: object) -> None:
            raise error

        path = tmp_path.as_posix() if folder else Path(tmp_path, "bill.csv").as_posix()
        monkeypatch.setattr(Path, "open", does_not_open)
        found = refused(path)
        assert (found.code, found.message) == ("bill_unreadable", message.format(path))
        assert found.spot == Spot(path)
        assert found.__cause__ is error

    def test_a_file_that_breaks_off_while_its_encoding_is_found(
        self, monkeypatch: pytest.MonkeyPatch, save: Save, refused: Refused
    ) -> None:
        class Broken(io.FileIO):
            def read(self, size: int | None = -1, /) -> bytes:
                raise OSError(5, f"Input/output error after {size}")

        broken = Broken(save("Manufacturer,Part\n"))
        monkeypatch.setattr(Path, "open", lambda *_: broken)
        error = refused("bill.csv")
        assert error.code == "bill_unreadable"
        assert error.message.startswith("bill.csv cannot be read: Input/output error")

    def test_a_file_that_breaks_off_while_its_layout_is_found(
        self, monkeypatch: pytest.MonkeyPatch, save: Save, refused: Refused
    ) -> None:
        class Breaking(io.BufferedReader):
            def read1(self, size: int | None = -1, /) -> bytes:
                raise OSError(5, f"Input/output error after {size}")

        breaking = Breaking(io.FileIO(save("Manufacturer,Part\nAcme,X1\n")))
        monkeypatch.setattr(Path, "open", lambda *_: breaking)
        assert refused("bill.csv").code == "bill_unreadable"

    @pytest.mark.parametrize(
        ("content", "code", "message"),
        [
            ("", "bill_empty", "{} is empty"),
            (" \n\n", "bill_empty", "{} is empty"),
            ("\n" * 5000, "bill_empty", "{} is empty"),
            ("Dear reader\n", "no_table", "no table found in {}"),
            ("Dear reader,\nno bill\n", "no_table", "no table found in {}"),
            ("Qty,Price\n1,2\n", "no_columns", "{} has no column that says who made anything"),
        ],
    )
    def test_a_file_with_nothing_to_screen(
        self, save: Save, refused: Refused, content: str, code: str, message: str
    ) -> None:
        path = save(content)
        error = refused(path)
        assert (error.code, error.message, error.exit_code) == (code, message.format(path), EXIT_NOTHING_SCREENED)
        assert error.spot == Spot(path)
        assert error.help

    @pytest.mark.parametrize(
        ("content", "what"),
        [
            (b"PK\x05\x06" + bytes(18), "an empty zip archive"),
            (b"%PDF-1.7", "a PDF document"),
            ("<html><body>", "an HTML page"),
            (b"\x00\x01\x02\x00\x00", "a binary file"),
        ],
    )
    def test_a_file_of_another_kind(self, save: Save, refused: Refused, content: str | bytes, what: str) -> None:
        path = save(content)
        error = refused(path)
        assert (error.code, error.message) == ("bill_unsupported", f"{path} is {what}, which is not read")
        assert error.exit_code == EXIT_COULD_NOT_SCREEN
        assert error.help

    def test_an_empty_file_is_told_what_a_bill_is(self, save: Save, refused: Refused) -> None:
        assert refused(save("")).help == "A bill is a table with a heading row."

    def test_a_mapped_heading_that_is_nowhere(self, save: Save, refused: Refused) -> None:
        error = refused(save("Manufacturer,Part\nAcme,X1\n"), HeadingRole("maker", "Brand"))
        assert error.code == "usage"
        assert error.help == "Its first row holds 'Manufacturer', 'Part'."

    def test_headings_alone_are_not(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer,Part\n"))
        assert read(bill) == []
        assert bill.tables[0].reading.lines == 0

    def test_a_refused_file_is_closed(self, monkeypatch: pytest.MonkeyPatch, save: Save, refused: Refused) -> None:
        file = io.FileIO(save(b"%PDF-1.7"))
        monkeypatch.setattr(Path, "open", lambda *_: file)
        refused("bill.csv")
        assert file.closed


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    def test_names_in_every_script_are_read(self, save: Save, read: Read, encoding: str) -> None:
        bill = open_bom(save("Manufacturer,Part\r\n华为,Größe\r\nハイク,Ж\r\n".encode(encoding)))
        assert bill.tables[0].layout.encoding == encoding
        assert read(bill) == [(2, ("华为", "Größe"), None), (3, ("ハイク", "Ж"), None)]

    def test_a_character_cut_in_two_in_utf_16_costs_no_line(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer,Part\nAcme,X1\n".encode("utf-16") + b"B"))
        assert read(bill) == [(2, ("Acme", "X1"), None), (3, ("\ufffd", ""), ())]

    def test_one_broken_byte_does_not_spoil_the_names_on_other_lines(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer,Part\n华为,X1\nAcme,".encode() + b"\xff\n"))
        assert ("华为", "X1") in [cells for _, cells, _ in read(bill)] or bill.tables[0].reading.unreadable_count

    @pytest.mark.parametrize("letter", ["ä", "É", "ß", "ñ"])
    def test_one_letter_of_cp1252_is_read(self, save: Save, read: Read, letter: str) -> None:
        bill = open_bom(save(f"Manufacturer,Part\r\nAcme,X1\r\n{letter}cme,{letter}\r\n".encode("cp1252")))
        assert read(bill) == [(2, ("Acme", "X1"), None), (3, (f"{letter}cme", letter), None)]

    def test_a_letter_that_may_be_any_is_lost_and_counted_rather_than_misread(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer,Part\r\nAcme,xÉ\r\n".encode("cp1252")))
        assert read(bill) == [(2, ("Acme", "x\ufffd"), None)]
        assert bill.tables[0].reading.broken_characters.count == 1

    def test_utf_32_is_not_taken_for_utf_16(self, save: Save, read: Read) -> None:
        bill = open_bom(save("Manufacturer,Part\nAcme,X1\n".encode("utf-32")))
        assert read(bill) == [(2, ("Acme", "X1"), None)]


#: Three screened columns between others, so that numbers of fields and of columns differ.
HEADINGS = ("Qty", "Manufacturer", "Serial", "Part Number", "Vendor", "Price")
SCREENED = (1, 3, 4)

LETTERS = ["a", "B", "7", " ", ",", ";", "\t", "|", '"', "\n", "\r\n", "'", "ä", "ß", "É"]
SCRIPTS = [*LETTERS, "华", "為", "ソ", "ё", "😀"]


class Dialect(NamedTuple):
    """How a table was written."""

    encoding: str
    delimiter: str
    quoting: int
    end: str


DIALECTS = st.builds(
    Dialect,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\n", "\r\n"]),
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Dialect, list[list[str]]]:
    """A way to write a table, and rows that can be written so."""
    dialect = draw(DIALECTS)
    western = dialect.encoding == "cp1252"
    letters = st.sampled_from(LETTERS if western else SCRIPTS)
    cell = st.lists(letters, max_size=5).map("".join)
    rows = draw(st.lists(st.lists(cell, min_size=len(HEADINGS), max_size=len(HEADINGS)), max_size=6))
    return dialect, rows


def _written(cells: list[str], dialect: Dialect) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=dialect.delimiter, quoting=dialect.quoting, lineterminator=dialect.end)  # type: ignore[arg-type]
    writer.writerow(cells)
    return file.getvalue()


def _physical(text: str) -> int:
    return len(re.findall(r"\r\n|\r|\n", text))


def _begin(row: list[str], dialect: Dialect) -> Iterator[int | None]:
    """Where each cell of a row begins when it is written, unless that is below its first line."""
    for cell in range(len(row)):
        before = _written([*row[:cell], "", ""], dialect)
        empty = _written(["", ""], dialect)
        text = before[: -len(empty)]
        yield None if _physical(text) else len(text) + 1


@settings(max_examples=100, deadline=None)
@given(table=tables(), above=st.sampled_from([0, BATCH_LINES - 1]))
def test_what_was_written_is_what_is_read(save: Save, table: tuple[Dialect, list[list[str]]], above: int) -> None:
    """Rows stand below the headings or, with so many plain rows above them, at the start of the second batch."""
    dialect, rows = table
    assume(all(sum(map(bool, map(str.strip, row))) != 1 for row in rows))  # a lone cell may be the heading of a group
    plain = _written(["plain"] * len(HEADINGS), dialect)
    texts = [_written(row, dialect) for row in rows]
    content = "".join([_written(list(HEADINGS), dialect), plain * above, *texts]).encode(dialect.encoding)
    # Which of the encodings of one byte a text is in can only be guessed from its words, and these have none.
    choices = Choices(encoding="cp1252") if dialect.encoding == "cp1252" else ALL_FOUND
    bill = open_bom(save(content), choices)
    read = [
        (line, cells, [batch.origin.column_of(index, cell) for cell in range(1, len(HEADINGS) + 1)], batch.overflow)
        for batch in bill.tables[0].batches()
        for index, (line, cells) in enumerate(zip(batch.lines, zip(*batch.values, strict=True), strict=True))
        if line > above + 1
    ]
    written: list[tuple[int, tuple[str, ...], list[int | None], dict[int, object]]] = []
    blank, line = 0, above + 2
    for row, text in zip(rows, texts, strict=True):
        if any(map(str.strip, row)):
            written.append((line, tuple(row[cell] for cell in SCREENED), list(_begin(row, dialect)), {}))
        else:
            blank += _physical(text)
        line += _physical(text)
    assert read == written
    assert bill.tables[0].layout.delimiter == dialect.delimiter
    assert bill.tables[0].reading.lines == above + len(written)
    assert bill.tables[0].reading.blank.count == blank
    assert (
        bill.tables[0].reading.ragged.count
        == bill.tables[0].reading.unclosed_quotes.count
        == bill.tables[0].reading.unreadable_count
        == 0
    )
